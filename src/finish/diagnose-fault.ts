import type { DiagnosticCode } from '../diagnostics/codes.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Span } from '../source/source-file.js';
import type { BodyFault } from './lint-ps1.js';

/**
 * A linter's fault as a diagnostic in the input. `line` is the whole line it stands on there; `shift` says how many
 * columns the linted line is indented more than that one, and may be negative.
 */
export function diagnoseFault(fault: BodyFault, line: Span, shift: number): Diagnostic {
  const start = Math.min(line.start + Math.max(0, fault.column - shift), line.end);
  const span = { ...line, start, end: Math.min(start + fault.length, line.end) };
  return diagnose(fault.code as DiagnosticCode, fault.message, span);
}
