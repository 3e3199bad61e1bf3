import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { tryRun } from '../tools.js';
import { standIn } from './stand-in.js';

export interface Ended {
  /** The full 32-bit exit code: Linux would see it modulo 256. */
  readonly code: number;
  readonly output: string;
}

/** A script that runs beside the test. */
export interface Started {
  readonly hasEnded: () => boolean;
  /** What it has written so far, to both handles. */
  readonly output: () => string;
  /** Ends it and every program that it has started, and waits until none is left that could hold a file. */
  readonly kill: () => Promise<void>;
}

/** What tests do with a throw-away Windows. Paths are Windows paths on C:, written with backslashes. */
export interface WinePc {
  /** Runs an emitted script by its path, as `cmd.exe /c` would, with the rest of its command line as written. */
  readonly run: (script: string, args?: string) => Ended;
  /** Starts a script and does not wait. */
  readonly start: (script: string, args?: string) => Started;
  /** Ends what `start` has started and is still there. */
  readonly endStarted: () => Promise<void>;
  /** Runs lines of batch, such as `reg add ...`. */
  readonly batch: (...lines: readonly string[]) => Ended;
  readonly write: (path: string, text: string) => void;
  /** Makes a folder of this machine seen under a path. */
  readonly link: (path: string, folder: string) => void;
  readonly read: (path: string) => string;
  readonly exists: (path: string) => boolean;
  readonly list: (path: string) => readonly string[];
  readonly remove: (path: string) => void;
  /** Every file below a folder, with its text. */
  readonly tree: (path: string) => Readonly<Record<string, string>>;
  /** Puts a program under this name that runs C:\stand-in\<name>.cmd; without such a file it does nothing and succeeds. */
  readonly provide: (tool: string, batch?: string) => void;
  readonly withdraw: (tool: string) => void;
  readonly close: () => void;
}

export function missingWine(): string | undefined {
  return /^wine-/.test(tryRun('wine', ['--version']) ?? '') ? undefined : 'wine';
}

/**
 * A program of Wine, without random addresses: about once in ten thousand starts the kernel puts something where a page
 * that Windows programs share has to be (0x7ffe0000), and the program does not start. Where that cannot be switched off,
 * it runs as it is.
 */
function steadily(program: string, args: readonly string[]): [string, string[]] {
  isFixed ??= spawnSync('setarch', ['-R', 'true'], { stdio: 'ignore' }).status === 0;
  return isFixed ? ['setarch', ['-R', program, ...args]] : [program, [...args]];
}
let isFixed: boolean | undefined;

