import { beforeEach, expect, it } from 'vitest';
import { settle } from './pc-state.js';
import { withServiceManager } from './service-manager.js';
import type { WinePc } from './wine-pc.js';

const codes = { OK: 0, PROBLEM: 1, UNKNOWN: 2 } as const;
type Status = keyof typeof codes;

export function diagnoseSuite(pc: () => WinePc): void {
  const diagnose = (args: string): { readonly code: number; readonly output: string } =>
    pc().run('C:\\scripts\\diagnose.cmd', args);
  const expectVerdict = (check: string, status: Status, evidence: string): void => {
    const { code, output } = diagnose(`/check ${check}`);
    expect(output).toMatch(new RegExp(`^${status} +\\d+ ${check}: `));
    expect(output).toContain(evidence);
    expect(code).toBe(codes[status]);
  };
  beforeEach(() => settle(pc()));

  it('evaluates every check that batch can decide, and names the .ps1 for the others', () => {
    const { output } = diagnose('');
    const rows = output.trimEnd().split('\n');
    expect(rows.map((row) => row.slice(0, 13).trim())).toEqual(
      rows.map(() => expect.stringMatching(/^(?:OK|PROBLEM|UNKNOWN|NA|NOT EVALUATED)$/)),
    );
    for (const item of [1, 3, 4, 5, 6, 11, 13, 14, 15, 21, 25, 28, 30])
      expect(output).toMatch(new RegExp(`^(?:OK|PROBLEM|UNKNOWN|NOT EVALUATED) +${item} (?!.*needs diagnose)`, 'm'));
    expect(output).toMatch(/^NOT EVALUATED +26 windows-update-log: .* \[needs diagnose\.ps1\]$/m);
  });

  it('ends with 2 when somebody asks for a check that batch cannot do', () => {
    expect(diagnose('/check windows-update-log').code).toBe(2);
  });

  it('lists the checks and runs none', () => {
    const { code, output } = diagnose('/list');
    expect(code).toBe(0);
    expect(output).toContain('14 download-cache: ');
  });

  it('leaves checks out', () => {
    const { output } = diagnose('/check disk-space update-server /skip disk-space');
    expect(output).not.toContain('disk-space');
    expect(output).toContain('update-server');
  });

  it.each<[string, Status, string]>([
    ['2', 'OK', 'automatic'],
    ['3', 'OK', 'demand'],
    ['4', 'PROBLEM', '0x80070422'],
  ])('judges a start type of %s as %s', (start, status, evidence) => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\bits /v Start /t REG_DWORD';
    pc().batch(`reg add ${key} /d ${start} /f >nul`);
    try {
      expectVerdict('bits-start-type', status, evidence);
    } finally {
      pc().batch(`reg add ${key} /d 3 /f >nul`);
    }
  });

  it('judges the clock by the offset alone', () => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters';
    expectVerdict('clock', 'UNKNOWN', 'no time server is set');
    pc().batch(`reg add ${key} /v NtpServer /d "time.windows.com,0x9" /f >nul`);
    const answer = (row: string): void =>
      pc().provide('w32tm', `@echo off\necho Zeitserver: x\necho 3 Proben\necho ${row}\n`);
    answer('12:00:00, +00.0123456s');
    expectVerdict('clock', 'OK', '0 s behind of time.windows.com');
    answer('12:00:00, -0082.5000000s');
    expectVerdict('clock', 'OK', '82 s ahead');
    answer('12:00:00, +86400.0000000s');
    expectVerdict('clock', 'PROBLEM', '86400 s behind');
    answer('12:00:00, Fehler: 0x800705B4');
    expectVerdict('clock', 'UNKNOWN', 'no answer');
    pc().withdraw('w32tm');
    pc().batch(`reg delete ${key} /f >nul`);
  });

  it('judges the connection by what answers, then by the routes', () => {
    const routes = (row: string): void =>
      pc().provide('route', `@echo off\necho Netzwerkziel Maske Gateway\necho ${row}\n`);
    const reach = (code: number): void => pc().provide('curl', `@echo off\nexit /b ${code}\n`);
    expectVerdict('internet-connection', 'UNKNOWN', 'curl.exe is missing');
    reach(0);
    expectVerdict('internet-connection', 'OK', 'all update servers answer');
    reach(7);
    routes('127.0.0.0 255.0.0.0 127.0.0.1 1');
    expectVerdict('internet-connection', 'PROBLEM', '0x80240438');
    routes('169.254.0.0 255.255.0.0 169.254.7.7 1');
    expectVerdict('internet-connection', 'PROBLEM', '169.254');
    routes('0.0.0.0 0.0.0.0 192.168.1.1 192.168.1.7');
    expectVerdict('internet-connection', 'PROBLEM', '0x80072EFD');
    pc().batch(
      'reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate\\AU" /v UseWUServer /t REG_DWORD /d 1 /f >nul',
    );
    expectVerdict('internet-connection', 'UNKNOWN', 'a server of the organisation');
    pc().withdraw('curl');
    pc().withdraw('route');
  });

  it.each<[string, Status, string]>([
    ['nothing', 'OK', 'Windows Update'],
    ['DisableWindowsUpdateAccess /t REG_DWORD /d 1', 'PROBLEM', '0x8024002E'],
    ['SetPolicyDrivenUpdateSourceForFeatureUpdates /t REG_DWORD /d 1', 'PROBLEM', 'no effect'],
    ['WUServer /d http://wsus.example:8530', 'OK', 'Windows Update'],
  ])('judges the policy "%s"', (value, status, evidence) => {
    if (value !== 'nothing')
      pc().batch(`reg add "HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate" /v ${value} /f >nul`);
    expectVerdict('update-server', status, evidence);
  });

  it.each<[string, Status, string]>([
    ['', 'PROBLEM', '0x80244011'],
    ['http://wsus.example:8530', 'UNKNOWN', 'was not asked'],
    ['http://wsus.example:8530/', 'PROBLEM', '0x80072EE6'],
    ['wsus.example', 'PROBLEM', '0x80072EE6'],
    ['http://wsus.example/?a=1', 'UNKNOWN', 'unusual'],
  ])('judges the server "%s" of a policy', (server, status, evidence) => {
    const key = '"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
    pc().batch(
      `reg add ${key}\\AU" /v UseWUServer /t REG_DWORD /d 1 /f >nul`,
      server === '' ? 'rem none' : `reg add ${key}" /v WUServer /d "${server}" /f >nul`,
    );
    expectVerdict('update-server', status, evidence);
  });

  it('tells whether the server of a policy answers', () => {
    const key = '"HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate';
    pc().batch(
      `reg add ${key}\\AU" /v UseWUServer /t REG_DWORD /d 1 /f >nul`,
      `reg add ${key}" /v WUServer /d http://wsus.example:8530 /f >nul`,
    );
    pc().provide('curl', '@echo off\nexit /b 0\n');
    expectVerdict('update-server', 'OK', 'which answers');
    pc().provide('curl', '@echo off\nexit /b 28\n');
    expectVerdict('update-server', 'PROBLEM', '0x8024401C');
    pc().withdraw('curl');
  });

  it.each([
    ['Component Based Servicing\\RebootPending', 'Servicing RebootPending'],
    ['WindowsUpdate\\Auto Update\\RebootRequired', 'Windows Update RebootRequired'],
    ['WindowsUpdate\\Services\\Pending\\{7971F918-A847-4430-9279-4A52D1EFE18D}', 'Windows Update service registration'],
  ])('finds a pending restart by the key %s', (key, cause) => {
    expectVerdict('restart-pending', 'OK', ': Restart pending');
    const full = `HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\${key}`;
    pc().batch(`reg add "${full}" /f >nul`);
    try {
      expectVerdict('restart-pending', 'PROBLEM', cause);
    } finally {
      pc().batch(`reg delete "${full}" /f >nul`);
    }
  });

  it('decides the event log only where the newest event is enough', () => {
    // The stand-in answers each query by what it asks for, as wevtutil would.
    const events = (failures: boolean, scan: number, install: number): void =>
      pc().provide(
        'wevtutil',
        [
          '@echo off',
          'if "%~2"=="gl" exit /b 0',
          '>C:\\stand-in\\query.txt echo %*',
          // Windows writes each event to one log, and other providers use the same numbers there.
          ...(failures ? ['call :asked 31 31 WindowsUpdateClient/Operational'] : []),
          `call :asked 26 ${scan} WindowsUpdateClient/Operational`,
          `call :asked 19 ${install} "qe System"`,
          'exit /b 0',
          ':asked',
          'call :holds "EventID=%1"',
          'if errorlevel 1 exit /b 0',
          'call :holds "%~3"',
          'if errorlevel 1 exit /b 0',
          'call :holds "System[Provider[@Name=\'Microsoft-Windows-WindowsUpdateClient\'] and "',
          'if errorlevel 1 exit /b 0',
          'type C:\\stand-in\\event-%2.xml',
          'exit /b 0',
          ':holds',
          'C:\\windows\\system32\\find-wine.exe "%~1" C:\\stand-in\\query.txt >nul',
          'exit /b %errorlevel%',
          '',
        ].join('\n'),
      );
    for (const id of [19, 20, 25, 26, 31])
      pc().write(
        `C:\\stand-in\\event-${id}.xml`,
        `<Event xmlns='urn:event'><System><EventID>${id}</EventID></System></Event>\n`,
      );
    events(false, 26, 19);
    expectVerdict('event-log', 'OK', 'no failure in 14 days');
    events(true, 25, 19);
    expectVerdict('event-log', 'PROBLEM', 'the newest search');
    events(true, 26, 20);
    expectVerdict('event-log', 'PROBLEM', 'the newest installation');
    events(true, 26, 19);
    expectVerdict('event-log', 'UNKNOWN', 'perhaps settled');
    pc().provide('wevtutil', '@echo off\nexit /b 15007\n');
    expectVerdict('event-log', 'UNKNOWN', 'cannot be read');
  });

  it('judges access lists by the two rights that SYSTEM and administrators need', () => {
    const full = 'CCDCLCSWRPWPDTLOCRSDRCWDWO';
    withServiceManager(pc(), () => {
      const list = (text: string): void => pc().write('C:\\stand-in\\security-wuauserv.txt', `${text}\n`);
      list(`D:(A;;CCLCSWRPLORC;;;AU)(A;;${full};;;BA)(A;;${full};;;SY)S:(AU;FA;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;WD)`);
      expectVerdict('wuauserv-rights', 'OK', ': Access to');
      list(`D:AI(A;CI;${full};;;SY)(A;;CCLCSWLOCRRC;;;BA)(A;;CCLCSWLOCRRC;;;IU)`);
      expectVerdict('wuauserv-rights', 'PROBLEM', 'keeps out: BA_RP');
      list(`D:(D;;RP;;;BA)(A;;${full};;;SY)`);
      expectVerdict('wuauserv-rights', 'UNKNOWN', 'one that only diagnose.ps1 judges');
      pc().remove('C:\\stand-in\\security-wuauserv.txt');
      expectVerdict('wuauserv-rights', 'UNKNOWN', 'cannot be read');
    });
  });

  it('judges the component store by what DISM says in English, and looks for damage that SFC has noted', () => {
    const says = (text: string): void => pc().provide('dism', `@echo off\necho Version: 10.0\necho ${text}\n`);
    says('No component store corruption detected.');
    expectVerdict('component-store', 'OK', 'no damage is noted');
    pc().write('C:\\windows\\Logs\\CBS\\CBS.log', 'x [SR] Cannot repair member file [l:9]"a.dll"\n');
    expectVerdict('component-store', 'UNKNOWN', 'perhaps repaired since');
    pc().remove('C:\\windows\\Logs\\CBS\\CBS.log');
    says('The component store is repairable.');
    expectVerdict('component-store', 'PROBLEM', 'the component store is damaged');
    pc().provide('dism', '@echo off\necho Error: 740\nexit /b 740\n');
    expectVerdict('component-store', 'UNKNOWN', 'administrator');
    pc().withdraw('dism');
  });

  it('leaves to the other edition what DISM could not mend, and reads what SFC noted of drivers', () => {
    const says = (text: string): void => pc().provide('dism', `@echo off\necho Version: 10.0\necho ${text}\n`);
    says('The component store is repairable.');
    pc().write('C:\\windows\\Logs\\CBS\\CBS.log', 'x Operation result: 0x800f0915\n');
    expectVerdict('component-store', 'UNKNOWN', '0x800f0915');
    says('The component store cannot be repaired.');
    expectVerdict('component-store', 'PROBLEM', 'the component store is damaged');
    says('No component store corruption detected.');
    pc().write('C:\\windows\\Logs\\CBS\\CBS.log', 'x DEPLOY [Pnp] Corrupt file: C:\\WINDOWS\\a.sys\n');
    expectVerdict('component-store', 'UNKNOWN', 'perhaps repaired since');
    pc().remove('C:\\windows\\Logs\\CBS\\CBS.log');
    pc().withdraw('dism');
  });

  it('counts replaced updates, and minds them only where space is short', () => {
    const key = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages';
    expectVerdict('update-cleanup', 'UNKNOWN', 'cannot be read');
    pc().batch(
      `reg add "${key}\\Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.1" /v CurrentState /t REG_DWORD /d 80 /f >nul`,
      `reg add "${key}\\Package_for_RollupFix~31bf3856ad364e35~amd64~~19041.2" /v CurrentState /t REG_DWORD /d 112 /f >nul`,
      `reg add "${key}\\Package_for_KB5001~31bf3856ad364e35~amd64~~19041.2" /v CurrentState /t REG_DWORD /d 80 /f >nul`,
    );
    try {
      expectVerdict('update-cleanup', 'OK', '1 replaced updates');
    } finally {
      pc().batch(`reg delete "${key}" /f >nul`);
    }
  });

  it.each<[string, Status, string]>([
    ['Enabled /t REG_DWORD /d 1', 'OK', ': TLS 1.2'],
    ['Enabled /t REG_DWORD /d 0', 'PROBLEM', 'Enabled is 0'],
    ['DisabledByDefault /t REG_DWORD /d 1', 'PROBLEM', 'DisabledByDefault is 0x1'],
    ['Enabled /d no', 'UNKNOWN', 'not numbers'],
  ])('judges TLS 1.2 with %s', (value, status, evidence) => {
    const key = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\Client';
    pc().batch(`reg add "${key}" /v ${value} /f >nul`);
    try {
      expectVerdict('tls-protocol', status, evidence);
    } finally {
      pc().batch(`reg delete "${key}" /f >nul`);
    }
  });

  it('tells whether a download is under way', () => {
    pc().provide('wevtutil', '@echo off\nif "%~2"=="qe" type C:\\stand-in\\newest.xml\nexit /b 0\n');
    pc().write('C:\\stand-in\\newest.xml', '<Event><System><EventID>19</EventID></System></Event>\n');
    expectVerdict('download-progress', 'OK', 'no download is under way');
    pc().write('C:\\stand-in\\newest.xml', '<Event><System><EventID>44</EventID></System></Event>\n');
    expectVerdict('download-progress', 'UNKNOWN', 'a download began');
    pc().provide('wevtutil', '@echo off\nexit /b 15007\n');
    expectVerdict('download-progress', 'UNKNOWN', 'cannot be read');
  });

  it('gives no verdict on the queue of BITS, since batch cannot see whose transfers wait in it', () => {
    const { code, output } = diagnose('/check bits-queue');
    expect(output).toMatch(/^NOT EVALUATED +12 bits-queue: .* \[needs diagnose\.ps1\]$/m);
    expect(code).toBe(2);
  });
}
