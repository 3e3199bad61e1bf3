import { describe, expect, it } from 'vitest';
import type { Body } from '../../../src/ir/catalog.js';
import { pasteRows } from '../../../src/plan/paste-rows.js';
import { pasteLines } from '../../../src/render/paste-cmd.js';
import { cmdValue } from '../../../src/render/quote-cmd.js';

const part = (name: string, text: string) => ({ name, source: { path: `${name}.cmd`, text } });
const parts = [
  part('reg_value', `set "VALUE="\nfor /f "tokens=2*" %v in ('reg query "%~1" /v "%~2"') do set "VALUE=%w"\n`),
  part('stop_service', 'sc stop %~1\n'),
  part('restart_stopped_services', 'sc start %~1\n'),
  part('set_aside', 'ren "%~1" "%~nx1.aside"\n'),
];

function paste(text: string, values: readonly string[] = [], condition = ''): readonly string[] | string {
  const body = { text, source: { path: 'x.repair.cmd', text }, firstLine: 1, indent: 0 } as Body;
  const pasting = pasteRows(body, values, parts);
  if ('reason' in pasting) return pasting.reason;
  return pasteLines(pasting.rows, values.map(cmdValue), condition).map((line) => line.text);
}

describe('a batch body as lines for a prompt', () => {
  it('puts parts in place of calls, and starts what was stopped the last one first', () => {
    expect(paste('call :stop_service a\ncall :stop_service %~1\ncall :restart_stopped_services\n', ['b'])).toEqual([
      'sc stop a',
      'sc stop b',
      'sc start b',
      'sc start a',
    ]);
  });

  it('asks in every line below a way out whether it was taken', () => {
    expect(paste('if "%VALUE%"=="x" exit /b 0\ncall :stop_service a\n', [], 'if defined LOCKED ')).toEqual([
      'if defined LOCKED set "OVER="',
      'if defined LOCKED if "!VALUE!"=="x" set "OVER=1"',
      'if defined LOCKED if not defined OVER sc stop a',
    ]);
  });

  it('leaves percent signs to the cmd.exe that a loop starts', () => {
    expect(paste('set "KEY=a"\ncall :reg_value "%KEY%\\b" c\ncall :set_aside "%KEY%\\d e"\n')).toEqual([
      'set "KEY=a"',
      'set "VALUE="',
      `for /f "tokens=2*" %v in ('reg query "%KEY%\\b" /v "c"') do set "VALUE=%w"`,
      'ren "!KEY!\\d e" "d e.aside"',
    ]);
  });

  it('asks only in the first line of a block', () => {
    expect(paste('for %%n in (a b) do (\n    set "X=%%n"\n)\n', [], 'if defined LOCKED ')).toEqual([
      'if defined LOCKED for %n in (a b) do (',
      '    set "X=%n"',
      ')',
    ]);
  });

  it('puts a value in where the body names it, and reads nothing in it', () => {
    expect(paste('set "X=%~1"\ncall :set_aside "C:\\%~2"\n', ['goto & exit /b call', 'a (b) & c'])).toEqual([
      'set "X=goto & exit /b call"',
      'ren "C:\\a (b) & c" "a (b) & c.aside"',
    ]);
  });

  it('takes no text that was not quoted', () => {
    // @ts-expect-error a text is no CmdText
    expect(pasteLines([], ['x'], '')).toEqual([]);
  });

  it.each([
    ['call :stop_service "a&calc"\n', [], 'read as its own'],
    ['call :stop_service "%~1"\n', ['a&calc'], 'read as its own'],
    ['call :set_aside %~1\n', ['two words'], 'no single word'],
    ['set "X=%~1"\n', ['a!PATH!'], 'exclamation mark'],
    ['call :set_aside "C:\\%~1"\n', ['*.dat'], 'wildcard'],
    ['set "X=%Y:a=%~1%"\n', ['b'], 'by an argument'],
  ])('says why it cannot paste %j with %j', (text, values, why) => {
    expect(paste(text, values)).toContain(why);
  });

  it.each([
    [':own\n', 'labels of its own'],
    ['goto :eof\n', 'jumps'],
    ['call :reach "x"\n', '":reach" has no form'],
    ['if defined X call :stop_service a\n', 'in the middle of a line'],
    ['call :set_aside "C:\\*"\n', 'wildcard'],
    ['call :set_aside "C:\\x!"\n', 'exclamation mark'],
  ])('says why it cannot paste %j', (text, why) => {
    expect(paste(text)).toContain(why);
  });
});
