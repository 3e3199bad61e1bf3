import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { positionOf } from '../../../src/source/source-file.js';
import { lintBodies } from '../../../src/lint/lint-bodies.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { planScripts } from '../../../src/plan/plan-scripts.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

const templates = loadTemplates(process.cwd());

interface Bodies {
  readonly ps1?: string;
  readonly cmd?: string;
  readonly repair?: string;
}

/** What is said of a checklist that declares `reads` and has these bodies: codes with line numbers, and messages. */
function said(reads: string, { ps1, cmd, repair }: Bodies = {}): readonly string[] {
  const files = {
    'checks.yaml': `product: trial
title: { en: Trial }
publisher: Test
languages: [en]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
${repair === undefined ? '' : '  - { name: repair, phase: repair, editions: [ps1], defaults: [] }\n'}include: [checks/g.yaml]
reads:
${reads.replaceAll(/^/gm, '  ')}
`,
    'checks/g.yaml': `group: g
title: { en: G }
checks:
  - id: drivers
    item: 1
    title: { en: Drivers }
    why: { en: Because. }
    severity: low
${repair === undefined ? '' : '    risk: { disruption: none, minutes: 1, restart: false }\n'}`,
    'checks/g/drivers.detect.ps1': `${ps1 ?? ''}\nNew-Finding -Status Ok\n`,
    ...(cmd === undefined ? {} : { 'checks/g/drivers.detect.cmd': `${cmd}\nset "STATUS=OK"\n` }),
    ...(repair === undefined ? {} : { 'checks/g/drivers.repair.ps1': `${repair}\n` }),
    'checks/scenarios/drivers/any.pass.ps1': '\n',
  };
  return withFiles(files, (root) => {
    const { catalog, diagnostics } = runFrontEnd(join(root, 'checks.yaml'));
    const later = catalog
      ? [...lintBodies(catalog, templates.library).diagnostics, ...planScripts(catalog, templates, []).diagnostics]
      : [];
    return [...diagnostics, ...later]
      .filter(({ code }) => code !== 'resolve/unused-declaration')
      .map(
        ({ code, message, span }) =>
          `${code} ${span.source.path}:${positionOf(span.source, span.start).line} ${message.split('\n', 1)[0] ?? ''}`,
      );
  });
}

const source = "source: 'https://learn.microsoft.com/x'";
const printers = `commands:
  Get-PrinterDriver:
    parameters: [Name, PrinterEnvironment]
    switches: [Full]
    ${source}`;
const pnputil = `tools:
  pnputil.exe:
    calls:
      - /enum-drivers
      - /enum-devices /class <word>
    ${source}`;
const tool = 'Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\pnputil.exe"';

describe('a command that the index declares', () => {
  it.each([
    '$found = @(Get-PrinterDriver)',
    "$found = @(Get-PrinterDriver -Name 'X' -PrinterEnvironment 'Windows x64' -Full -ErrorAction Stop)",
  ])('is called by the bodies of each phase: %s', (ps1) => {
    expect(said(printers, { ps1, repair: ps1 })).toEqual([]);
  });

  it.each([
    ['$found = @(Get-PrinterDriver -Nmae 1)', 'lint/unknown-parameter'],
    ["$found = @(Get-PrinterDriver 'X')", 'lint/argument'],
    ["$found = @(Get-PrinterDriver -ComputerName 'other')", 'lint/unknown-parameter'],
    ['$found = @(get-printerdriver)', 'lint/command-not-allowed'],
    ['$found = @(Get-NetFirewallRule)', 'lint/command-not-allowed'],
  ])('takes the parameters that are declared, by name: %s', (ps1, code) => {
    expect(said(printers, { ps1 }).map((each) => each.split(' ')[0])).toEqual([code]);
  });

  it('suggests it where its name is misspelt', () => {
    expect(said('commands: {}', { ps1: 'Get-PrinterDriver' })).toHaveLength(1);
  });
});

