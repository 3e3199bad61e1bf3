import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/**
 * A .NET whose restore fails, as NuGet does, where another one unpacks the same package, and notes each time that it is started.
 * Paths are written into it: what starts it hands on few variables.
 */
const dotnet = (work: string, version: string): string => `#!/bin/sh
packages=${work}/packages
case "$1" in
  --list-runtimes) echo "Microsoft.NETCore.App 10.0.0 [$packages]" ;;
  --version) echo 10.0.100 ;;
  nuget) echo "global-packages: $packages" ;;
  tool)
    echo started >> ${work}/restores
    mkdir ${work}/busy || { echo "The process cannot access the file."; exit 1; }
    sleep 0.3
    folder=$packages/powershell/${version}
    mkdir -p $folder/tools/net10.0/any/unix
    touch $folder/tools/net10.0/any/unix/pwsh.dll $folder/.nupkg.metadata
    rmdir ${work}/busy ;;
esac
`;

describe.skipIf(process.platform === 'win32')('PowerShell from NuGet', () => {
  const { tools } = JSON.parse(readFileSync('.config/dotnet-tools.json', 'utf8'));
  const { version } = tools.powershell;
  let work: string;
  let lock: string;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), 'mendsheet-nuget-'));
    lock = join(work, 'packages/.mendsheet/fetching');
    mkdirSync(join(work, 'packages/.mendsheet'), { recursive: true });
    mkdirSync(join(work, 'bin'));
    writeFileSync(join(work, 'bin/dotnet'), dotnet(work, version));
    chmodSync(join(work, 'bin/dotnet'), 0o755);
    vi.stubEnv('PATH', join(work, 'bin') + delimiter + String(process.env['PATH']));
    vi.stubEnv('NUGET_PACKAGES', join(work, 'packages'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(work, { recursive: true, force: true });
  });

  /** As in a new process, which has asked nothing yet. */
  async function restore(): Promise<string | undefined> {
    vi.resetModules();
    const { restorePowerShell } = await import('../../../src/host/nuget-tools.js');
    return (await restorePowerShell())?.version;
  }

  it('is fetched once by processes that start at once', async () => {
    expect(await Promise.all([restore(), restore(), restore(), restore()])).toEqual([
      version,
      version,
      version,
      version,
    ]);
    expect(readFileSync(join(work, 'restores'), 'utf8')).toBe('started\n');
    expect(readdirSync(join(work, 'packages/.mendsheet'))).toEqual([]);
  });

  it('waits for a process that lives, and for none that is gone', async () => {
    writeFileSync(lock, `${process.ppid}`);
    const waiting = restore();
    await new Promise((later) => setTimeout(later, 300));
    expect(existsSync(join(work, 'restores'))).toBe(false);
    // No process has such a number: Linux counts to 4,194,304.
    writeFileSync(lock, '99999999');
    expect(await waiting).toBe(version);
    expect(existsSync(lock)).toBe(false);
  });
});
