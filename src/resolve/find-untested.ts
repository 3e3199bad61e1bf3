import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { placeOf } from '../source/located.js';
import { homeOf, type CheckDraft, type Draft } from './draft.js';

/*
 * find-untested
 * needs: all passes before it, without an error.
 * guarantees: nothing. It warns of detections that no scenario tries, and of files among the scenarios that none of them is.
 */

export function findUntested(draft: Draft): Result<Draft> {
  // What batch finds says nothing of what PowerShell does.
  const folders = new Set(
    [...draft.spec.scenarios, ...draft.spec.packages.flatMap(({ scenarios }) => scenarios)].flatMap((path) =>
      /\.(?:ps1|json)$/.test(path) ? [path.split('/').slice(0, -1).join('/')] : [],
    ),
  );
  const stray = draft.spec.scenarios
    .filter((path) => !isScenario(path))
    .map((path) =>
      diagnose('resolve/unused-scenario', `"${path}" is no scenario: its name ends in none of .ps1, .json and .cmd.`, {
        source: { path, text: '' },
        start: 0,
        end: 0,
      }),
    );
  return { value: draft, diagnostics: [...stray, ...draft.checks.flatMap((check) => untested(check, draft, folders))] };
}

function isScenario(path: string): boolean {
  return /\.(?:ps1|json|cmd)$/.test(path);
}

/** Scenarios run detections in PowerShell; those of a recipe count for each check that uses it. */
function untested(
  { entry, steps }: CheckDraft,
  { recipes }: Draft,
  folders: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { id } = entry.value;
  const step = steps.ps1.detect;
  const recipe = step?.kind === 'recipe' ? recipes.get(step.recipe) : undefined;
  if (!step || folders.has(`checks/scenarios/${id}`)) return [];
  if (recipe && folders.has(`${homeOf(recipe.from)}/scenarios/${recipe.id}`)) return [];
  const message = `No scenario tries "${id}": there is no checks/scenarios/${id}/<state>.fail.ps1.`;
  return [diagnose('resolve/untested', message, placeOf(entry, 'id'))];
}
