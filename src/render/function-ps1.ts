import type { PlannedFunction } from '../ir/plan.js';
import { indentPs1 } from './indent-ps1.js';
import { traceBody, type TracedLine } from './origin-map.js';

/**
 * A body as a function: CmdletBinding above its own param block, or above an empty one. Only a repair changes
 * anything, so only a repair takes part in ShouldProcess.
 */
export function functionPs1({ name, phase, body }: PlannedFunction): readonly TracedLine[] {
  const binding = own(phase === 'repair' ? '[CmdletBinding(SupportsShouldProcess)]' : '[CmdletBinding()]');
  const lines = traceBody(body);
  const first = lines.findIndex(({ text }) => text !== '' && !text.startsWith('#'));
  const hasParameters = /^param\s*\(/i.test(lines[first]?.text ?? '');
  const inner = hasParameters
    ? [...lines.slice(0, first), binding, ...lines.slice(first)]
    : [binding, own('param()'), ...lines];
  return [own(`function ${name} {`), ...indentPs1(inner, 4), own('}')];
}

function own(text: string): TracedLine {
  return { text, origin: null };
}
