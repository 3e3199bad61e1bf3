import type { PlannedFunction } from '../ir/plan.js';
import { indentPs1 } from './indent-ps1.js';
import { traceBody, type TracedLine } from './origin-map.js';

/**
 * A body as a function. One with parameters gets CmdletBinding above them, so that a misspelt name is an error; a repair
 * always, since it takes part in ShouldProcess.
 */
export function functionPs1({ name, phase, body }: PlannedFunction): readonly TracedLine[] {
  const lines = traceBody(body);
  const first = lines.findIndex(({ text }) => text !== '' && !text.startsWith('#'));
  const hasParameters = /^param\s*\(/i.test(lines[first]?.text ?? '');
  const binding = own(phase === 'repair' ? '[CmdletBinding(SupportsShouldProcess)]' : '[CmdletBinding()]');
  const start = hasParameters ? [binding] : phase === 'repair' ? [binding, own('param()')] : [];
  const at = hasParameters ? first : 0;
  const inner = [...lines.slice(0, at), ...start, ...lines.slice(at)];
  return [own(`function ${name} {`), ...indentPs1(inner, 4), own('}')];
}

function own(text: string): TracedLine {
  return { text, origin: null };
}
