import { describe, expect, it } from 'vitest';
import { lintBodies } from '../../../src/lint/lint-bodies.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { positionOf } from '../../../src/source/source-file.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

const { library } = loadTemplates(process.cwd());

/** A checklist with two checks that share a recipe, of which one runs as the user. */
function filesWith(body: string, given = 'HKCU:\\SOFTWARE\\Own', own = 'ps1'): Readonly<Record<string, string>> {
  const check = (id: string, item: number, more: string): string => `  - id: ${id}
    item: ${item}
    title: { en: A setting }
    why: { en: It is needed. }
    severity: low
${more}    risk: { disruption: none, minutes: 1, restart: false }
    detect:
      ps1: |
        New-Finding -Status 'Ok'
`;
  return {
    'checks.yaml': `product: sample
title: { en: Sample }
publisher: Sample authors
languages: [en]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
  - { name: repair, phase: repair, editions: [ps1], defaults: [] }
  - { name: repair-user, phase: repair, runs-as: user, editions: [ps1], defaults: [] }
include: [checks/settings.yaml]
`,
    'checks/settings.yaml': `group: settings
title: { en: Settings }
checks:
${check('of-the-user', 1, '    runs-as: user\n')}    repair: { use: value, with: { key: '${given}' } }
${check('of-the-computer', 2, '')}    repair: { use: value, with: { key: 'HKLM:\\SOFTWARE\\Shared' } }
${check(own === 'ps1' ? 'personal' : 'batch', 3, own === 'ps1' ? '    runs-as: user\n' : '')}`,
    'checks/recipes/value.yaml': `recipe: value
takes: { key: { type: registry-path } }
`,
    'checks/recipes/value.repair.ps1': `param([string] $Key)
Set-RegistryValue -Path $Key -Name 'Mode' -Value 'absent'
`,
    ...(own === 'ps1'
      ? { 'checks/settings/personal.repair.ps1': body }
      : { 'checks/settings/batch.repair.ps1': '$null = 1\n', 'checks/settings/batch.repair.cmd': body }),
  };
}

/** What is said of accounts, or with another code: "<file>:<line> <message>". */
function saidOf(files: Readonly<Record<string, string>>, wanted = 'lint/account'): readonly string[] {
  return withFiles(files, (root) => {
    const { catalog, diagnostics } = runFrontEnd(`${root}/checks.yaml`);
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
    if (!catalog) throw new Error('The checklist has mistakes of another kind.');
    return lintBodies(catalog, library)
      .diagnostics.filter(({ code }) => code === wanted)
      .map(({ span, message }) => `${span.source.path}:${positionOf(span.source, span.start).line} ${message}`);
  });
}

const good = "Set-RegistryValue -Path 'HKCU:\\SOFTWARE\\X' -Name 'Y' -Value 'absent'\n";
const place = 'checks/settings/personal.repair.ps1';

