import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isHole, spanOf, type SourceTree, type TreePath } from '../source/source-tree.js';

/** Keys whose lists are values of the author's own, in which an entry may be there twice; `include` is for load to look at. */
const ownLists: ReadonlySet<string | number> = new Set(['with', 'default', 'value', 'include']);

/** Warns of each entry of a list of words or numbers that is there already, anywhere in a file of the checklist. */
export function doubledEntries(tree: SourceTree): readonly Diagnostic[] {
  return [...listsIn(tree.value, [])].flatMap(({ list, path }) =>
    list.flatMap((entry, at): readonly Diagnostic[] => {
      const first = list.indexOf(entry);
      if (first === at || isHole(tree, [...path, at])) return [];
      const message = `"${String(entry)}" is in this list already.`;
      const related = [{ message: 'it stands first at', span: spanOf(tree, [...path, first]) }];
      return [diagnose('spec/doubled-entry', message, spanOf(tree, [...path, at]), { related })];
    }),
  );
}

function* listsIn(value: unknown, path: TreePath): Generator<{ list: readonly unknown[]; path: TreePath }> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string' || typeof entry === 'number')) {
    yield { list: value, path };
    return;
  }
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((entry: unknown, at) => [at, entry] as const)
    : Object.entries(value);
  for (const [key, entry] of entries) if (!ownLists.has(key)) yield* listsIn(entry, [...path, key]);
}
