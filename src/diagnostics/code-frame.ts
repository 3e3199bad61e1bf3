import { lineCount, lineText, positionOf, type Span } from '../source/source-file.js';
import { cellsOf, type Cell } from './terminal.js';

/** Columns of a source line that a frame shows at most. */
const frameWidth = 100;

/** Columns kept before the marked place when a long line is clipped. */
const leadingContext = 20;

const clipMark = '...';

/**
 * The lines around a span with a line of marks under its first line: `13 |     id: x`. Full-width characters count as
 * two columns, so the marks stand under what they mean. An empty list for a file without text.
 */
export function codeFrame(span: Span): string[] {
  const { source } = span;
  const total = lineCount(source);
  if (source.text === '') return [];
  const { line } = positionOf(source, span.start);
  const first = Math.max(1, line - 1);
  const last = Math.max(line, Math.min(total, line + 1));
  const gutter = String(last).length;
  const lines: string[] = [];
  const lineStart = span.start - (positionOf(source, span.start).column - 1);
  const marked = clip(cellsOf(lineText(source, line)), span.start - lineStart, span.end - lineStart);
  for (let number = first; number <= last; number += 1) {
    const label = String(number).padStart(gutter);
    const text = number === line ? marked.text : clip(cellsOf(lineText(source, number)), 0, 0).text;
    lines.push(`${label} | ${text}`.trimEnd());
    if (number === line) lines.push(`${' '.repeat(gutter)} | ${marked.marks}`);
  }
  return lines;
}

/** The part of a line that is shown, and the marks under [start, end), which are offsets into the line. */
function clip(cells: readonly Cell[], start: number, end: number): { text: string; marks: string } {
  const before = cells.filter((cell) => cell.offset < start);
  const columnsBefore = columns(before);
  const isLong = columns(cells) > frameWidth;
  const skip = isLong && columnsBefore > frameWidth - leadingContext ? columnsBefore - leadingContext : 0;
  let text = skip > 0 ? clipMark : '';
  let indent = text.length;
  let width = 0;
  let at = 0;
  let shown = 0;
  for (const cell of cells) {
    const from = at;
    at += cell.columns;
    if (from < skip) continue;
    if (isLong && shown + cell.columns > frameWidth) {
      text += clipMark;
      break;
    }
    text += cell.text;
    shown += cell.columns;
    if (cell.offset < start) indent += cell.columns;
    else if (cell.offset < end) width += cell.columns;
  }
  return { text, marks: ' '.repeat(indent) + '^'.repeat(Math.max(1, width)) };
}

function columns(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.columns, 0);
}
