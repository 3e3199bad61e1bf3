import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { childEnvironment } from './child-environment.js';
import { say } from './terminal.js';

/** The same from src/ and build/: both stand beside .config/ and src/simulator/. */
const packageRoot = fileURLToPath(new URL('../../', import.meta.url));
const toolManifest = join(packageRoot, '.config', 'dotnet-tools.json');
const moduleProject = join(packageRoot, 'src', 'simulator', 'modules', 'modules.csproj');

/** The PowerShell that NuGet serves as a .NET tool runs on this major version of .NET. */
const dotnetMajor = 10;

/** The PowerShell of `.config/dotnet-tools.json`. */
export interface RestoredPowerShell {
  /** Program and first arguments that start it. */
  readonly command: readonly [string, string];
  readonly version: string;
}

/**
 * The PowerShell that the manifest of tools pins, restored from NuGet where it is not there yet; null without a .NET that
 * runs it, or when NuGet does not serve it. It is not started: a package that NuGet has finished is whole.
 */
export async function restorePowerShell(): Promise<RestoredPowerShell | null> {
  const { tools } = JSON.parse(readFileSync(toolManifest, 'utf8')) as {
    readonly tools: { readonly powershell: { readonly version: string } };
  };
  const { version } = tools.powershell;
  if (!(await hasRuntime())) return null;
  const restore = ['tool', 'restore', '--tool-manifest', toolManifest];
  const folder = await restoredFolder('PowerShell', version, () => restore);
  if (folder === null) return null;
  const half = process.platform === 'win32' ? 'win' : 'unix';
  const program = join(folder, 'tools', `net${dotnetMajor}.0`, 'any', half, 'pwsh.dll');
  return existsSync(program) ? { command: ['dotnet', program], version } : null;
}

/** Folder of the Pester module of src/simulator/modules/, restored from NuGet where it is not there yet; null as above. */
export async function restorePester(): Promise<string | null> {
  const lock = JSON.parse(readFileSync(join(dirname(moduleProject), 'packages.lock.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, { readonly Pester?: { readonly resolved: string } }>>;
  };
  const version = Object.values(lock.dependencies).flatMap(({ Pester }) => Pester?.resolved ?? [])[0];
  if (version === undefined) throw new Error('src/simulator/modules/packages.lock.json names no Pester.');
  const folder = await restoredFolder('Pester', version, (packages) => {
    // What MSBuild notes on the way goes beside the package, since this one may stand in a folder that is only read.
    const notes = join(packages, '.mendsheet', 'modules/');
    return ['restore', moduleProject, '--locked-mode', `-p:MSBuildProjectExtensionsPath=${notes}`];
  });
  return folder && join(folder, 'tools');
}

/**
 * Folder of a package, which `dotnet` with these arguments fetches where it is not there yet. Nobody is asked where NuGet
 * keeps packages when it stands in the usual place: that answer alone would take most of a second.
 */
async function restoredFolder(
  name: string,
  version: string,
  restore: (packages: string) => readonly string[],
): Promise<string | null> {
  const usual = process.env['NUGET_PACKAGES'] || join(homedir(), '.nuget', 'packages');
  const inUsual = join(usual, name.toLowerCase(), version);
  if (isRestored(inUsual)) return inUsual;
  const packages = await packageFolder();
  if (packages === null) return null;
  const folder = join(packages, name.toLowerCase(), version);
  const fetch = (): Promise<boolean> => fetchPackage(`${name} ${version}`, restore(packages));
  return isRestored(folder) || (await fetchAlone(packages, () => isRestored(folder), fetch)) ? folder : null;
}

/** Milliseconds after which a process that fetches a package has hung, or is one of another computer or container. */
const longestFetch = 10 * 60_000;

/**
 * Fetches while no other process of this program does, and not at all where another one has fetched the same by then: two that unpack
 * one package stand in each other's way. The file that says so names the process, so that one that was killed holds up nobody.
 */
async function fetchAlone(packages: string, isDone: () => boolean, fetch: () => Promise<boolean>): Promise<boolean> {
  const lock = join(packages, '.mendsheet', 'fetching');
  const isOurs = await takeLock(lock);
  try {
    return isDone() || (await fetch());
  } finally {
    if (isOurs) rmSync(lock, { force: true });
  }
}

/** False where the folder cannot be written to, of which NuGet has more to say, and where another process has hung. */
async function takeLock(lock: string): Promise<boolean> {
  const own = `${process.pid}`;
  for (let waited = 0; waited < longestFetch; waited += 100) {
    try {
      mkdirSync(dirname(lock), { recursive: true });
      writeFileSync(lock, own, { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
    removeDead(lock, own);
    await wait(100);
  }
  return false;
}

/** Sets aside the lock of a process that is gone. One that another process took meanwhile is put back. */
function removeDead(lock: string, own: string): void {
  const aside = `${lock}-${own}`;
  try {
    const owner = readFileSync(lock, 'utf8');
    // One that is just being written names nobody yet.
    if (owner === '' || isAlive(Number(owner))) return;
    renameSync(lock, aside);
    if (readFileSync(aside, 'utf8') !== owner) renameSync(aside, lock);
    else rmSync(aside);
  } catch {
    // It is gone, or another process was faster.
  }
}

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a .NET of the right major version is installed, with or without its SDK. */
async function hasRuntime(): Promise<boolean> {
  const listed = await askDotnet('--list-runtimes');
  return new RegExp(`^Microsoft\\.NETCore\\.App ${dotnetMajor}\\.`, 'm').test(listed.stdout);
}

function askDotnet(...parameters: readonly string[]): Promise<{ readonly exitCode?: number; readonly stdout: string }> {
  return execa('dotnet', parameters, {
    reject: false,
    stdin: 'ignore',
    timeout: 60_000,
    extendEnv: false,
    env: childEnvironment({}),
  });
}

let packages: Promise<string | null> | undefined;

/** Where NuGet keeps packages on this machine; null without a .NET SDK that is new enough. Asked once a process. */
export function packageFolder(): Promise<string | null> {
  packages ??= askPackageFolder();
  return packages;
}

async function askPackageFolder(): Promise<string | null> {
  const version = await askDotnet('--version');
  if (version.exitCode !== 0 || Number.parseInt(version.stdout, 10) < dotnetMajor) return null;
  const locals = await askDotnet('nuget', 'locals', 'global-packages', '--list', '--force-english-output');
  return /^global-packages: (.+)$/m.exec(locals.stdout)?.[1]?.trim() ?? null;
}

/** NuGet writes this file last, when a package is whole. */
function isRestored(folder: string): boolean {
  return existsSync(join(folder, '.nupkg.metadata'));
}

async function fetchPackage(name: string, dotnetArguments: readonly string[]): Promise<boolean> {
  // Half a minute without a word would look like a hang, and people should know what comes onto their machine.
  say`Getting ${name} from NuGet, into its own package folder.`;
  const run = await execa('dotnet', dotnetArguments, {
    reject: false,
    stdin: 'ignore',
    timeout: 10 * 60_000,
    extendEnv: false,
    env: childEnvironment({ DOTNET_NOLOGO: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1' }),
  });
  if (run.exitCode === 0) return true;
  const why = `${run.stdout}\n${run.stderr}`.trim().split(/\r?\n/).at(-1) ?? '';
  say`NuGet did not give it: ${why}`;
  return false;
}
