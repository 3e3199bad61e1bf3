import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { run } from './tools.js';

/**
 * Builds a small .NET program of the tests into a temporary folder named after its sources, so that the next run finds
 * it again. Needs dotnet and, the first time, NuGet.
 * @returns the path of the program, to be run with `dotnet <path>`.
 */
export function buildDotnet(sources: string): string {
  const name = basename(sources);
  const files = readdirSync(sources).filter((file) => /\.(cs|csproj)$/.test(file));
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(sources, file)));
  const folder = join(tmpdir(), `mendsheet-${name}-${hash.digest('hex').slice(0, 16)}`);
  const program = join(folder, `${name}.dll`);
  if (existsSync(program)) return program;
  const work = mkdtempSync(`${folder}-`);
  for (const file of files) cpSync(join(sources, file), join(work, 'source', file));
  run('dotnet', ['build', join(work, 'source'), '-c', 'Release', '-o', join(work, 'out'), '--nologo', '-v', 'quiet']);
  try {
    renameSync(join(work, 'out'), folder);
  } catch {
    // Another run was faster; its result is the same.
  }
  return program;
}
