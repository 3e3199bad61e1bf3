import { readCmdLines, type CmdLine } from '../batch/cmd-lines.js';
import {
  comparisonDiagnostics,
  inheritedDiagnostics,
  outsideDiagnostics,
  quotationDiagnostics,
} from './cmd-grammar.js';
import { lineDiagnostics } from './lint-cmd-lines.js';
import { diagnoseLine, type LineDiagnostic } from './line-diagnostic.js';
import { leaves } from './lint-cmd.js';

/**
 * Checks a whole emitted .cmd: every jump has its label, no label is there twice, none is run into by the lines above
 * it unless a jump goes back to it, and the rules for lines. Rows refer to the emitted text.
 */
export function lintCmdScript(text: string): readonly LineDiagnostic[] {
  const lines = readCmdLines(text);
  return [
    ...lineDiagnostics(lines, true),
    ...labelDiagnostics(lines),
    ...fallThroughDiagnostics(lines),
    ...exitDiagnostics(lines),
    ...comparisonDiagnostics(lines),
    ...inheritedDiagnostics(lines),
    ...outsideDiagnostics(lines),
    ...quotationDiagnostics(lines),
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

function labelDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const diagnostics: LineDiagnostic[] = [];
  const labels = new Set<string>();
  for (const { label, row, text } of lines) {
    if (label === null) continue;
    // cmd.exe compares labels without regard to case, and takes the first one after the jump.
    if (labels.has(label.toLowerCase()))
      diagnostics.push(
        diagnoseLine('cmd/duplicate-label', `The label ":${label}" is there already.`, row, 0, text.length),
      );
    labels.add(label.toLowerCase());
  }
  for (const { target, row, column, length } of jumpsOf(lines)) {
    const fixed = target.split('%')[0]?.toLowerCase() ?? '';
    const found = target.includes('%') ? [...labels].some((label) => label.startsWith(fixed)) : labels.has(fixed);
    if (!found && fixed !== 'eof')
      diagnostics.push(
        diagnoseLine('cmd/unknown-target', `The script has no label ":${target}".`, row, column, length),
      );
  }
  return diagnostics;
}

function fallThroughDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const jumps = jumpsOf(lines);
  const targets = (by: string): ReadonlySet<string> =>
    new Set(jumps.filter(({ how }) => how === by).map(({ target }) => target.toLowerCase()));
  const [called, gone] = [targets('call'), targets('goto')];
  const diagnostics: LineDiagnostic[] = [];
  let previous: CmdLine | null = null;
  for (const line of lines) {
    if (line.label !== null && previous && previous.label === null && !leaves(previous)) {
      const name = line.label.toLowerCase();
      // A loop is entered from above; a function, which somebody calls, is not.
      if (called.has(name) || !gone.has(name)) {
        const message = `The line above runs on into the label ":${line.label}".`;
        diagnostics.push(diagnoseLine('cmd/fall-through', message, line.row, 0, line.text.length));
      }
    }
    if (!line.isComment && line.text.trim() !== '') previous = line;
  }
  return diagnostics;
}

function exitDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  return lines.flatMap(({ commands }) =>
    commands
      .filter(({ text }) => /^exit\b(?!\s+\/b\b)/i.test(text))
      .map(({ text, row, column }) =>
        diagnoseLine('cmd/exit', '"exit" without /b would end the console of the caller.', row, column, text.length),
      ),
  );
}
