import type { Span } from './source-file.js';
import { keySpanOf, nodeAt, spanOf, type SourceTree, type TreePath } from './source-tree.js';

/** A value of known shape that knows its place. */
export interface Located<T> {
  readonly value: T;
  readonly tree: SourceTree;
  /** Where the value stands in the tree. */
  readonly path: TreePath;
}

/** The place of a value inside a located one, or of the nearest value above it. */
export function placeOf(entry: Located<unknown>, ...path: TreePath): Span {
  return spanOf(entry.tree, [...entry.path, ...path]);
}

/** The place of the key that a path inside a located value ends with. */
export function keyPlaceOf(entry: Located<unknown>, ...path: TreePath): Span {
  return keySpanOf(entry.tree, [...entry.path, ...path]);
}

/** True when the author wrote something at a path inside a located value. */
export function hasKey(entry: Located<unknown>, ...path: TreePath): boolean {
  return nodeAt(entry.tree, [...entry.path, ...path]) !== null;
}
