import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tryBatchScenario, type BatchScenario } from '../batch-model/try-scenario.js';
import type { TestResult } from '../host/pester-runner.js';
import type { Artefact } from '../ir/artefact.js';
import { phases, wordsIn, type Argument, type Phase } from '../ir/catalog.js';
import type { Plan } from '../ir/plan.js';

/**
 * What tries scenarios in batch on the scripts as they would be emitted, which are read once. It takes the path of a scenario relative to
 * `root`, the folder of the index, and gives a result for its check, or for each that uses its recipe.
 */
export function batchTrial(
  plan: Plan,
  artefacts: readonly Artefact[],
  root: string,
): (path: string) => readonly TestResult[] {
  const texts = new Map(phases.map((phase) => [phase, textOf(plan, artefacts, phase)] as const));
  return (path) => {
    const [owner = '', file = ''] = path.split('/').slice(-2);
    // What every scenario in batch of this folder begins with.
    const beside = join(root, dirname(dirname(path)), 'windows.cmd');
    const common = existsSync(beside) ? readFileSync(beside, 'utf8') : '';
    const outcome = file.split('.')[1] as BatchScenario['outcome'];
    const phase = outcome === 'collect' ? 'collect' : 'detect';
    const tried = plan.catalog.checks.filter(({ id, steps: { cmd } }) => {
      const step = cmd[phase];
      return step && (id === owner || (step.kind === 'recipe' && step.recipe === owner));
    });
    const failed = (message: string): TestResult => ({
      line: null,
      name: `batch.${owner}/${file}`,
      outcome: 'failed',
      message,
      milliseconds: 0,
    });
    const script = texts.get(phase) ?? null;
    if (script === null) return [failed(`The checklist emits no batch script of the ${phase} phase to try.`)];
    if (tried.length === 0) return [failed(`"${owner}" has no batch body that ${phase}s.`)];
    const scenario: BatchScenario = { outcome, text: readFileSync(join(root, path), 'utf8'), common };
    return tried.map((check) => {
      const start = performance.now();
      const { item, id, steps } = check;
      const given = steps.cmd[phase]?.arguments ?? [];
      const title = wordsIn(check.title, 'en');
      const repair = steps.cmd.repair ? (texts.get('repair') ?? null) : null;
      const wrong = tryBatchScenario({ script, repair, item, id, title, arguments: given.map(inBatch) }, scenario);
      return {
        line: null,
        name: `batch.${owner}/${file}${id === owner ? '' : ` for ${id}`}`,
        outcome: wrong.length === 0 ? 'passed' : 'failed',
        message: wrong.join('\n'),
        milliseconds: Math.round(performance.now() - start),
      };
    });
  };
}

/** The emitted batch of a phase; null where the checklist has none. */
function textOf(plan: Plan, artefacts: readonly Artefact[], phase: Phase): string | null {
  const planned = plan.scripts.find((script) => script.phase === phase && script.edition === 'cmd');
  const artefact = artefacts.find(({ path }) => path === planned?.path);
  return artefact ? Buffer.from(artefact.bytes).toString('latin1') : null;
}

/** As a label of batch gets a value: a list is one argument with blanks between its items. */
function inBatch({ value }: Argument): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
