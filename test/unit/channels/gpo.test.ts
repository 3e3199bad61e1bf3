import { describe, expect, it } from 'vitest';
import { gpo } from '../../../src/channels/gpo/channel.js';
import { spoiler } from './spoiler.js';

const { plan, files, bytesOf } = await spoiler(gpo);

const names = files.map(({ path }) => path.slice('windows-update/gpo/'.length));
const task = bytesOf('Machine/Preferences/ScheduledTasks/ScheduledTasks.xml').toString('utf8');
const all = (pattern: RegExp): readonly string[] => Array.from(task.matchAll(pattern), (match) => match[1] ?? '');

describe('what Group Policy reads', () => {
  it('E70 is lists in UTF-16LE with a mark, for computers, numbered from 0, of scripts that are there', () => {
    const list = bytesOf('Machine/Scripts/psscripts.ini').toString('utf16le');
    expect(list).toBe('\ufeff\r\n[Startup]\r\n0CmdLine=windows-update-startup.ps1\r\n0Parameters=\r\n');
    expect(bytesOf('Machine/Scripts/scripts.ini').toString('utf16le')).toBe('\ufeff\r\n[Startup]\r\n');
    expect(names).toContain('Machine/Scripts/Startup/windows-update-startup.ps1');
  });

  it('E71 is a task with the class ids of MS-GPPREF, under SYSTEM by its SID', () => {
    expect(all(/clsid="([^"]*)"/g)).toEqual([
      '{CC63F200-7309-4ba0-B154-A71CD118DBCC}',
      '{D8896631-B747-47a7-84A6-C155337F3BC8}',
    ]);
    expect([...all(/runAs="([^"]*)"/g), ...all(/<UserId>([^<]*)</g)]).toEqual(['S-1-5-18', 'S-1-5-18']);
  });

  it('E05 E08 is a task that runs a signed file of the GPO in plain sight', () => {
    expect(all(/<Command>([^<]*)</g)).toEqual(['%SystemRoot%\\System32\\WindowsPowerShell\\v1.0\\powershell.exe']);
    const [call = ''] = all(/<Arguments>([^<]*)</g);
    expect(call).toBe(
      '-NoProfile -NonInteractive -ExecutionPolicy AllSigned -File &quot;\\\\DOMAIN\\SYSVOL\\DOMAIN\\Policies\\{GPO}' +
        '\\Machine\\Scripts\\Startup\\windows-update-repair.ps1&quot;',
    );
    expect(all(/<Hidden>([^<]*)</g)).toEqual(['false']);
    expect(names).toContain('Machine/Scripts/Startup/windows-update-repair.ps1');
  });

  it('E13 is a startup script of repairs that together take less than the ten minutes of all', () => {
    const script = plan.scripts.find(({ role }) => role.kind === 'deployed' && role.way === 'gpo-startup');
    expect(script?.checks.length).toBeGreaterThan(0);
    expect(script?.checks.reduce((sum, { check }) => sum + check.risk.minutes, 0)).toBeLessThan(10);
  });
});
