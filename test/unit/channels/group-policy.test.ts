import { describe, expect, it } from 'vitest';
import { groupPolicy } from '../../../src/channels/group-policy.js';
import { spoiler } from './spoiler.js';

const { plan, files, codesAfter } = await spoiler(groupPolicy);

const list = 'Machine/Scripts/psscripts.ini';
const task = 'Machine/Preferences/ScheduledTasks/ScheduledTasks.xml';
const wide = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');
const swap = (from: string, to: string) => (text: string) => text.replace(wide(from), wide(to));

it('is what Group Policy reads', () => {
  const text = (path: string, encoding: BufferEncoding): string =>
    Buffer.from(files.find((file) => file.path.endsWith(path))?.bytes ?? []).toString(encoding);
  expect(text(list, 'utf16le')).toBe('\ufeff\r\n[Startup]\r\n0CmdLine=windows-update-startup.ps1\r\n0Parameters=\r\n');
  expect(text('/scripts.ini', 'utf16le')).toBe('\ufeff\r\n[Startup]\r\n');
  expect(text(task, 'utf8')).toContain('-ExecutionPolicy AllSigned -File &quot;\\\\DOMAIN\\SYSVOL');
});

describe('the contract of Group Policy', () => {
  it('E70 refuses lists in another encoding, section, or order', () => {
    expect(codesAfter(list, (text) => Buffer.from(text, 'latin1').toString('utf16le'))).toContain('channel/gpo-list');
    expect(codesAfter(list, swap('[Startup]', '[Logon]'))).toContain('channel/gpo-list');
    expect(codesAfter(list, swap('0CmdLine', '1CmdLine'))).toContain('channel/gpo-list');
    expect(codesAfter(list, swap('0Parameters=\r\n', ''))).toContain('channel/gpo-list');
    expect(codesAfter(list, swap('-startup.ps1', '-other.ps1'))).toContain('channel/gpo-list');
    expect(codesAfter(list, swap('.ps1', '.cmd'))).toContain('channel/gpo-list');
  });

  it('E71 refuses class ids that Windows does not know, and translated accounts', () => {
    expect(codesAfter(task, (text) => text.replace('A71CD118DBCC', 'A0CE23244B27'))).toContain('channel/gpo-task');
    expect(codesAfter(task, (text) => text.replace('{D8896631', '{9756B581'))).toContain('channel/gpo-task');
    expect(codesAfter(task, (text) => text.replace('runAs="S-1-5-18"', 'runAs="NT AUTHORITY\\System"'))).toContain(
      'channel/gpo-task',
    );
  });

  it('E05 refuses a task that hides what it runs', () => {
    expect(codesAfter(task, (text) => text.replace('-NoProfile', '-WindowStyle Hidden'))).toContain('channel/gpo-task');
    expect(codesAfter(task, (text) => text.replace(/-File .*ps1&quot;/, '-enc ZQB4AGkAdAA='))).toContain(
      'channel/gpo-task',
    );
  });

  it('E08 refuses a task that runs no file of the GPO', () => {
    expect(codesAfter(task, (text) => text.replace('windows-update-repair.ps1', 'other.ps1'))).toContain(
      'channel/gpo-task',
    );
  });

  it('E13 refuses a startup script that takes more than the ten minutes of all', () => {
    const scripts = plan.scripts.map((script) => ({
      ...script,
      checks: script.checks.map((each) => ({
        ...each,
        check: { ...each.check, risk: { ...each.check.risk, minutes: 3 } },
      })),
    }));
    const path = 'Machine/Scripts/Startup/windows-update-startup.ps1';
    expect(codesAfter(path, (text) => text, { ...plan, scripts })).toContain('channel/startup-time');
  });

  it('E21 holds for scripts that Group Policy starts, and not for the one that an administrator starts', () => {
    const path = 'Machine/Scripts/Startup/windows-update-startup.ps1';
    expect(codesAfter(path, (text) => text.replace('exit 1\r\n', 'exit 5\r\n'))).toContain('channel/exit-code');
    expect(codesAfter('install.ps1', (text) => text.replace('exit $script:ExitCode', 'exit 5'))).toEqual([]);
  });
});
