import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ansible } from '../../../src/channels/ansible.js';
import { configManager } from '../../../src/channels/config-manager.js';
import { winget } from '../../../src/channels/winget.js';
import { spoiler } from './spoiler.js';

describe('the contract of Configuration Manager', async () => {
  const { files, codesAfter } = await spoiler(configManager);

  it('E75 refuses parameters that the console does not offer', () => {
    const path = 'run/repair.ps1';
    const codes = codesAfter(path, (text) => text.replace("[string] $Check = ''", '[switch] $Check'));
    expect(codes).toContain('channel/configmgr-parameters');
    const many = Array.from({ length: 10 }, (_, index) => `    [string] $P${index},\r\n`).join('');
    expect(codesAfter(path, (text) => text.replace('param(\r\n', `param(\r\n${many}`))).toContain(
      'channel/configmgr-parameters',
    );
  });

  it('E75 keeps the output of "Run Scripts" below its 4 KB, since the line has 2,048 characters at most', () => {
    const run = files.filter(({ path }) => path.includes('/configmgr/run/'));
    expect(run.map(({ bytes }) => Buffer.from(bytes).toString('latin1').includes('$room = 2048 -'))).toEqual([
      true,
      true,
    ]);
  });

  it('refuses a rule that compares what the discovery never says', () => {
    const path = 'item/item.json';
    expect(codesAfter(path, (text) => text.replace('"Ok"', '"Compliant"'))).toContain('channel/configmgr-value');
    expect(codesAfter(path, (text) => text.replace('"runAs64Bit": true', '"runAs64Bit": false'))).toContain(
      'channel/configmgr-value',
    );
  });
});

describe('the contract of WinGet Configuration', async () => {
  const { plan, files, codesAfter } = await spoiler(winget);
  const path = 'windows-update.winget';

  it('E74 refuses a resource without a test, and a test with a second output', () => {
    expect(codesAfter(path, (text) => text.replace('testScript:', 'otherScript:'))).toContain('channel/dsc-test');
    const second = (text: string): string =>
      text.replace("        $line -match '\\| Ok$'", "        $line\n        $line -match '\\| Ok$'");
    expect(codesAfter(path, second)).toContain('channel/dsc-test');
    expect(codesAfter(path, (text) => text.replace("        $line -match '\\| Ok$'", '        $line'))).toContain(
      'channel/dsc-test',
    );
  });

  it('is a YAML document with a resource a check, of which none can pass without a repair of its own', () => {
    const text = Buffer.from(files.find((file) => file.path.endsWith(path))?.bytes ?? []).toString();
    const document = parse(text) as { resources: { name: string; properties: Record<string, string> }[] };
    const taken = plan.channels.find(({ name }) => name === 'winget')?.checks.filter(({ detects }) => detects);
    expect(document.resources.map(({ name }) => name)).toEqual(taken?.map(({ check }) => check.id));
    for (const { properties } of document.resources) {
      expect(Object.keys(properties)).toEqual(['getScript', 'testScript', 'setScript']);
      expect(properties['testScript']?.endsWith("$line -match '\\| Ok$'\n")).toBe(true);
      expect(properties['setScript']).toContain('throw');
    }
  });
});

describe('the contract of Ansible', async () => {
  const { files, codesAfter } = await spoiler(ansible);
  const role = 'roles/mendsheet_windows_update/';
  const tasks = `${role}tasks/main.yml`;

  it('E76 refuses a script that leaves open whether it changed something', () => {
    expect(codesAfter(tasks, (text) => text.replace('$Ansible.Changed = $false', '$null = 0'))).toContain(
      'channel/ansible-changed',
    );
    expect(codesAfter(tasks, (text) => text.replace('$Ansible.Changed = $line', '$changed = $line'))).toContain(
      'channel/ansible-changed',
    );
    expect(codesAfter(tasks, (text) => text.replace('(SupportsShouldProcess)', '()'))).toContain(
      'channel/ansible-changed',
    );
    expect(codesAfter(tasks, (text) => text.replace('error_action: stop', 'error_action: continue'))).toContain(
      'channel/ansible-changed',
    );
  });

  it('is YAML, and tells Ansible of a change exactly where the line of the script does', () => {
    const read = (path: string): unknown =>
      parse(Buffer.from(files.find((file) => file.path.endsWith(role + path))?.bytes ?? []).toString());
    expect(read('meta/main.yml')).toMatchObject({ galaxy_info: { role_name: 'mendsheet_windows_update' } });
    expect(read('defaults/main.yml')).toMatchObject({ mendsheet_repair: true });
    const [, copy, run] = read('tasks/main.yml') as Record<string, Record<string, string>>[];
    expect(copy).toMatchObject({ 'ansible.windows.win_copy': { dest: '{{ mendsheet_folder }}\\{{ item }}' } });
    const script = run?.['ansible.windows.win_powershell']?.['script'] ?? '';
    const pattern = new RegExp(/\$Ansible\.Changed = \$line -match '([^']+)'/.exec(script)?.[1] ?? '$^');
    const line = (entry: string): string => `mendsheet/1 windows-update 0.1.0 repair 26100.1 Ok | ${entry} | Ok`;
    const entries = ['a=O', 'a=P>O/R', 'a=P>P/F:reason', 'a=P>P/P', 'a=P>U/N', 'a=P>P/B', 'a=P>O/U', 'a=P:full'];
    expect(entries.filter((entry) => pattern.test(line(entry)))).toEqual([
      'a=P>O/R',
      'a=P>P/F:reason',
      'a=P>P/P',
      'a=P>U/N',
    ]);
  });
});
