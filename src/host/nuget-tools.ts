import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/**
 * Program and first arguments that start the PowerShell of `.config/dotnet-tools.json`, restored from NuGet where it is
 * not there yet; null without a .NET SDK that runs it, or when NuGet does not serve it.
 */
export async function restorePowerShell(): Promise<readonly [string, ...string[]] | null> {
  const packages = await packageFolder();
  if (packages === null) return null;
  const { tools } = JSON.parse(readFileSync(toolManifest, 'utf8')) as {
    readonly tools: { readonly powershell: { readonly version: string } };
  };
  const folder = join(packages, 'powershell', tools.powershell.version);
  if (!isRestored(folder)) {
    const restore = ['tool', 'restore', '--tool-manifest', toolManifest];
    if (!(await fetchPackage(`PowerShell ${tools.powershell.version}`, restore))) return null;
  }
  const half = process.platform === 'win32' ? 'win' : 'unix';
  const program = join(folder, 'tools', `net${dotnetMajor}.0`, 'any', half, 'pwsh.dll');
  return existsSync(program) ? ['dotnet', program] : null;
}

/** Folder of the Pester module of src/simulator/modules/, restored from NuGet where it is not there yet; null as above. */
export async function restorePester(): Promise<string | null> {
  const packages = await packageFolder();
  if (packages === null) return null;
  const lock = JSON.parse(readFileSync(join(dirname(moduleProject), 'packages.lock.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, { readonly Pester?: { readonly resolved: string } }>>;
  };
  const version = Object.values(lock.dependencies).flatMap(({ Pester }) => Pester?.resolved ?? [])[0];
  if (version === undefined) throw new Error('src/simulator/modules/packages.lock.json names no Pester.');
  const folder = join(packages, 'pester', version);
  if (!isRestored(folder)) {
    // What MSBuild notes on the way goes beside the package, since this one may stand in a folder that is only read.
    const notes = join(packages, '.mendsheet', 'modules/');
    const restore = ['restore', moduleProject, '--locked-mode', `-p:MSBuildProjectExtensionsPath=${notes}`];
    if (!(await fetchPackage(`Pester ${version}`, restore))) return null;
  }
  return join(folder, 'tools');
}

let packages: Promise<string | null> | undefined;

/** Where NuGet keeps packages on this machine; null without a .NET SDK that is new enough. Asked once a process. */
export function packageFolder(): Promise<string | null> {
  packages ??= askPackageFolder();
  return packages;
}

async function askPackageFolder(): Promise<string | null> {
  const options = {
    reject: false,
    stdin: 'ignore',
    timeout: 60_000,
    extendEnv: false,
    env: childEnvironment({}),
  } as const;
  const version = await execa('dotnet', ['--version'], options);
  if (version.exitCode !== 0 || Number.parseInt(version.stdout, 10) < dotnetMajor) return null;
  const locals = await execa(
    'dotnet',
    ['nuget', 'locals', 'global-packages', '--list', '--force-english-output'],
    options,
  );
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
