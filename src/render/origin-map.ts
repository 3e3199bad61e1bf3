import type { Origin } from '../ir/artefact.js';
import type { Body } from '../ir/catalog.js';
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
 * Carries origins through a template engine that knows only text: each traced line is written with a mark in front,
 * and `unmark` takes the marks off the rendered text again. One instance serves one rendered file.
 */
export interface OriginMarks {
  readonly mark: (lines: readonly TracedLine[]) => string;
  readonly unmark: (rendered: string) => { readonly text: string; readonly origins: readonly (Origin | null)[] };
}

export function createOriginMarks(): OriginMarks {
  const known: Origin[] = [];
  const mark = (lines: readonly TracedLine[]): string =>
    lines.map(({ text, origin }) => (origin ? `${open}${known.push(origin) - 1}${close}${text}` : text)).join('\n');
  const unmark = (rendered: string): { text: string; origins: (Origin | null)[] } => {
    const texts: string[] = [];
    const origins: (Origin | null)[] = [];
    for (const line of rendered.split('\n')) {
      const end = line.startsWith(open) ? line.indexOf(close) : -1;
      origins.push(end === -1 ? null : (known[Number(line.slice(1, end))] ?? null));
      texts.push(end === -1 ? line : line.slice(end + 1));
    }
    return { text: texts.join('\n'), origins };
  };
  return { mark, unmark };
}

/** The lines of a body, traced to the file or YAML block they stand in. */
export function traceBody(body: Body): readonly TracedLine[] {
  return trimmedLines(body.text).map((text, index) => ({
    text,
    origin: { source: body.source, line: body.firstLine + index, shift: -body.indent },
  }));
}

/** The lines of a file of templates/, traced to it. */
export function traceSource(source: SourceFile): readonly TracedLine[] {
  return trimmedLines(source.text).map((text, index) => ({ text, origin: { source, line: index + 1, shift: 0 } }));
}

function trimmedLines(text: string): readonly string[] {
  return text.replace(/\n+$/, '').split('\n');
}
