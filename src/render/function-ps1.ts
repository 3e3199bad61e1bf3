import type { PlannedFunction } from '../ir/plan.js';
import { indentPs1 } from './indent-ps1.js';
import { joinLines, linesOfBody, type TracedLine, type TracedText } from './origin-map.js';

/**
 * A body as a function. It needs no CmdletBinding: the linker has matched the names of its arguments, and the preview and
 * the confirmation of the script reach the actions that a repair calls without it.
 */
export function functionPs1({ name, body }: PlannedFunction): TracedText {
  return joinLines([own(`function ${name} {`), ...indentPs1(body, linesOfBody(body), 4), own('}')]);
}

function own(text: string): TracedLine {
  return { text, origin: null };
}
