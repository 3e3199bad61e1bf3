import { outsideQuotes, type CmdLine } from '../batch/cmd-lines.js';
import { callDiagnostics, changedDiagnostics, exitCodeDiagnostics, loopDiagnostics } from './cmd-grammar.js';
import { forbidden } from './cmd-rules.js';
import { diagnoseLine, type LineDiagnostic } from './line-diagnostic.js';

/** Paths of the runtime and of Windows that can hold a blank or an ampersand. */
const paths =
  /(?<!%)%(?:(?:SystemRoot|windir|ProgramData|ProgramFiles|TEMP|STATE|BASE|JOURNAL|OUT|SELF|BUNDLE|BUNDLE_PART)%(?!%)|~(?:f|dp)[0-9])/gi;

/**
 * Rules that hold for each line of batch, in a body as in a whole script.
 *
 * @param quotesAreValues whether a checklist's values stand in quotes, whose characters are their own.
 */
export function lineDiagnostics(lines: readonly CmdLine[], quotesAreValues = false): readonly LineDiagnostic[] {
  return [
    ...lines.flatMap(diagnosticsOfLine),
    ...delayedExpansionDiagnostics(lines, quotesAreValues),
    ...blockVariableDiagnostics(lines),
    ...loopDiagnostics(lines),
    ...callDiagnostics(lines),
    ...exitCodeDiagnostics(lines),
    ...changedDiagnostics(lines),
  ];
}

function diagnosticsOfLine(line: CmdLine): readonly LineDiagnostic[] {
  const { row, text } = line;
  const diagnostics: LineDiagnostic[] = [];
  const foreign = /[^\t\u0020-\u007e]/.exec(text);
  if (foreign)
    diagnostics.push(
      diagnoseLine(
        'cmd/not-ascii',
        'Batch is read in the code page of the console: ASCII only.',
        row,
        foreign.index,
        1,
      ),
    );
  if (text.length > 2000)
    diagnostics.push(
      diagnoseLine(
        'cmd/line-too-long',
        `The line has ${text.length} columns; 2,000 are the limit.`,
        row,
        2000,
        text.length - 2000,
      ),
    );
  if (line.isComment) return diagnostics;
  const plain = outsideQuotes(text);
  const programs = programsOf(text);
  for (const { pattern, reason } of forbidden) {
    const match = pattern.exec(pattern.source.startsWith('%') ? text : programs);
    if (match)
      diagnostics.push(diagnoseLine('cmd/forbidden', `"${match[0]}": ${reason}.`, row, match.index, match[0].length));
  }
  for (const match of plain.matchAll(paths)) {
    diagnostics.push(
      diagnoseLine(
        'cmd/unquoted-path',
        `"${match[0]}" stands outside quotation marks.`,
        row,
        match.index,
        match[0].length,
      ),
    );
  }
  return diagnostics;
}

/** Words for people are quoted, programs are quoted by their path: only the latter are looked at inside quotes. */
function programsOf(text: string): string {
  return text.replace(/"[^"]*"/g, (quoted) =>
    /^"%(?:SYS|SystemRoot)%\\[^"\s]*"$/i.test(quoted) ? quoted : ' '.repeat(quoted.length),
  );
}

/** `!` is an ordinary character everywhere but between the two marks. */
function delayedExpansionDiagnostics(lines: readonly CmdLine[], quotesAreValues: boolean): readonly LineDiagnostic[] {
  const diagnostics: LineDiagnostic[] = [];
  let marked = false;
  for (const { row, text, isComment } of lines) {
    const mark = isComment ? /^rem delayed expansion: (on|off)\b/.exec(text)?.[1] : undefined;
    if (mark) marked = mark === 'on';
    if (isComment || marked) continue;
    const use =
      /\bEnableDelayedExpansion\b/i.exec(text) ??
      /![A-Za-z_]\w*(?::[^!]*)?!/.exec(quotesAreValues ? outsideQuotes(text) : text);
    if (use)
      diagnostics.push(
        diagnoseLine(
          'cmd/delayed-expansion',
          'Delayed expansion stands outside a marked region.',
          row,
          use.index,
          use[0].length,
        ),
      );
  }
  return diagnostics;
}

/** Inside brackets `%NAME%` was expanded before the first command of the block ran. */
function blockVariableDiagnostics(lines: readonly CmdLine[]): readonly LineDiagnostic[] {
  const diagnostics: LineDiagnostic[] = [];
  let block: number | null = null;
  let set = new Set<string>();
  for (const line of lines) {
    const inBlock = line.blockRow;
    if (inBlock !== block || inBlock === null) set = new Set();
    block = inBlock;
    for (const command of line.commands) {
      if (command.depth > 0) {
        for (const match of command.text.matchAll(/(?<!%)%([A-Za-z_]\w*)(?::[^%]*)?%/g)) {
          if (!set.has((match[1] as string).toUpperCase())) continue;
          const message = `"%${match[1]}%" was expanded before this block set it.`;
          diagnostics.push(
            diagnoseLine('cmd/block-variable', message, line.row, command.column + match.index, match[0].length),
          );
        }
        const name = /^set\s+(?:\/a\s+)?"?([A-Za-z_]\w*)\s*[+\-*/]?=/i.exec(command.text)?.[1];
        if (name) set.add(name.toUpperCase());
      }
    }
    if (inBlock === null && line.commands.some(({ depth }) => depth > 0)) block = line.row;
  }
  return diagnostics;
}
