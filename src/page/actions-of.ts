import type { Catalog, Check } from '../ir/catalog.js';
import type { Action, Library } from '../ir/library.js';
import { commandsIn } from '../powershell/read-ps1.js';

/** An action that a repair calls. */
export interface CalledAction extends Action {
  readonly name: string;
}

/** What a repair calls to change a PC, each action of the register once, in the order in which its text calls them. */
export function actionsOf(catalog: Catalog, library: Library, check: Check): readonly CalledAction[] {
  const step = check.steps.ps1.repair;
  if (!step) return [];
  const body = step.kind === 'body' ? step.body : catalog.recipes.get(step.recipe)?.bodies.ps1.repair;
  if (!body) return [];
  return commandsIn(body).flatMap((called) => {
    const known = library.functions.ps1.find(({ name }) => name.toLowerCase() === called);
    return known?.action ? [{ name: known.name, ...known.action }] : [];
  });
}
