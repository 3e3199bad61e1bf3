import type { PastedRow } from '../ir/plan.js';
import type { TracedLine } from './origin-map.js';
import type { CmdText } from './quote-cmd.js';

/**
 * The lines of a snippet for rows of a batch body: parts in place of their calls, values in place of `%~1`, and
 * variables with exclamation marks, since a block is expanded as a whole before its first line runs.
 *
 * @param values of the body's arguments, in order.
 * @param condition stands before every line that is not inside brackets, such as "if defined LOCKED "; empty for none.
 */
export function pasteLines(
  rows: readonly PastedRow[],
  values: readonly CmdText[],
  condition: string,
): readonly TracedLine[] {
  const firstExit = rows.findIndex(({ leaves }) => leaves);
  return rows.flatMap((row, index): readonly TracedLine[] => {
    const start = row.isOuter ? condition + (row.mayBeOver ? 'if not defined OVER ' : '') : '';
    if (row.call) return linesOfCall(row, row.call, values, start);
    const text = filled(row.text.replace(/\bexit\s+\/b(?:\s+\d+)?/gi, 'set "OVER=1"'), values, delayed);
    const line = { text: start + text, origin: row.origin };
    return index === firstExit ? [{ text: `${condition}set "OVER="`, origin: row.origin }, line] : [line];
  });
}

type Variable = (name: string) => string;

const delayed: Variable = (name) => `!${name}!`;
const direct: Variable = (name) => `%${name}%`;

function linesOfCall(
  { text, isOuter }: PastedRow,
  { part, given }: NonNullable<PastedRow['call']>,
  values: readonly CmdText[],
  start: string,
): readonly TracedLine[] {
  const indent = isOuter ? '' : text;
  return part.source.text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      // A command in the set of a loop is handed to another cmd.exe, which has no exclamation marks.
      const variable = line.includes("('") ? direct : delayed;
      const words = given.map((word) => filled(word.replaceAll('"', ''), values, variable));
      return {
        text: (/^[\s)]/.test(line) ? indent : indent + start) + withWords(line, words),
        origin: { source: part.source, line: index + 1, shift: 0 },
      };
    });
}

function withWords(line: string, words: readonly string[]): string {
  return line.replace(/%~(nx)?([1-9])/g, (_, name: string | undefined, number: string) => {
    const word = words[Number(number) - 1] ?? '';
    return name ? (word.split('\\').at(-1) ?? '') : word;
  });
}

/** Text of a body for a prompt. Its values are looked at by nothing here: they come in where the text names them. */
function filled(text: string, values: readonly CmdText[], variable: Variable): string {
  return text.replace(
    /%%|%~([1-9])|%([A-Za-z_]\w*(?::[^%]*)?)%/g,
    (_, number: string | undefined, name: string | undefined) =>
      number !== undefined ? (values[Number(number) - 1] ?? '') : name !== undefined ? variable(name) : '%',
  );
}
