import { renderedText } from '../bytes/encode-text.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RenderedText } from '../ir/artefact.js';
import { placeDiagnostic } from '../lint/line-diagnostic.js';
import { lintCmdScript } from '../lint/lint-cmd-script.js';
import { originOf, spanOfEmitted } from './span-of-emitted.js';

/**
 * Lints batch that is emitted, a script or a snippet; nothing for any other text. A diagnostic is reported at the line of the
 * checklist or library that the emitted line came from, and at the emitted line where no input line gave it.
 */
export function checkCmd(rendered: RenderedText): readonly Diagnostic[] {
  if (rendered.edition !== 'cmd') return [];
  return lintCmdScript(renderedText(rendered)).map((diagnostic) =>
    placeDiagnostic(
      diagnostic,
      spanOfEmitted(rendered, diagnostic.row),
      originOf(rendered, diagnostic.row)?.shift ?? 0,
    ),
  );
}
