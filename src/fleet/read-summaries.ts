import { rowsOfTable, separatorOf, type Separator } from './read-table.js';
import { linesOf, textOfFile, withFirstLine } from './read-text.js';
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
 * @param onColumns Told the names of the columns of a table, before the first summary.
 * @throws what opening and reading a file throws.
 */
export async function* summariesOfFile(
  path: string,
  onSilent: () => void = () => {},
  onColumns: (names: readonly string[]) => void = () => {},
): AsyncGenerator<FoundSummary> {
  const { firstLine, whole } = await withFirstLine(textOfFile(path));
  const sign = separatorOf(firstLine);
  yield* sign === null ? summariesOfLines(whole) : summariesOfTable(whole, sign, onSilent, onColumns);
}

async function* summariesOfTable(
  text: AsyncIterable<string>,
  separator: Separator,
  onSilent: () => void,
  onColumns: (names: readonly string[]) => void,
): AsyncGenerator<FoundSummary> {
  let isFirst = true;
  for await (const fields of rowsOfTable(text, separator, onSilent)) {
    if (isFirst) onColumns(Object.keys(fields));
    isFirst = false;
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

async function* summariesOfLines(text: AsyncIterable<string>): AsyncGenerator<Summary> {
  for await (const line of linesOf(text)) yield* readSummaries(line);
}