/** Makes a new prefix in a temporary folder; takes about ten seconds. */
export function createWinePc(): WinePc {
  const prefix = mkdtempSync(join(tmpdir(), 'mendsheet-wine-'));
  // Neither .NET nor a browser is installed into the prefix, and nothing draws.
  const environment = {
    ...process.env,
    WINEPREFIX: prefix,
    WINEDEBUG: '-all',
    // A stand-in counts before the program of the same name that Wine brings.
    WINEDLLOVERRIDES:
      'mshtml,winemenubuilder.exe=;sc.exe,dism.exe,find.exe,fsutil.exe,ping.exe,sfc.exe,tasklist.exe,wevtutil.exe=n,b',
    DISPLAY: '',
  };
  // With it, a new prefix would ask for Wine's own .NET; without it, no assembly of another one loads.
  const first = { ...environment, WINEDLLOVERRIDES: `mscoree=;${environment.WINEDLLOVERRIDES}` };
  const options = {
    env: environment,
    cwd: prefix,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 300_000,
  } as const;
  // The server that made the prefix ends, since its service manager would stay beside the next one's. The next server
  // is left running, or services would end between two scripts. Without pipes, which these processes would keep open.
  for (const line of ['wineboot -i', 'wineserver -k', 'wineserver -w', 'wineserver -p', 'wine cmd /c exit']) {
    const [program, ...args] = line.split(' ');
    spawnSync(...steadily(program as string, args), {
      env: line === 'wineboot -i' ? first : environment,
      stdio: 'ignore',
      timeout: 300_000,
    });
  }
  const onDisk = (path: string): string => join(prefix, 'drive_c', ...path.slice(3).split('\\'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(onDisk(path)), { recursive: true });
    writeFileSync(onDisk(path), text.replace(/\r?\n/g, '\r\n'), 'latin1');
  };
  // Two files: a script that is named without `call` never comes back, and its wrapper still says the exit code. The
  // first word tells that Wine has started both; where it has not, nothing has happened yet and it is safe to try again.
  const execute = (lines: readonly string[]): Ended => {
    write('C:\\inner.cmd', ['@echo begun', '@echo off', ...lines, ''].join('\n'));
    write('C:\\outer.cmd', '@cmd /d /c C:\\inner.cmd\n@echo exit=%errorlevel%\n');
    let ended = { stdout: '', stderr: '' };
    for (let attempt = 0; attempt < 4 && !ended.stdout.startsWith('begun'); attempt++) {
      // Said, so that a Wine that often does not start is seen.
      if (attempt > 0) process.stderr.write(`Wine did not start a script: ${ended.stderr.slice(-200)}\n`);
      ended = spawnSync(...steadily('wine', ['cmd', '/d', '/c', 'C:\\outer.cmd']), options);
    }
    const match = /exit=(-?\d+)\s*$/.exec(ended.stdout);
    if (!match) throw new Error(`The wrapper did not end: ${ended.stdout}${ended.stderr}`);
    return { code: Number(match[1]), output: ended.stdout.slice(0, match.index).replaceAll('\r', '').slice(6) };
  };
  const started = new Set<Started>();
  const start = (script: string, args = ''): Started => {
    const log = join(prefix, `started-${started.size}.txt`);
    const handle = openSync(log, 'w');
    // In a group of its own, which every program that the script starts is in too.
    const child = spawn(...steadily('wine', ['cmd', '/d', '/c', `${script} ${args}`]), {
      env: environment,
      cwd: prefix,
      stdio: ['ignore', handle, handle],
      detached: true,
    });
    closeSync(handle);
    const group = child.pid as number;
    const self: Started = {
      hasEnded: () => child.exitCode !== null || child.signalCode !== null,
      output: () => readFileSync(log, 'latin1'),
      kill: async () => {
        // Again and again, since a program may be on its way to start another one.
        while (processesOf(group).length > 0) {
          try {
            process.kill(-group, 'SIGKILL');
          } catch {
            // The last one has ended by itself.
          }
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      },
    };
    started.add(self);
    return self;
  };
  const tree = (path: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(onDisk(path), { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(onDisk(path), name)).isFile())
        .sort()
        .map((name) => [name, readFileSync(join(onDisk(path), name), 'latin1')]),
    );
  write('C:\\stand-in.cmd', standInBatch);
  return {
    run: (script, args = '') => execute([`"${script.replaceAll('%', '%%')}" ${args}`]),
    start,
    endStarted: async () => {
      for (const each of started) await each.kill();
      started.clear();
    },
    batch: (...lines) => execute(lines),
    write,
    link: (path, folder) => symlinkSync(folder, onDisk(path)),
    read: (path) => readFileSync(onDisk(path), 'latin1').replaceAll('\r\n', '\n'),
    exists: (path) => existsSync(onDisk(path)),
    list: (path) => (existsSync(onDisk(path)) ? readdirSync(onDisk(path)).sort() : []),
    remove: (path) => rmSync(onDisk(path), { recursive: true, force: true }),
    tree,
    provide: (tool, batch) => {
      writeFileSync(onDisk(`C:\\windows\\system32\\${tool}.exe`), standIn());
      if (batch === undefined) rmSync(onDisk(`C:\\stand-in\\${tool}.cmd`), { force: true });
      else write(`C:\\stand-in\\${tool}.cmd`, batch);
    },
    withdraw: (tool) => rmSync(onDisk(`C:\\windows\\system32\\${tool}.exe`), { force: true }),
    close: () => {
      spawnSync('wineserver', ['-k'], { env: environment, stdio: 'ignore' });
      rmSync(prefix, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** The processes of a group that still run. One that ended and that nobody waits for stays listed, but holds no file. */
function processesOf(group: number): readonly string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'latin1');
      // After the name in brackets, which may hold anything: state, parent, group (proc_pid_stat(5)).
      const [state, , itsGroup] = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group && state !== 'Z';
    } catch {
      return false; // It ended between the two looks.
    }
  });
}

/** %1 is the program that was asked for; what follows are its arguments. */
const standInBatch = `@echo off
if exist "C:\\stand-in\\%~n1.cmd" goto :own
exit /b 0
:own
"C:\\stand-in\\%~n1.cmd" %*
`;
