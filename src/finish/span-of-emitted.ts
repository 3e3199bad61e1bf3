import type { RenderedText } from '../ir/artefact.js';
import { lineSpan, type Span } from '../source/source-file.js';

/**
 * The line of the checklist or of templates/ that an emitted line (0-based row) came from; where no input line gave it,
 * the emitted line itself.
 */
export function spanOfEmitted({ path, text, origins }: RenderedText, row: number): Span {
  const origin = origins[row];
  return origin ? lineSpan(origin.source, origin.line) : lineSpan({ path, text }, row + 1);
}
