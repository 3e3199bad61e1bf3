import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { isMissing } from '../../src/host/pwsh.js';
import { runPester } from '../../src/host/pester-runner.js';
import { describeWithTool } from '../tools.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-paths-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describeWithTool('tests in a folder', inject('missing').pester ?? undefined, () => {
  describe('run whatever it is called', () => {
    it.each(['空 [e]', "it's (1)", 'a & b', '[a-c]', 'a`b'])('%s', async (name) => {
      const folder = join(root, name);
      mkdirSync(folder);
      const path = join(folder, 'One.Tests.ps1');
      writeFileSync(
        path,
        [
          'param([string] $Given)',
          "Describe 'a file' {",
          "    It 'knows where it stands' { $PSScriptRoot | Should -Be $Given }",
          "    It 'is not chosen' { throw }",
          '}',
        ].join('\n'),
      );
      const results = await runPester(path, { Given: folder }, [3]);
      if (isMissing(results)) throw new Error(results.hint);
      expect(results.map(({ line, outcome, message }) => [line, outcome, message])).toEqual([[3, 'passed', '']]);
    });
  });
});
