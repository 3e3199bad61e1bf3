import { resolve } from 'node:path';
import { askPowerShell, isMissing, simulatorPath, type MissingTool } from './pwsh.js';

/** What became of one test. */
export interface TestResult {
  /** Where its `It` begins in the file of tests; null for what failed around the tests, such as a file that does not load. */
  readonly line: number | null;
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
  /** The same of one that repairs as the person signed in. */
  readonly repairAsUser: string | null;
  /** Path of the emitted script that collects; null when the checklist has none. */
  readonly collect: string | null;
  /** Paths of scenario files, `.../scenarios/<check or recipe>/<name>.<pass|fail|unknown|collect>.ps1`; relative to `checksRoot`. */
  readonly scenarios: readonly string[];
  /** The folder that the scenarios' paths are relative to. */
  readonly checksRoot: string;
  /** Commands that the index declares, which scenarios have to stand in for. */
  readonly declared: readonly string[];
}

/** Tries scenarios on emitted scripts against the simulated Windows, as src/simulator/README.md describes. */
export async function runScenarios(run: ScenarioRun): Promise<readonly TestResult[] | MissingTool> {
  if (run.scenarios.length === 0) return [];
  const data = {
    Diagnose: resolve(run.diagnose),
    Repair: run.repair && resolve(run.repair),
    RepairAsUser: run.repairAsUser && resolve(run.repairAsUser),
    Collect: run.collect && resolve(run.collect),
    Scenario: run.scenarios.map((path) => resolve(run.checksRoot, path)),
    Declared: run.declared,
  };
  return runPester(simulatorPath('Scenario.Tests.ps1'), data, null);
}

/**
 * Runs one file of Pester tests in a PowerShell of its own.
 * @param path Absolute path of the file.
 * @param data Its parameters.
 * @param lines Those tests alone that begin on these lines, counted from 1; null for all.
 */
export async function runPester(
  path: string,
  data: object,
  lines: readonly number[] | null,
): Promise<readonly TestResult[] | MissingTool> {
  const answer = await askPowerShell('Invoke-Tests.ps1', { path, data, lines });
  return isMissing(answer) ? answer : (answer as { readonly results: readonly TestResult[] }).results;
}
