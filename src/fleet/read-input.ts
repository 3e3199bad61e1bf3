import { readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { membersOfZip, readZip, ZipError, type ZipLimits } from '../load/read-zip.js';
import { mostCaptureBytes, readCapture, type Capture } from '../spec/capture.js';
import { readReport } from '../spec/result.js';
import { rowsOfTable, separatorOf, type Separator } from './read-table.js';
import { linesOf, textOfBytes, textOfFile, wholeText, withFirstLine } from './read-text.js';
import { hashedName, rowOfCapture, rowOfReport, rowOfSummary, type RunRow } from './run-row.js';
import { readSummaries } from './summary-line.js';
import { columnsOf, whenceOf, type TableColumns, type TableRow } from './table-columns.js';

/** Something that was put aside: where it stood, and why. */
export interface Refusal {
  /** Name of a file, of a member of an archive, or "row 17". */
  readonly place: string;
  readonly reason: RefusalReason;
}

/** Why something was put aside; the page has words for each. */
export const refusalReasons = [
  'notJson',
  'notReport',
  'invalidReport',
  'unknownFormat',
  'invalidCapture',
  'refusedZip',
  'tooLarge',
  'unreadable',
  'damagedRow',
  'cutSummary',
  'noDevice',
  'noResults',
] as const;

export type RefusalReason = (typeof refusalReasons)[number];

export type Read = { readonly row: RunRow } | { readonly refusal: Refusal };

/** Bytes of one report: it has some hundred checks with their evidence. */
const mostReport = 20_000_000;

/** A table of some hundred thousand PCs, unpacked. */
const mostMember = 1_000_000_000;

const limits: ZipLimits = { members: 65_000, total: 4_000_000_000, ratio: 500, depth: 16 };

/**
 * Reads all runs that a file tells of: a report in JSON, a table that a console exported, any text with summary lines, a bundle of
 * collect-logs, or a zip file with any of these. What is damaged comes as a refusal, and does not end the reading.
 * @param keepsNames Whether names of PCs are kept beside their ids.
 */
export async function* readInput(path: string, keepsNames: boolean): AsyncGenerator<Read> {
  const name = basename(path);
  try {
    if (/\.zip$/i.test(path)) yield* readArchive(path, name, keepsNames);
    else if (/\.json$/i.test(path)) {
      // Of a folder that a bundle was unpacked into, each has the same file.
      const owner = name === 'capture.json' ? basename(dirname(path)) : name;
      if (statSync(path).size > mostReport) yield refuse(name, 'tooLarge');
      else yield readJson(wholeText(readFileSync(path)), name, owner, keepsNames);
    } else yield* readText(textOfFile(path), name, keepsNames);
  } catch (error) {
    if (error instanceof ZipError) yield refuse(name, 'refusedZip');
    else if (error instanceof Error && 'code' in error) yield refuse(name, 'unreadable');
    else throw error;
  }
}

async function* readArchive(path: string, name: string, keepsNames: boolean): AsyncGenerator<Read> {
  const capture = readZip(path, new Map([['capture.json', mostCaptureBytes]]), limits).get('capture.json');
  if (capture) {
    yield readJson(wholeText(capture), 'capture.json', name, keepsNames);
    return;
  }
  for (const { name: inner, content } of membersOfZip(path, mostMember, limits)) {
    if (!isInput(inner)) continue;
    if (content instanceof ZipError) yield refuse(inner, 'refusedZip');
    else if (!/\.json$/i.test(inner)) yield* readText(textOfBytes(content), inner, keepsNames);
    else if (content.length > mostReport) yield refuse(inner, 'tooLarge');
    else yield readJson(wholeText(content), inner, basename(inner), keepsNames);
  }
}

/** Whether a file may hold reports, by its name. Archives in archives are not opened. */
export function isInput(name: string): boolean {
  return /\.(?:json|csv|tsv|txt|log|ndjson)$/i.test(name);
}

function readJson(text: string, place: string, owner: string, keepsNames: boolean): Read {
  if (/^\ufeff?\s*\{\s*"format"\s*:\s*"mendsheet-capture\//.test(text)) {
    const capture = readCapture(text.replace(/^\ufeff/, ''));
    return typeof capture === 'string' || !hasKeys(capture)
      ? refuse(place, 'invalidCapture')
      : { row: rowOfCapture(capture, owner, keepsNames) };
  }
  const report = readReport(text);
  return typeof report === 'string' ? refuse(place, report) : { row: rowOfReport(report, owner, keepsNames) };
}

/** Whether a capture names checks and reasons as scripts call them, each check once: anybody may have made it, and tables and pages have their names. */
function hasKeys({ results }: Capture): boolean {
  const own = results.flatMap(({ check }) => (check.startsWith('-') ? [] : check));
  const isOnce = new Set(own).size === own.length;
  return (
    isOnce &&
    results.every(({ check, reason }) => /^-?[a-z][a-z0-9-]{0,63}$/.test(check) && /^[\w-]{0,100}$/.test(reason))
  );
}

async function* readText(text: AsyncIterable<string>, name: string, keepsNames: boolean): AsyncGenerator<Read> {
  const { firstLine, whole } = await withFirstLine(text);
  const separator = separatorOf(firstLine);
  let count = 0;
  for await (const read of separator === null
    ? readLines(whole, name, keepsNames)
    : readTable(whole, separator, keepsNames)) {
    count += 1;
    yield read;
  }
  if (count === 0) yield refuse(name, 'noResults');
}

async function* readTable(
  text: AsyncIterable<string>,
  separator: Separator,
  keepsNames: boolean,
): AsyncGenerator<Read> {
  let columns: TableColumns | null = null;
  let number = 1;
  let damaged = 0;
  for await (const fields of rowsOfTable(text, separator, () => (damaged += 1))) {
    number += 1;
    for (; damaged > 0; damaged -= 1) yield refuse(`row ${number++}`, 'damagedRow');
    columns ??= columnsOf(Object.keys(fields));
    yield* readRow(fields, columns, `row ${number}`, keepsNames);
  }
  for (; damaged > 0; damaged -= 1) yield refuse(`row ${++number}`, 'damagedRow');
}

function* readRow(fields: TableRow, columns: TableColumns, place: string, keepsNames: boolean): Generator<Read> {
  // A PC that has not run yet has a row without output.
  const outputs = Object.entries(fields).filter(([, value]) => value.includes('mendsheet/'));
  if (outputs.length === 0) return;
  const whence = whenceOf(fields, columns, keepsNames);
  if (whence === null) return yield refuse(place, 'noDevice');
  const order = ['before', '', 'after'];
  const ordered = outputs
    .map(([column, value]) => ({ phase: columns.phases.get(column) ?? '', value }))
    .sort((a, b) => order.indexOf(a.phase) - order.indexOf(b.phase));
  let earlier: RunRow | null = null;
  for (const { phase, value } of ordered) {
    const [summary] = readSummaries(value);
    if (!summary) {
      yield refuse(place, 'cutSummary');
      continue;
    }
    const row: RunRow = rowOfSummary(summary, whence, 'table', phase, phase === 'after' ? earlier : null);
    if (phase === 'before') earlier = row;
    yield { row };
  }
}

async function* readLines(text: AsyncIterable<string>, name: string, keepsNames: boolean): AsyncGenerator<Read> {
  const owner = name.replace(/\.[a-z]+$/i, '');
  const whence = {
    device: hashedName('file', owner),
    kind: 'file',
    name: keepsNames ? owner : '',
    started: null,
  } as const;
  for await (const line of linesOf(text)) {
    const summaries = readSummaries(line);
    if (summaries.length === 0 && line.includes('mendsheet/1 ')) yield refuse(name, 'cutSummary');
    for (const summary of summaries) yield { row: rowOfSummary(summary, whence, 'line', '', null) };
  }
}

function refuse(place: string, reason: RefusalReason): { readonly refusal: Refusal } {
  return { refusal: { place, reason } };
}
