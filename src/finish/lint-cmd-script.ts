import { comparisonFaults, inheritedFaults } from './cmd-grammar.js';
import { readCmdLines, type CmdLine } from './cmd-lines.js';
import { lineFaults } from './lint-cmd-lines.js';
import { fault, leaves } from './lint-cmd.js';
import type { BodyFault } from './lint-ps1.js';

/**
 * Checks a whole emitted .cmd: every jump has its label, no label is there twice, none is run into by the lines above
 * it unless a jump goes back to it, and the rules for lines. Rows refer to the emitted text.
 */
export function lintCmdScript(text: string): readonly BodyFault[] {
  const lines = readCmdLines(text);
  return [
    ...lineFaults(lines),
    ...labelFaults(lines),
    ...fallThroughFaults(lines),
    ...exitFaults(lines),
    ...comparisonFaults(lines),
    ...inheritedFaults(lines),
  ].sort((a, b) => a.row - b.row || a.column - b.column);
}

interface Jump {
  readonly how: string;
  readonly target: string;
  readonly row: number;
  readonly column: number;
  readonly length: number;
}

/** Jumps whose target holds a variable are matched by what stands before it: `call :check_%~3` needs a label check_... */
function jumpsOf(lines: readonly CmdLine[]): readonly Jump[] {
  return lines.flatMap(({ commands }) =>
    commands.flatMap(({ text, row, column }): readonly Jump[] => {
      const match = /^(call|goto)\s+:([^\s&|)]*)/i.exec(text);
      return match
        ? [
            {
              how: (match[1] as string).toLowerCase(),
              target: match[2] as string,
              row,
              column,
              length: match[0].length,
            },
          ]
        : [];
    }),
  );
}

function labelFaults(lines: readonly CmdLine[]): readonly BodyFault[] {
  const faults: BodyFault[] = [];
  const labels = new Set<string>();
  for (const { label, row, text } of lines) {
    if (label === null) continue;
    // cmd.exe compares labels without regard to case, and takes the first one after the jump.
    if (labels.has(label.toLowerCase()))
      faults.push(fault('cmd/duplicate-label', `The label ":${label}" is there already.`, row, 0, text.length));
    labels.add(label.toLowerCase());
  }
  for (const { target, row, column, length } of jumpsOf(lines)) {
    const fixed = target.split('%')[0]?.toLowerCase() ?? '';
    const found = target.includes('%') ? [...labels].some((label) => label.startsWith(fixed)) : labels.has(fixed);
    if (!found && fixed !== 'eof')
      faults.push(fault('cmd/unknown-target', `The script has no label ":${target}".`, row, column, length));
  }
  return faults;
}

function fallThroughFaults(lines: readonly CmdLine[]): readonly BodyFault[] {
  const jumps = jumpsOf(lines);
  const targets = (by: string): ReadonlySet<string> =>
    new Set(jumps.filter(({ how }) => how === by).map(({ target }) => target.toLowerCase()));
  const [called, gone] = [targets('call'), targets('goto')];
  const faults: BodyFault[] = [];
  let previous: CmdLine | null = null;
  for (const line of lines) {
    if (line.label !== null && previous && previous.label === null && !leaves(previous)) {
      const name = line.label.toLowerCase();
      // A loop is entered from above; a function, which somebody calls, is not.
      if (called.has(name) || !gone.has(name)) {
        const message = `The line above runs on into the label ":${line.label}".`;
        faults.push(fault('cmd/fall-through', message, line.row, 0, line.text.length));
      }
    }
    if (!line.isComment && line.text.trim() !== '') previous = line;
  }
  return faults;
}

function exitFaults(lines: readonly CmdLine[]): readonly BodyFault[] {
  return lines.flatMap(({ commands }) =>
    commands
      .filter(({ text }) => /^exit\b(?!\s+\/b\b)/i.test(text))
      .map(({ text, row, column }) =>
        fault('cmd/exit', '"exit" without /b would end the console of the caller.', row, column, text.length),
      ),
  );
}
