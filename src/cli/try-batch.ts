import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryBatchScenario, type BatchScenario } from '../batch-model/try-scenario.js';
import type { TestResult } from '../host/pester-runner.js';
import type { Artefact } from '../ir/artefact.js';
import { wordsIn, type Argument, type Phase } from '../ir/catalog.js';
import type { Plan } from '../ir/plan.js';

/**
 * Tries a scenario in batch on the scripts as they would be emitted, for its check or for each that uses its recipe.
 * @param root the folder of the index; @param path of the scenario, relative to it.
 */
export function tryInBatch(
  plan: Plan,
  artefacts: readonly Artefact[],
  root: string,
  path: string,
): readonly TestResult[] {
  const [folder = '', owner = '', file = ''] = [path.split('/').slice(0, -2).join('/'), ...path.split('/').slice(-2)];
  const textOf = (phase: Phase): string | null => {
    const planned = plan.scripts.find((script) => script.phase === phase && script.edition === 'cmd');
    const artefact = artefacts.find((each) => each.path === planned?.path);
    return artefact ? Buffer.from(artefact.bytes).toString('latin1') : null;
  };
  const diagnose = textOf('detect');
  const tried = plan.catalog.checks.filter(({ id, steps: { cmd } }) => {
    if (!cmd.detect) return false;
    return id === owner || (cmd.detect.kind === 'recipe' && cmd.detect.recipe === owner);
  });
  const failed = (message: string): TestResult => ({
    line: null,
    name: `batch.${owner}/${file}`,
    outcome: 'failed',
    message,
    milliseconds: 0,
  });
  if (diagnose === null) return [failed('The checklist emits no batch script of the detect phase to try.')];
  if (tried.length === 0) return [failed(`"${owner}" has no batch body that detects.`)];
  // What every scenario in batch begins with.
  const common = join(root, folder, 'windows.cmd');
  const scenario: BatchScenario = {
    outcome: file.split('.')[1] as BatchScenario['outcome'],
    text: readFileSync(join(root, path), 'utf8'),
    common: existsSync(common) ? readFileSync(common, 'utf8') : '',
  };
  return tried.map((check) => {
    const start = performance.now();
    const { item, id, steps } = check;
    const given = steps.cmd.detect?.arguments ?? [];
    const title = wordsIn(check.title, 'en');
    const repair = steps.cmd.repair ? textOf('repair') : null;
    const wrong = tryBatchScenario({ diagnose, repair, item, id, title, arguments: given.map(inBatch) }, scenario);
    return {
      line: null,
      name: `batch.${owner}/${file}${id === owner ? '' : ` for ${id}`}`,
      outcome: wrong.length === 0 ? 'passed' : 'failed',
      message: wrong.join('\n'),
      milliseconds: Math.round(performance.now() - start),
    };
  });
}

/** As a label of batch gets a value: a list is one argument with blanks between its items. */
function inBatch({ value }: Argument): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
