import type { Body, Literal } from '../ir/catalog.js';
import { cmdHoles, isPlainForCmd } from '../batch/cmd-holes.js';
import type { Part, PastedRow } from '../ir/plan.js';

/** Rows for a prompt, or why a body cannot be written for one. */
export type Pasting = { readonly rows: readonly PastedRow[] } | { readonly reason: string };

/**
 * What a batch body is at a prompt. There, no label can be called or gone to, and a line runs as soon as it is there: so
 * each call of a library label stands for the lines of the part with its name, and `exit /b` for a variable that the
 * rows below it ask for. The rows are those of the body as it is written; `render` makes text of them and of the values.
 *
 * @param values of the body's arguments, in order.
 */
export function pasteRows(body: Body, values: readonly Literal[], parts: readonly Part[]): Pasting {
  const known = new Map(parts.map((part) => [part.name, part]));
  const texts = values.map(textOf);
  const rows: PastedRow[] = [];
  let depth = 0;
  let mayBeOver = false;
  let stopped: readonly (readonly string[])[] = [];
  // Behind /v:on an exclamation mark would be read as the start of a variable.
  if ([...cmdHoles(body.text).all].some((number) => texts[number - 1]?.includes('!')))
    return { reason: 'a value holds an exclamation mark' };
  for (const [index, text] of body.text.trimEnd().split('\n').entries()) {
    if (/^\s*(?:rem\b.*)?$/i.test(text)) continue;
    const origin = { source: body.source, line: body.firstLine + index, shift: -body.indent };
    const row = { text, isOuter: depth === 0, mayBeOver, origin };
    const words = callIn(text);
    const reason =
      reasonAgainst(text) ?? (words ? reasonAgainstCall(words, known, texts) : reasonAgainstInline(text, texts));
    if (reason !== null) return { reason };
    const part = words && known.get(words.label);
    if (part) {
      const { given, label, indent } = words;
      if (label === 'stop_service') stopped = [given.slice(0, 1), ...stopped];
      // What was stopped starts in the other order: the last one first.
      const each = label === 'restart_stopped_services' ? stopped : [given];
      for (const one of each) rows.push({ ...row, text: indent, call: { part, given: one }, leaves: false });
    } else {
      const leaves = /\bexit\s+\/b\b/i.test(text);
      rows.push({ ...row, call: null, leaves });
      mayBeOver ||= leaves;
      depth += bracketsIn(text);
    }
  }
  return { rows };
}

function textOf(value: Literal): string {
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function reasonAgainst(row: string): string | null {
  if (/^\s*:/.test(row)) return 'it has labels of its own';
  if (/\bgoto\b/i.test(row)) return 'it jumps';
  if (row.includes('!')) return 'it holds an exclamation mark';
  if (/%[A-Za-z_]\w*:[^%]*%~/.test(row)) return 'it changes a variable by an argument';
  return null;
}

function reasonAgainstInline(row: string, values: readonly string[]): string | null {
  if (/\bcall\b/i.test(row)) return 'it calls a label in the middle of a line';
  return filledWith(values, row).length > longestRow ? tooLong : null;
}

/** A prompt takes long lines, and people read what they paste. A part has what it is given twice on a line, beside its own words. */
const longestRow = 400;
const longestGiven = 150;
const tooLong = 'a value is too long for a line at a prompt';

function filledWith(values: readonly string[], text: string): string {
  return text.replace(/%~([1-9])/g, (_, each: string) => values[Number(each) - 1] ?? '');
}

interface Call {
  readonly label: string;
  /** Words behind the label, as they are written. */
  readonly given: readonly string[];
  readonly indent: string;
}

function callIn(row: string): Call | null {
  const match = /^(\s*)call\s+:([A-Za-z_]\w*)((?:\s+(?:"[^"]*"|[^\s"&|<>()]+))*)\s*$/i.exec(row);
  if (!match) return null;
  const [, indent = '', label = '', rest = ''] = match;
  return { label, given: rest.match(/"[^"]*"|\S+/g) ?? [], indent };
}

function reasonAgainstCall(
  { label, given }: Call,
  known: ReadonlyMap<string, Part>,
  values: readonly string[],
): string | null {
  const part = known.get(label);
  if (!part) return `":${label}" has no form for a prompt`;
  const { bare } = cmdHoles(part.source.text);
  for (const [index, word] of given.entries()) {
    // A variable is expanded when its line runs: nothing in it is read as more than itself.
    const filled = filledWith(values, word.replace(/%[A-Za-z_]\w*%/g, ''));
    if (filled.length > longestGiven) return tooLong;
    // In the set of a loop these would be looked for among the files of the folder.
    if (/[*?]/.test(filled)) return 'an argument holds a wildcard';
    if (!word.startsWith('"') && word.includes('%~') && !/^\S+$/.test(filled)) return 'an argument is no single word';
    if (bare.has(index + 1) && !isPlainForCmd(filled.replaceAll('"', '')))
      return `":${label}" is given a character that a prompt would read as its own`;
  }
  return null;
}

/** How many brackets the row leaves open; those of a set of `for` close on their row. */
function bracketsIn(row: string): number {
  const plain = row.replace(/"[^"]*"/g, '').replace(/\^./g, '');
  return (plain.match(/\(/g)?.length ?? 0) - (plain.match(/\)/g)?.length ?? 0);
}
