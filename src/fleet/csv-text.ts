import type { Row } from './database.js';

/** Rows as CSV for spreadsheets. The first line has the names of the columns. */
export function csvLines(columns: readonly string[], rows: readonly Row[]): string {
  return rows.map((row) => `${columns.map((name) => csvCell(row[name] ?? null)).join(',')}\r\n`).join('');
}

/** A line of names. */
export function csvHeader(columns: readonly string[]): string {
  return `${columns.map((name) => csvCell(name)).join(',')}\r\n`;
}

/** What lists and structures are as text: a list of plain values with blanks between, all else as JSON. */
export function cellText(value: Row[string]): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  const isPlain = Array.isArray(value) && value.every((each) => typeof each !== 'object' || each === null);
  return isPlain ? value.map(cellText).join(' ') : JSON.stringify(value);
}

/**
 * A value as a cell. A spreadsheet runs what begins like a formula, and so may what it takes for one after a blank or a line end:
 * an apostrophe in front makes it text.
 */
export function csvCell(value: Row[string]): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : cellText(value);
  const safe =
    /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n;\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
