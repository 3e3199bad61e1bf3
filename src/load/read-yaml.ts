import { Composer, isMap, isScalar, isSeq, type Document, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { memoize } from '../source/memoize.js';
import type { SourceFile, Span } from '../source/source-file.js';
import { noChildren, withoutPrototype, type NodeStyle, type SourceTree, type TreeNode } from '../source/source-tree.js';
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

/** Where something stands in the text of its document. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Recursion is safe: readTokens limits the depth. */
function readNode(node: ParsedNode | null, key: Place | null, reader: Reader): Reading {
  if (isMap(node)) return readMap(node, key, reader);
  if (isSeq(node)) return readList(node.items as ParsedNode[], placeOf(node, reader.source), key, reader);
  if (isScalar(node)) {
    const place = node.range[0] === node.range[1] && key ? key : placeOf(node, reader.source);
    return { value: node.value, node: nodeAtPlace(place, key, styleOf(node), false, noChildren) };
  }
  const place = node ? placeOf(node, reader.source) : (key ?? { start: 0, end: 0 });
  return { value: undefined, node: nodeAtPlace(place, key, 'plain', true, noChildren) };
}

function nodeAtPlace(
  { start, end }: Place,
  key: Place | null,
  style: NodeStyle,
  hole: boolean,
  children: TreeNode['children'],
): TreeNode {
  return { start, end, keyStart: key?.start ?? -1, keyEnd: key?.end ?? -1, style, hole, children };
}

function readList(items: readonly ParsedNode[], place: Place, key: Place | null, reader: Reader): Reading {
  const readings = items.map((item) => readNode(item, null, reader));
  const children = readings.map(({ node }) => node);
  return { value: readings.map(({ value }) => value), node: nodeAtPlace(place, key, 'list', false, children) };
}

function readMap(map: YAMLMap.Parsed, ownKey: Place | null, reader: Reader): Reading {
  const { source } = reader;
  const value: Record<string, unknown> = {};
  const children: Record<string, TreeNode> = {};
  let hole = false;
  for (const pair of map.items) {
    const key = readKey(pair.key, reader);
    if (!key || key.name === '<<') {
      hole = true;
      continue;
    }
    const first = Object.hasOwn(children, key.name) ? children[key.name] : undefined;
    if (first) {
      const place = first.keyStart === -1 ? first : { start: first.keyStart, end: first.keyEnd };
      const related = [{ message: 'given first at', span: { source, start: place.start, end: place.end } }];
      reader.diagnostics.push(diagnose('load/duplicate-key', `"${key.name}" is given twice.`, key.span, { related }));
      continue;
    }
    const reading = readNode(pair.value, key.span, reader);
    value[key.name] = reading.value;
    children[key.name] = reading.node;
  }
  const node = nodeAtPlace(placeOf(map, source), ownKey, 'map', hole, withoutPrototype(children));
  return { value: hole ? undefined : withoutPrototype(value), node };
}

/** A key as text; null when it is none, which has then been reported. */
function readKey(key: ParsedNode, reader: Reader): { name: string; span: Span } | null {
  const span = { source: reader.source, ...placeOf(key, reader.source) };
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

function placeOf(node: { range?: readonly [number, number, number] | null }, source: SourceFile): Place {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: start + source.text.slice(start, end).trimEnd().length };
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
