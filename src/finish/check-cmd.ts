import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { RenderedText } from '../ir/artefact.js';
import { diagnoseFault } from './diagnose-fault.js';
import { lintCmdScript } from './lint-cmd-script.js';
import { originOf, spanOfEmitted } from './span-of-emitted.js';

/**
 * Lints batch that is emitted, a script or a paste block; nothing for any other text. A fault is reported at the line of the checklist or library
 * that the emitted line came from, and at the emitted line where no input line gave it.
 */
export function checkCmd(rendered: RenderedText): readonly Diagnostic[] {
  if (rendered.edition !== 'cmd') return [];
  return lintCmdScript(rendered.text).map((fault) =>
    diagnoseFault(fault, spanOfEmitted(rendered, fault.row), originOf(rendered, fault.row)?.shift ?? 0),
  );
}