describe('a repair that runs as the user', () => {
  it.each([
    good,
    "$key = 'HKCU:\\SOFTWARE\\X'\nSet-RegistryValue -Path $key -Name \"Y\" -Value 'absent'\n",
    "$found = Get-RegistryValue -Path 'HKLM:\\SOFTWARE\\X' -Name 'Y'\nif ($found) { Set-RegistryValue -Path \"HKCU:\\SOFTWARE\\$found\" -Name 'Y' -Value 'absent' }\n",
    '# Not HKLM, nor the services of the computer.\n' + good,
  ])('changes values below HKCU: %s', (body) => expect(saidOf(filesWith(body))).toEqual([]));

  it.each([
    ["$null = 1\nSet-RegistryValue -Path 'HKLM:\\SOFTWARE\\X' -Name 'Y' -Value 'absent'\n", 2],
    ["Set-RegistryValue -Path \"HKLM:\\SOFTWARE\\$name\" -Name 'Y' -Value 'absent'\n", 1],
    ["$key = 'HKLM:\\SOFTWARE\\X'\nif ($true) { Set-RegistryValue -Path $key -Name 'Y' -Value 'absent' }\n", 2],
    ["Set-RegistryValue -Path 'HKEY_LOCAL_MACHINE\\SOFTWARE\\X' -Name 'Y' -Value 'absent'\n", 1],
    ["Set-RegistryValue -Path 'Registry::HKEY_USERS\\.DEFAULT' -Name 'Y' -Value 'absent'\n", 1],
    ["Set-RegistryValue -Path ('HKLM:\\' + $name) -Name 'Y' -Value 'absent'\n", 1],
    [
      "foreach ($key in 'HKCU:\\SOFTWARE\\X', 'HKLM:\\SOFTWARE\\X') { Set-RegistryValue -Path $key -Name 'Y' -Value 'absent' }\n",
      1,
    ],
    ["set-registryvalue -path 'HKLM:\\SOFTWARE\\X' -Name 'Y' -Value 'absent'\n", 1],
  ])('changes none of the computer: %s', (body, line) => {
    expect(saidOf(filesWith(body))).toEqual([
      `${place}:${line} A check with runs-as: user changes nothing but values below HKCU:\\.`,
    ]);
  });

  it.each([
    "Stop-RunningService -Name 'Spooler'\n",
    'Move-ItemAside -Path "$env:ProgramFiles\\X"\n',
    "Set-ServiceStartType -Name 'Spooler' -StartType 'automatic'\n",
    "Add-RestorePoint -Description 'x'\n",
    'Reset-WinsockCatalog\n',
    "if ($true) { $null = Invoke-RepairTool -Tool 'sfc' -ArgumentList '/scannow' -TimeoutSeconds 60 }\n",
  ])('calls no action of the computer: %s', (body) => {
    const name = /[A-Z]\w+-[A-Z]\w+/.exec(body)?.[0] ?? '';
    expect(saidOf(filesWith(body))).toEqual([
      `${place}:1 "${name}" changes the computer, and a check with runs-as: user changes HKCU alone.`,
    ]);
  });

  it('gets no key of the computer from the checklist, in a recipe that serves both', () => {
    expect(saidOf(filesWith(good, 'HKLM:\\SOFTWARE\\Shared'))).toEqual([
      'checks/settings.yaml:14 A check with runs-as: user changes nothing but values below HKCU:\\.',
    ]);
  });

  it.each([
    ['HKCU:\\Environment\\X', 'a key below'],
    ['HKCU:\\SOFTWARE\\Policies\\X', 'no key with "Policies"'],
    ['HKCU:\\SOFTWARE', 'a key below'],
    ['HKCU:\\SOFTWARE\\..\\X', 'a key without "." and ".."'],
  ])('gets no key from the checklist that the action refuses: %s', (key, takes) => {
    const said = saidOf(filesWith(good, key), 'lint/argument');
    expect(said).toEqual([expect.stringContaining(`"key" goes to "Set-RegistryValue", which takes ${takes}`)]);
    expect(said[0]).toMatch(/^checks\/settings\.yaml:14 /);
  });

  it('may call every action of which the register says so, and no other', () => {
    const actions = library.functions.ps1.filter(({ action }) => action !== null);
    expect(actions.filter(({ action }) => action?.asUser).map(({ name }) => name)).toEqual(['Set-RegistryValue']);
  });
});

describe('a repair of the computer', () => {
  const machine = (body: string): Readonly<Record<string, string>> => {
    const files = filesWith(body);
    const text = (files['checks/settings.yaml'] ?? '').replace(/(id: personal\n(?:.*\n){4}) {4}runs-as: user\n/, '$1');
    return { ...files, 'checks/settings.yaml': text };
  };

  it('touches nothing of a person, and names what to write', () => {
    const says =
      'A repair of the computer runs elevated, where HKCU is not that of the person signed in; write runs-as: user at the check.';
    expect(saidOf(machine(good))).toEqual([`${place}:1 ${says}`]);
    expect(saidOf(machine("$null = 1\n$key = 'Registry::HKEY_CURRENT_USER\\X'\n"))).toEqual([`${place}:2 ${says}`]);
    expect(saidOf(filesWith('call :set_value "HKCU\\SOFTWARE\\X" y\n', undefined, 'cmd'))).toEqual([
      `checks/settings/batch.repair.cmd:1 ${says}`,
    ]);
  });

  it('may say so in a comment', () => {
    expect(
      saidOf(machine("# Not below HKCU.\nSet-RegistryValue -Path 'HKLM:\\SOFTWARE\\X' -Name 'Y' -Value 'absent'\n")),
    ).toEqual([]);
  });
});
