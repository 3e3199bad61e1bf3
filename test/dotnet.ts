import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { packageFolder } from '../src/host/nuget-tools.js';
import { run } from './tools.js';

/**
 * Builds a small .NET program of the tests into a temporary folder named after its sources, so that the next run finds
 * it again. Needs dotnet and, the first time, NuGet.
 * @returns the path of the program, to be run with `dotnet <path>`.
 */
export function buildDotnet(sources: string): string {
  const name = basename(sources);
  return join(make(sources, tmpdir(), `mendsheet-${name}`, 'build'), `${name}.dll`);
}

/**
 * Publishes a program of the tests with the .NET that it needs, beside NuGet's packages where other restored tools are too: it is
 * large, and is found again by all that runs on this machine. Needs dotnet and, the first time, NuGet.
 * @returns the folder with the program; null where there is no .NET SDK that is new enough.
 */
export async function publishDotnet(sources: string): Promise<string | null> {
  const packages = await packageFolder();
  if (packages === null) return null;
  const cache = join(packages, '.mendsheet');
  mkdirSync(cache, { recursive: true });
  return make(sources, cache, basename(sources), 'publish');
}

function make(sources: string, into: string, name: string, how: 'build' | 'publish'): string {
  const files = readdirSync(sources).filter((file) => /\.(cs|csproj)$/.test(file));
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(sources, file)));
  const folder = join(into, `${name}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const work = mkdtempSync(`${folder}-`);
  for (const file of files) cpSync(join(sources, file), join(work, 'source', file));
  run('dotnet', [how, join(work, 'source'), '-c', 'Release', '-o', join(work, 'out'), '--nologo', '-v', 'quiet']);
  try {
    renameSync(join(work, 'out'), folder);
  } catch {
    // Another run was faster; its result is the same.
  }
  rmSync(work, { recursive: true, force: true });
  return folder;
}
