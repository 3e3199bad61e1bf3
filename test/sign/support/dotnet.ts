import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../tools.js';

const sources = join(import.meta.dirname, '..', 'dotnet-verifier');
const files = ['dotnet-verifier.csproj', 'Program.cs'];

/**
 * Builds the .NET verifier into a temporary folder, named after its sources so that the next run finds it again, and returns
 * the path of the program. Needs dotnet and, the first time, NuGet.
 */
export function buildDotnetVerifier(): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(join(sources, file)));
  const folder = join(tmpdir(), `mendsheet-dotnet-verifier-${hash.digest('hex').slice(0, 16)}`);
  const program = join(folder, 'dotnet-verifier.dll');
  if (existsSync(program)) return program;
  const work = mkdtempSync(`${folder}-`);
  mkdirSync(join(work, 'source'));
  for (const file of files) copyFileSync(join(sources, file), join(work, 'source', file));
  run('dotnet', [
    'build',
    join(work, 'source'),
    '--configuration',
    'Release',
    '--output',
    join(work, 'out'),
    '--nologo',
    '-v',
    'quiet',
  ]);
  try {
    renameSync(join(work, 'out'), folder);
  } catch {
    // Another run was faster; its result is the same.
  }
  return program;
}

/** Runs the verifier; each line is "ok <thumbprint> [time]" or "failed ...". */
export function runDotnetVerifier(program: string, args: readonly string[]): string[] {
  return run('dotnet', [program, ...args])
    .toString()
    .trim()
    .split('\n');
}
