import type { PlannedFunction } from '../ir/plan.js';
import type { Body } from '../ir/catalog.js';
import { memoize } from '../source/memoize.js';
import { indentPs1 } from './indent-ps1.js';
import { joinLines, linesOfBody, type TracedLine, type TracedText } from './origin-map.js';

/**
 * A body as a function. It needs no CmdletBinding: the linker has matched the names of its arguments, and the preview and
 * the confirmation of the script reach the actions that a repair calls without it. The same function is the same object in
 * each of the scripts that have it.
 */
export function functionPs1({ name, body }: PlannedFunction): TracedText {
  const known = functionsOf(body);
  const made =
    known.get(name) ?? joinLines([own(`function ${name} {`), ...indentPs1(body, linesOfBody(body), 4), own('}')]);
  known.set(name, made);
  return made;
}

/** By name. Nothing here knows that a body is the function of one name alone. */
const functionsOf = memoize((_: Body) => new Map<string, TracedText>());

function own(text: string): TracedLine {
  return { text, origin: null };
}
