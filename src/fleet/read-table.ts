import { longestLine } from './read-text.js';

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

/**
 * The rows of an exported table with a header (RFC 4180), by the names of its columns, as its text comes in. Each row has all columns: a
 * short one has empty cells, and cells without a column are passed over.
 * @param onDamage Told of each row that is no row; it costs itself and no other one, unless nobody can say where it ends.
 */
export async function* rowsOfTable(
  text: AsyncIterable<string>,
  separator: Separator,
  onDamage: () => void = () => {},
): AsyncGenerator<Readonly<Record<string, string>>> {
  let header: readonly string[] | null = null;
  for await (const cells of recordsOf(text, separator)) {
    if (cells === null) {
      onDamage();
      // Without names nothing of the table can be told.
      if (header === null) return;
    } else if (header === null) header = cells;
    else yield rowOf(header, cells);
  }
}

function rowOf(header: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']));
}

/** Records as they come; null for each that is damaged. */
async function* recordsOf(
  text: AsyncIterable<string>,
  separator: Separator,
): AsyncGenerator<readonly string[] | null, void> {
  let rest = '';
  let lineEnd: '\n' | '\r' | null = null;
  // Characters of a record whose end nobody saw, which are gone.
  let isLost = false;
  let scanned = 0;
  let rescanned = 0;
  for await (const chunk of withEnd(text)) {
    const isLast = chunk === null;
    rest += chunk ?? '';
    scanned += chunk?.length ?? 0;
    lineEnd ??= lineEndOf(rest, isLast);
    if (lineEnd === null && rest.length <= longestLine) continue;
    const end = lineEnd ?? '\n';
    const find = recordFinder(rest, separator, end, isLast);
    let at = 0;
    while (at < rest.length) {
      if (isLost) {
        const line = rest.indexOf(end, at);
        at = line < 0 ? rest.length : line + 1;
        isLost = line < 0;
        continue;
      }
      const record = find(at);
      if ('cells' in record) {
        yield record.cells;
        at = record.next;
        continue;
      }
      const { seen } = record;
      // More of it may come.
      if (!record.isDamaged && !isLast && seen - at <= longestLine) break;
      yield null;
      // It ends with its line where that is told by a quote further on. Text is looked at twice only as often as it is read once.
      const line = record.isDamaged ? rest.indexOf(end, at) : -1;
      if (line >= 0 && rescanned + seen - line <= scanned) {
        rescanned += seen - line;
        at = line + 1;
      } else {
        at = seen;
        isLost = true;
      }
    }
    rest = rest.slice(at);
  }
}

async function* withEnd(text: AsyncIterable<string>): AsyncGenerator<string | null> {
  yield* text;
  yield null;
}

/** What ends the lines of a text: a line feed, alone or behind a carriage return, or that alone. Null where more has to be seen. */
function lineEndOf(text: string, isLast: boolean): '\n' | '\r' | null {
  const feed = text.indexOf('\n');
  const carriage = text.indexOf('\r');
  if (carriage < 0 || (feed >= 0 && feed < carriage)) return feed < 0 ? null : '\n';
  if (carriage + 1 === text.length) return isLast ? '\r' : null;
  return text[carriage + 1] === '\n' ? '\n' : '\r';
}

/** A record and where the next one begins; or how far was looked in vain, and whether it is damaged or may go on behind the text. */
type FoundRecord =
  { readonly cells: readonly string[]; readonly next: number } | { readonly isDamaged: boolean; readonly seen: number };

/**
 * What finds the record that begins at a place of a text. Places asked for do not have to grow, but it is made for those that do: what it
 * looks for is not looked for twice.
 */
function recordFinder(
  text: string,
  separator: Separator,
  lineEnd: '\n' | '\r',
  isLast: boolean,
): (start: number) => FoundRecord {
  const nextLine = placeFinder(text, lineEnd);
  const nextSign = placeFinder(text, separator);
  return (start) => {
    const cells: string[] = [];
    for (let at = start; ;) {
      let end: number;
      if (text[at] === '"') {
        const cell = quotedCell(text, at, separator, lineEnd, isLast);
        if ('seen' in cell) return cell;
        cells.push(cell.value);
        end = cell.next;
      } else {
        const line = nextLine(at);
        if (line === text.length && !isLast) return { isDamaged: false, seen: text.length };
        end = Math.min(nextSign(at), line);
        cells.push(text.slice(at, end === line && isBeforeFeed(text, end - 1, lineEnd) ? Math.max(at, end - 1) : end));
      }
      if (isBeforeFeed(text, end, lineEnd)) end += 1;
      if (end - start > longestLine) return { isDamaged: true, seen: end };
      if (end >= text.length || text[end] === lineEnd) return { cells, next: end + 1 };
      at = end + 1;
    }
  };
}

/** Where a sign stands next, from a place on; the length of the text where it stands nowhere. */
function placeFinder(text: string, sign: string): (from: number) => number {
  // There is none from `from` on before `found`.
  let from = 0;
  let found = -1;
  return (at) => {
    if (found < at) {
      const place = text.indexOf(sign, at);
      found = place < 0 ? text.length : place;
      from = at;
    } else if (at < from) {
      const place = text.slice(at, from).indexOf(sign);
      if (place >= 0) found = at + place;
      from = at;
    }
    return found;
  };
}

/** Whether a carriage return that belongs to a line end stands there. */
function isBeforeFeed(text: string, at: number, lineEnd: '\n' | '\r'): boolean {
  return lineEnd === '\n' && text[at] === '\r' && text[at + 1] === '\n';
}

/**
 * A cell in quotes. A quote in it that is neither doubled nor at its end stands for itself while the cell is of one line; behind a line end it
 * tells that an earlier one was never closed, and whose the rest is can be told of nobody.
 */
function quotedCell(
  text: string,
  start: number,
  separator: Separator,
  lineEnd: '\n' | '\r',
  isLast: boolean,
): { readonly value: string; readonly next: number } | { readonly isDamaged: boolean; readonly seen: number } {
  let hasQuotes = false;
  let looked = start;
  for (let at = start + 1; ;) {
    const place = text.indexOf('"', at);
    // What comes behind tells what a quote is: two signs, where one of them may be a carriage return.
    if (place < 0 || (place + 2 >= text.length && !isLast)) return { isDamaged: false, seen: text.length };
    const next = text[place + 1];
    if (next === undefined || next === separator || next === lineEnd || isBeforeFeed(text, place + 1, lineEnd)) {
      const value = text.slice(start + 1, place);
      return { value: hasQuotes ? value.replaceAll('""', '"') : value, next: place + 1 };
    }
    if (next === '"') {
      hasQuotes = true;
      at = place + 2;
      continue;
    }
    if (place - start > longestLine) return { isDamaged: false, seen: place };
    if (text.slice(looked, place).includes(lineEnd)) return { isDamaged: true, seen: place };
    looked = place;
    at = place + 1;
  }
}
