import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runPester, type TestResult } from '../src/host/pester-runner.js';
import { isMissing } from '../src/host/pwsh.js';
import { compileBundled } from './compile-bundled.js';
import { describeWithTool } from './tools.js';

/** What services run, from the first line to the exit, on a simulated PC. */
const dist = mkdtempSync(join(tmpdir(), 'mendsheet-channels-'));
const { artefacts } = await compileBundled();
for (const { path, bytes } of artefacts ?? []) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), bytes);
}
afterAll(() => rmSync(dist, { recursive: true, force: true }));

const results = await runPester('Channel.Tests.ps1', { Folder: join(dist, 'windows-update') });
describeWithTool('deployed scripts', isMissing(results) ? results.tool : undefined, () => {
  for (const { name, outcome, message } of results as readonly TestResult[]) {
    it(name, () => expect(outcome, message).toBe('passed'));
  }
  it('were tried', () => expect((results as readonly TestResult[]).length).toBeGreaterThan(100));
});
