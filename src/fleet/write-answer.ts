import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { cellText, csvHeader, csvLines } from './csv-text.js';
import type { Answer, Row } from './database.js';

/**
 * The answer of a query as text, piece by piece: CSV that a spreadsheet may open, a list in JSON, or a table for people.
 */
export async function* answerText(
  { columns, pieces }: Answer,
  format: 'csv' | 'json' | 'table',
): AsyncGenerator<string> {
  if (format === 'table') yield* table(columns, pieces);
  else if (format === 'csv') {
    yield csvHeader(columns);
    for await (const rows of pieces) yield csvLines(columns, rows);
  } else {
    let before = '[';
    for await (const rows of pieces)
      for (const row of rows) {
        yield `${before}\n  ${JSON.stringify(row)}`;
        before = ',';
      }
    yield before === '[' ? '[]\n' : '\n]\n';
  }
}

/** Rows of a table for people; whoever wants more takes CSV. */
const mostShown = 1000;

async function* table(columns: readonly string[], pieces: Answer['pieces']): AsyncGenerator<string> {
  const shown: string[][] = [];
  let count = 0;
  for await (const rows of pieces)
    for (const row of rows) if ((count += 1) <= mostShown) shown.push(columns.map((name) => textOf(row[name] ?? null)));
  const widths = columns.map((name, at) => Math.max(name.length, ...shown.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `${cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()}\n`;
  yield line(columns) + line(widths.map((width) => '-'.repeat(width)));
  for (const cells of shown) yield line(cells);
  if (count > shown.length) yield `... and ${count - shown.length} more rows; --format csv has all.\n`;
}

/** A line end in a cell would make two rows of one. */
function textOf(value: Row[string]): string {
  return cellText(value).replace(/[\r\n\u2028\u2029]+/g, ' ');
}

/** Writes text to a file as it comes. */
export async function writePieces(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const file = createWriteStream(path);
  for await (const piece of pieces) if (!file.write(piece)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}
