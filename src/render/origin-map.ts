import type { Origin, Piece, TracedBlock } from '../ir/artefact.js';
import type { Body } from '../ir/catalog.js';
import { memoize } from '../source/memoize.js';
import type { SourceFile } from '../source/source-file.js';

/** A line on its way into a template, with the place it came from. */
export interface TracedLine {
  readonly text: string;
  readonly origin: Origin | null;
}

/** Lines on their way into a template, put together, without a line end behind the last one. */
export interface TracedText extends Piece {
  readonly count: number;
}

// Control characters cannot occur in what a template or a body brings: the byte contract of the input refuses them.
const open = '\u0001';
const close = '\u0002';

/**
 * Carries origins through a template engine that knows only text: traced text, which fills whole lines of a template,
 * is written as one mark, and `unmark` puts the text in again. One instance serves one rendered file.
 */
export interface OriginMarks {
  readonly mark: (traced: TracedText) => string;
  readonly unmark: (rendered: string) => readonly Piece[];
}

export function createOriginMarks(): OriginMarks {
  const known: TracedText[] = [];
  const mark = (traced: TracedText): string => (traced.count === 0 ? '' : `${open}${known.push(traced) - 1}${close}`);
  const unmark = (rendered: string): readonly Piece[] =>
    rendered.split(marks).map((text, index): Piece => {
      // What the split captured, every second piece, is a number that `mark` gave.
      const traced = index % 2 === 1 ? known[Number(text)] : undefined;
      return traced ?? { text, blocks: [] };
    });
  return { mark, unmark };
}

const marks = new RegExp(`${open}(\\d+)${close}`);

export function joinLines(lines: readonly TracedLine[]): TracedText {
  return { text: lines.map(({ text }) => text).join('\n'), count: lines.length, blocks: blocksOf(lines) };
}

/** Texts one behind the other, a blank line between two. */
export function joinTexts(texts: readonly TracedText[]): TracedText {
  const blocks: TracedBlock[] = [];
  let count = 0;
  for (const [index, text] of texts.entries()) {
    if (index > 0) count += 1;
    for (const block of text.blocks) blocks.push({ ...block, row: count + block.row });
    count += text.count;
  }
  return { text: texts.map(({ text }) => text).join('\n\n'), count, blocks };
}

function blocksOf(lines: readonly TracedLine[]): readonly TracedBlock[] {
  const blocks: { row: number; count: number; origin: Origin }[] = [];
  for (const [row, { origin }] of lines.entries()) {
    const last = blocks.at(-1);
    if (origin && last && row === last.row + last.count && follows(origin, last.origin, last.count)) last.count += 1;
    else if (origin) blocks.push({ row, count: 1, origin });
  }
  return blocks;
}

function follows(origin: Origin, first: Origin, count: number): boolean {
  return origin.source === first.source && origin.shift === first.shift && origin.line === first.line + count;
}

/** The lines of a body, traced to the file or YAML block they stand in. */
export function linesOfBody(body: Body): readonly TracedLine[] {
  return linesOf(body.text, body.source, body.firstLine, -body.indent);
}

/** The lines of a file of templates/, traced to it. */
export function linesOfSource(source: SourceFile): readonly TracedLine[] {
  return linesOf(source.text, source, 1, 0);
}

/** A file of templates/ as it stands: most are parts that hundreds of scripts have. */
export const traceSource = memoize((source: SourceFile): TracedText => joinLines(linesOfSource(source)));

function linesOf(text: string, source: SourceFile, firstLine: number, shift: number): readonly TracedLine[] {
  const lines = text.replace(/\n+$/, '').split('\n');
  return lines.map((line, index) => ({ text: line, origin: { source, line: firstLine + index, shift } }));
}
