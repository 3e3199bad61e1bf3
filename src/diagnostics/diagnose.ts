import type { Span } from '../source/source-file.js';
import { codes, type DiagnosticCode } from './codes.js';
import type { Diagnostic, RelatedPlace } from './diagnostic.js';

/** A diagnostic of a registered code, which also settles its severity. `message` is one sentence without advice. */
export function diagnose(
  code: DiagnosticCode,
  message: string,
  span: Span,
  more: { readonly related?: readonly RelatedPlace[]; readonly suggestions?: readonly string[] } = {},
): Diagnostic {
  const { severity } = codes[code];
  return { code, severity, message, span, related: more.related ?? [], suggestions: more.suggestions ?? [] };
}
