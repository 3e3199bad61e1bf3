import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'vitest';

/** Runs a program and returns its text; undefined when it is not there. */
export function tryRun(program: string, args: readonly string[]): string | undefined {
  const result = spawnSync(program, args, { encoding: 'utf8' });
  return result.error ? undefined : `${result.stdout}${result.stderr}`;
}

/** Runs a program that has to succeed, and returns what it wrote to stdout. */
export function run(program: string, args: readonly string[], input?: Uint8Array): Buffer {
  const result = spawnSync(program, args, { ...(input ? { input } : {}), maxBuffer: 64 * 1024 * 1024 });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Error(`${program} ${args.join(' ')} ended with ${result.status}: ${result.stderr}`);
  return result.stdout;
}

/**
 * A suite that needs a tool. Without the tool it is skipped and one line says so, or it fails where MENDSHEET_REQUIRE_TOOLS
 * asks for the tool: "all", or names joined by commas, each of which is the first word of what may be missing.
 * @param missing What is needed, as a person would install it; undefined when it is there.
 */
export function describeWithTool(name: string, missing: string | undefined, suite: () => void): void {
  if (missing === undefined) {
    describe(name, suite);
  } else if (isRequired(missing)) {
    it(name, () => {
      throw new Error(`This suite needs ${missing}.`);
    });
  } else {
    process.stderr.write(`skipped: ${name} (needs ${missing})\n`);
    describe.skip(`${name} (needs ${missing})`, suite);
  }
}

/** Whether this run must not do without the tool: see describeWithTool. */
export function isRequired(missing: string): boolean {
  const names = process.env['MENDSHEET_REQUIRE_TOOLS']?.toLowerCase().split(',') ?? [];
  return names.includes('all') || names.includes((/^\w+/.exec(missing)?.[0] ?? '').toLowerCase());
}

/** What `mendsheet fleet` counts with. */
export function missingDuckDb(): string | undefined {
  try {
    createRequire(import.meta.url).resolve('@duckdb/node-api');
    return undefined;
  } catch {
    return 'duckdb';
  }
}

/** What to tell a person about osslsigncode; scripts are understood from version 2.8 on. */
export function missingOsslsigncode(): string | undefined {
  const [, major, minor] = /osslsigncode (\d+)\.(\d+)/.exec(tryRun('osslsigncode', ['--version']) ?? '') ?? [];
  const isThere = major !== undefined && (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 8));
  return isThere ? undefined : 'osslsigncode 2.8 or later';
}

export function missingOpenssl(): string | undefined {
  return /^OpenSSL 3/.test(tryRun('openssl', ['version']) ?? '') ? undefined : 'openssl 3';
}

/** @param least The lowest major version of the SDK that will do. */
export function missingDotnet(least = 0): string | undefined {
  const major = /^(\d+)\./.exec(tryRun('dotnet', ['--version']) ?? '')?.[1];
  return major !== undefined && Number(major) >= least ? undefined : `dotnet${least === 0 ? '' : ` ${least} or later`}`;
}