describe('a program that the index declares', () => {
  it.each([
    [`$found = ${tool} -ArgumentList '/enum-drivers'`, '%SYS%\\pnputil.exe /enum-drivers >nul 2>&1'],
    [
      `$found = ${tool} -ArgumentList '/enum-devices', '/class', 'Printer'`,
      '%SYS%\\pnputil.exe /enum-devices /class Printer',
    ],
    [`$found = ${tool} -ArgumentList @('/ENUM-DRIVERS')`, '"%SYS%\\pnputil.exe" "/enum-drivers"'],
  ])('runs in the calls that are declared: %s', (ps1, cmd) => {
    expect(said(pnputil, { ps1, cmd, repair: ps1 })).toEqual([]);
  });

  it.each([
    [tool, '%SYS%\\pnputil.exe'],
    [`${tool} -ArgumentList '/delete-driver', 'oem1.inf'`, '%SYS%\\pnputil.exe /delete-driver oem1.inf'],
    [`${tool} -ArgumentList '/enum-drivers', '/force'`, '%SYS%\\pnputil.exe /enum-drivers /force'],
    [`${tool} -ArgumentList '/enum-devices', '/class', '/remove'`, '%SYS%\\pnputil.exe /enum-devices /class /remove'],
    [`${tool} -ArgumentList '/enum-devices', '/class', $class`, '%SYS%\\pnputil.exe /enum-devices /class %CLASS%'],
    [`${tool} -ArgumentList $words`, '%SYS%\\pnputil.exe %WORDS%'],
    [`${tool} -ArgumentList @($words)`, '%SYS%\\pnputil.exe !WORDS!'],
  ])('runs in no other: %s', (ps1, cmd) => {
    const codes = said(pnputil, { ps1, cmd, repair: ps1 }).map((each) => each.split(' ')[0]);
    const counts = ['lint/tool-not-allowed', 'cmd/tool-not-allowed'].map(
      (code) => codes.filter((each) => each === code).length,
    );
    expect(counts).toEqual([2, 1]);
  });

  it('is refused where nothing declares it', () => {
    expect(said('tools: {}', { ps1: `${tool} -ArgumentList '/enum-drivers'` })).toHaveLength(1);
  });
});

/** Declarations with the line of the index that is refused, counted from the line behind "reads:". */
const hostile: readonly (readonly [string, number, string])[] = [
  ...[
    'Set-Printer',
    'Invoke-Expression',
    'powershell',
    'cmd',
    'Get-*',
    'get-printerdriver',
    'Get-X;Stop',
    '"Get-X\\nRemove-Item"',
    'iex',
    'Get-A.B',
  ].map(
    (name) =>
      [`commands: { ${name.startsWith('"') ? name : `'${name}'`}: { ${source} } }`, 1, 'spec/bad-form'] as const,
  ),
  ...[
    'Get-Credential',
    'Get-WinEvent',
    'Get-Variable',
    'Get-Content',
    'Get-WindowsUpdateLog',
    'Test-NetConnection',
    'Get-Secret',
    'Get-LapsADPassword',
  ].map((name) => [`commands:\n  ${name}: { ${source} }`, 2, 'lint/declaration'] as const),
  ...['Get-RegistryValue', 'Get-Machine', 'Test-Drivers', 'Test-ProductGuard'].map(
    (name) => [`commands:\n  ${name}: { ${source} }`, 2, 'plan/name-taken'] as const,
  ),
  ...[
    'ComputerName',
    'Credential',
    'Repair',
    'ScriptBlock',
    'LogPath',
    'WhatIf',
    'ErrorAction',
    'Force',
    'OutFile',
  ].map(
    (parameter) =>
      [`commands:\n  Get-Thing:\n    parameters: [${parameter}]\n    ${source}`, 3, 'lint/declaration'] as const,
  ),
  [`commands:\n  Get-Thing:\n    parameters: [Name]\n    switches: [NAME]\n    ${source}`, 4, 'lint/declaration'],
  [`commands:\n  Get-Thing:\n    parameters: ['Name*']\n    ${source}`, 3, 'spec/bad-form'],
  ['commands: { Get-PrinterDriver: {} }', 1, 'spec/missing-key'],
  ...[
    'cmd',
    'powershell',
    'netsh',
    'rundll32',
    'msiexec',
    'wmic',
    'diskpart',
    'sc',
    'reg',
    'mshta',
    'whoami',
    'net',
  ].map((program) => [`tools:\n  ${program}.exe: { calls: [list], ${source} }`, 2, 'lint/declaration'] as const),
  ...['..\\cmd.exe', 'C:/x.exe', 'pnputil', '*.exe', 'PNPUTIL.EXE', 'x.ps1'].map(
    (name) => [`tools: { '${name}': { calls: [list], ${source} } }`, 1, 'spec/bad-form'] as const,
  ),
  ...[
    '/delete-driver <word>',
    '/enum-drivers /uninstall',
    '/add-driver list',
    '<word> list',
    'oem1.inf',
    '/restart-device show',
    'list -o:write',
  ].map((call) => [`tools:\n  pnputil.exe:\n    calls: ['${call}']\n    ${source}`, 3, 'lint/declaration'] as const),
  ...['list > x', 'list & del', 'list  twice', '', '%X% list', "list ''a''", 'list "a"'].map(
    (call) => [`tools:\n  pnputil.exe:\n    calls: ['${call}']\n    ${source}`, 3, 'spec/bad-form'] as const,
  ),
];

it.each(hostile)('refuses at its line: %s', (reads, line, code) => {
  const found = said(reads);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((each) => !each.startsWith(`${code} checks.yaml:${8 + line} `))).toEqual([]);
});
