import { readdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';

const example = join(repository, 'examples/printing');
const scenarios = ['checks/scenarios', 'checks/packages/windows-recipes/scenarios']
  .flatMap((folder) => readdirSync(join(example, folder), { recursive: true, encoding: 'utf8' }))
  // Of a package, those of the recipe that a check uses.
  .filter((path) => path.endsWith('.ps1') && !/^windows\.|^service-security|^update-failure/.test(path))
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
