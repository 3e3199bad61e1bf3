import type { Catalog, Check } from '../ir/catalog.js';

/** What a PowerShell command looks like at the start of a statement or behind a bracket: an approved verb and a noun. */
const call = /(?<![-\w'"$./])([A-Z][a-z]+-[A-Z]\w+)/g;

/** Commands that change nothing, by their verb. */
const reading =
  /^(?:Get|Test|New|Join|Select|Where|ForEach|Sort|Write|Convert|ConvertTo|ConvertFrom|Split|Measure|Compare)-/;

/** What a repair calls to change a PC, each name once, in the order in which its text names them. */
export function actionsOf(catalog: Catalog, check: Check): readonly string[] {
  const step = check.steps.ps1.repair;
  if (!step) return [];
  const body = step.kind === 'body' ? step.body : catalog.recipes.get(step.recipe)?.bodies.ps1.repair;
  const text = (body?.text ?? '').replace(/^\s*#.*$/gm, '');
  const names = Array.from(text.matchAll(call), ([, name = '']) => name);
  return [...new Set(names)].filter((name) => !reading.test(name));
}
