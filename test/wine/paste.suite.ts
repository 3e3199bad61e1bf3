import { beforeEach, expect, it } from 'vitest';
import { allRunning, catalogs, folders, journal, serviceStates, settle, state, store } from './pc-state.js';
import { withServiceManager } from './service-manager.js';
import type { Ended, WinePc } from './wine-pc.js';

/** Snippets, by the id of their check. */
export function pasteSuite(pc: () => WinePc, snippet: (id: string) => string): void {
  const reset = (args = ''): Ended => pc().run('C:\\scripts\\reset-components.cmd', args);
  beforeEach(() => settle(pc()), 60_000);

  it('repairs as the script does, with a journal that /undo takes back', () => {
    const before = folders(pc());
    const output = pc().paste(snippet('download-cache'));
    expect(output).toContain(`Done. What was changed stands in ${state}\\runs\\1\\journal.txt`);
    const lines = journal(pc(), '1');
    expect(lines[0]).toMatch(/^0\|run\|1\|windows-update\|download-cache\.snippet\|[\d.]+$/);
    expect(Object.keys(folders(pc()))).toEqual(['SoftwareDistribution.mendsheet1', 'catroot2.mendsheet1']);
    expect(serviceStates(pc())).toEqual(allRunning);
    expect(lines.slice(1).map((line) => line.split('|').slice(1, 4).join(' '))).toEqual([
      ...['UsoSvc', 'wuauserv', 'bits', 'CryptSvc'].flatMap((name) => [`plan stop-service ${name}`, 'done - -']),
      ...[store, catalogs.replace('system32', 'System32')].flatMap((path) => [`plan set-aside ${path}`, 'done - -']),
      ...['CryptSvc', 'bits', 'wuauserv', 'UsoSvc'].flatMap((name) => [`plan start-service ${name}`, 'done - -']),
    ]);
    const undone = reset('/undo');
    expect(undone.code, undone.output).toBe(0);
    expect(folders(pc())).toEqual(before);
    expect(serviceStates(pc())).toEqual(allRunning);

    // The folder is known by now, and the number of the run that was undone is used up.
    expect(pc().paste(snippet('download-cache'))).toContain(`Done. What was changed stands in ${state}\\runs\\2\\`);
  });

  it('sets a disabled service back, and /undo disables it again', () => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv';
    withServiceManager(pc(), () => {
      pc().batch(`reg add ${key} /v Start /t REG_DWORD /d 4 /f >nul`);
      const output = pc().paste(snippet('wuauserv-start-type'));
      const start = pc().batch(`reg query ${key} /v Start`).output;
      const undone = reset('/undo');
      pc().batch(`reg add ${key} /v Start /t REG_DWORD /d 3 /f >nul`);
      expect(output).toContain('Done.');
      expect(start).toContain('0x3');
      expect(journal(pc(), '1.undone').slice(1, 3)).toEqual([
        '1|plan|service-start-type|wuauserv|disabled|demand',
        '1|done|-|-|-|-',
      ]);
      expect(undone.code, undone.output).toBe(0);
    });
  });

  const policy = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU';
  const enrolment = 'HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{6F0E4B2C-0000-4000-8000-000000000001}';
  const servicing = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending';
  it.each([
    ['a server of the organisation', [`reg add "${policy}" /v UseWUServer /t REG_DWORD /d 1 /f`], 'UseWUServer'],
    [
      'an enrolment',
      [`reg add ${enrolment} /v EnrollmentState /t REG_DWORD /d 1 /f`, `reg add ${enrolment} /v ProviderID /d MS /f`],
      'through MDM',
    ],
    ['a pending restart', [`reg add "${servicing}" /f`], 'Windows waits for a restart'],
    ['a foreign state folder', [`md ${state}\\runs\\9`], 'no administrator could have made'],
    ['no rights', [`ren C:\\windows\\system32\\fltmc.exe none.exe`], 'open the command prompt as administrator'],
  ])('changes nothing with %s', (_name, prepare, says) => {
    const before = folders(pc());
    pc().batch(...prepare.map((line) => `${line} >nul`));
    const output = pc().paste(snippet('download-cache'));
    pc().batch(`reg delete "${servicing}" /f >nul 2>&1`);
    pc().provide('fltmc');
    expect(output).toContain('Nothing was changed: ');
    expect(output).toContain(says);
    expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual({
      folders: before,
      services: allRunning,
    });
    expect(pc().exists(`${state}\\runs\\1`)).toBe(false);
  });

  it('changes nothing while another run is active', async () => {
    const run = pc().start('C:\\scripts\\reset-components.cmd', '/force /check download-cache');
    await expect.poll(() => journal(pc(), '1').length, { timeout: 120_000, interval: 20 }).toBeGreaterThan(1);
    const output = pc().paste(snippet('download-cache'));
    await run.kill();
    expect(output).toContain('Nothing was changed: another run is active');
    expect(pc().exists(`${state}\\runs\\2`)).toBe(false);
  });
}
