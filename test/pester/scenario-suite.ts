import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import type { TestResult } from '../../src/host/pester-runner.js';
import { simulatorPath } from '../../src/host/pwsh.js';
import { describeWithTool } from '../tools.js';
import { chosenIn, pesterResults, product, scenarios } from './pester-suite.js';

/**
 * Scenarios of the bundled checklist as vitest tests, by default all; one PowerShell tries those that this run has chosen.
 * @param zone Time zone to run in, by its name in the IANA list; that of this process by default.
 */
export function scenarioSuite(name: string, data: object, paths: readonly string[] = scenarios, zone?: string): void {
  const nameOf = (path: string): string => path.split(/[\\/]/).slice(-2).join('/');
  describeWithTool(name, inject('missing').pester ?? undefined, () => {
    let results: readonly TestResult[] = [];
    beforeAll(async ({}, suite) => {
      const chosen = chosenIn(suite);
      const scripts = { Diagnose: join(product, 'diagnose.ps1'), Repair: join(product, 'reset-components.ps1') };
      const Scenario = paths.filter((path) => chosen.has(nameOf(path)));
      results = await pesterResults(simulatorPath('Scenario.Tests.ps1'), { ...scripts, Scenario, ...data }, null, zone);
    }, 30 * 60_000);
    it.each(paths.map(nameOf))('%s', (scenario) => {
      // A scenario of a recipe is tried with every check that uses it: "<scenario> for <check>".
      const cases = results.filter(
        ({ name }) => name === `scenario.${scenario}` || name.startsWith(`scenario.${scenario} for `),
      );
      const broken = [...cases, ...results.filter(({ line }) => line === null)].filter(
        ({ outcome }) => outcome !== 'passed',
      );
      expect(broken.map((each) => `${each.name}: ${each.message}`)).toEqual([]);
      expect(cases.length, 'no check was tried with it').toBeGreaterThan(0);
    });
  });
}
