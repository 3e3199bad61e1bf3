import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryBatchScenario, type BatchScenario, type BatchSubject } from '../src/batch-model/try-scenario.js';
import { listScenarios } from '../src/cli/list-scenarios.js';
import { batchTrial } from '../src/cli/try-batch.js';
import { compileChecklist } from '../src/cli/open-checklist.js';
import { repository } from './compile-bundled.js';

const limit = 900_000;

describe.each(['.', 'examples/printing'])('scenarios in batch of %s', (folder) => {
  it('hold', { timeout: limit }, async () => {
    const root = join(repository, folder);
    const { project, plan, artefacts } = await compileChecklist(join(root, 'checks.yaml'), 'channels');
    const paths = listScenarios(project!, plan!.catalog)
      .map(({ path }) => path)
      .filter((path) => path.endsWith('.cmd'));
    expect(paths.length).toBeGreaterThan(4);
    const results = paths.flatMap(batchTrial(plan!, artefacts!, root));
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([]);
  });

  it('say it where a check has no batch', { timeout: limit }, async () => {
    const root = join(repository, folder);
    const { plan, artefacts } = await compileChecklist(join(root, 'checks.yaml'), 'channels');
    const trial = batchTrial(plan!, artefacts!, root);
    for (const [ending, does] of [
      ['fail', 'detects'],
      ['collect', 'collects'],
    ] as const)
      expect(trial(`checks/scenarios/nothing/x.${ending}.cmd`)).toMatchObject([
        { outcome: 'failed', message: `"nothing" has no batch body that ${does}.` },
      ]);
  });
});

/** A detection as small as can be: what the registry has is what it says. */
const value = 'HKLM\\SOFTWARE\\Contoso';
const line = (status: string, evidence: string): string =>
  `echo ${status.padEnd(13)} 7 colour: Colour [${evidence}]\r\n`;
const diagnose = [
  '@echo off\r\n',
  'set "FOUND="\r\n',
  `for /f "tokens=3" %%v in ('%SystemRoot%\\System32\\reg.exe query "${value}" /v Colour 2^>nul') do set "FOUND=%%v"\r\n`,
  `if not defined FOUND ${line('UNKNOWN', 'no colour')}`,
  `if "%FOUND%"=="red" ${line('PROBLEM', 'it is red')}`,
  `if "%FOUND%"=="blue" ${line('OK', 'it is blue')}`,
].join('');
const add = (colour: string): string => `reg add ${value} /v Colour /t REG_SZ /d ${colour} /f >nul\n`;
const inScript = (colour: string): string => `%SystemRoot%\\System32\\${add(colour).replace('reg ', 'reg.exe ')}`;
const repair = `@echo off\r\nif not "%~3"=="/whatif" ${inScript('blue')}`;

function tried(
  outcome: BatchScenario['outcome'],
  text: string,
  subject: Partial<BatchSubject> = {},
  common = '',
): readonly string[] {
  const usual = { script: diagnose, repair, item: 7, id: 'colour', title: 'Colour', arguments: ['red', 'a b'] };
  return tryBatchScenario({ ...usual, ...subject }, { outcome, text, common });
}

describe('a scenario in batch', () => {
  it('passes where all is as it says', () => {
    expect(tried('pass', `rem Status: OK\nrem Evidence: it is *\n${add('blue')}`)).toEqual([]);
    expect(tried('unknown', 'rem Evidence: no colour\n')).toEqual([]);
    expect(tried('fail', add('red'))).toEqual([]);
    expect(tried('fail', add('red'), { repair: null })).toEqual([]);
    const free = 'rem Red is wrong: always.\nrem C:\\colour\nrem https://example.com/\n:: red, or blue\n';
    expect(tried('fail', `${free}${add('red')}`)).toEqual([]);
  });

  it('gets the arguments of the check, behind what all scenarios begin with', () => {
    expect(tried('fail', add('%~1'))).toEqual([]);
    expect(tried('pass', `if "%~2"=="a b" ${add('blue')}`, {}, add('red'))).toEqual([]);
    expect(tried('pass', '', {}, add('blue'))).toEqual([]);
    expect(tried('pass', '', {}, `rem Status: OK\n${add('blue')}`)).toEqual([
      expect.stringContaining('in windows.cmd'),
    ]);
  });

  it.each<[string, BatchScenario['outcome'], string, Partial<BatchSubject>, RegExp]>([
    ['another ending', 'pass', add('red'), {}, /^Status is "PROBLEM" \[it is red\], which is no pass$/],
    ['another status', 'pass', `rem Status: NA\n${add('blue')}`, {}, /^Status is "OK", not "NA"$/],
    [
      'another evidence',
      'fail',
      `rem Evidence: it is blue\n${add('red')}`,
      {},
      /^Evidence is "it is red", not "it is blue"$/,
    ],
    ['a word twice', 'pass', `rem Status: OK\nREM status: OK\n${add('blue')}`, {}, /twice what its status/],
    [
      'a slip in a demand',
      'pass',
      `rem Evidnce: it is red\n${add('blue')}`,
      {},
      /^"rem Evidnce:" is none of .* "rem Status:", "rem Evidence:"\.$/,
    ],
    [
      'a demand of PowerShell',
      'fail',
      `REM Reason : red\n${add('red')}`,
      {},
      /^"REM Reason:" is none of .*"rem Repair:"\.$/,
    ],
    [
      'a demand further in',
      'pass',
      `  rem  Evidence:it is red\n${add('blue')}`,
      {},
      /^Evidence is "it is blue", not "it is red"$/,
    ],
    ['a demand in a label', 'pass', `:: Evidence: it is red\n${add('blue')}`, {}, /^":: Evidence:" is none of/],
    ['a repair where nothing is to repair', 'pass', `rem Repair: 12\n${add('blue')}`, {}, /^"rem Repair:" is none of/],
    ['a scenario that talks', 'pass', 'echo hello\n', {}, /^The scenario says: hello$/],
    ['a command that the model lacks', 'pass', 'frobnicate\n', {}, /^(?:The scenario says|The simulated cmd\.exe)/],
    ['a check of which nothing is said', 'pass', add('blue'), { id: 'shade' }, /says nothing of "shade"/],
    ['a detection that changes', 'pass', add('blue'), { script: `${diagnose}${inScript('green')}` }, /only reads/],
    ['a detection that fails aloud', 'pass', add('blue'), { script: `${diagnose}>&2 echo oh\r\n` }, /handle 2: oh/],
    ['a preview that changes', 'fail', add('red'), { repair: `@echo off\r\n${inScript('blue')}` }, /^\/whatif changed/],
    [
      'a repair that ends with a code',
      'fail',
      add('red'),
      { repair: `${repair}if not "%~3"=="/whatif" exit /b 3\r\n` },
      /ended with 3/,
    ],
    ['a repair that repairs nothing', 'fail', add('red'), { repair: '@echo off\r\n' }, /the status is "PROBLEM"/],
    ['a repair that should refuse', 'fail', `rem Repair: 12\n${add('red')}`, {}, /ended with 0, not 12/],
    [
      'a refusal that changes',
      'fail',
      `rem Repair: 12\n${add('red')}`,
      { repair: `${repair}if not "%~3"=="/whatif" exit /b 12\r\n` },
      /no repair for this PC/,
    ],
  ])('fails for %s', (_, outcome, text, subject, says) => {
    const wrong = tried(outcome, text, subject);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(says);
  });

  it('stands in for programs', () => {
    const asks = `@echo off\r\nfor /f %%v in ('%SystemRoot%\\System32\\paint.exe') do ${line('OK', '%%v')}`;
    expect(tried('pass', 'rem Evidence: green\n>C:\\stand-in\\paint.cmd echo @echo green\n', { script: asks })).toEqual(
      [],
    );
  });
});

