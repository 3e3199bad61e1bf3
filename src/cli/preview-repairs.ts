import type { Library } from '../ir/library.js';
import type { Plan } from '../ir/plan.js';
import { actionsOf } from '../page/actions-of.js';

/**
 * What the repairing script of a checklist would do for what was found: a line for each check that found a problem, and
 * one for each action that its repair calls. It tells what a repair is made of, not how far it would get on that PC, since
 * guards and the state that a repair looks at are in no capture.
 * @param failing ids of checks whose status is Problem.
 * @returns lines in English; none without a problem, or where the checklist has no repairing script.
 */
export function previewRepairs(plan: Plan, library: Library, failing: readonly string[]): readonly string[] {
  const script = plan.catalog.scripts.find(({ phase, editions }) => phase === 'repair' && editions.includes('ps1'));
  const checks = plan.catalog.checks.filter(({ id }) => failing.includes(id));
  if (!script || checks.length === 0) return [];
  const lines = checks.flatMap((check) => {
    if (!check.steps.ps1.repair) return [`  ${check.id}: no repair; its steps are for a person`];
    const asked = script.defaults.includes(check.id) ? '' : `, with -Check ${check.id} alone`;
    const actions = actionsOf(plan.catalog, library, check).map(
      ({ changes, undo }) => `    ${changes.en}. Undo: ${undo.en}.`,
    );
    return [`  ${check.id}${asked}:`, ...(actions.length > 0 ? actions : ['    changes nothing by itself.'])];
  });
  return [`What ${script.name}.ps1 would do for these problems, where no guard of that PC stops it:`, ...lines];
}
