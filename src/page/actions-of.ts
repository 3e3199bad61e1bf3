import type { Catalog, Check } from '../ir/catalog.js';
import type { Action, Library } from '../ir/library.js';

/** An action that a repair calls. */
export interface CalledAction extends Action {
  readonly name: string;
}

/** A word that can be the name of a function. */
const word = /(?<![-\w'"$./])[A-Z][a-z]+-[A-Z]\w+/g;

/** What a repair calls to change a PC, each action of the register once, in the order in which its text names them. */
export function actionsOf(catalog: Catalog, library: Library, check: Check): readonly CalledAction[] {
  const step = check.steps.ps1.repair;
  if (!step) return [];
  const body = step.kind === 'body' ? step.body : catalog.recipes.get(step.recipe)?.bodies.ps1.repair;
  const text = (body?.text ?? '').replace(/^\s*#.*$/gm, '');
  const names = new Set(Array.from(text.matchAll(word), ([name]) => name));
  return [...names].flatMap((name) => {
    const action = library.functions.ps1.find((each) => each.name === name)?.action;
    return action ? [{ name, ...action }] : [];
  });
}
