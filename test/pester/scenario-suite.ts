import { join, relative } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import type { TestResult } from '../../src/host/pester-runner.js';
import { simulatorPath } from '../../src/host/pwsh.js';
import { describeWithTool } from '../tools.js';
import { chosenIn, pesterResults, product, scenarios, scenariosRoot } from './pester-suite.js';

/** Every scenario of the bundled checklist as a vitest test; one PowerShell tries those that this run has chosen. */
export function scenarioSuite(name: string, data: object): void {
  const nameOf = (path: string): string => relative(scenariosRoot, path).replaceAll('\\', '/');
  describeWithTool(name, inject('missing').pester ?? undefined, () => {
    let results: readonly TestResult[] = [];
    beforeAll(async ({}, suite) => {
      const chosen = chosenIn(suite);
      const scripts = { Diagnose: join(product, 'diagnose.ps1'), Repair: join(product, 'reset-components.ps1') };
      const Scenario = scenarios.filter((path) => chosen.has(nameOf(path)));
      results = await pesterResults(simulatorPath('Scenario.Tests.ps1'), { ...scripts, Scenario, ...data }, null);
    }, 30 * 60_000);
    it.each(scenarios.map(nameOf))('%s', (scenario) => {
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
