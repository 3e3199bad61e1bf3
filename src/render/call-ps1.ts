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
 * Arguments by name behind something that ends at column `column` of a line indented by `indent`: all on that line where
 * they fit, else with long lists on lines of their own.
 */
export function psArgumentsAt(values: readonly PlannedArgument[], indent: number, column = indent): string {
  const flat = psArguments(values);
  if (column + flat.length + 2 <= lineWidth) return flat;
  let text = '';
  for (const argument of values) {
    const start = `${text}${text && ' '}-${argument.parameter} `;
    const begun = start.lastIndexOf('\n') + 1;
    text = start + valueAt(argument, (begun === 0 ? column : 0) + start.length - begun, indent);
  }
  return text;
}

/** A value that begins at column `column` of a line indented by `indent`; a long list goes on below. */
function valueAt(argument: PlannedArgument, column: number, indent: number): string {
  const { value, input } = argument;
  return input === null && Array.isArray(value) ? psArrayAt(value, column, indent) : psValue(argument);
}

/**
 * A script block that makes a call, beginning at column `column` of a line indented by `indent`: on that line where it
 * fits, else on a line of its own, with long lists below, else with the arguments splatted from a table.
 * @param around a command that takes such a block at its end, "Invoke-UserTest -Test ": the block calls it.
 */
export function psCallBlock(call: PlannedCall, indent: number, column: number, around = ''): string {
  const flat = around === '' ? `{ ${psCall(call)} }` : `{ ${around}{ ${psCall(call)} } }`;
  if (column + flat.length <= lineWidth) return flat;
  const margin = ' '.repeat(indent + 4);
  if (around !== '') {
    const inner = psCallBlock(call, indent + 4, indent + 4 + around.length);
    return ['{', `${margin}${around}${inner}`, `${' '.repeat(indent)}}`].join('\n');
  }
  const isWithin = (text: string): boolean => text.split('\n').every((line) => line.length <= lineWidth);
  const own = `${margin}${call.name} ${psArgumentsAt(call.arguments, indent + 4, indent + 5 + call.name.length)}`;
  const entries = call.arguments.map((argument) => {
    const start = `${argument.parameter} = `;
    return start + valueAt(argument, indent + 8 + start.length, indent + 8);
  });
  const splatted = [
    `${margin}$arguments = @{`,
    ...filled(entries, indent + 8).map((line) => `${margin}    ${line}`),
    `${margin}}`,
    `${margin}${call.name} @arguments`,
  ];
  return ['{', ...(isWithin(own) ? [own] : splatted), `${' '.repeat(indent)}}`].join('\n');
}

/** Assignments on as few lines as they fit on behind an indentation; one of several lines keeps its own. */
export function filled(assignments: readonly string[], indent: number): readonly string[] {
  const lines: string[] = [];
  for (const each of assignments) {
    const last = lines.at(-1);
    const joined = last === undefined ? each : `${last}; ${each}`;
    if (last === undefined || joined.includes('\n') || indent + joined.length > lineWidth) lines.push(each);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}
