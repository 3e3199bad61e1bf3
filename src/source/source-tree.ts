import type { SourceFile, Span } from './source-file.js';

/** Keys and list positions from the root of a document, such as ['checks', 2, 'title', 'ja']. */
export type TreePath = readonly (string | number)[];

export type NodeStyle = 'map' | 'list' | 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/** A value of a structured document and the text it was written as. */
export interface TreeNode {
  readonly span: Span;
  /** The key the value stands under; null for the root and for list items. */
  readonly keySpan: Span | null;
  readonly style: NodeStyle;
  /** True where a mistake that has been reported keeps the value from being known: say nothing more of it. */
  readonly hole: boolean;
  readonly children: ReadonlyMap<string | number, TreeNode>;
}

/** The children of a text or a number: one object for all, since most nodes of a document are such. */
export const noChildren: TreeNode['children'] = new Map();

/** A structured document as plain data, and the place of each of its values. */
export interface SourceTree {
  readonly source: SourceFile;
  /** Maps are objects without a prototype; a hole is `undefined`. */
  readonly value: unknown;
  readonly root: TreeNode;
}

/** The node at a path, or the nearest one above it, which is the root at worst. */
export function nearestNode(tree: SourceTree, path: TreePath): TreeNode {
  let node = tree.root;
  for (const step of path) {
    const child = node.children.get(step);
    if (!child) return node;
    node = child;
  }
  return node;
}

/** The node at a path; null when the document has none there. */
export function nodeAt(tree: SourceTree, path: TreePath): TreeNode | null {
  let node: TreeNode | undefined = tree.root;
  for (const step of path) node = node?.children.get(step);
  return node ?? null;
}

/** The place of the value at a path, or of the nearest value above it. */
export function spanOf(tree: SourceTree, path: TreePath): Span {
  return nearestNode(tree, path).span;
}

/** The place of the key that a path ends with; for a list item or the root, its first line. */
export function keySpanOf(tree: SourceTree, path: TreePath): Span {
  const node = nearestNode(tree, path);
  return node.keySpan ?? firstLineOf(node.span);
}

/** True when the path leads to or through a value that an earlier mistake made unknown. */
export function isHole(tree: SourceTree, path: TreePath): boolean {
  let node: TreeNode | undefined = tree.root;
  for (const step of path) {
    if (node.hole) return true;
    const child: TreeNode | undefined = node.children.get(step);
    if (!child) return false;
    node = child;
  }
  return node.hole;
}

/** The first line of a file, for what is wrong with the file as a whole. */
export function startOf(source: SourceFile): Span {
  return firstLineOf({ source, start: 0, end: source.text.length });
}

/** The part of a span on the line it starts on. */
export function firstLineOf(span: Span): Span {
  const lineEnd = span.source.text.indexOf('\n', span.start);
  return lineEnd === -1 || lineEnd >= span.end ? span : { ...span, end: Math.max(span.start, lineEnd) };
}
