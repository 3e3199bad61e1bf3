import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';

const example = join(repository, 'examples/printing');
const scenarios = readdirSync(join(example, 'checks/scenarios'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ps1') && path !== 'windows.ps1')
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

describeWithTool('the scenarios of examples/printing', inject('missing').pester ?? undefined, () => {
  let lines: readonly string[] = [];
  beforeAll(() => {
    const words = [join(repository, 'build/cli/main.js'), 'test', '--index', join(example, 'checks.yaml')];
    lines = spawnSync(process.execPath, words, { encoding: 'utf8' }).stderr.split('\n');
  }, 15 * 60_000);

  it.each(scenarios)('%s', (scenario) => {
    const own = lines.filter((line) => line.includes(` scenario.${scenario}`));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((line) => !line.startsWith('passed '))).toEqual([]);
  });
});
