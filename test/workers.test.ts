import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeChecklist } from './bench/make-checklist.mjs';
import { repository } from './compile-bundled.js';

/** The command line as users run it: what it makes may not depend on how many cores a computer has. */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-workers-'));
afterAll(() => rmSync(work, { recursive: true }));

function mendsheet(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const env = { PATH: process.env['PATH'], HOME: work, XDG_CONFIG_HOME: work, APPDATA: work, NO_COLOR: '1' };
  const main = join(repository, 'build/cli/main.js');
  return spawnSync(process.execPath, [main, ...args], { cwd: work, encoding: 'utf8', env, maxBuffer: 100_000_000 });
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length)).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path)).toString('base64')] as const));
}

describe('however many threads work', () => {
  it('a build makes the same files, archives and signatures among them', () => {
    const index = join(repository, 'checks.yaml');
    const [one, ...others] = [1, 2, 3].map((workers) => {
      const out = join(work, `dist-${workers}`);
      const { status, stderr } = mendsheet('build', '--index', index, '--out', out, '--workers', String(workers));
      expect([status, stderr]).toEqual([0, expect.stringContaining('files from')]);
      return filesBelow(out);
    });
    expect([...(one?.keys() ?? [])].filter((path) => path.endsWith('.zip')).length).toBeGreaterThan(40);
    for (const other of others) expect(other).toEqual(one);
  });

  it('a checklist that is long enough for several has the same said of it, in the same order', () => {
    const folder = join(work, 'long');
    const index = makeChecklist(`${repository}/`, folder, 500, 3);
    const bodies = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.detect\.(?:ps1|cmd)$/.test(path),
    );
    // Beginning, middle and end of what the workers share, and a finding without a sentence.
    const spoiled = [...bodies.keys()].filter((at) => at % 41 === 0);
    for (const at of spoiled) appendFileSync(join(folder, bodies[at] ?? ''), 'Remove-Item -Path $x\n');
    appendFileSync(join(folder, bodies.find((path) => path.endsWith('.ps1')) ?? ''), "New-Finding -Reason 'nope'\n");
    const said = [1, 2, 4].map((workers) => {
      const options = ['--no-cache', '--format', 'json', '--max-problems', '100000', '--workers', String(workers)];
      const { status, stdout } = mendsheet('check', '--index', index, ...options);
      expect(status).toBe(1);
      return (JSON.parse(stdout) as { readonly diagnostics: readonly { readonly code: string }[] }).diagnostics;
    });
    const codes = (said[0] ?? []).map(({ code }) => code);
    expect(codes.filter((code) => /^(?:lint|cmd)\//.test(code)).length).toBeGreaterThan(5);
    expect(codes).toContain('lint/unknown-reason');
    for (const other of said) expect(other).toEqual(said[0]);
  });

  // macOS lets a program have 256 open files where nobody has set more.
  it.skipIf(process.platform === 'win32')('a build has few of its two thousand files open at once', () => {
    const build = [join(repository, 'build/cli/main.js'), 'build', '--index', join(repository, 'checks.yaml')];
    const env = { PATH: process.env['PATH'], HOME: work, XDG_CONFIG_HOME: work, NO_COLOR: '1' };
    const limited = ['-c', 'ulimit -n 150 && exec "$@"', 'sh', process.execPath, ...build, '--out', join(work, 'few')];
    const { status, stderr } = spawnSync('sh', limited, { cwd: work, encoding: 'utf8', env });
    expect([status, stderr]).toEqual([0, expect.stringContaining('files from')]);
  });

  it.each(['0', '1.5', 'two', '-1'])('"--workers %s" is refused', (given) => {
    const { status, stderr } = mendsheet('check', `--workers=${given}`);
    expect(status).toBe(2);
    expect(stderr).toContain('--workers takes a whole number from 1');
  });
});
