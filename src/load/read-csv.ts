import { counted } from '../diagnostics/counted.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { memoize } from '../source/memoize.js';
import { lineCount, lineSpan, lineText, type SourceFile, type Span } from '../source/source-file.js';
import { noChildren, withoutPrototype, type NodeStyle, type SourceTree, type TreeNode } from '../source/source-tree.js';

/**
 * Reads a table as RFC 4180 writes it, comma-separated with a line of column names first, and stricter in one thing: a
 * field ends on the line it begins on, so that a quotation mark that is left out spoils one line and not the rest of the
 * file. The value is { columns: text[], rows: { [column]: text }[] }, and every field knows its place. Rows with
 * mistakes are left out; null when there is no line of column names.
 */
export const readCsv = memoize((source: SourceFile): Result<SourceTree | null> => {
  const diagnostics: Diagnostic[] = [];
  const lines = Array.from({ length: lineCount(source) }, (_, index) => readLine(source, index + 1));
  const [head, ...body] = lines;
  if (!head || source.text.trim() === '') {
    const empty = diagnose('load/empty-file', `"${source.path}" has no content.`, { source, start: 0, end: 0 });
    return { value: null, diagnostics: [empty] };
  }
  const twins = findTwins(head.fields);
  diagnostics.push(...twins, ...lines.flatMap(({ diagnostics: found }) => found));
  if (twins.length > 0 || head.diagnostics.length > 0) return { value: null, diagnostics };
  const names = head.fields.map(({ text }) => text);
  const rows: Row[] = [];
  for (const { fields, diagnostics: found, span } of body) {
    if (found.length > 0) continue;
    if (fields.length === names.length) rows.push(rowOf(names, head.fields, fields, span));
    else diagnostics.push(wrongCount(fields.length, names.length, span));
  }
  return { value: treeOf(source, head.fields, rows), diagnostics };
});

interface Field {
  readonly text: string;
  /** Without quotation marks. */
  readonly span: Span;
}

interface Line {
  readonly fields: readonly Field[];
  readonly diagnostics: readonly Diagnostic[];
  readonly span: Span;
}

const bareField = /[^,"]*/y;
const quotedField = /"((?:[^"]|"")*)"/y;

/** The fields of a line. After a mistake nothing more is read, since the commas behind it may be text. */
function readLine(source: SourceFile, line: number): Line {
  const text = lineText(source, line);
  const span = lineSpan(source, line);
  const fields: Field[] = [];
  let at = 0;
  for (;;) {
    const isQuoted = text[at] === '"';
    const pattern = isQuoted ? quotedField : bareField;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return { fields, diagnostics: [misplaced('This quotation mark is never closed.', at)], span };
    const start = span.start + at + (isQuoted ? 1 : 0);
    const written = match[1] ?? match[0];
    fields.push({ text: written.replaceAll('""', '"'), span: { source, start, end: start + written.length } });
    at += match[0].length;
    if (at === text.length) return { fields, diagnostics: [], span };
    if (text[at] !== ',') {
      const message = isQuoted
        ? 'Text follows a closing quotation mark here.'
        : 'A quotation mark stands inside a field that does not begin with one.';
      return { fields, diagnostics: [misplaced(message, at)], span };
    }
    at += 1;
  }

  function misplaced(message: string, column: number): Diagnostic {
    const start = span.start + column;
    return diagnose('load/csv-syntax', message, { source, start, end: start + 1 });
  }
}

function findTwins(head: readonly Field[]): Diagnostic[] {
  return head.flatMap(({ text, span }, position) => {
    const first = head.findIndex((field) => field.text === text);
    if (first === position) return [];
    const related = [{ message: 'given first at', span: head[first]?.span ?? span }];
    return [diagnose('load/duplicate-key', `The column "${text}" is given twice.`, span, { related })];
  });
}

function wrongCount(found: number, needed: number, span: Span): Diagnostic {
  return diagnose(
    'load/csv-syntax',
    `This line has ${counted(found, 'field')}, where the columns are ${needed}.`,
    span,
  );
}

interface Row {
  readonly value: Readonly<Record<string, string>>;
  readonly node: TreeNode;
}

function rowOf(names: readonly string[], head: readonly Field[], fields: readonly Field[], span: Span): Row {
  const pairs = names.map((name, position) => ({ name, field: fields[position] as Field, key: head[position]?.span }));
  // Unlike an assignment, this makes a property of any name.
  const value = Object.fromEntries(pairs.map(({ name, field }) => [name, field.text]));
  const children = Object.fromEntries(
    pairs.map(({ name, field, key }) => [name, nodeOf(field.span, key ?? null, 'plain', noChildren)]),
  );
  return { value: withoutPrototype(value), node: nodeOf(span, null, 'map', withoutPrototype(children)) };
}

function nodeOf({ start, end }: Span, key: Span | null, style: NodeStyle, children: TreeNode['children']): TreeNode {
  return { start, end, keyStart: key?.start ?? -1, keyEnd: key?.end ?? -1, style, hole: false, children };
}

function treeOf(source: SourceFile, head: readonly Field[], rows: readonly Row[]): SourceTree {
  const whole: Span = { source, start: 0, end: source.text.length };
  const list = (children: readonly TreeNode[]): TreeNode => nodeOf(whole, null, 'list', children);
  const columns = list(head.map(({ span }) => nodeOf(span, null, 'plain', noChildren)));
  const children = withoutPrototype({ columns, rows: list(rows.map(({ node }) => node)) });
  return {
    source,
    value: { columns: head.map(({ text }) => text), rows: rows.map(({ value }) => value) },
    root: nodeOf(whole, null, 'map', children),
  };
}
