import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { pascalCase } from '../names/name-functions.js';
import { keyPlaceOf, placeOf } from '../source/located.js';
import type { Span } from '../source/source-file.js';
import type { CheckSpec } from '../spec/schema.js';
import type { Draft } from './draft.js';

type InputSpec = NonNullable<CheckSpec['inputs']>[string];

/*
 * name-inputs
 * needs: nothing.
 * guarantees: the inputs of checks can be parameters of one script, their patterns are regular expressions, and each says
 * what holds where nobody is asked.
 */

/** Parameters that scripts have of their own, and those that PowerShell adds; both in lower case. */
const taken = new Set(
  [
    'check skip auto undo run removeaside allowmanaged outputformat outputpath language listchecks open',
    'includenetworktests whatif confirm verbose debug erroraction warningaction informationaction errorvariable',
    'warningvariable informationvariable outvariable outbuffer pipelinevariable progressaction',
  ]
    .join(' ')
    .split(' '),
);

export function nameInputs(draft: Draft): Result<Draft> {
  const first = new Map<string, Span>();
  const diagnostics = draft.checks.flatMap(({ entry }) =>
    Object.entries(entry.value.inputs ?? {}).flatMap(([name, input]): Diagnostic[] => {
      const { matches } = input;
      const span = keyPlaceOf(entry, 'inputs', name);
      const parameter = pascalCase(name);
      if (taken.has(parameter.toLowerCase())) {
        return [diagnose('resolve/bad-input', `Scripts have a parameter -${parameter} of their own.`, span)];
      }
      const earlier = first.get(parameter.toLowerCase());
      if (earlier) {
        const related = [{ message: 'given first at', span: earlier }];
        return [diagnose('resolve/bad-input', `There are two inputs -${parameter}.`, span, { related })];
      }
      first.set(parameter.toLowerCase(), span);
      if (!isPattern(matches)) {
        const place = placeOf(entry, 'inputs', name, 'matches');
        return [diagnose('resolve/bad-input', `"${matches}" is no regular expression.`, place)];
      }
      if (!holdsWhole(matches)) {
        const place = placeOf(entry, 'inputs', name, 'matches');
        const message = `"${matches}" lets values through of which it holds a part alone. Write alternatives in a group, as in "^(?:a|b)$".`;
        return [diagnose('resolve/bad-input', message, place)];
      }
      return refuseDefault(input, name, span, placeOf(entry, 'inputs', name, 'default'));
    }),
  );
  return { value: draft, diagnostics };
}

/** An empty default is no value: the body does without one. PowerShell holds a value against its pattern whatever the case, so this does. */
function refuseDefault(
  { matches, default: given, unattended }: InputSpec,
  name: string,
  span: Span,
  at: Span,
): Diagnostic[] {
  if (given === undefined && unattended === undefined) {
    const message = `Nothing says what holds for the input "${name}" in channels, where nobody is asked.`;
    return [diagnose('resolve/input-without-value', message, span)];
  }
  if (given === undefined || given === '' || new RegExp(matches, 'iu').test(given)) return [];
  return [diagnose('resolve/bad-input', `"${given}" does not match "${matches}".`, at)];
}

/** Whether the "^" and "$" at the ends of a pattern hold each of its alternatives, and are no characters themselves. */
function holdsWhole(pattern: string): boolean {
  const tokens = pattern.match(/\\.|\[(?:\\.|[^\]\\])*\]|./gs) ?? [];
  let depth = 0;
  for (const token of tokens) {
    if (token === '(') depth += 1;
    else if (token === ')') depth -= 1;
    else if (token === '|' && depth === 0) return false;
  }
  return tokens.at(-1) === '$';
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