/** What collects as emitted scripts do: a file from the registry, or a word of why there is none. */
const collect = [
  '@echo off\r\n',
  'md "%~4\\7-colour"\r\n',
  `%SystemRoot%\\System32\\reg.exe query "${value}" >nul 2>&1\r\n`,
  'if errorlevel 1 goto :missing\r\n',
  `%SystemRoot%\\System32\\reg.exe query "${value}" /s >"%~4\\7-colour\\colour.txt" 2>nul\r\n`,
  'exit /b 0\r\n',
  ':missing\r\n',
  '>>"%~4\\problems.txt" echo registry key colour\r\n',
  'exit /b 2\r\n',
].join('');

describe('a scenario of what batch collects', () => {
  const collected = (text: string, script = collect): readonly string[] => tried('collect', text, { script });
  const deep = `reg add ${value}\\Shade\\Deep /v Colour /t REG_SZ /d navy /f >nul\n`;

  it('passes where all is as it says', () => {
    expect(collected(`rem File: colour.txt = *Colour*REG_SZ*blue*\n${add('blue')}`)).toEqual([]);
    expect(collected(`rem File: COLOUR.txt = *blue*Shade\\Deep*navy*\n${add('blue')}${deep}`)).toEqual([]);
    expect(collected('rem Problem: registry key *\n')).toEqual([]);
  });

  it.each<[string, string, string, RegExp]>([
    ['another text', `rem File: colour.txt = *red*\n${add('blue')}`, collect, /^"colour\.txt" has ".*blue/s],
    [
      'a file that is missing',
      `rem File: colour.txt = *\nrem Problem: *\n`,
      collect,
      /^"colour\.txt" is not in the bundle/,
    ],
    ['a file that nobody named', add('blue'), collect, /^"colour\.txt" is in the bundle, and no "rem File:"/],
    ['a problem that nobody named', '', collect, /^Not collected is "registry key colour", not ""/],
    [
      'a problem that there is not',
      `rem File: colour.txt = *\nrem Problem: x\n${add('blue')}`,
      collect,
      /^Not collected is "", not "x"/,
    ],
    ['a file without a pattern', `rem File: colour.txt\n${add('blue')}`, collect, /needs " = " and a pattern/],
    ['what a detection demands', `rem Status: OK\n${add('blue')}`, collect, /^"rem Status:" is none of/],
    [
      'another exit code',
      `rem File: colour.txt = *\n${add('blue')}`,
      collect.replace('exit /b 0', 'exit /b 2'),
      /^Collecting ended with 2, not 0/,
    ],
    [
      'what changes the PC',
      `rem File: colour.txt = *\n${add('blue')}`,
      `@echo off\r\n${inScript('red')}${collect}`,
      /^Collecting only reads/,
    ],
    ['what fails aloud', add('blue'), `@echo off\r\n>&2 echo oh\r\n`, /handle 2: oh/],
  ])('fails for %s', (_, text, script, says) => {
    const wrong = collected(text, script);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toMatch(says);
  });

  it('is the only one that speaks of files', () => {
    expect(tried('pass', `rem File: x = y\n${add('blue')}`)).toEqual([
      expect.stringMatching(/^"rem File:" is none of/),
    ]);
  });
});
