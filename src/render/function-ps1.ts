import type { PlannedFunction } from '../ir/plan.js';
import { indentPs1 } from './indent-ps1.js';
import { traceBody, type TracedLine } from './origin-map.js';

/**
 * A body as a function. The linker has matched the names of its arguments, so only a repair gets CmdletBinding: it takes
 * part in ShouldProcess.
 */
export function functionPs1({ name, phase, body }: PlannedFunction): readonly TracedLine[] {
  const lines = traceBody(body);
  if (phase !== 'repair') return wrap(name, lines);
  const first = lines.findIndex(({ text }) => text !== '' && !text.startsWith('#'));
  const hasParameters = /^param\s*\(/i.test(lines[first]?.text ?? '');
  const binding = own('[CmdletBinding(SupportsShouldProcess)]');
  const at = hasParameters ? first : 0;
  const start = hasParameters ? [binding] : [binding, own('param()')];
  return wrap(name, [...lines.slice(0, at), ...start, ...lines.slice(at)]);
}

function wrap(name: string, lines: readonly TracedLine[]): readonly TracedLine[] {
  return [own(`function ${name} {`), ...indentPs1(lines, 4), own('}')];
}

function own(text: string): TracedLine {
  return { text, origin: null };
}
