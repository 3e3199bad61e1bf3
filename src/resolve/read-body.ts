import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Outcome } from '../diagnostics/diagnostic.js';
import type { Body, Edition } from '../ir/catalog.js';
import { nameOfCharacter } from '../source/hidden-character.js';
import { remember } from '../ir/remember.js';
import { positionOf, type SourceFile, type Span } from '../source/source-file.js';
import { nodeAt, type SourceTree, type TreePath } from '../source/source-tree.js';

/** A sidecar file as a body: the same object for the same file, so that later stages know what they have seen. */
export function fileBody(source: SourceFile, edition: Edition): Outcome<Body> {
  return bodyOfFile[edition](source);
}

const bodyOfFile: Readonly<Record<Edition, (source: SourceFile) => Outcome<Body>>> = {
  ps1: remember((source) => readFile(source, 'ps1')),
  cmd: remember((source) => readFile(source, 'cmd')),
};

function readFile(source: SourceFile, edition: Edition): Outcome<Body> {
  const text = source.text.endsWith('\n') || source.text === '' ? source.text : `${source.text}\n`;
  const body = { text, source, firstLine: 1, indent: 0 };
  return { value: body, diagnostics: checkText(body, edition) };
}

/** A "|" block of a YAML file as a body; its lines stand below the line of the "|", further in by the indent. */
export function inlineBody(tree: SourceTree, path: TreePath, value: string, edition: Edition): Outcome<Body> {
  const node = nodeAt(tree, path);
  if (!node) throw new Error(`${tree.source.path} has no value at ${path.join('.')}.`);
  const { source, start } = node.span;
  const firstLine = positionOf(source, start).line + 1;
  const text = `${value.replace(/\n+$/, '')}\n`;
  const body = { text, source, firstLine, indent: indentOf(source, start, value) };
  return { value: body, diagnostics: checkText(body, edition) };
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

function checkText(body: Body, edition: Edition): Diagnostic[] {
  const wrong = /[^\x20-\x7e\n]/u.exec(body.text);
  if (wrong) {
    const [character] = wrong;
    const message =
      character === '\t'
        ? 'A tab stands in a body.'
        : `${nameOfCharacter(character)} stands in a body, which is 7-bit ASCII.`;
    return [diagnose('resolve/body-text', message, spanInBody(body, wrong.index, wrong.index + character.length))];
  }
  if (body.text.split('\n').some((line) => isCommand(line, edition))) return [];
  return [
    diagnose(
      'resolve/body-empty',
      'The body has no command.',
      spanInBody(body, 0, Math.max(0, body.text.indexOf('\n'))),
    ),
  ];
}

function isCommand(line: string, edition: Edition): boolean {
  const comment = edition === 'ps1' ? /^\s*#/ : /^\s*(rem\b|::)/i;
  return line.trim() !== '' && !comment.test(line);
}

/**
 * Names of the parameters that a PowerShell body declares; null when it has no param block. A scan and
 * no parse: the linter parses what is emitted, this only compares names.
 */
export function declaredParameters(body: Body): string[] | null {
  const block = /^(?:[ ]*(?:#[^\n]*)?\n)*[ ]*param\s*\(/i.exec(body.text);
  if (!block) return null;
  const names: string[] = [];
  let depth = 1;
  let expectsName = true;
  const token = /'(?:[^']|'')*'|"(?:[^"`]|`[^]|"")*"|#[^\n]*|\$(\w+)|[()[\]{},]/g;
  token.lastIndex = block[0].length;
  for (let match = token.exec(body.text); match && depth > 0; match = token.exec(body.text)) {
    const [text, name] = match;
    if ('([{'.includes(text)) depth += 1;
    else if (')]}'.includes(text)) depth -= 1;
    else if (text === ',' && depth === 1) expectsName = true;
    else if (name !== undefined && depth === 1 && expectsName) {
      names.push(name);
      expectsName = false;
    }
  }
  return names;
}

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

/** The first line of a body that holds a param block or, without one, any command. */
export function startOfBody(body: Body): Span {
  const lines = body.text.split('\n');
  const at = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#')),
  );
  const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0);
  return spanInBody(body, start, start + (lines[at]?.length ?? 0));
}
