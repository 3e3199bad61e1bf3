import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from '../command.js';
import { runScenarios, type TestResult } from '../../host/pester-runner.js';
import { isMissing } from '../../host/pwsh.js';
import type { Artefact } from '../../ir/artefact.js';
import { phases, powershellScript, type Phase, type RunsAs } from '../../ir/catalog.js';
import type { Plan } from '../../ir/plan.js';
import { suggestNames } from '../../diagnostics/suggest.js';
import { currentId } from '../../names/former-ids.js';
import { indexOption } from '../checklist-index.js';
import { compileChecklist } from '../open-checklist.js';
import { exitCodes, report, UsageError } from '../run-command.js';
import { say, sayLines } from '../../host/terminal.js';
import { readCapture } from '../../spec/capture.js';
import { listScenarios } from '../list-scenarios.js';
import { batchTrial } from '../try-batch.js';
import { watchChecklist } from '../watch-checklist.js';

interface TestArguments {
  readonly index: string;
  readonly check: string | undefined;
  readonly watch: boolean;
}

export const testCommand: Command<TestArguments> = {
  builder: (yargs) =>
    yargs
      .options(indexOption)
      .option('check', { type: 'string', describe: 'Only the scenarios of this check or recipe' })
      .option('watch', { type: 'boolean', default: false, describe: 'Try them again whenever a file changes' })
      .strict(),
  handler: async (options) => {
    if (!options.watch) return testOnce(options);
    await testAgain(options);
    // One run at a time: what changes meanwhile is tried when it ends.
    let running: Promise<void> | null = null;
    let isStale = false;
    const changed = (): void => {
      isStale = true;
      running ??= (async () => {
        while (isStale) {
          isStale = false;
          await testAgain(options);
        }
        running = null;
      })();
    };
    await watchChecklist(options.index, changed);
    say`Watching. Press Ctrl+C to end.`;
    return new Promise<never>(() => {});
  },
};

/** Tries once, and goes on where a change of the checklist made it one that cannot be tried. */
async function testAgain(options: TestArguments): Promise<void> {
  try {
    await testOnce(options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say`${error.message}`;
  }
}

/** Tries the scenarios that are wanted, and sets the exit code. */
async function testOnce(options: TestArguments): Promise<void> {
  const { diagnostics, project, plan, artefacts } = await compileChecklist(options.index, 'channels');
  process.exitCode = report(diagnostics, 'pretty', 50);
  if (!project || !plan || !artefacts) return;
  const { check } = options;
  const owners = check === undefined ? null : ownersOf(plan, check);
  const scenarios = listScenarios(project, plan.catalog)
    .filter(({ owner }) => owners?.includes(owner) ?? true)
    .map(({ path }) => path);
  if (scenarios.length === 0)
    throw new UsageError(check === undefined ? 'The checklist has no scenarios.' : `No scenario tries "${check}".`);
  const inBatch = scenarios.filter((path) => path.endsWith('.cmd'));
  const unreadable = scenarios.flatMap((path) => refuseCapture(project.root, path));
  const inPowerShell = scenarios.filter(
    (path) => !path.endsWith('.cmd') && !unreadable.some((each) => each.path === path),
  );
  const results = [
    ...unreadable,
    ...(inPowerShell.length > 0 ? await tryScenarios(plan, artefacts, project.root, inPowerShell) : []),
    ...(inBatch.length > 0 ? inBatch.flatMap(batchTrial(plan, artefacts, project.root)) : []),
  ];
  for (const { name, outcome, message, milliseconds } of results) {
    say`${outcome.padEnd(7)} ${name} (${milliseconds} ms)`;
    if (message !== '') sayLines(message, '        ');
  }
  say`${results.filter(({ outcome }) => outcome === 'passed').length} of ${results.length} passed`;
  if (results.some(({ outcome }) => outcome !== 'passed')) process.exitCode = exitCodes.diagnostics;
}

/** A scenario that is a capture has the form of one: what it has besides would be a demand that nobody holds it to. */
function refuseCapture(root: string, path: string): readonly (TestResult & { readonly path: string })[] {
  if (!path.endsWith('.json')) return [];
  const capture = readCapture(readFileSync(join(root, path), 'utf8'));
  if (typeof capture !== 'string') return [];
  const name = `scenario.${path.split('/').slice(-2).join('/')}`;
  return [{ path, name, line: null, outcome: 'failed', message: capture, milliseconds: 0 }];
}

/**
 * Folders of scenarios that try a check or a recipe: its own, and those of the recipes that do its phases.
 * @throws UsageError for a name of neither.
 */
function ownersOf({ catalog }: Plan, given: string): readonly string[] {
  const name = currentId(given, catalog.checks);
  const check = catalog.checks.find(({ id }) => id === name);
  if (!check && !catalog.recipes.has(name)) {
    const [near] = suggestNames(given, [...catalog.checks.map(({ id }) => id), ...catalog.recipes.keys()]);
    const advice = near === undefined ? '"mendsheet plan" lists them.' : `Did you mean "${near}"?`;
    throw new UsageError(`There is no check or recipe "${given}". ${advice}`);
  }
  const steps = phases.flatMap((phase) => [check?.steps.ps1[phase], check?.steps.cmd[phase]]);
  return [name, ...steps.flatMap((step) => (step?.kind === 'recipe' ? [step.recipe] : []))];
}

/** Runs the scenarios in PowerShell on the scripts as they would be emitted. */
async function tryScenarios(
  plan: Plan,
  artefacts: readonly Artefact[],
  root: string,
  scenarios: readonly string[],
): Promise<readonly TestResult[]> {
  const declared = plan.catalog.readCommands.map(({ name }) => name);
  const folder = mkdtempSync(join(tmpdir(), 'mendsheet-test-'));
  try {
    const scriptOf = (phase: Phase, runsAs?: RunsAs): string | null => {
      const script = powershellScript(plan.catalog, phase, runsAs);
      return script && writeScript(artefacts, `${plan.catalog.product}/${script.name}.ps1`, folder);
    };
    const diagnose = scriptOf('detect');
    if (diagnose === null) throw new UsageError('The checklist emits no PowerShell script of the detect phase to try.');
    const results = await runScenarios({
      diagnose,
      repair: scriptOf('repair'),
      repairAsUser: scriptOf('repair', 'user'),
      collect: scriptOf('collect'),
      scenarios,
      checksRoot: root,
      declared,
    });
    if (isMissing(results)) throw new UsageError(`This needs ${results.tool}: ${results.hint}.`);
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a script as it would be emitted. @param path below dist/. */
function writeScript(artefacts: readonly Artefact[], path: string, folder: string): string | null {
  const artefact = artefacts.find((each) => each.path === path);
  if (!artefact) return null;
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, artefact.bytes);
  return file;
}
