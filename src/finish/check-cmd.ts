import { diagnose } from '../diagnostics/diagnose.js';
import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RenderedText } from '../ir/artefact.js';
import { lineSpan } from '../source/source-file.js';
import { lintCmdScript } from './lint-cmd-script.js';

/**
 * Lints a whole emitted .cmd; nothing for any other text. A fault is reported at the line of the checklist or library
 * that the emitted line came from, and at the emitted line where no input line gave it.
 */
export function checkCmd(rendered: RenderedText): readonly Diagnostic[] {
  if (rendered.edition !== 'cmd' || rendered.kind !== 'script') return [];
  return lintCmdScript(rendered.text).map(({ code, message, row, column, length }) => {
    const origin = rendered.origins[row];
    const line = origin
      ? lineSpan(origin.source, origin.line)
      : lineSpan({ path: rendered.path, text: rendered.text }, row + 1);
    const start = Math.min(line.start + Math.max(0, column - (origin?.shift ?? 0)), line.end);
    return diagnose(code as DiagnosticCode, message, { ...line, start, end: Math.min(start + length, line.end) });
  });
}
