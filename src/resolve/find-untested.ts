import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { placeOf } from '../source/located.js';
import type { CheckDraft, Draft } from './draft.js';

/*
 * find-untested
 * needs: all passes before it, without an error.
 * guarantees: nothing. It warns of detections that no scenario tries, and of files among the scenarios that none of them is.
 */

export function findUntested(draft: Draft): Result<Draft> {
  // What batch finds says nothing of what PowerShell does.
  const owners = new Set(
    draft.spec.scenarios.flatMap((path) => (/\.(?:ps1|json)$/.test(path) ? [path.split('/')[2] ?? ''] : [])),
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
  return { value: draft, diagnostics: [...stray, ...draft.checks.flatMap((check) => untested(check, owners))] };
}

function isScenario(path: string): boolean {
  return /\.(?:ps1|json|cmd)$/.test(path);
}

/** Scenarios run detections in PowerShell; those of a recipe count for each check that uses it. */
function untested({ entry, steps }: CheckDraft, owners: ReadonlySet<string>): readonly Diagnostic[] {
  const { id } = entry.value;
  const step = steps.ps1.detect;
  if (!step || owners.has(id) || (step.kind === 'recipe' && owners.has(step.recipe))) return [];
  const message = `No scenario tries "${id}": there is no checks/scenarios/${id}/<state>.fail.ps1.`;
  return [diagnose('resolve/untested', message, placeOf(entry, 'id'))];
}
