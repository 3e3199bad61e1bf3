import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { describeWithTool, tryRun } from '../tools.js';

const lacks = (program: string): string | undefined =>
  tryRun(program, ['--version']) === undefined ? `ansible (${program})` : undefined;

/** A module that notes what it was called with, changes nothing, and answers from a file. */
const standIn = `#!/usr/bin/python3
import json, os
from ansible.module_utils.basic import AnsibleModule
arguments = {name: {'type': 'raw'} for name in NAMES}
module = AnsibleModule(argument_spec=arguments, supports_check_mode=True)
folder = os.environ['MENDSHEET_STAND_INS']
given = {name: value for name, value in module.params.items() if value is not None}
with open(folder + '/calls', 'a') as calls:
    calls.write(json.dumps({'module': 'NAME', 'check': module.check_mode, **given}) + '\\n')
with open(folder + '/answers') as answers:
    module.exit_json(**json.load(answers).get(given.get('parameters', {}).get('File', 'NAME').split(chr(92))[-1], {}))
`;
const modules = {
  win_file: ['path', 'state'],
  win_copy: ['src', 'dest'],
  win_powershell: ['error_action', 'parameters', 'script'],
};

describeWithTool('the role for Ansible, with the modules of Windows replaced', lacks('ansible-playbook'), () => {
  let folder = '';
  const line = (entry: string, verdict: string): object => ({
    changed: false,
    result: { summary: `mendsheet/1 windows-update 0.1.0 detect 26100.1 ${verdict} | ${entry} | ${verdict}` },
  });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mendsheet-ansible-'));
    cpSync(join(inject('dist'), 'windows-update/ansible/roles'), join(folder, 'roles'), { recursive: true });
    const collection = join(folder, 'collections/ansible_collections/ansible/windows');
    mkdirSync(join(collection, 'plugins/modules'), { recursive: true });
    writeFileSync(join(collection, 'galaxy.yml'), 'namespace: ansible\nname: windows\nversion: 9.9.9\n');
    for (const [name, parameters] of Object.entries(modules))
      writeFileSync(
        join(collection, `plugins/modules/${name}.py`),
        standIn.replace('NAMES', JSON.stringify(parameters)).replaceAll('NAME', name),
      );
    writeFileSync(
      join(folder, 'play.yml'),
      '- hosts: localhost\n  gather_facts: false\n  roles: [mendsheet_windows_update]\n',
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    answer({ 'detect.ps1': line('a=P', 'Problem'), 'repair.ps1': line('a=P>O/R', 'Ok') });
  });
  const answer = (answers: object): void => writeFileSync(join(folder, 'answers'), JSON.stringify(answers));

  /** How a play ends, and what it says. */
  function run(variables: object, ...more: readonly string[]): { status: number | null; said: string } {
    writeFileSync(join(folder, 'calls'), '');
    const given = ['-i', 'localhost,', '-c', 'local', '-e', JSON.stringify(variables), ...more];
    const { status, stdout, stderr } = spawnSync('ansible-playbook', ['play.yml', ...given], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ANSIBLE_COLLECTIONS_PATH: join(folder, 'collections'),
        ANSIBLE_ROLES_PATH: join(folder, 'roles'),
        ANSIBLE_LOCALHOST_WARNING: 'false',
        MENDSHEET_STAND_INS: folder,
      },
    });
    return { status, said: `${stdout}${stderr}` };
  }
  const calls = (): readonly Readonly<Record<string, unknown>>[] =>
    readFileSync(join(folder, 'calls'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((each) => JSON.parse(each) as Readonly<Record<string, unknown>>);

  /** The calls of modules that a play makes, in order. */
  function play(variables: object, ...more: readonly string[]): ReturnType<typeof calls> {
    const { status, said } = run(variables, ...more);
    expect(status, said).toBe(0);
    return calls();
  }
  const runs = (calls: ReturnType<typeof play>): readonly string[] =>
    calls.flatMap(({ parameters }) =>
      parameters
        ? [
            String((parameters as { File: string }).File)
              .split('\\')
              .at(-1)!,
          ]
        : [],
    );
  const checksOf = (calls: ReturnType<typeof play>, file: string): readonly string[] =>
    calls.flatMap(({ parameters }) => {
      const { File = '', Checks = '' } = (parameters ?? {}) as { File?: string; Checks?: string };
      return File.endsWith(file) ? Checks.split(',') : [];
    });

  it('detects everything and repairs what can be repaired', () => {
    const calls = play({});
    expect(runs(calls)).toEqual(['detect.ps1', 'repair.ps1']);
    expect(checksOf(calls, 'detect.ps1')).toContain('disk-space');
    expect(checksOf(calls, 'repair.ps1')).toContain('bits-queue');
    expect(checksOf(calls, 'repair.ps1')).not.toContain('disk-space');
  });

  it('repairs nothing where nothing is a problem, where it shall not, and where only a person can', () => {
    answer({ 'detect.ps1': line('a=O', 'Ok') });
    expect(runs(play({}))).toEqual(['detect.ps1']);
    answer({ 'detect.ps1': line('a=P', 'Problem') });
    const detected = play({ mendsheet_windows_update_repair: false });
    expect(runs(detected)).toEqual(['detect.ps1']);
    expect(checksOf(detected, 'detect.ps1')).toContain('disk-space');
    expect(runs(play({ mendsheet_windows_update_checks: ['disk-space'] }))).toEqual(['detect.ps1']);
  });

  it('looks at what is listed and nothing else; at nothing for an empty list', () => {
    const calls = play({ mendsheet_windows_update_checks: ['disk-space', 'bits-queue'] });
    expect(checksOf(calls, 'detect.ps1')).toEqual(['disk-space', 'bits-queue']);
    expect(checksOf(calls, 'repair.ps1')).toEqual(['bits-queue']);
    expect(runs(play({ mendsheet_windows_update_checks: [] }))).toEqual([]);
  });

  it.each([
    ['a check that this version no longer has', ['bits-queue', 'retired-check'], 'does not have: retired-check'],
    ['a text in place of a list', 'bits-queue', 'to be a list'],
    ['a map in place of a list', { 'bits-queue': true }, 'to be a list'],
  ])('fails before it does anything for %s', (_, checks, says) => {
    const { status, said } = run({ mendsheet_windows_update_checks: checks });
    expect(status, said).not.toBe(0);
    expect(said).toContain(says);
    expect(calls()).toEqual([]);
  });

  it('changes nothing with --check, and previews only with scripts that are already on the host', () => {
    const there = play({}, '--check');
    expect(there.every(({ check }) => check === true)).toBe(true);
    expect(runs(there)).toEqual(['detect.ps1', 'repair.ps1']);
    answer({ win_copy: { changed: true } });
    const first = play({}, '--check');
    expect(first.every(({ check }) => check === true)).toBe(true);
    expect(runs(first)).toEqual([]);
  });

  it('takes the next version with the variables that were set for the last one, and copies its scripts', () => {
    const set = { mendsheet_windows_update_checks: ['bits-queue'], mendsheet_windows_update_folder: 'D:\\tools' };
    const copied = (calls: ReturnType<typeof play>): readonly unknown[] =>
      calls.filter(({ module }) => module === 'win_copy').map(({ src, dest }) => [src, dest]);
    const before = play(set);
    const script = join(folder, 'roles/mendsheet_windows_update/files/detect.ps1');
    const next = readFileSync(script);
    // The role of the last version, with another script.
    writeFileSync(script, 'earlier');
    const earlier = play(set);
    writeFileSync(script, next);
    const after = play(set);
    expect(copied(before).length).toBeGreaterThan(0);
    for (const calls of [earlier, after]) {
      expect(copied(calls)).toEqual(copied(before));
      expect(checksOf(calls, 'detect.ps1')).toEqual(['bits-queue']);
    }
    expect(JSON.stringify(copied(after))).toContain('tools');
  });

  it('takes the next version where a check repairs no more, and one that was set to be looked at has another name', () => {
    const file = join(folder, 'roles/mendsheet_windows_update/vars/main.yml');
    const now = readFileSync(file, 'utf8');
    const [known = '', repairable = ''] = now.split('mendsheet_windows_update_repairable:');
    try {
      writeFileSync(
        file,
        [known.replace('"disk-space"', '"free-space"'), repairable.replace('  - "bits-queue"\n', '')].join(
          'mendsheet_windows_update_repairable:',
        ),
      );
      const calls = play({ mendsheet_windows_update_checks: ['bits-queue', 'download-cache'] });
      expect(checksOf(calls, 'detect.ps1')).toEqual(['bits-queue', 'download-cache']);
      expect(checksOf(calls, 'repair.ps1')).toEqual(['download-cache']);
      const { status, said } = run({ mendsheet_windows_update_checks: ['disk-space'] });
      expect([status, said.includes('does not have: disk-space')]).toEqual([2, true]);
    } finally {
      writeFileSync(file, now);
    }
  });

  it('takes no variable of another product', () => {
    const calls = play({ mendsheet_checks: ['clock'], mendsheet_other_checks: ['clock'], mendsheet_repair: false });
    expect(runs(calls)).toEqual(['detect.ps1', 'repair.ps1']);
  });
});

describeWithTool('the role for Ansible, as ansible-lint reads it', lacks('ansible-lint'), () => {
  it('holds to the profile for production', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mendsheet-lint-'));
    try {
      cpSync(join(inject('dist'), 'windows-update/ansible'), folder, { recursive: true });
      const given = ['--offline', '--profile', 'production', '--nocolor', 'roles/mendsheet_windows_update'];
      const { status, stdout, stderr } = spawnSync('ansible-lint', given, { cwd: folder, encoding: 'utf8' });
      expect(status, stdout + stderr).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
