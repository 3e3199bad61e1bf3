import { describe, expect, it } from 'vitest';
import { lintCmdScript } from '../../../src/finish/lint-cmd-script.js';
import { lintCmd } from '../../../src/finish/lint-cmd.js';
import type { Phase } from '../../../src/ir/catalog.js';

function lint(text: string, phase: Phase = 'detect'): readonly string[] {
  return lintCmd(text, phase).map(({ code }) => code);
}

describe('what a batch body may do', () => {
  it.each([
    'call :reg_value "HKLM\\SOFTWARE\\X" Name\nif not defined VALUE exit /b 0\nset "STATUS=OK"',
    'for /f "tokens=2" %%a in (\'%SYS%\\w32tm.exe /stripchart /samples:1 2^>nul\') do set "OFFSET=%%a"',
    '%SYS%\\sc.exe query wuauserv >nul 2>&1\nif errorlevel 1 set "STATUS=PROBLEM"',
    'rem words with "quotes" & signs are only words here',
    'call :part "a"\nexit /b 0\n:part text\nset "EVIDENCE=%~1"',
  ])('%s', (text) => expect(lint(text)).toEqual([]));

  it('calls an action in a repair alone', () => {
    const text = 'call :set_aside "%SystemRoot%\\SoftwareDistribution"';
    expect(lint(text, 'repair')).toEqual([]);
    expect(lint(text)).toEqual(['cmd/unknown-target']);
  });
});

describe('what a batch body may not do', () => {
  it.each([
    ['sc config wuauserv start= auto', 'cmd/tool-not-allowed'],
    ['%SYS%\\sc.exe config wuauserv start= auto', 'cmd/tool-not-allowed'],
    ['%SYS%\\reg.exe delete HKLM\\SOFTWARE\\X /f', 'cmd/forbidden'],
    ['net stop wuauserv', 'cmd/tool-not-allowed'],
    ['del /q "C:\\x"', 'cmd/forbidden'],
    ['rd /s /q "C:\\x"', 'cmd/forbidden'],
    ['wmic os get caption', 'cmd/forbidden'],
    ['powershell -Command "Get-Item C:\\x"', 'cmd/forbidden'],
    ['for %%f in (1) do del "C:\\x"', 'cmd/forbidden'],
    ['set "STAMP=%date%"', 'cmd/forbidden'],
    ['call :set_asid "C:\\x"', 'cmd/unknown-target'],
    ['call other.cmd', 'cmd/unknown-target'],
    ['goto :elsewhere', 'cmd/unknown-target'],
    ['exit 1', 'cmd/exit'],
    ['dir "C:\\" > list.txt', 'cmd/redirection'],
    ['type "C:\\x">>"C:\\y"', 'cmd/redirection'],
    ['set "RESULT=0"', 'cmd/runtime-variable'],
    ['set /a ENTRY+=1', 'cmd/runtime-variable'],
    ['dir %SystemRoot%\\Temp', 'cmd/unquoted-path'],
    ['setlocal EnableDelayedExpansion', 'cmd/delayed-expansion'],
    ['set "A=!B!"', 'cmd/delayed-expansion'],
    ['if defined A (\n    set "B=1"\n    set "C=%B%"\n)', 'cmd/block-variable'],
    [`set "A=${'x'.repeat(2100)}"`, 'cmd/line-too-long'],
    ['rem caf\u00e9', 'cmd/not-ascii'],
    ['call :part\nset "A=1"\n:part\nset "B=1"', 'cmd/fall-through'],
  ])('%s', (text, code) => expect(lint(text)).toContain(code));
});

describe('a whole script', () => {
  it.each([
    ['call :missing\nexit /b 0\n', 'cmd/unknown-target'],
    ['exit /b 0\n:next\nexit /b 0\n:NEXT\nexit /b 0\n', 'cmd/duplicate-label'],
  ])('%s', (text, code) => expect(lintCmdScript(text).map((each) => each.code)).toContain(code));
});

it('reports row and column of the fault', () => {
  expect(lintCmd('set "A=1"\nif defined A wmic os get caption', 'detect')).toContainEqual(
    expect.objectContaining({ code: 'cmd/forbidden', row: 1, column: 13 }),
  );
});
