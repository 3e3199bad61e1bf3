/**
 * A text file of the input: the place every diagnostic points into.
 *
 * Offsets are UTF-16 code units into `text`. `text` has LF line ends whatever the file on disk had.
 */
export interface SourceFile {
  /** Path relative to the checklist's root, with forward slashes. What people see. */
  readonly path: string;
  readonly text: string;
}

/** A half-open range [start, end) of UTF-16 code units in one source file. */
export interface Span {
  readonly source: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A position for people: both numbers start at 1; `column` counts UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsBySource = new WeakMap<SourceFile, readonly number[]>();

function lineStartsOf(source: SourceFile): readonly number[] {
  const known = lineStartsBySource.get(source);
  if (known) return known;
  const starts = [0];
  for (let at = source.text.indexOf('\n'); at !== -1; at = source.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStartsBySource.set(source, starts);
  return starts;
}

/** The position of an offset. Offsets past the end give the position of the end. */
export function positionOf(source: SourceFile, offset: number): Position {
  const starts = lineStartsOf(source);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.min(offset, source.text.length) - (starts[low] as number) + 1 };
}

/** The text of a line (1-based) without its line end; an empty string when there is no such line. */
export function lineText(source: SourceFile, line: number): string {
  const starts = lineStartsOf(source);
  const start = starts[line - 1];
  if (start === undefined) return '';
  const next = starts[line];
  return source.text.slice(start, next === undefined ? undefined : next - 1);
}

/** How many lines the file has; a final line end does not start another line. */
export function lineCount(source: SourceFile): number {
  const starts = lineStartsOf(source);
  return source.text.endsWith('\n') ? starts.length - 1 : starts.length;
}

/** The span of a whole line (1-based) without its line end. */
export function lineSpan(source: SourceFile, line: number): Span {
  const start = lineStartsOf(source)[line - 1] ?? source.text.length;
  return { source, start, end: start + lineText(source, line).length };
}
