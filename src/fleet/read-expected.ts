import { createReadStream } from 'node:fs';
import { rowsOfTable } from './read-summaries.js';
import { aliasesOf, columnsOf, type TableColumns, type TableRow } from './table-columns.js';
import type { Expected } from './views.js';

/**
 * Reads the PCs that should report from a table with a header: their ids and names as consoles call the columns, and under `Ring` the
 * group that gets a repair at one time.
 * @param keepsNames Whether lists call them by name.
 */
export async function readExpected(path: string, keepsNames: boolean): Promise<readonly Expected[]> {
  const found = new Map<string, Expected>();
  let columns: (TableColumns & { readonly ring: string }) | null = null;
  const text = createReadStream(path, { encoding: await encodingOf(path) });
  for await (const row of rowsOfTable(text)) {
    columns ??= {
      ...columnsOf(Object.keys(row)),
      ring: Object.keys(row).find((name) => /^(?:ring|group|cohort)$/i.test(name)) ?? '',
    };
    const aliases = aliasesOf(row, columns);
    const [first] = aliases;
    if (first !== undefined && !found.has(first))
      found.set(first, {
        aliases,
        name: keepsNames ? nameOf(row, columns) : '',
        ring: (row[columns.ring] ?? '').trim(),
      });
  }
  return [...found.values()];
}

function nameOf(row: TableRow, { names }: TableColumns): string {
  return names.map((name) => (row[name] ?? '').trim()).find((name) => name !== '') ?? '';
}

async function encodingOf(path: string): Promise<BufferEncoding> {
  for await (const start of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>)
    return start[0] === 0xff && start[1] === 0xfe ? 'utf16le' : 'utf8';
  return 'utf8';
}
