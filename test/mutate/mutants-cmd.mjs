// Faults of batch, each one change of a line.
import { readCmdLines } from '../../build/batch/cmd-lines.js';

const operators = { equ: 'neq', neq: 'equ', lss: 'leq', leq: 'lss', gtr: 'geq', geq: 'gtr' };

/**
 * Every mutant of a text.
 * @returns `{ kind, start, end, replacement }` in the order of the text, each place and replacement once.
 */
export function mutantsOfCmd(text) {
  const found = new Map();
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  for (const { row, text: line, label, isComment, commands } of readCmdLines(text)) {
    if (label !== null || isComment || line.trim() === '') continue;
    const add = (kind, from, to, replacement) => {
      const [start, end] = [starts[row] + from, starts[row] + to];
      if (text.slice(start, end) !== replacement)
        found.set(`${start}:${end}:${replacement}`, { kind, start, end, replacement });
    };
    const each = (pattern, kind, replace) => {
      for (const match of line.matchAll(pattern)) {
        const made = replace(match);
        if (made !== null) add(kind, match.index, match.index + match[0].length, made);
      }
    };
    each(
      /\bif (\/i )?(not )?/gi,
      'condition negated',
      ([, ignoring = '', not]) => `if ${ignoring}${not ? '' : 'not '}`,
    );
    each(/\b(?:equ|neq|lss|leq|gtr|geq)\b/gi, 'operator', ([word]) => operators[word.toLowerCase()]);
    each(/&&|\|\|/g, 'operator', ([word]) => (word === '&&' ? '||' : '&&'));
    each(/ \/i(?= )/gi, 'switch dropped', () => '');
    // A digit in front of or behind a redirection, of an argument or of a substring is another thing.
    each(/(?<![\w%~>&.:-])\d+(?![\w%>.])/g, 'number', ([digits]) => String(BigInt(digits) + 1n));
    each(/(?<![\w%~>&.:-])[1-9]\d*(?![\w%>.])/g, 'number', ([digits]) => String(BigInt(digits) - 1n));
    each(
      /0x[0-9a-f]+\b/gi,
      'number',
      ([word]) => `${word.slice(0, -1)}${(parseInt(word.at(-1), 16) ^ 1).toString(16)}`,
    );
    each(/"(?:[^"=%]*\\)?[A-Za-z][\w .-]*"/g, 'text', ([word]) => `${word.slice(0, -1)}x"`);
    each(/(?<=call :reg_\w+ "[^"]*" )\w+/g, 'text', ([word]) => `${word}x`);
    for (const { column, text: command, inSet } of commands) {
      if (inSet) continue;
      add('statement dropped', column, column + command.length, 'echo.>nul');
      const call = /^(call :\w+ )("[^"]*"|\S+) ("[^"]*"|\S+)/.exec(command);
      if (call && !/[<>]/.test(call[0]))
        add('arguments swapped', column, column + call[0].length, `${call[1]}${call[3]} ${call[2]}`);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}
