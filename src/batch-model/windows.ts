/** What programs and commands see: a Windows as small as the emitted scripts look at it. */
export interface Windows {
  /** By path in lower case; a folder has no text. `isLocked` files cannot be opened to write. */
  readonly files: Map<string, { path: string; text: string | null; isLocked?: boolean }>;
  /** By key in lower case, written out as HKEY_LOCAL_MACHINE\...; values by name in lower case. */
  readonly registry: Map<string, { key: string; values: Map<string, { name: string; type: string; data: string }> }>;
  readonly services: Map<string, Service>;
  /** Image names that tasklist lists. */
  readonly processes: string[];
  /** Output and exit code of programs by name, such as "dism"; arguments are written to `calls`. */
  readonly programs: Map<string, (args: string) => { readonly output?: string; readonly code?: number }>;
  readonly calls: string[];
  freeBytes: string;
  /** What programs say between the numbers. */
  language: Language;
  /** Lines that AutoRun writes in front of every answer of a shell that a loop starts; null where that shell ends at once. */
  autoRun: readonly string[] | null;
}

/** Japanese as it is, and as it looks where a console reads it in another code page than the program wrote. */
export type Language = 'de' | 'ja' | 'ja read as 437';

export interface Service {
  readonly name: string;
  state: number;
  security: string;
  dependents: readonly string[];
}

export const hives: Readonly<Record<string, string>> = { hklm: 'HKEY_LOCAL_MACHINE', hkcu: 'HKEY_CURRENT_USER' };

export function fullKey(key: string): string {
  return key.replace(/^(HKLM|HKCU)(?=\\|$)/i, (hive) => hives[hive.toLowerCase()] as string);
}

export function addKey(windows: Windows, key: string): Map<string, { name: string; type: string; data: string }> {
  const full = fullKey(key);
  const parts = full.split('\\');
  for (let length = 1; length <= parts.length; length++) {
    const each = parts.slice(0, length).join('\\');
    if (!windows.registry.has(each.toLowerCase()))
      windows.registry.set(each.toLowerCase(), { key: each, values: new Map() });
  }
  return windows.registry.get(full.toLowerCase())!.values;
}

export function setValue(windows: Windows, key: string, name: string, type: string, data: string): void {
  addKey(windows, key).set(name.toLowerCase(), { name, type, data });
}

export function valueOf(windows: Windows, key: string, name: string): string | undefined {
  return windows.registry.get(fullKey(key).toLowerCase())?.values.get(name.toLowerCase())?.data;
}

export function write(windows: Windows, path: string, text: string | null): void {
  const parts = path.split('\\');
  for (let length = 2; length < parts.length; length++) {
    const each = parts.slice(0, length).join('\\');
    if (!windows.files.has(each.toLowerCase())) windows.files.set(each.toLowerCase(), { path: each, text: null });
  }
  const known = windows.files.get(path.toLowerCase());
  if (known) known.text = text;
  else windows.files.set(path.toLowerCase(), { path, text });
}

export function childrenOf(windows: Windows, folder: string): readonly { path: string; text: string | null }[] {
  const start = `${folder.replace(/\\$/, '').toLowerCase()}\\`;
  return [...windows.files.entries()]
    .filter(([path]) => path.startsWith(start) && !path.slice(start.length).includes('\\'))
    .map(([, file]) => file);
}

/** Takes a file, or a folder with all in it, away; one that is not there is no fault. */
export function remove(windows: Windows, path: string): void {
  for (const each of [...windows.files.keys()])
    if (each === path.toLowerCase() || each.startsWith(`${path.toLowerCase()}\\`)) windows.files.delete(each);
}

/** Takes a file or a folder with all in it to another path. */
export function rename(windows: Windows, from: string, to: string): void {
  for (const [path, file] of [...windows.files.entries()]) {
    if (path !== from.toLowerCase() && !path.startsWith(`${from.toLowerCase()}\\`)) continue;
    windows.files.delete(path);
    const moved = to + file.path.slice(from.length);
    windows.files.set(moved.toLowerCase(), { ...file, path: moved });
  }
}

const services = [
  'wuauserv',
  'bits',
  'UsoSvc',
  'DoSvc',
  'CryptSvc',
  'TrustedInstaller',
  'msiserver',
  'wlidsvc',
  'W32Time',
  'mpssvc',
];
export const ownList =
  'D:(A;;CCLCSWRPLORC;;;AU)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;SY)';

const tools = 'cmd curl dism find fltmc fsutil icacls ping reg route sc sfc tasklist w32tm wevtutil whoami xcopy'.split(
  ' ',
);

/** A Windows 11 where nothing is wrong. */
export function healthyWindows(): Windows {
  const windows: Windows = {
    files: new Map(),
    registry: new Map(),
    services: new Map(),
    processes: ['System', 'svchost.exe', 'explorer.exe'],
    programs: new Map(),
    calls: [],
    freeBytes: '98765432100',
    language: 'de',
    autoRun: [],
  };
  for (const folder of [
    'C:\\Windows\\System32',
    'C:\\Windows\\Temp',
    'C:\\ProgramData',
    'C:\\Program Files',
    'C:\\scripts',
  ])
    write(windows, folder, null);
  for (const tool of tools) write(windows, `C:\\Windows\\System32\\${tool}.exe`, '');
  write(windows, 'C:\\Windows\\SoftwareDistribution\\DataStore\\DataStore.edb', 'store');
  write(windows, 'C:\\Windows\\System32\\catroot2\\edb.log', 'catalogues');
  write(windows, 'C:\\Windows\\Logs\\CBS\\CBS.log', 'quiet');
  for (const name of services) {
    windows.services.set(name.toLowerCase(), { name, state: 4, security: ownList, dependents: [] });
    setValue(windows, `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${name}`, 'Start', 'REG_DWORD', '0x3');
  }
  const version = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
  setValue(windows, version, 'CurrentBuildNumber', 'REG_SZ', '26100');
  setValue(windows, version, 'InstallationType', 'REG_SZ', 'Client');
  setValue(windows, version, 'EditionID', 'REG_SZ', 'Professional');
  setValue(
    windows,
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters',
    'NtpServer',
    'REG_SZ',
    'time.windows.com,0x9',
  );
  addKey(windows, 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages');
  addKey(windows, 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Services\\Pending');
  return windows;
}
