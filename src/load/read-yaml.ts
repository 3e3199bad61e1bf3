import { Composer, isMap, isScalar, isSeq, type Document, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { memoize } from '../source/memoize.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { noChildren, type NodeStyle, type SourceTree, type TreeNode } from '../source/source-tree.js';
import { describeSyntaxError } from './yaml-errors.js';
import { readTokens } from './yaml-tokens.js';

/**
 * Reads one YAML 1.2 document (core schema) as plain data in which every value knows its place. Null when the text has
 * no structure to speak of; with smaller mistakes, such as a key given twice, the rest is still returned.
 */
export const readYaml = memoize((source: SourceFile): Result<SourceTree | null> => {
  const { tokens, diagnostics } = readTokens(source);
  if (!tokens) return { value: null, diagnostics };
  const document = composeFirst(tokens, source);
  const [error] = document?.errors ?? [];
  if (error) {
    return { value: null, diagnostics: [...diagnostics, describeSyntaxError(error, source)] };
  }
  if (!document?.contents || isEmptyScalar(document.contents)) {
    const span = { source, start: 0, end: 0 };
    const empty = diagnose('load/empty-file', `"${source.path}" has no content.`, span);
    return { value: null, diagnostics: [...diagnostics, empty] };
  }
  const reader: Reader = { source, diagnostics: [] };
  const { value, node } = readNode(document.contents, null, reader);
  return { value: { source, value, root: node }, diagnostics: [...diagnostics, ...reader.diagnostics] };
});

/** Duplicate keys are looked for here and not by the library, whose search takes quadratic time. */
function composeFirst(tokens: Iterable<Parameters<Composer['next']>[0]>, source: SourceFile): Document.Parsed | null {
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
    merge: false,
  });
  for (const document of composer.compose(tokens, true, source.text.length)) return document as Document.Parsed;
  return null;
}

interface Reader {
  readonly source: SourceFile;
  readonly diagnostics: Diagnostic[];
}

interface Reading {
  readonly value: unknown;
  readonly node: TreeNode;
}

function isEmptyScalar(node: unknown): boolean {
  return isScalar(node) && node.value === null && !node.source;
}

/** Recursion is safe: readTokens limits the depth. */
function readNode(node: ParsedNode | null, keySpan: Span | null, reader: Reader): Reading {
  if (isMap(node)) return readMap(node, keySpan, reader);
  if (isSeq(node)) return readList(node.items as ParsedNode[], spanOfNode(node, reader.source), keySpan, reader);
  if (isScalar(node)) {
    const span = node.range[0] === node.range[1] && keySpan ? keySpan : spanOfNode(node, reader.source);
    return { value: node.value, node: leaf(span, keySpan, styleOf(node), false) };
  }
  const span = node ? spanOfNode(node, reader.source) : (keySpan ?? { source: reader.source, start: 0, end: 0 });
  return { value: undefined, node: leaf(span, keySpan, 'plain', true) };
}

function leaf(span: Span, keySpan: Span | null, style: NodeStyle, hole: boolean): TreeNode {
  return { span, keySpan, style, hole, children: noChildren };
}

function readList(items: readonly ParsedNode[], span: Span, keySpan: Span | null, reader: Reader): Reading {
  const values: unknown[] = [];
  const children = new Map<number, TreeNode>();
  items.forEach((item, position) => {
    const reading = readNode(item, null, reader);
    values.push(reading.value);
    children.set(position, reading.node);
  });
  return { value: values, node: { span, keySpan, style: 'list', hole: false, children } };
}

function readMap(map: YAMLMap.Parsed, keySpan: Span | null, reader: Reader): Reading {
  const value: Record<string, unknown> = Object.create(null);
  const children = new Map<string, TreeNode>();
  let hole = false;
  for (const pair of map.items) {
    const key = readKey(pair.key, reader);
    if (!key || key.name === '<<') {
      hole = true;
      continue;
    }
    const first = children.get(key.name);
    if (first) {
      const related = [{ message: 'given first at', span: first.keySpan ?? first.span }];
      reader.diagnostics.push(diagnose('load/duplicate-key', `"${key.name}" is given twice.`, key.span, { related }));
      continue;
    }
    const reading = readNode(pair.value, key.span, reader);
    value[key.name] = reading.value;
    children.set(key.name, reading.node);
  }
  const span = spanOfNode(map, reader.source);
  return { value: hole ? undefined : value, node: { span, keySpan, style: 'map', hole, children } };
}

/** A key as text; null when it is none, which has then been reported. */
function readKey(key: ParsedNode, reader: Reader): { name: string; span: Span } | null {
  const span = spanOfNode(key, reader.source);
  if (isScalar(key) && key.value === '<<' && key.type === 'PLAIN') {
    reader.diagnostics.push(diagnose('load/yaml-merge-key', '"<<" merges maps, which a checklist cannot use.', span));
    return null;
  }
  if (isScalar(key) && typeof key.value === 'string' && key.value !== '__proto__') return { name: key.value, span };
  if (isMap(key) || isSeq(key) || isScalar(key)) {
    const written = reader.source.text.slice(span.start, span.end);
    const name = isScalar(key) && typeof key.value === 'string' ? key.value : written;
    const message = isScalar(key) ? `"${name}" cannot be a key.` : 'A list or a map cannot be a key.';
    const suggestions = isScalar(key) && typeof key.value !== 'string' && written ? [`'${written}'`] : [];
    reader.diagnostics.push(diagnose('load/yaml-key', message, span, { suggestions }));
  }
  return null;
}

function spanOfNode(node: { range?: readonly [number, number, number] | null }, source: SourceFile): Span {
  const [start, end] = node.range ?? [0, 0];
  const written = source.text.slice(start, end);
  return { source, start, end: start + written.trimEnd().length };
}

function styleOf(node: Scalar): NodeStyle {
  switch (node.type) {
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    default:
      return 'plain';
  }
}
