import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Body, Edition } from '../ir/catalog.js';
import { memoize } from '../source/memoize.js';
import { firstRow, hasStatement } from '../powershell/read-ps1.js';
import { nameOfCharacter } from '../source/hidden-character.js';
import { positionOf, type SourceFile, type Span } from '../source/source-file.js';
import { nodeAt, type SourceTree, type TreePath } from '../source/source-tree.js';

/** A sidecar file as a body: the same object for the same file, so that later stages know what they have seen. */
export function fileBody(source: SourceFile, edition: Edition): Result<Body> {
  return bodyOfFile[edition](source);
}

const bodyOfFile: Readonly<Record<Edition, (source: SourceFile) => Result<Body>>> = {
  ps1: memoize((source) => readFile(source, 'ps1')),
  cmd: memoize((source) => readFile(source, 'cmd')),
};

function readFile(source: SourceFile, edition: Edition): Result<Body> {
  const text = source.text.endsWith('\n') || source.text === '' ? source.text : `${source.text}\n`;
  const body = { text, source, firstLine: 1, indent: 0 };
  return { value: body, diagnostics: checkBody(body, edition) };
}

/** A "|" block of a YAML file as a body; its lines stand below the line of the "|", further in by the indent. */
export function inlineBody(tree: SourceTree, path: TreePath, value: string, edition: Edition): Result<Body> {
  const node = nodeAt(tree, path);
  if (!node) throw new Error(`${tree.source.path} has no value at ${path.join('.')}.`);
  const { source } = tree;
  const { start } = node;
  const firstLine = positionOf(source, start).line + 1;
  const text = `${value.replace(/\n+$/, '')}\n`;
  const body = { text, source, firstLine, indent: indentOf(source, start, value) };
  return { value: body, diagnostics: checkBody(body, edition) };
}

/** Columns that YAML took off every line: measured on the first line with a character. */
function indentOf(source: SourceFile, start: number, value: string): number {
  const inner = value.split('\n');
  const position = inner.findIndex((line) => line.trim() !== '');
  const outer = source.text.slice(start).split('\n', position + 2)[position + 1] ?? '';
  return Math.max(0, leadingSpaces(outer) - leadingSpaces(inner[position] ?? ''));
}

function leadingSpaces(line: string): number {
  return line.length - line.trimStart().length;
}

/** The place of [start, end) of a body's text in its source. The two are on one line. */
function spanInBody(body: Body, start: number, end: number): Span {
  const before = body.text.slice(0, start).split('\n');
  const line = before.length - 1;
  const column = before[line]?.length ?? 0;
  const outerStart = offsetOfLine(body.source, body.firstLine + line) + body.indent + column;
  return { source: body.source, start: outerStart, end: outerStart + (end - start) };
}

function offsetOfLine(source: SourceFile, line: number): number {
  let offset = 0;
  for (let number = 1; number < line; number += 1) offset = source.text.indexOf('\n', offset) + 1;
  return offset;
}

function checkBody(body: Body, edition: Edition): Diagnostic[] {
  const wrong = /[^\x20-\x7e\n]/u.exec(body.text);
  if (wrong) {
    const [character] = wrong;
    const message =
      character === '\t'
        ? 'A tab stands in a body.'
        : `${nameOfCharacter(character)} stands in a body, which is 7-bit ASCII.`;
    return [diagnose('resolve/body-text', message, spanInBody(body, wrong.index, wrong.index + character.length))];
  }
  if (does[edition](body)) return [];
  return [
    diagnose(
      'resolve/body-empty',
      'The body has no command.',
      spanInBody(body, 0, Math.max(0, body.text.indexOf('\n'))),
    ),
  ];
}

/** Whether a body has anything but comments. */
const does: Readonly<Record<Edition, (body: Body) => boolean>> = {
  ps1: hasStatement,
  cmd: ({ text }) => text.split('\n').some((line) => line.trim() !== '' && !/^\s*(?:rem\b|::)/i.test(line)),
};

/** The highest of %~1 to %~9 that a batch body reads, and where. */
export function highestArgument(body: Body): { number: number; span: Span } | null {
  let highest: { number: number; span: Span } | null = null;
  for (const match of body.text.matchAll(/(?<!%)%~[fdpnxsatz]*([1-9])/gi)) {
    const number = Number(match[1]);
    if (highest && highest.number >= number) continue;
    highest = { number, span: spanInBody(body, match.index, match.index + match[0].length) };
  }
  return highest;
}

/** The first line of a PowerShell body that is no comment: its param block or, without one, its first command. */
export function startOfBody(body: Body): Span {
  const lines = body.text.split('\n');
  const row = firstRow(body) ?? 0;
  const start = lines.slice(0, row).reduce((sum, line) => sum + line.length + 1, 0);
  return spanInBody(body, start, start + (lines[row]?.length ?? 0));
}
