import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ansible } from '../../../src/channels/ansible/channel.js';
import { configmgr } from '../../../src/channels/configmgr/channel.js';
import { winget } from '../../../src/channels/winget/channel.js';
import { checksOfWay } from '../../../src/ir/channel.js';
import { spoiler } from './spoiler.js';

describe('the contract of Configuration Manager', async () => {
  const { plan, files, bytesOf } = await spoiler(configmgr);

  it.each(['run/detect.ps1', 'run/repair.ps1'])('E75 offers parameters that the console has: %s', (path) => {
    const block = /^param\(([\s\S]*?)\)\r\n\r\nSet-StrictMode/m.exec(bytesOf(path).toString('latin1'))?.[1] ?? '';
    const types = Array.from(block.matchAll(/\[(\w+(?:\[\])?)\] \$\w+/g), ([, type]) => type);
    expect(types.length).toBeGreaterThan(0);
    expect(types.length).toBeLessThanOrEqual(10);
    expect(types.filter((type) => type !== 'string' && type !== 'int')).toEqual([]);
  });

  it('E75 keeps the output of "Run Scripts" below its 4 KB, since the line has 2,048 characters at most', () => {
    const run = files.filter(({ path }) => path.includes('/configmgr/run/'));
    expect(run.map(({ bytes }) => Buffer.from(bytes).toString('latin1').includes('$room = 2048 -'))).toEqual([
      true,
      true,
    ]);
  });

  it('has a discovery for each check, and a remediation exactly where the item repairs', () => {
    const taken = checksOfWay(plan.channels, 'configmgr-item').filter(({ detects }) => detects);
    expect(taken.length).toBeGreaterThan(40);
    const there = new Set(files.map(({ path }) => path));
    for (const { check, repairs } of taken) {
      const folder = `windows-update/configmgr/${check.item}-${check.id}/`;
      expect(there.has(`${folder}discovery.ps1`), folder).toBe(true);
      expect(there.has(`${folder}remediation.ps1`), folder).toBe(repairs);
    }
    expect(bytesOf('4-disk-space/discovery.ps1').toString('latin1')).toContain("'Ok'");
  });
});

interface Resource {
  readonly name: string;
  readonly metadata: unknown;
  readonly properties: Readonly<Record<'getScript' | 'testScript' | 'setScript', string>>;
}

describe('the contract of WinGet Configuration', async () => {
  const { plan, bytesOf } = await spoiler(winget);
  const content = parse(bytesOf('windows-update.winget').toString()) as {
    metadata: unknown;
    resources: readonly Resource[];
  };
  const taken = checksOfWay(plan.channels, 'winget').filter(({ detects }) => detects);

  it('E74 gives each resource a test of one output, which is a boolean', () => {
    expect(content.resources.length).toBeGreaterThan(0);
    for (const { properties } of content.resources) {
      const lines = properties.testScript.trimEnd().split('\n');
      expect(lines.at(-1)).toBe("$line -match '\\| Ok$'");
      expect(lines.slice(0, -1).filter((line) => !/^(\$\w+ = |if .*\{ throw )/.test(line))).toEqual([]);
    }
  });

  it('E80 names resources as the schema of DSC wants it, each in its own way, and asks for elevation', () => {
    const names = content.resources.map(({ name }) => name);
    expect(names.filter((name) => !/^[a-zA-Z0-9 ]+$/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(taken.length);
    expect(content.metadata).toMatchObject({ 'Microsoft.DSC': { securityContext: 'elevated' } });
    for (const { metadata } of content.resources)
      expect(metadata).toMatchObject({ winget: { securityContext: 'elevated' } });
  });

  it('E81 sets what it repairs before it stops at what only a person can repair', () => {
    const isPersons = content.resources.map(({ properties }) => properties.setScript.includes('Only a person'));
    expect(isPersons).toEqual([...isPersons].sort());
    expect(isPersons.filter((each) => !each).length).toBe(taken.filter(({ repairs }) => repairs).length);
  });

  it('has a resource a check, of which none can pass without a repair of its own', () => {
    expect(content.resources.map(({ name }) => name.replaceAll(' ', '-')).sort()).toEqual(
      taken.map(({ check }) => check.id).sort(),
    );
    for (const { properties } of content.resources) {
      expect(Object.keys(properties)).toEqual(['getScript', 'testScript', 'setScript']);
      expect(properties.setScript).toContain('throw');
    }
  });
});

describe('the contract of Ansible', async () => {
  const { bytesOf } = await spoiler(ansible);
  const role = 'roles/mendsheet_windows_update/';

  const read = (path: string): unknown => parse(bytesOf(role + path).toString());
  const script = (read('vars/main.yml') as Record<string, string>)['mendsheet_windows_update_script'] ?? '';

  it('E76 says on every path whether it changed something, supports check mode, and passes over no error', () => {
    const runs = (read('tasks/main.yml') as Record<string, Record<string, string>>[]).flatMap(
      (task): readonly Record<string, string>[] => {
        const run = task['ansible.windows.win_powershell'];
        return run ? [run] : [];
      },
    );
    expect(runs.map((run) => run['script'])).toEqual(Array(2).fill('{{ mendsheet_windows_update_script }}'));
    expect(runs.map((run) => run['error_action'])).toEqual(['stop', 'stop']);
    const [before = '', after = ''] = script.split('& $shell');
    expect(before).toContain('$Ansible.Changed = $false\n');
    expect(after).toContain('$Ansible.Changed = ');
    expect(before).toMatch(/^\[CmdletBinding\(SupportsShouldProcess\)\]\nparam\(/);
  });

  it('E82 has no variable that another role could have, and none that Jinja would fill in inside the script', () => {
    const names = ['defaults', 'vars'].flatMap((folder) => Object.keys(read(`${folder}/main.yml`) as object));
    const registered = (read('tasks/main.yml') as { register?: string }[]).flatMap(({ register }) => register ?? []);
    expect([...names, ...registered].filter((name) => !name.startsWith('mendsheet_windows_update_'))).toEqual([]);
    expect(script).not.toMatch(/\{\{|\}\}|\{%|\{#/);
  });

  it('tells Ansible of a change exactly where the line of the script does', () => {
    expect(read('meta/main.yml')).toMatchObject({ galaxy_info: { role_name: 'mendsheet_windows_update' } });
    expect(read('defaults/main.yml')).toMatchObject({ mendsheet_windows_update_repair: true });
    const copies = (read('tasks/main.yml') as Record<string, object>[]).flatMap(
      (task) => task['ansible.windows.win_copy'] ?? [],
    );
    expect(copies).toMatchObject([{ dest: '{{ mendsheet_windows_update_folder }}\\{{ item }}' }]);
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
