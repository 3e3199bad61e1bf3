import { renderedText } from '../bytes/encode-text.js';
import type { Origin, RenderedText } from '../ir/artefact.js';
import { lineSpan, type Span } from '../source/source-file.js';

/** Where an emitted line (0-based row) came from; null for a line of a template. */
export function originOf({ pieces }: RenderedText, row: number): Origin | null {
  let start = 0;
  for (const { text, blocks } of pieces) {
    const own = row - start;
    const block = blocks.find((each) => each.row <= own && own < each.row + each.count);
    if (block) return { ...block.origin, line: block.origin.line + own - block.row };
    start += text.split('\n').length - 1;
  }
  return null;
}

/**
 * The line of the checklist or of templates/ that an emitted line (0-based row) came from; where no input line gave it,
 * the emitted line itself.
 */
export function spanOfEmitted(rendered: RenderedText, row: number): Span {
  const origin = originOf(rendered, row);
  return origin
    ? lineSpan(origin.source, origin.line)
    : lineSpan({ path: rendered.path, text: renderedText(rendered) }, row + 1);
}
