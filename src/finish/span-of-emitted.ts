import type { Origin, RenderedText } from '../ir/artefact.js';
import { lineSpan, type Span } from '../source/source-file.js';

/** Where an emitted line (0-based row) came from; null for a line of a template. */
export function originOf({ blocks }: RenderedText, row: number): Origin | null {
  const block = blocks.find((each) => each.row <= row && row < each.row + each.count);
  return block ? { ...block.origin, line: block.origin.line + row - block.row } : null;
}

/**
 * The line of the checklist or of templates/ that an emitted line (0-based row) came from; where no input line gave it,
 * the emitted line itself.
 */
export function spanOfEmitted(rendered: RenderedText, row: number): Span {
  const origin = originOf(rendered, row);
  return origin
    ? lineSpan(origin.source, origin.line)
    : lineSpan({ path: rendered.path, text: rendered.text }, row + 1);
}
