import type { Argument } from '../ir/catalog.js';
import type { PlannedArgument } from '../ir/plan.js';
import { pascalCase } from '../names/name-functions.js';

/**
 * Arguments of a call. What a person may give is its default in a script that does not ask for it.
 * @param asked names of the inputs that the script asks for.
 */
export function planArguments(values: readonly Argument[], asked: ReadonlySet<string>): readonly PlannedArgument[] {
  return values.map(({ name, value, input, span }) => ({
    parameter: pascalCase(name),
    value,
    input: input !== null && asked.has(input) ? input : null,
    span,
  }));
}
