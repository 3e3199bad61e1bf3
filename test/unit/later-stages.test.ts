import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compile } from '../../src/compile.js';
import { positionOf } from '../../src/source/source-file.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { repository } from '../compile-bundled.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-stages-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const index = `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts: [{ name: diagnose, phase: detect, editions: [ps1, cmd] }]
include: [checks/g.yaml]
`;

function group(id: string, more: string): string {
  return `group: g
title: { en: G, ja: 群 }
checks:
  - id: ${id}
    item: 1
    title: { en: T, ja: 題 }
    why: { en: W., ja: 理由です。 }
    severity: low
${more}`;
}

const ps1 = 'param([string] $Text)\nNew-Finding -Status Ok -Evidence @{ Text = $Text }\n';

async function places(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(join(root, 'case-'));
  // The stages behind the catalog are tried here, and scenarios belong to none of them.
  const [, id = ''] = /- id: (.+)/.exec(files['checks/g.yaml'] ?? '') ?? [];
  const scenario = { [`checks/scenarios/${id}/any.pass.ps1`]: '\n' };
  for (const [path, text] of Object.entries({ 'checks.yaml': index, ...scenario, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const templates = loadTemplates(repository);
  const { diagnostics, artefacts } = await compile(
    {
      indexPath: join(folder, 'checks.yaml'),
      templates,
      version: '0.1.0',
      today: '2026-01-01',
      signing: null,
      development: false,
    },
    { until: 'channels' },
  );
  expect(artefacts === null).toBe(diagnostics.length > 0);
  return diagnostics.map(({ code, span }) => `${code} ${span.source.path}:${positionOf(span.source, span.start).line}`);
}

it('refuses a value that batch cannot carry, at the value', async () => {
  expect(
    await places({
      'checks/g.yaml': group('quoted', `    with: { text: 'help /? here' }\n`),
      'checks/g/quoted.detect.ps1': ps1,
      'checks/g/quoted.detect.cmd': 'set "STATUS=OK"\nset "EVIDENCE=%~1"\n',
    }),
  ).toEqual(['render/value-not-carried checks/g.yaml:9']);
});

it('carries the same value where there is no batch body', async () => {
  expect(
    await places({
      'checks/g.yaml': group('quoted', `    with: { text: 'help /? here' }\n`),
      'checks/g/quoted.detect.ps1': ps1,
    }),
  ).toEqual([]);
});

it('refuses a check whose function is one of the library', async () => {
  expect(
    await places({
      'checks/g.yaml': group('tcp-port', ''),
      'checks/g/tcp-port.detect.ps1': 'New-Finding -Status Ok\n',
    }),
  ).toEqual(['plan/name-taken checks/g.yaml:4']);
});

it('lints an inline body at its line in the YAML', async () => {
  const inline = '    detect:\n      ps1: |\n        New-Finding -Status Ok\n        Remove-Item -Path C:\\x\n';
  expect(await places({ 'checks/g.yaml': group('inline', inline) })).toEqual([
    'lint/command-not-allowed checks/g.yaml:12',
  ]);
});

it('finds every mistake of the linters in one run', async () => {
  const found = await places({
    'checks/g.yaml': group('many', ''),
    'checks/g/many.detect.ps1': 'Remove-Item C:\\x\n$env:A = 1\nexit 1\nNew-Finding -Status Ok\n',
  });
  expect(found).toEqual([
    'lint/command-not-allowed checks/g/many.detect.ps1:1',
    'lint/outer-assignment checks/g/many.detect.ps1:2',
    'lint/exit checks/g/many.detect.ps1:3',
  ]);
});

it('finds what lint, plan and render refuse in one run', async () => {
  const parts = group('tcp-port', `    with: { text: 'help /? here' }\n`);
  const found = await places({
    'checks/g.yaml': parts,
    'checks/g/tcp-port.detect.ps1': `${ps1}Remove-Item -Path 'C:\\x'\n`,
    'checks/g/tcp-port.detect.cmd': 'set "STATUS=OK"\nset "EVIDENCE=%~1"\n',
  });
  expect(found).toEqual([
    'plan/name-taken checks/g.yaml:4',
    'render/value-not-carried checks/g.yaml:9',
    'lint/command-not-allowed checks/g/tcp-port.detect.ps1:3',
  ]);
});

it('makes no text where only the plan is asked for', async () => {
  const folder = mkdtempSync(join(root, 'case-'));
  mkdirSync(join(folder, 'checks/g'), { recursive: true });
  writeFileSync(join(folder, 'checks.yaml'), index);
  writeFileSync(join(folder, 'checks/g.yaml'), group('plain', ''));
  writeFileSync(join(folder, 'checks/g/plain.detect.ps1'), 'New-Finding -Status Ok\n');
  const whole = loadTemplates(repository);
  const { detect } = whole.ps1.scripts;
  // Whoever renders this gets an exception.
  const script = { ...detect.script, text: '{{#if' };
  const scripts = { ...whole.ps1.scripts, detect: { ...detect, script } };
  const input = {
    indexPath: join(folder, 'checks.yaml'),
    templates: { ...whole, ps1: { ...whole.ps1, scripts } },
    version: '0.1.0',
    today: '2026-01-01',
    signing: null,
    development: false,
  };
  const { diagnostics, plan, artefacts } = await compile(input, { until: 'plan' });
  expect([diagnostics.map(({ code }) => code), artefacts]).toEqual([['resolve/untested'], null]);
  expect(plan?.scripts.map(({ path }) => path)).toContain('trial/diagnose.ps1');
  await expect(compile(input, { until: 'look', clean: null })).rejects.toThrow();
});

it('refuses what a batch body sets and another one has outside quotes, as a literal and as an argument', async () => {
  const second = `  - id: reads
    item: 2
    title: { en: R, ja: 読 }
    why: { en: W., ja: 理由です。 }
    severity: low
    detect:
      ps1: |
        New-Finding -Status Ok
`;
  const files = {
    'checks/g.yaml': group('sets', `    with: { text: 'a & b' }\n`) + second,
    'checks/g/sets.detect.ps1': ps1,
    'checks/g/sets.detect.cmd': 'set "SHARED=%~1"\nset "OTHER=a & ver"\nset "STATUS=OK"\n',
    'checks/scenarios/reads/any.pass.ps1': '\n',
  };
  expect(await places({ ...files, 'checks/g/reads.detect.cmd': 'set "STATUS=OK"\n' })).toEqual([]);
  const bare = 'for %%a in (%SHARED% %OTHER%) do set "STATUS=OK"\n';
  expect(await places({ ...files, 'checks/g/reads.detect.cmd': bare })).toEqual([
    'render/value-not-carried checks/g.yaml:9',
    'cmd/set-form checks/g/sets.detect.cmd:2',
  ]);
});

/** Checks of these titles in g.yaml, from line 4 on, five lines each. */
function titled(titles: readonly string[]): Readonly<Record<string, string>> {
  const checks = titles.map(
    (title, at) => `  - id: c${at}
    item: ${at + 1}
    title: { en: '${title}', ja: 題${at} }
    why: { en: W., ja: 理由です。 }
    severity: low
`,
  );
  const files = titles.flatMap((_, at) => [
    [`checks/scenarios/c${at}/any.pass.ps1`, '\n'] as const,
    [`checks/g/c${at}.detect.ps1`, 'New-Finding -Status Ok\n'] as const,
  ]);
  const head = 'group: g\ntitle: { en: G, ja: 群 }\nchecks:\n';
  return { 'checks/g.yaml': head + checks.join(''), ...Object.fromEntries(files) };
}

it('refuses names that Intune would take for one, all at once, each at its title', async () => {
  expect(await places(titled(['Disk space', 'Clock', 'DISK SPACE', 'All checks', 'disk  space']))).toEqual([
    'channel/name-clash checks/g.yaml:16',
    'channel/name-clash checks/g.yaml:21',
    'channel/name-clash checks/g.yaml:26',
  ]);
  expect(await places(titled(['Disk space', 'Disk space 2', 'All the checks']))).toEqual([]);
});

it('refuses a script where another file of the product stands', async () => {
  const kit = index.replace('name: diagnose', 'name: windows-kit');
  expect(await places({ ...titled(['T']), 'checks.yaml': kit })).toEqual(['plan/file-taken checks.yaml:5']);
});

it.each([
  ['1.4.0', true],
  ['1.4.0-beta1', true],
  ['1.4.0-abcdefghijklmnopqrst', true],
  ['1.4.0-abcdefghijklmnopqrstu', false],
  ['1.4.0-beta.1', false],
  ['1.4.0-beta-1', false],
  ['1.4.0-1', false],
  ['1.4.0-', false],
  ['1.04.0', false],
  ['1.4', false],
  ['4294967296.0.0', false],
])('takes a version that every door takes: %s %s', async (version, taken) => {
  const files = { ...titled(['T']), 'checks.yaml': index.replace('publisher:', `version: '${version}'\npublisher:`) };
  expect(await places(files)).toEqual(taken ? [] : ['spec/bad-form checks.yaml:3']);
});

const withScripts = (scripts: string): string => index.replace(/scripts: .*/, `scripts: [${scripts}]`);
const detecting = '{ name: diagnose, phase: detect, editions: [ps1] }';
const collecting = '{ name: collect, phase: collect, editions: [ps1, cmd] }';

it('says that a script is empty beside what it says of the checks', async () => {
  const repairing = '{ name: reset, phase: repair, editions: [ps1], defaults: [settings] }';
  const account = {
    'checks/g.yaml': group('settings', '    risk: { disruption: low, minutes: 1, restart: false }\n'),
    'checks/g/settings.detect.ps1': 'New-Finding -Status Ok\n',
    'checks/g/settings.repair.ps1':
      "Set-RegistryValue -Path 'HKCU:\\SOFTWARE\\Contoso' -Name 'On' -Value 'REG_DWORD:0x1'\n",
  };
  expect(
    await places({ ...account, 'checks.yaml': withScripts([detecting, repairing, collecting].join(', ')) }),
  ).toEqual(['plan/empty-script checks.yaml:5', 'lint/account checks/g/settings.repair.ps1:1']);
});

it.each([
  ['a body that is empty', { 'checks/g/settings.collect.ps1': '# Nothing yet.\n' }, ['resolve/body-empty']],
  ['a package that is not locked', { include: '[checks/g.yaml, { folder: ../shared }]' }, ['resolve/not-locked']],
  ['a body of nothing', { 'checks/g/setings.collect.ps1': 'Add-BundleText\n' }, ['resolve/body-orphan']],
] as readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[])(
  'says nothing of an empty script beside %s',
  async (_what, { include = '[checks/g.yaml]', ...files }, codes) => {
    const found = await places({
      'checks.yaml': withScripts(`${detecting}, ${collecting}`).replace('[checks/g.yaml]', include),
      'checks/g.yaml': group('settings', ''),
      'checks/g/settings.detect.ps1': 'New-Finding -Status Ok\n',
      ...files,
    });
    expect(found.map((each) => each.split(' ')[0])).toEqual(codes);
  },
);
