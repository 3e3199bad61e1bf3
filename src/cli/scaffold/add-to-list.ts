import { memberOf } from '../../load/read-includes.js';
import { readYaml } from '../../load/read-yaml.js';
import { nodeAt } from '../../source/source-tree.js';
import type { SourceFile } from '../../source/source-file.js';

/**
 * The text of a YAML file with one more entry at the end of a list of its root.
 * @param entry the entry as a block at two columns, such as "  - id: clock\n", or, where the list stands in brackets, as it is there.
 * @returns null where the text has a form in which that cannot be done, or where it could not be read behind it.
 */
export function addToList(
  source: SourceFile,
  key: string,
  entry: { block: string; flow: string | null },
): string | null {
  const { value: tree, diagnostics } = readYaml(source);
  const list = tree && nodeAt(tree, [key]);
  const before = tree ? memberOf(tree.value, key) : null;
  if (!tree || !list || diagnostics.length > 0 || !Array.isArray(before)) return null;
  const text = extend(source.text, list, before.length, entry);
  if (text === null) return null;
  const added = readYaml({ path: source.path, text });
  const after = added.value && memberOf(added.value.value, key);
  const isAdded = added.diagnostics.length === 0 && Array.isArray(after) && after.length === before.length + 1;
  return isAdded ? text : null;
}

function extend(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  count: number,
  { block, flow }: { readonly block: string; readonly flow: string | null },
): string | null {
  if (text[start] !== '[') {
    // Behind the last line of the list; comments that follow stay behind it.
    const lineEnd = text.indexOf('\n', Math.max(start, end - 1));
    const at = lineEnd === -1 ? text.length : lineEnd + 1;
    const column = start - (text.lastIndexOf('\n', start - 1) + 1);
    const indented = block.replace(/^ {2}(?=\S| )/gm, ' '.repeat(column));
    return `${text.slice(0, at).replace(/\n*$/, '\n')}${indented}${text.slice(at)}`;
  }
  if (count === 0) {
    const rest = text.slice(end);
    return /^[ \t]*(?:#[^\n]*)?(?:\n|$)/.test(rest)
      ? `${text.slice(0, start).trimEnd()}\n${block.replace(/^\n+/, '')}${rest.replace(/^[^\n]*\n?/, '')}`
      : null;
  }
  return flow === null ? null : `${text.slice(0, end - 1).trimEnd()}, ${flow}${text.slice(end - 1)}`;
}
