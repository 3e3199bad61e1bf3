import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Catalog } from '../ir/catalog.js';

/**
 * Scripts for which no check has anything. Known once all else of the checklist is settled: what an error left out would seem to
 * lack, and what lint says of the checks is said beside it.
 */
export function findEmptyScripts({ scripts, checks }: Catalog): readonly Diagnostic[] {
  return scripts.flatMap(({ name, phase, runsAs, editions, span }) => {
    const held = phase === 'repair' ? checks.filter((check) => check.runsAs === runsAs) : checks;
    if (held.some(({ steps }) => editions.some((edition) => steps[edition][phase]))) return [];
    return [diagnose('plan/empty-script', `No check has anything to ${phase} in "${name}".`, span)];
  });
}
