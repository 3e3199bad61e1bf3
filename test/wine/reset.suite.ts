import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { repository } from '../compile-bundled.js';
import {
  allRunning,
  catalogs,
  fill,
  folders,
  journal,
  running,
  serviceStates,
  settle,
  state,
  store,
  tasks,
} from './pc-state.js';
import { withServiceManager } from './service-manager.js';
import type { Ended, WinePc } from './wine-pc.js';

const script = 'C:\\scripts\\reset-components.cmd';
/** @param judge differences between Wine and the model are asked for by it, each where it shows. */
export function resetSuite(pc: () => WinePc, judge: 'Wine' | 'model'): void {
  const reset = (args = ''): Ended => pc().run(script, args);
  beforeEach(() => settle(pc()));

  it('sets the folders aside under the next number, and starts the services again', () => {
    const first = folders(pc());
    const { code, output } = reset('/force /check download-cache');
    expect(code, output).toBe(0);
    expect(Object.keys(folders(pc()))).toEqual(['SoftwareDistribution.mendsheet1', 'catroot2.mendsheet1']);
    expect(folders(pc())['SoftwareDistribution.mendsheet1']).toEqual(first['SoftwareDistribution']);
    expect(serviceStates(pc())).toEqual(allRunning);
    expect(journal(pc(), '1')[0]).toMatch(/^0\|run\|2\|windows-update\|reset-components\.cmd\|[\d.]+\|\d+(?:-\d+){5}$/);

    fill(pc(), 'second');
    expect(reset('/force /check download-cache').code).toBe(0);
    expect(Object.keys(folders(pc()))).toEqual([
      'SoftwareDistribution.mendsheet1',
      'SoftwareDistribution.mendsheet2',
      'catroot2.mendsheet1',
      'catroot2.mendsheet2',
    ]);
    expect(pc().list(`${state}\\runs`)).toEqual(['1', '2']);
  });

  it('leaves a healthy PC alone, however often it runs', () => {
    const before = { folders: folders(pc()), services: serviceStates(pc()) };
    for (let run = 1; run <= 3; run++) {
      const { code, output } = reset('/check download-cache wuauserv-start-type');
      expect(code, output).toBe(0);
      expect(output).toMatch(/^OK .*download-cache/m);
    }
    // Wine decides less than Windows: what stays open is said, and nothing is repaired for it.
    const { code, output } = reset();
    expect(code, output).toBe(2);
    expect(output).not.toContain('PROBLEM');
    expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual(before);
    expect(pc().list(`${state}\\runs`)).toEqual([]);
  });

  it('waits for servicing that ends by itself, and for five minutes at most', () => {
    const works = (times: number): void =>
      pc().provide(
        'tasklist',
        [
          '@echo off',
          // A line a look, so that it ends by itself.
          '>>C:\\stand-in\\looks.txt echo look',
          'set "LOOKS=0"',
          'echo "cmd.exe","4712","Console","1","9.999 K"',
          'for /f %%l in (C:\\stand-in\\looks.txt) do set /a LOOKS+=1',
          `if %LOOKS% leq ${times} echo "TiWorker.exe","4711","Services","0","9.999 K"`,
          '',
        ].join('\n'),
      );
    const before = folders(pc());
    works(999);
    const busy = reset('/force /check download-cache');
    const untouched = folders(pc());
    pc().remove('C:\\stand-in\\looks.txt');
    works(4);
    const ended = reset('/force /check download-cache');
    pc().remove('C:\\stand-in\\looks.txt');
    pc().provide('tasklist', tasks);
    expect(busy.code, busy.output).toBe(14);
    expect(busy.output).toContain('Nothing was changed: an installation is under way (TiWorker).');
    expect(untouched).toEqual(before);
    expect(ended.code, ended.output).toBe(0);
    expect(ended.output.match(/Waiting for it/g)).toHaveLength(1);
    expect(Object.keys(folders(pc()))).toContain('SoftwareDistribution.mendsheet1');
  });

  it('writes a plan before, and a mark after, every change', () => {
    reset('/force /check download-cache');
    // The .ps1 undoes this very journal (test/pester/Runtime.Tests.ps1).
    const fixture = join(repository, 'test/journals/reset-components.cmd.txt');
    const [first = '', ...lines] = journal(pc(), '1');
    // The token of each run is another one.
    expect([first.replace(/\|[\d-]+$/, '|1-2-3-4-5-6'), ...lines]).toEqual(
      readFileSync(fixture, 'ascii').trimEnd().split('\n'),
    );
  });

  it('starts only the services that ran before', () => {
    pc().batch('sc stop bits >nul', 'sc stop UsoSvc >nul');
    expect(reset('/force /check download-cache').code).toBe(0);
    expect(serviceStates(pc())).toEqual({ ...allRunning, bits: '1', UsoSvc: '1' });
  });

  it('changes nothing with /whatif, and needs no rights for it', () => {
    const before = { folders: folders(pc()), services: serviceStates(pc()) };
    pc().withdraw('fltmc');
    const { code, output } = reset('/force /check download-cache /whatif');
    pc().provide('fltmc');
    expect(code).toBe(0);
    expect(output).toContain(
      'Would be done: rename C:\\windows\\SoftwareDistribution to SoftwareDistribution.mendsheet1',
    );
    expect(output).toContain('Nothing was changed.');
    expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual(before);
    expect(pc().exists('C:\\ProgramData\\Mendsheet')).toBe(false);
    expect(pc().batch('reg query HKLM\\SOFTWARE\\Mendsheet >nul 2>&1').code).toBe(1);
  });

  it('ends with 10 without rights', () => {
    pc().withdraw('fltmc');
    expect(reset().code).toBe(10);
    pc().provide('fltmc');
    expect(pc().exists('C:\\ProgramData\\Mendsheet')).toBe(false);
  });

  // Nothing runs beside a script in the model, which is told of a held lock instead.
  if (judge === 'Wine')
    it('ends with 14 while another run is active, and not after that one was killed', async () => {
      expect(reset('/force /check download-cache').code).toBe(0);
      fill(pc(), 'second');
      pc().remove('C:\\held.txt');
      pc().write(
        'C:\\hold.cmd',
        `@echo off\ncall :hold 2>"${state}\\lock"\nexit /b 0\n:hold\n>C:\\held.txt echo held\nC:\\windows\\system32\\ping-wine.exe -n 60 127.0.0.1 >nul\nexit /b 0\n`,
      );
      const holder = pc().start('C:\\hold.cmd');
      await expect.poll(() => pc().exists('C:\\held.txt')).toBe(true);
      expect(reset('/force /check download-cache')).toMatchObject({ code: 14 });
      expect(pc().exists(`${store}.mendsheet2`)).toBe(false);
      await holder.kill();
      expect(reset('/force /check download-cache').code).toBe(0);
    });

  it.each([
    [
      'a policy names a server',
      'reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU" /v UseWUServer /t REG_DWORD /d 1 /f >nul',
      '',
      12,
    ],
    [
      'a device management service has enrolled the PC',
      'reg add "HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{6F0E4B2C-0000-4000-8000-000000000001}" /v EnrollmentState /t REG_DWORD /d 1 /f >nul & ' +
        'reg add "HKLM\\SOFTWARE\\Microsoft\\Enrollments\\{6F0E4B2C-0000-4000-8000-000000000001}" /v ProviderID /d "MS DM Server" /f >nul',
      '',
      12,
    ],
    [
      'Configuration Manager is installed',
      'reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\CcmExec /f >nul',
      'reg delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\CcmExec /f >nul',
      12,
    ],
    [
      'Windows servicing waits for a restart',
      'reg add "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending" /f >nul',
      'reg delete "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending" /f >nul',
      13,
    ],
    [
      'servicing has renames queued',
      'reg add "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager" /v PendingFileRenameOperations /t REG_MULTI_SZ /d "\\??\\C:\\Windows\\WinSxS\\Temp\\PendingRenames\\x" /f >nul',
      'reg delete "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager" /v PendingFileRenameOperations /f >nul',
      13,
    ],
    [
      'an installation is under way',
      'reg add "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress" /f >nul',
      'reg delete "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress" /f >nul',
      14,
    ],
  ])('changes nothing when %s', (_name, prepare, clean, code) => {
    pc().batch(prepare);
    const before = folders(pc());
    const ended = reset('/force /check download-cache');
    const allowed = code === 12 ? reset('/force /check download-cache /allowmanaged /whatif').code : 0;
    if (clean !== '') pc().batch(clean);
    expect(ended.code, ended.output).toBe(code);
    expect(ended.output).toContain('Nothing was changed: ');
    expect(folders(pc())).toEqual(before);
    expect(pc().list(`${state}\\runs`)).toEqual([]);
    expect(allowed).toBe(0);
  });

  it('does not block on renames that other programs have queued', () => {
    const manager = '"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager" /v PendingFileRenameOperations';
    pc().batch(`reg add ${manager} /t REG_MULTI_SZ /d "\\??\\C:\\Program Files\\Browser\\old.exe" /f >nul`);
    const ended = reset('/force /check download-cache /whatif');
    pc().batch(`reg delete ${manager} /f >nul`);
    expect(ended.code).toBe(0);
  });

  it.each(['C:\\my scripts & (tools)', 'C:\\100% !x! ^y', "C:\\a;b,c=d 'e'"])('runs from %s', (folder) => {
    pc().write(`${folder}\\reset-components.cmd`, pc().read(script));
    const ended = pc().run(`${folder}\\reset-components.cmd`, '/force /check download-cache /whatif');
    expect(ended.code, ended.output).toBe(0);
    expect(ended.output).toContain('Would be done: rename');
  });

  it.each([
    ['/destroy', '/destroy'],
    ['download-cache', 'download-cache'],
    ['/check no-such-check', 'no-such-check'],
    ['/check "a&b"', 'a&b'],
    ['/out', '/out'],
    ['/force', '/force'],
    ['/auto', '/auto'],
  ])('refuses "%s" as usage', (args, named) => {
    const before = folders(pc());
    const ended = pc().run(script, `${args} 2>C:\\error.txt`);
    expect(ended.code).toBe(64);
    expect(pc().read('C:\\error.txt')).toContain(named);
    expect(folders(pc())).toEqual(before);
  });

  it('refuses a state folder that somebody else made', () => {
    pc().write(`${state}\\runs\\9\\journal.txt`, '0|run|2|windows-update|reset-components.cmd|0.1.0|1\n');
    expect(reset('/force /check download-cache').code).toBe(1);
    expect(Object.keys(folders(pc()))).toEqual(['SoftwareDistribution', 'catroot2']);
  });

  it('undoes nothing, says which script does, and touches nothing', () => {
    expect(reset('/force /check download-cache').code).toBe(0);
    fill(pc(), 'second');
    const seen = (): object => ({ folders: folders(pc()), services: serviceStates(pc()), state: pc().tree(state) });
    const before = seen();
    for (const args of ['/undo', '/undo /whatif', '/undo /check download-cache']) {
      const { code, output } = reset(args);
      expect(code, output).toBe(20);
      expect(output).toContain('-File .\\reset-components.ps1 -Undo');
    }
    expect(seen()).toEqual(before);
  });

  it('goes over to the native cmd.exe from a 32-bit one', () => {
    pc().batch('md C:\\windows\\Sysnative', 'copy C:\\windows\\system32\\cmd.exe C:\\windows\\Sysnative\\cmd.exe >nul');
    const ended = pc().batch('set "PROCESSOR_ARCHITEW6432=AMD64"', `"${script}" /force /check download-cache /whatif`);
    pc().remove('C:\\windows\\Sysnative');
    expect(ended.output).toContain('Would be done: rename');
  });

  it('writes a report, and nothing on the screen with /quiet', () => {
    const { output } = reset('/force /check download-cache /whatif /quiet /out "C:\\my report.txt"');
    expect(output).toBe('');
    expect(pc().read('C:\\my report.txt')).toContain('Would be done: stop the service wuauserv');
  });

  it('sets a disabled service back', () => {
    withServiceManager(pc(), () => {
      pc().batch('reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv /v Start /t REG_DWORD /d 4 /f >nul');
      const repaired = reset('/check wuauserv-start-type');
      expect(repaired.code, repaired.output).toBe(0);
      expect(journal(pc(), '1')[1]).toBe('1|plan|service-start-type|wuauserv|disabled|demand');
      expect(startOf(pc(), 'wuauserv')).toBe('0x3');
      pc().batch('reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv /v Start /t REG_DWORD /d 3 /f >nul');
    });
  });

  it('ends with 1 when the service manager refuses', () => {
    withServiceManager(pc(), () => {
      pc().batch('reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv /v Start /t REG_DWORD /d 4 /f >nul');
      pc().write('C:\\stand-in\\refuse.txt', '5');
      const refused = reset('/check wuauserv-start-type');
      pc().remove('C:\\stand-in\\refuse.txt');
      pc().batch('reg add HKLM\\SYSTEM\\CurrentControlSet\\Services\\wuauserv /v Start /t REG_DWORD /d 3 /f >nul');
      expect(refused.code, refused.output).toBe(1);
      expect(journal(pc(), '1')[2]).toBe('1|failed|-|-|-|-');
    });
  });

  it('stops what depends on a service first, and starts it again', () => {
    withServiceManager(pc(), () => {
      pc().batch('sc-wine start TrustedInstaller >nul 2>&1');
      pc().write(
        'C:\\stand-in\\dependents-CryptSvc.txt',
        'Nom du service: TrustedInstaller\nNom complet: Windows Modules Installer\n        TYPE               : 10  WIN32_OWN_PROCESS\n',
      );
      const ended = reset('/force /check download-cache');
      pc().remove('C:\\stand-in\\dependents-CryptSvc.txt');
      expect(ended.code, ended.output).toBe(0);
      const targets = journal(pc(), '1').filter((line) =>
        /\|plan\|(?:stop|start)-service\|(?:TrustedInstaller|CryptSvc)\|/.test(line),
      );
      expect(targets.map((line) => line.split('|').slice(2, 4).join(' '))).toEqual([
        'stop-service TrustedInstaller',
        'stop-service CryptSvc',
        'start-service CryptSvc',
        'start-service TrustedInstaller',
      ]);
      pc().batch('sc-wine stop TrustedInstaller >nul 2>&1');
    });
  });

  it('gives lost access back to a service', () => {
    const lost = 'D:(A;;CCLCSWLOCRRC;;;SY)(A;;CCLCSWLOCRRC;;;BA)S:(AU;FA;CC;;;WD)';
    const given =
      'D:(A;;CCLCSWRPLORC;;;AU)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)S:(AU;FA;CC;;;WD)';
    withServiceManager(pc(), () => {
      pc().write('C:\\stand-in\\security-wuauserv.txt', `${lost}\n`);
      const repaired = reset('/check wuauserv-rights');
      expect(repaired.code, repaired.output).toBe(0);
      expect(journal(pc(), '1').slice(1)).toEqual([
        `1|plan|service-security|wuauserv|${lost}|${given}`,
        '1|done|-|-|-|-',
      ]);
      expect(pc().read('C:\\stand-in\\security-wuauserv.txt').trim()).toBe(given);
    });
  });

  it('leaves the BITS queue to the other edition, which can see whose transfers wait in it', () => {
    const folder = 'C:\\ProgramData\\Microsoft\\Network\\Downloader';
    for (const name of ['qmgr.db', 'edb.log']) pc().write(`${folder}\\${name}`, name);
    const before = pc().tree(folder);
    const { code, output } = reset('/force /check bits-queue');
    expect(code).toBe(2);
    expect(output).toContain('[needs reset-components.ps1]');
    expect(pc().tree(folder)).toEqual(before);
    expect(pc().list(`${state}\\runs`)).toEqual([]);
    pc().remove(folder);
  });

  it('repairs the component store before system files, and says that neither can be undone', () => {
    // Damaged until the repair has run.
    pc().remove('C:\\stand-in\\mended.txt');
    pc().provide(
      'dism',
      '@echo off\nif "%~5"=="/RestoreHealth" echo mended>C:\\stand-in\\mended.txt\n' +
        'if exist C:\\stand-in\\mended.txt (echo No component store corruption detected.) else echo The component store is repairable.\n',
    );
    pc().provide('sfc');
    const { code, output } = reset('/check component-store');
    pc().withdraw('dism');
    pc().withdraw('sfc');
    expect(code, output).toBe(0);
    expect(output).toContain(
      'Running dism /English /Online /Cleanup-Image /RestoreHealth /NoRestart (cannot be undone',
    );
  });

  it('says which services it would leave alone', () => {
    for (const name of running) pc().batch(`sc stop ${name} >nul`);
    const { output } = reset('/force /check download-cache /whatif');
    expect(output).not.toContain('stop the service');
    expect(output).toContain(`rename ${store} to`);
    expect(output).toMatch(new RegExp(`rename ${catalogs.replaceAll('\\', '\\\\')} to`, 'i'));
  });
}

function startOf(pc: WinePc, service: string): string {
  return (
    /0x\d/.exec(pc.batch(`reg query HKLM\\SYSTEM\\CurrentControlSet\\Services\\${service} /v Start`).output)?.[0] ?? ''
  );
}
