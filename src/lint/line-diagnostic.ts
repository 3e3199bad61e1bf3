import type { DiagnosticCode } from '../diagnostics/codes.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/source-file.js';

/** What a linter says of a text, at a 0-based row and column of it. */
export interface LineDiagnostic {
  readonly code: string;
  readonly message: string;
  readonly row: number;
  readonly column: number;
  readonly length: number;
  /** Names that were probably meant, best first. */
  readonly suggestions: readonly string[];
}

export function diagnoseLine(
  code: string,
  message: string,
  row: number,
  column: number,
  length: number,
  suggestions: readonly string[] = [],
): LineDiagnostic {
  return { code, message, row, column, length, suggestions };
}

/**
 * What a linter says as a diagnostic in the input. `line` is the whole line it stands on there; `shift` says how many
 * columns the linted line is indented more than that one, and may be negative.
 */
export function placeDiagnostic(diagnostic: LineDiagnostic, line: Span, shift: number): Diagnostic {
  const start = Math.min(line.start + Math.max(0, diagnostic.column - shift), line.end);
  const span = { ...line, start, end: Math.min(start + diagnostic.length, line.end) };
  const { suggestions } = diagnostic;
  return diagnose(diagnostic.code as DiagnosticCode, diagnostic.message, span, { suggestions });
}
