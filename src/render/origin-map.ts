import type { Origin } from '../ir/artefact.js';
import type { Body } from '../ir/catalog.js';
import { remember } from '../ir/remember.js';
import type { SourceFile } from '../source/source-file.js';

/** A line on its way into a template, with the place it came from. */
export interface TracedLine {
  readonly text: string;
  readonly origin: Origin | null;
}

// Control characters cannot occur in what a template or a body brings: the byte contract of the input refuses them.
const open = '\u0001';
const close = '\u0002';

/**
 * Carries origins through a template engine that knows only text: a block of traced lines, which fills whole lines of a
 * template, is written as one mark, and `unmark` puts the blocks in again. One instance serves one rendered file.
 */
export interface OriginMarks {
  readonly mark: (lines: readonly TracedLine[]) => string;
  readonly unmark: (rendered: string) => { readonly text: string; readonly origins: readonly (Origin | null)[] };
}

export function createOriginMarks(): OriginMarks {
  const known: (readonly TracedLine[])[] = [];
  const mark = (lines: readonly TracedLine[]): string =>
    lines.length === 0 ? '' : `${open}${known.push(lines) - 1}${close}`;
  const unmark = (rendered: string): { text: string; origins: (Origin | null)[] } => {
    const texts: string[] = [];
    const origins: (Origin | null)[] = [];
    rendered.split(marks).forEach((piece, index) => {
      // What the split captured, every second piece, is the number of a block.
      const block = index % 2 === 1 ? blockOf(known[Number(piece)] ?? []) : null;
      texts.push(block?.text ?? piece);
      if (block) for (const origin of block.origins) origins.push(origin);
      else for (let line = lineEndsIn(piece) - (index === 0 ? 0 : 1); line > 0; line--) origins.push(null);
    });
    return { text: texts.join(''), origins };
  };
  return { mark, unmark };
}

const marks = new RegExp(`${open}(\\d+)${close}`);

/** The text and the origins of a block, once for each block: most blocks are parts that hundreds of scripts have. */
const blockOf = remember((lines: readonly TracedLine[]) => ({
  text: lines.map(({ text }) => text).join('\n'),
  origins: lines.map(({ origin }) => origin),
}));

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** The lines of a body, traced to the file or YAML block they stand in. */
export function traceBody(body: Body): readonly TracedLine[] {
  return trimmedLines(body.text).map((text, index) => ({
    text,
    origin: { source: body.source, line: body.firstLine + index, shift: -body.indent },
  }));
}

/** The lines of a file of templates/, traced to it. */
export const traceSource = remember((source: SourceFile): readonly TracedLine[] =>
  trimmedLines(source.text).map((text, index) => ({ text, origin: { source, line: index + 1, shift: 0 } })),
);

function trimmedLines(text: string): readonly string[] {
  return text.replace(/\n+$/, '').split('\n');
}
