import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';

/** What `mendsheet test` says of scenarios that promise what is not so, in a checklist that declares a command. */
const root = mkdtempSync(join(tmpdir(), 'mendsheet-authoring-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const source = "source: 'https://learn.microsoft.com/x'";
const check = (id: string, item: number): string => `  - id: ${id}
    item: ${item}
    title: { en: Drivers ${item} }
    why: { en: Because. }
    severity: low
`;
const answer = `$Windows.Commands['Get-PrinterDriver'] = { [pscustomobject]@{ Name = 'Known' } }\n`;
const files: Readonly<Record<string, string>> = {
  'checks.yaml': `product: trial
title: { en: Trial }
publisher: Test
languages: [en]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1] }
  - { name: repair, phase: repair, editions: [ps1], defaults: [] }
  - { name: collect, phase: collect, editions: [ps1] }
include: [checks/g.yaml]
reads:
  commands:
    Get-PrinterDriver: { ${source} }
    Get-PrinterPort: { ${source} }
`,
  'checks/g.yaml': `group: g
title: { en: G }
checks:
${check('drivers', 1)}${check('aside', 2)}    risk: { disruption: none, minutes: 1, restart: false }
    says: { there: { en: There. } }
`,
  'checks/g/drivers.detect.ps1':
    'try { $names = @(Get-PrinterDriver | ForEach-Object { $_.Name }) } catch { $names = @() }\nif ($names.Count -eq 0) { return New-Finding -Status Unknown }\nNew-Finding -Status Ok -Evidence @{ Names = $names }\n',
  'checks/g/drivers.collect.ps1':
    "Add-BundleText -Name 'Drivers.txt' -Text @(Get-PrinterDriver | ForEach-Object { $_.Name })\nAdd-BundleText -Name 'Ports.txt' -Text @(Get-PrinterPort | ForEach-Object { $_.Name })\n",
  'checks/g/aside.detect.ps1':
    "if (Test-Path -LiteralPath 'C:\\Spool') { return New-Finding -Status Problem -Reason 'there' }\nNew-Finding -Status Ok\n",
  'checks/g/aside.repair.ps1': `foreach ($file in Get-ChildItem -LiteralPath 'C:\\Spool' -Filter '*.path') {
    Move-ItemAside -Path (Get-Content -LiteralPath $file.FullName)
}
`,
  // What every scenario begins with answers for one of the two commands.
  'checks/scenarios/windows.ps1': `param($Windows)\n$Windows.Commands['Get-PrinterPort'] = { [pscustomobject]@{ Name = 'LPT1:' } }\n`,
  'checks/scenarios/drivers/answered.pass.ps1': `param($Windows)\n${answer}@{ Evidence = @{ Names = 'Known' } }\n`,
  'checks/scenarios/drivers/unanswered.unknown.ps1': 'param($Windows)\n',
  'checks/scenarios/drivers/whole.collect.ps1': `param($Windows)\n${answer}@{ Files = @{ 'Drivers.txt' = 'Known*'; 'Ports.txt' = 'LPT1:*' } }\n`,
  'checks/scenarios/drivers/other-text.collect.ps1': `param($Windows)\n${answer}@{ Files = @{ 'Drivers.txt' = 'Other*'; 'Ports.txt' = '*' } }\n`,
  'checks/scenarios/drivers/one-too-many.collect.ps1': `param($Windows)\n${answer}@{ Files = @{ 'Drivers.txt' = '*' } }\n`,
  'checks/scenarios/drivers/one-missing.collect.ps1': `param($Windows)\n${answer}@{ Files = @{ 'Drivers.txt' = '*'; 'Ports.txt' = '*'; 'Jobs.txt' = '*' } }\n`,
  'checks/scenarios/drivers/no-problem.collect.ps1': `param($Windows)\n$Windows.Commands['Get-PrinterDriver'] = { throw 'x' }\n@{ Problems = @() }\n`,
  'checks/scenarios/drivers/entry.collect.ps1': `param($Windows)\n${answer}@{ Reason = 'x'; Files = @{ 'Drivers.txt' = '*'; 'Ports.txt' = '*' } }\n`,
  'checks/scenarios/drivers/slip.pass.ps1': `param($Windows)\n${answer}@{ Evidence = @{ Nmaes = '*' } }\n`,
  'checks/scenarios/drivers/text.pass.ps1': `param($Windows)\n${answer}@{ Evidence = 'Known' }\n`,
  'checks/scenarios/drivers/repair.pass.ps1': `param($Windows)\n${answer}@{ Repair = 1 }\n`,
  'checks/scenarios/drivers/header.pass.ps1': `param($Windows)\n${answer}@{ Reasons = '' }\n`,
  'checks/scenarios/drivers/list.collect.ps1': `param($Windows)\n${answer}@{ Files = 'Drivers.txt', 'Ports.txt' }\n`,
  'checks/scenarios/drivers/noted.fail.json': '{ "format": "mendsheet-capture/1", "reason": "there" }\n',
  'checks/scenarios/drivers/torn.pass.json': '{ "format": "mendsheet-capture/1"',
  ...Object.fromEntries(
    ['C:\\Spool\\sub\\', 'C:/Spool/sub', 'C:\\Windows\\..\\Spool\\sub', '\\\\localhost\\C$\\Spool'].map((path, at) => [
      `checks/scenarios/aside/path-${at + 1}.fail.ps1`,
      `param($Windows)
$null = New-Item -Path 'C:\\Spool\\sub' -ItemType Directory -Force
Set-Content -LiteralPath 'C:\\Spool\\1.path' -Value '${path}'
@{ Reason = 'there'; Repair = 1 }
`,
    ]),
  ),
};

describeWithTool('mendsheet test', inject('missing').pester ?? undefined, () => {
  let lines: readonly string[] = [];
  let text = '';
  beforeAll(() => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    const main = join(repository, 'build/cli/main.js');
    const ended = spawnSync(process.execPath, [main, 'test'], { cwd: root, encoding: 'utf8' });
    text = ended.stdout + ended.stderr;
    lines = text.split('\n');
  }, 10 * 60_000);

  const lineOf = (name: string): number =>
    lines.findIndex((line) => line.includes(` scenario.${name}${name.endsWith('.json') ? '' : '.ps1'} `));

  it.each(['drivers/answered.pass', 'drivers/whole.collect'])('passes %s, and says how long it took', (name) => {
    expect(lines[lineOf(name)], text).toMatch(/^passed {2}scenario\.\S+ \(\d+ ms\)$/);
  });

  it.each([
    ['drivers/unanswered.unknown', 'Get-PrinterDriver'],
    ['drivers/other-text.collect', "Drivers.txt has 'Known"],
    ['drivers/one-too-many.collect', 'Ports.txt is in the bundle, and not in Files'],
    ['drivers/one-missing.collect', "Jobs.txt is not in the bundle, which has 'Drivers.txt, Ports.txt'"],
    ['drivers/no-problem.collect', "Problems are 'drivers', not ''"],
    ['drivers/entry.collect', 'Reason is none of Files, Problems'],
    ['drivers/slip.pass', "Nmaes is none of the evidence, which has 'Names'"],
    ['drivers/text.pass', 'Evidence is no table'],
    ['drivers/repair.pass', 'Repair is of a fail, and this is a pass'],
    ['drivers/header.pass', 'Reasons is none of Status, Reason, HResult, Evidence, Says, Repair'],
    ['drivers/list.collect', 'Files is no table'],
    ['drivers/noted.fail.json', 'It does not follow capture.schema.json: '],
    ['drivers/torn.pass.json', 'It is no JSON.'],
  ])('fails %s and says why', (name, why) => {
    const at = lineOf(name);
    expect(lines[at], text).toMatch(/^failed /);
    expect(lines.slice(at + 1, at + 4).join('\n')).toContain(why);
  });

  it.each([1, 2, 3, 4])('changes nothing that undo would refuse: path %i', (at) => {
    expect(lines[lineOf(`aside/path-${at}.fail`)], text).toMatch(/^passed /);
  });
});
