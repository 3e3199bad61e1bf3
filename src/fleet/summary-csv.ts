import type { Row } from './database.js';
import { csvHeader, csvLines } from './csv-text.js';
import type { FoundSummary } from './read-summaries.js';

/** Of a summary, and of each of its checks; names as in result.schema.json. */
const ofRun = ['product', 'checklistVersion', 'mode', 'build', 'revision', 'verdict', 'notes', 'column'] as const;
const ofCheck = ['check', 'status', 'reasonKey', 'hresult', 'before', 'outcome'] as const;

/**
 * Summaries as CSV for spreadsheets, as they come: a row a check, or one for a run that came to none.
 * @param tableColumns Names of the columns of the table that they stand in, empty for other texts; asked when the first summary is
 * there. What such a column says stands under its name behind "row.".
 */
export async function* summaryCsv(
  summaries: AsyncIterable<FoundSummary> | Iterable<FoundSummary>,
  tableColumns: () => readonly string[],
): AsyncGenerator<string> {
  let columns: readonly string[] | null = null;
  for await (const summary of summaries) {
    if (columns === null) {
      const own = tableColumns().filter((name) => name !== summary.column);
      columns = [...own.map(rowColumn), ...ofRun, ...ofCheck];
      yield csvHeader(columns);
    }
    yield csvLines(columns, rowsOf(summary));
  }
}

function rowColumn(name: string): string {
  return `row.${name}`;
}

function rowsOf({ row = {}, column = '', checks, windows, notes, ...run }: FoundSummary): readonly Row[] {
  const around = {
    ...Object.fromEntries(Object.entries(row).map(([name, value]) => [rowColumn(name), value])),
    product: run.product,
    checklistVersion: run.checklistVersion,
    mode: run.mode,
    build: windows?.build ?? null,
    revision: windows?.revision ?? null,
    verdict: run.verdict,
    notes: notes.join(' '),
    column,
  };
  if (checks.length === 0) return [around];
  return checks.map(({ id, status, reasonKey, hresults, before, outcome }) => ({
    ...around,
    ...{ check: id, status, reasonKey, hresult: hresults.join(' '), before, outcome },
  }));
}
