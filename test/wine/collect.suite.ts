import { expect, it } from 'vitest';
import type { WinePc } from './wine-pc.js';

/** @param judge differences between Wine and the model are asked for by it, each where it shows. */
export function collectSuite(pc: () => WinePc, judge: 'Wine' | 'model'): void {
  const collect = (args: string): { readonly code: number; readonly output: string } =>
    pc().run('C:\\scripts\\collect-logs.cmd', args);

  it('copies the newest logs and exports event logs into a new folder', () => {
    pc().remove('C:\\logs');
    pc().write('C:\\windows\\Logs\\WindowsUpdate\\WindowsUpdate.20261122.1.etl', 'trace');
    pc().write('C:\\windows\\Logs\\CBS\\CBS.log', 'cbs');
    // wevtutil epl CHANNEL FILE: %3 and %4, since %1 is the program.
    pc().provide('wevtutil', '@echo off\nif not "%~2"=="epl" exit /b 87\n>"%~4" echo %~3\nexit /b 0\n');
    // Other tests make this key; here it is there in any case.
    pc().batch('reg add HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate /f >nul');
    const { code, output } = collect('/out "C:\\logs"');
    expect(code, output).toBe(0);
    expect(Object.keys(pc().tree('C:\\logs'))).toEqual([
      '00-README.txt',
      '25-event-log/Microsoft-Windows-Bits-Client-Operational.evtx',
      '25-event-log/Microsoft-Windows-DeliveryOptimization-Operational.evtx',
      '25-event-log/Microsoft-Windows-UpdateOrchestrator-Operational.evtx',
      '25-event-log/Microsoft-Windows-WindowsUpdateClient-Operational.evtx',
      '25-event-log/Setup.evtx',
      '25-event-log/System.evtx',
      '26-windows-update-log/CBS.log',
      '26-windows-update-log/HKLM-SOFTWARE-Microsoft-Windows-CurrentVersion-WindowsUpdate.txt',
      '26-windows-update-log/WindowsUpdate.20261122.1.etl',
      '26-windows-update-log/hosts',
    ]);
    expect(pc().read('C:\\logs\\00-README.txt')).toContain('This folder is NOT redacted');
  });

  it('goes on without a log that cannot be read, names it and ends with 2', () => {
    pc().remove('C:\\logs');
    pc().provide('wevtutil', '@echo off\nif "%~3"=="Setup" exit /b 15007\n>"%~4" echo %~3\nexit /b 0\n');
    expect(collect('/check event-log /out C:\\logs').code).toBe(2);
    expect(pc().read('C:\\logs\\problems.txt')).toBe('event log Setup (wevtutil: 15007)\n');
    expect(pc().exists('C:\\logs\\25-event-log\\System.evtx')).toBe(true);
  });

  it('copies files whatever they are called, and names the folder of one that batch does not carry', () => {
    pc().remove('C:\\logs');
    const folder = 'C:\\windows\\Logs\\WindowsUpdate';
    pc().remove(folder);
    // Wine reads the value of a loop's variable again for names between percent signs.
    const refused = judge === 'Wine' ? ['a^b', '!x!'] : ['a^b', '!x!', '%PATH%'];
    for (const name of ['a & b', "it's (x) = 1;2", ...refused]) pc().write(`${folder}\\${name}.etl`, name);
    expect(collect('/check windows-update-log /out C:\\logs').code).toBe(2);
    expect(
      Object.keys(pc().tree('C:\\logs'))
        .filter((name) => name.endsWith('.etl'))
        .sort(),
    ).toEqual(['26-windows-update-log/a & b.etl', "26-windows-update-log/it's (x) = 1;2.etl"]);
    const problem = `a file whose name batch does not carry, in ${folder}\\\n`;
    expect(pc().read('C:\\logs\\problems.txt')).toBe(problem.repeat(refused.length));
  });

  it('never writes into a folder that is there', () => {
    pc().write('C:\\logs\\mine.txt', 'mine');
    expect(collect('/out C:\\logs 2>nul').code).toBe(64);
    expect(Object.keys(pc().tree('C:\\logs'))).toContain('mine.txt');
  });
}
