import { resolve } from 'node:path';
import { askPowerShell, harnessPath, isMissing, type MissingTool } from './pwsh.js';

/** What became of one test. */
export interface TestResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'notrun' | 'inconclusive';
  /** Empty unless it failed. */
  readonly message: string;
  readonly milliseconds: number;
}

export interface ScenarioRun {
  /** Path of the emitted script that detects. */
  readonly diagnose: string;
  /** Path of the emitted script that repairs; null when the checklist has none. */
  readonly repair: string | null;
  /** Paths of scenario files, `.../scenarios/<check or recipe>/<name>.<pass|fail|unknown>.ps1`; relative to `checksRoot`. */
  readonly scenarios: readonly string[];
  /** The folder that the scenarios' paths are relative to. */
  readonly checksRoot: string;
}

/** Tries scenarios on emitted scripts against the simulated Windows, as test/pester/README.md describes. */
export async function runScenarios(run: ScenarioRun): Promise<readonly TestResult[] | MissingTool> {
  if (run.scenarios.length === 0) return [];
  return runPester('Scenario.Tests.ps1', {
    Diagnose: resolve(run.diagnose),
    Repair: run.repair && resolve(run.repair),
    Scenario: run.scenarios.map((path) => resolve(run.checksRoot, path)),
  });
}

/** Runs one file of the PowerShell harness with its parameters. */
export async function runPester(file: string, data: object): Promise<readonly TestResult[] | MissingTool> {
  const answer = await askPowerShell('Invoke-Tests.ps1', { path: harnessPath(file), data });
  return isMissing(answer) ? answer : (answer as { readonly results: readonly TestResult[] }).results;
}
