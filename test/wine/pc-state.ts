import type { WinePc } from './wine-pc.js';

export const state = 'C:\\ProgramData\\Mendsheet\\windows-update';
export const store = 'C:\\windows\\SoftwareDistribution';
export const catalogs = 'C:\\windows\\system32\\catroot2';

export const system = 'C:\\windows\\system32';

/** Services that the bundled checklist names and Wine lacks; each runs Wine's own update service, which does nothing. */
const made = ['UsoSvc', 'DoSvc', 'CryptSvc', 'TrustedInstaller', 'wlidsvc'];
/** A stand-in for tasklist.exe, which always lists one program at least: the shell that asks. */
export const tasks = '@echo off\necho "cmd.exe","4711","Console","1","9.999 K"\n';

export const running = ['wuauserv', 'bits', 'CryptSvc', 'UsoSvc'];

/** What a healthy Windows has and a new prefix has not. Done once. */
export function furnish(pc: WinePc): void {
  pc.provide('fltmc');
  pc.provide('tasklist', tasks);
  // Wine's fsutil.exe makes hard links and does not list them.
  pc.provide(
    'fsutil',
    [
      '@echo off',
      'if "%~3"=="create" copy "%~5" "%~4" >nul',
      'if "%~3"=="list" if exist C:\\ProgramData\\Mendsheet\\seal.txt echo \\ProgramData\\Mendsheet\\seal.txt',
      '',
    ].join('\n'),
  );
  pc.batch(...['find', 'ping'].map((name) => `copy ${system}\\${name}.exe ${system}\\${name}-wine.exe >nul`));
  // Scripts wait with ping, and a service in Wine does not need a second.
  pc.provide('ping');
  // Wine's find.exe knows no switches.
  pc.provide(
    'find',
    '@echo off\nif "%~2"=="/i" shift\nC:\\windows\\system32\\find-wine.exe %2\nexit /b %errorlevel%\n',
  );
  pc.batch(
    ...made.map((name) => `sc create ${name} binPath= C:\\windows\\system32\\wuauserv.exe start= demand`),
    'reg add "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion" /v InstallationType /t REG_SZ /d Client /f >nul',
    'reg add "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing" /v Version /t REG_SZ /d 1 /f >nul',
  );
}

/** A healthy PC with services running, folders filled, no run behind it and none under way. */
export async function settle(pc: WinePc): Promise<void> {
  await pc.endStarted();
  pc.batch(
    ...[
      'HKLM\\SOFTWARE\\Mendsheet',
      'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate',
      'HKLM\\SOFTWARE\\Microsoft\\Enrollments',
    ].map((key) => `reg delete "${key}" /f >nul 2>&1`),
    ...running.map((name) => `sc start ${name} >nul 2>&1`),
  );
  for (const folder of ['C:\\windows', 'C:\\windows\\system32']) {
    for (const name of pc.list(folder).filter((each) => /^(?:SoftwareDistribution|catroot2)/i.test(each)))
      pc.remove(`${folder}\\${name}`);
  }
  for (const folder of ['ProgramData', 'Program Files']) pc.remove(`C:\\${folder}\\Mendsheet`);
  fill(pc, 'first');
}

/** What Windows makes anew when the folders are gone. */
export function fill(pc: WinePc, generation: string): void {
  pc.write(`${store}\\DataStore\\DataStore.edb`, `${generation} store`);
  pc.write(`${store}\\Download\\file.cab`, `${generation} download`);
  pc.write(`${catalogs}\\edb.log`, `${generation} catalogs`);
}

/** The folders that are reset, as they are and set aside, with what is in them. */
export function folders(pc: WinePc): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const found = ['C:\\windows', 'C:\\windows\\system32'].flatMap((folder) =>
    pc
      .list(folder)
      .filter((name) => /^(?:SoftwareDistribution|catroot2)/i.test(name))
      .map((name) => [name, pc.tree(`${folder}\\${name}`)] as const),
  );
  return Object.fromEntries(found);
}

/** State number of each service: 1 stopped, 4 running. */
export function serviceStates(pc: WinePc): Readonly<Record<string, string>> {
  const { output } = pc.batch(...running.flatMap((name) => [`sc query ${name}`]));
  const names = Array.from(output.matchAll(/SERVICE_NAME: (\S+)/g), (match) => match[1] as string);
  const states = Array.from(output.matchAll(/STATE\s+: (\d)/g), (match) => match[1] as string);
  return Object.fromEntries(names.map((name, index) => [name, states[index] ?? '']));
}

export const allRunning = Object.fromEntries(running.map((name) => [name, '4']));

/** The lines of a run's journal; none before the run has made it. */
export function journal(pc: WinePc, run: string): readonly string[] {
  const file = `${state}\\runs\\${run}\\journal.txt`;
  return pc.exists(file) ? pc.read(file).split('\n').slice(0, -1) : [];
}
