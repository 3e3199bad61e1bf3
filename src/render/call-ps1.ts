import type { PlannedArgument, PlannedCall } from '../ir/plan.js';
import { lineWidth, psArrayAt, psLiteral, psString } from './quote-ps1.js';

/** What stands for a value: a literal, or the entry of the table in which the head keeps what a person gave. */
function psValue({ value, input }: PlannedArgument): string {
  return input === null ? psLiteral(value) : `$script:Given[${psString(input)}]`;
}

/** A command line that calls a function with typed literals: `Test-ServiceStartType -Name 'wuauserv'`. */
export function psCall({ name, arguments: values }: PlannedCall): string {
  return values.length === 0 ? name : `${name} ${psArguments(values)}`;
}

/** Arguments by name: `-Name 'wuauserv' -Wanted 'demand'`. */
export function psArguments(values: readonly PlannedArgument[]): string {
  return values.map((argument) => `-${argument.parameter} ${psValue(argument)}`).join(' ');
}

/**
 * Arguments by name behind something on a line indented by `indent`: all on that line where they fit, else with long
 * lists on lines of their own.
 */
export function psArgumentsAt(values: readonly PlannedArgument[], indent: number): string {
  const flat = psArguments(values);
  if (indent + flat.length + 2 <= lineWidth) return flat;
  return values.map((argument) => assigned(`-${argument.parameter} `, argument, indent)).join(' ');
}

/** A value behind what names it, on a line indented by `indent`; a long list goes on below. */
function assigned(start: string, argument: PlannedArgument, indent: number): string {
  const { value, input } = argument;
  const isList = input === null && Array.isArray(value);
  return start + (isList ? psArrayAt(value, indent + start.length, indent) : psValue(argument));
}

/**
 * A script block that makes a call, beginning at column `column` of a line indented by `indent`: on that line where it
 * fits, else with the arguments splatted from a table.
 */
export function psCallBlock(call: PlannedCall, indent: number, column: number): string {
  const flat = `{ ${psCall(call)} }`;
  if (column + flat.length <= lineWidth) return flat;
  const margin = ' '.repeat(indent + 4);
  const entries = call.arguments.map(
    (argument) => `${margin}    ${assigned(`${argument.parameter} = `, argument, indent + 8)}`,
  );
  return [
    '{',
    `${margin}$arguments = @{`,
    ...entries,
    `${margin}}`,
    `${margin}${call.name} @arguments`,
    `${' '.repeat(indent)}}`,
  ].join('\n');
}
