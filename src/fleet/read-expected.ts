import { rowsOfTable, separatorOf } from './read-table.js';
import { textOfFile, withFirstLine } from './read-text.js';
import { aliasesOf, columnsOf, firstValue, type TableColumns } from './table-columns.js';
import type { Expected } from './views.js';

/**
 * Reads the PCs that should report from a table with a header: their ids and names as consoles call the columns, and under `Ring` the
 * group that gets a repair at one time.
 * @param keepsNames Whether lists call them by name.
 */
export async function readExpected(path: string, keepsNames: boolean): Promise<readonly Expected[]> {
  const found = new Map<string, Expected>();
  let columns: (TableColumns & { readonly ring: string }) | null = null;
  const { firstLine, whole } = await withFirstLine(textOfFile(path));
  for await (const row of rowsOfTable(whole, separatorOf(firstLine) ?? ',')) {
    columns ??= {
      ...columnsOf(Object.keys(row)),
      ring: Object.keys(row).find((name) => /^(?:ring|group|cohort)$/i.test(name)) ?? '',
    };
    const aliases = aliasesOf(row, columns);
    const [first] = aliases;
    if (first !== undefined && !found.has(first))
      found.set(first, {
        aliases,
        name: keepsNames ? firstValue(row, columns.names) : '',
        ring: (row[columns.ring] ?? '').trim(),
      });
  }
  return [...found.values()];
}
