import { parse } from 'csv-parse';
import { linesOf, longestLine, textOfFile, withFirstLine } from './read-text.js';
import { readSummaries, type Summary } from './summary-line.js';

/** A summary and where it stood. */
export interface FoundSummary extends Summary {
  /** Of a table, the column: Intune has one for the detection before a repair and one for that after it. */
  readonly column?: string;
  /** Of a table, what the other columns say of the row, such as the device and the time. */
  readonly row?: Readonly<Record<string, string>>;
}

/**
 * Reads the summaries of a file piece by piece, however large it is: of an exported table (CSV with a header, as consoles write
 * it in UTF-8 or UTF-16 with a mark, and spreadsheets with other signs between) row by row, of any other text line by line. What is no
 * summary is passed over.
 * @param onSilent Told of each row of a table that holds no summary, or could not be read.
 * @throws what opening and reading a file throws.
 */
export async function* summariesOfFile(path: string, onSilent: () => void = () => {}): AsyncGenerator<FoundSummary> {
  const { firstLine, whole } = await withFirstLine(textOfFile(path));
  const sign = separatorOf(firstLine);
  yield* sign === null ? summariesOfLines(whole) : summariesOfTable(whole, sign, onSilent);
}

/** What stands between the cells of a table. A spreadsheet takes the sign of its country. */
export type Separator = ',' | ';' | '\t';

/**
 * What parts the names of a first line that is the header of a table, in any language; null for a line that is none: one cell, a
 * summary, or a cell that begins with a digit, as the times of a log do.
 */
export function separatorOf(line: string): Separator | null {
  if (line.includes('mendsheet/')) return null;
  const bare = line.replace(/"(?:[^"]|"")*"/g, '"');
  const signs = ([',', ';', '\t'] as const).map((sign) => ({ sign, cells: bare.split(sign) }));
  const [best] = signs.sort((a, b) => b.cells.length - a.cells.length);
  if (!best || best.cells.length < 2) return null;
  return best.cells.some((cell) => /^\s*\d/.test(cell)) ? null : best.sign;
}

async function* summariesOfTable(
  text: AsyncIterable<string>,
  separator: Separator,
  onSilent: () => void,
): AsyncGenerator<FoundSummary> {
  for await (const fields of rowsOfTable(text, separator, onSilent)) {
    const found = Object.entries(fields).flatMap(([column, value]) =>
      readSummaries(value).map((summary) => ({ column, summary })),
    );
    if (found.length === 0) {
      onSilent();
      continue;
    }
    const columns = new Set(found.map(({ column }) => column));
    const row = Object.fromEntries(
      Object.entries(fields).filter(([column, value]) => !columns.has(column) && value !== ''),
    );
    for (const { column, summary } of found) yield { ...summary, column, row };
  }
}

/**
 * The rows of an exported table with a header, by the names of its columns, as its text comes in.
 * @param onDamage Told of each row that is no row; it costs itself and no other one.
 */
export async function* rowsOfTable(
  text: AsyncIterable<string>,
  separator: Separator,
  onDamage: () => void = () => {},
): AsyncGenerator<Readonly<Record<string, string>>> {
  const rows = parse({
    bom: true,
    delimiter: separator,
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestLine,
    skip_records_with_error: true,
    on_skip: () => {
      onDamage();
      return undefined;
    },
  });
  const feed = (async () => {
    try {
      for await (const chunk of text) if (!rows.write(chunk)) await new Promise((go) => rows.once('drain', go));
      rows.end();
    } catch (error) {
      rows.destroy(error as Error);
    }
  })();
  yield* rows as AsyncIterable<Readonly<Record<string, string>>>;
  await feed;
}

async function* summariesOfLines(text: AsyncIterable<string>): AsyncGenerator<Summary> {
  for await (const line of linesOf(text)) yield* readSummaries(line);
}
