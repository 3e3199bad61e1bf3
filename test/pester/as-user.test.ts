import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { repository } from '../compile-bundled.js';
import { unpackArchives } from '../support/unpack-archives.js';
import { pesterSuite } from './pester-suite.js';

/** The scripts of examples/printing, which has a check that runs as the person signed in. */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-as-user-'));

beforeAll(() => {
  const index = join(repository, 'examples/printing/checks.yaml');
  const words = [join(repository, 'build/cli/main.js'), 'build', '--index', index, '--out', join(work, 'dist')];
  const env = { PATH: process.env['PATH'], HOME: work, XDG_CONFIG_HOME: work, APPDATA: work };
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: work, encoding: 'utf8', env });
  expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  unpackArchives(join(work, 'dist/printing'), join(work, 'channels'));
}, 5 * 60_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

pesterSuite('as the user', join(import.meta.dirname, 'AsUser.Tests.ps1'), {
  Folder: join(work, 'dist/printing'),
  Channels: join(work, 'channels'),
});
