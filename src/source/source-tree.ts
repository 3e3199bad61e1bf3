import type { SourceFile, Span } from './source-file.js';

/** Keys and list positions from the root of a document, such as ['checks', 2, 'title', 'ja']. */
export type TreePath = readonly (string | number)[];

export type NodeStyle = 'map' | 'list' | 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded';

/**
 * A value of a structured document and where it was written, as offsets into the text of the document. Nodes are the largest part of
 * what a checklist of thousands of checks takes of memory, so they hold numbers, and spans are made for those who ask.
 */
export interface TreeNode {
  readonly start: number;
  readonly end: number;
  /** The key that the value stands under; -1 for the root and for list items. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly style: NodeStyle;
  /** True where a mistake that has been reported keeps the value from being known: say nothing more of it. */
  readonly hole: boolean;
  /** Of a map by key, of a list in its order. */
  readonly children: Readonly<Record<string, TreeNode>> | readonly TreeNode[];
}

/** The children of a text or a number: one object for all, since most nodes of a document are such. */
export const noChildren: TreeNode['children'] = [];

/** A structured document as plain data, and the place of each of its values. */
export interface SourceTree {
  readonly source: SourceFile;
  /** Maps are objects without a prototype; a hole is `undefined`. */
  readonly value: unknown;
  readonly root: TreeNode;
}

function childOf({ children }: TreeNode, step: string | number): TreeNode | undefined {
  if (Array.isArray(children)) return typeof step === 'number' ? children[step] : undefined;
  return (children as Readonly<Record<string | number, TreeNode>>)[step];
}

/**
 * A map of names that a document gave, which reach no prototype. A third of the memory that one has which began without a
 * prototype, or a Map of these.
 */
export function withoutPrototype<Value>(own: Record<string, Value>): Record<string, Value> {
  return Object.setPrototypeOf(own, null) as Record<string, Value>;
}

/** The node at a path, or the nearest one above it, which is the root at worst. */
export function nearestNode(tree: SourceTree, path: TreePath): TreeNode {
  let node = tree.root;
  for (const step of path) {
    const child = childOf(node, step);
    if (!child) return node;
    node = child;
  }
  return node;
}

/** The node at a path; null when the document has none there. */
export function nodeAt(tree: SourceTree, path: TreePath): TreeNode | null {
  let node: TreeNode | undefined = tree.root;
  for (const step of path) node = node && childOf(node, step);
  return node ?? null;
}

/** The place of the value at a path, or of the nearest value above it. */
export function spanOf(tree: SourceTree, path: TreePath): Span {
  const { start, end } = nearestNode(tree, path);
  return { source: tree.source, start, end };
}

/** The place of the key that a path ends with; for a list item or the root, its first line. */
export function keySpanOf(tree: SourceTree, path: TreePath): Span {
  const { source } = tree;
  const { start, end, keyStart, keyEnd } = nearestNode(tree, path);
  return keyStart === -1 ? firstLineOf({ source, start, end }) : { source, start: keyStart, end: keyEnd };
}

/** True when the path leads to or through a value that an earlier mistake made unknown. */
export function isHole(tree: SourceTree, path: TreePath): boolean {
  let node: TreeNode | undefined = tree.root;
  for (const step of path) {
    if (node.hole) return true;
    const child: TreeNode | undefined = childOf(node, step);
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
