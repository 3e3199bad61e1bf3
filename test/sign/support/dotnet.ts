import { join } from 'node:path';
import { buildDotnet } from '../../dotnet.js';
import { run } from '../../tools.js';

/** Builds the .NET verifier and returns the path of the program. */
export function buildDotnetVerifier(): string {
  return buildDotnet(join(import.meta.dirname, '..', 'dotnet-verifier'));
}

/** Runs the verifier; each line is "ok <thumbprint> [time]" or "failed ...". */
export function runDotnetVerifier(program: string, args: readonly string[]): string[] {
  return run('dotnet', [program, ...args])
    .toString()
    .trim()
    .split('\n');
}
