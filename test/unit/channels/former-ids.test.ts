import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../../src/compile.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { runScript, usualEnvironment } from '../../../src/batch-model/run.js';
import { healthyWindows } from '../../../src/batch-model/windows.js';
import { repository, reviewDay } from '../../compile-bundled.js';

// More than a line of the table takes.
const former = Array.from({ length: 6 }, (_, index) => `name-of-the-service-in-version-${index + 1}`);
const root = mkdtempSync(join(tmpdir(), 'mendsheet-former-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
for (const name of ['checks.yaml', 'checks']) cpSync(join(repository, name), join(root, name), { recursive: true });
const group = join(root, 'checks/services.yaml');
writeFileSync(
  group,
  readFileSync(group, 'utf8')
    .replace('- id: bits-start-type\n', `$&    formerly: [${former.join(', ')}]\n`)
    .replace('- id: msiserver-start-type\n', '$&    formerly: [installer]\n'),
);
const { artefacts, diagnostics } = await compile(
  {
    indexPath: join(root, 'checks.yaml'),
    templates: loadTemplates(repository),
    version: '0.1.0',
    today: reviewDay,
    signing: null,
    development: false,
  },
  { until: 'channels' },
);
const textOf = (path: string): string => {
  const file = artefacts?.find((each) => each.path === `windows-update/${path}`);
  if (!file) throw new Error(`${path} is not made: ${diagnostics.map(({ message }) => message).join(' ')}`);
  return Buffer.from(file.bytes).toString('utf8');
};
/** What installers look for in a script, as they write it. */
const [, form = ''] =
  /Former = '\(\?m\)(.+)'/.exec(
    readFileSync(join(repository, 'templates/ps1/parts/channel/Get-ScriptOrigin.ps1'), 'utf8'),
  ) ?? [];
const formerIn = (path: string): readonly string[] =>
  Array.from(textOf(path).matchAll(new RegExp(form, 'gm')), ([, list = '']) =>
    Array.from(list.matchAll(/[a-z0-9-]+/g), ([id]) => id),
  ).flat();

const folderOf = (id: string): string => {
  const found = artefacts?.find(({ path }) => path.includes('/intune/') && path.includes(`-${id}/`));
  return found?.path.split('/').at(-2) ?? '';
};

it.each(['intune/{}/detect.ps1', 'intune/{}/repair.ps1', 'configmgr/{}/discovery.ps1', 'rmm/{}/detect.ps1'])(
  'stand in the script of the check, where installers find them: %s',
  (path) => {
    expect(form).toContain('Formerly');
    expect(formerIn(path.replace('{}', folderOf('bits-start-type')))).toEqual(former);
    expect(formerIn(path.replace('{}', folderOf('msiserver-start-type')))).toEqual(['installer']);
    expect(formerIn(path.replace('{}', folderOf('wuauserv-start-type')))).toEqual([]);
  },
);

it.each(['winget/detect.ps1', 'gpo/Machine/Scripts/Startup/windows-update-repair.ps1', 'reset-components.ps1'])(
  'stand in a list, which takes them behind -Check: %s',
  (path) => expect([...formerIn(path)].sort()).toEqual([...former, 'installer'].sort()),
);

it.each([
  ['diagnose', '/check installer', 'msiserver-start-type'],
  ['diagnose', `/skip x /check ${former[0]?.toUpperCase() ?? ''} /quiet /out C:\\bits.txt`, null],
  ['reset-components', '/check installer /whatif', 'msiserver-start-type'],
])('are taken by batch as what they are now: %s %s', (name, given, says) => {
  const windows = healthyWindows();
  const start = { script: `C:\\scripts\\${name}.cmd`, given, environment: usualEnvironment };
  const { errors, output } = runScript(windows, textOf(`${name}.cmd`), start);
  if (says === null) return expect(errors).toMatch(/^diagnose\.cmd: no check has this id: x\r?\n$/);
  expect(errors).toBe('');
  expect(output).toContain(says);
  expect(output).not.toContain('bits-start-type');
});

it('add no line to batch that has none', () => {
  const line = /^if \/i "%ASKED%"=="/gm;
  expect(textOf('diagnose.cmd').match(line)).toHaveLength(former.length + 1);
  expect(readFileSync(join(repository, 'test/golden/windows-update/diagnose.cmd'), 'utf8')).not.toMatch(line);
});

it('are known to the role of Ansible, and looked at by nobody who names no checks', () => {
  const role = 'ansible/roles/mendsheet_windows_update';
  const variables = parse(textOf(`${role}/vars/main.yml`)) as Readonly<Record<string, readonly string[]>>;
  const defaults = parse(textOf(`${role}/defaults/main.yml`)) as Readonly<Record<string, readonly string[]>>;
  for (const name of ['known', 'repairable'])
    expect(variables[`mendsheet_windows_update_${name}`]).toEqual(
      expect.arrayContaining([...former, 'installer', 'bits-start-type']),
    );
  expect(defaults['mendsheet_windows_update_checks']).not.toContain('installer');
});
