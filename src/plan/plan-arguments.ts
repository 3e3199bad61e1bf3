import type { Argument } from '../ir/catalog.js';
import type { PlannedArgument } from '../ir/plan.js';
import { pascalCase } from '../ir/name-functions.js';

export function planArguments(values: readonly Argument[]): readonly PlannedArgument[] {
  return values.map(({ name, value, span }) => ({ parameter: pascalCase(name), value, span }));
}
