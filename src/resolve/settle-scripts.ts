import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Phase, ScriptSpec } from '../ir/catalog.js';
import type { ScriptEntry } from '../spec/schema.js';
import { placeOf } from '../source/located.js';
import { settleWords } from './check-texts.js';
import type { CheckDraft, Draft } from './draft.js';
import { suggestCheck } from './suggest-check.js';

/*
 * settle-scripts
 * needs: link-steps.
 * guarantees: the defaults of each script are checks that have its phase, in the order of the catalog; a script that
 * repairs has been told what. Whether there is anything for it, plan says.
 */

export function settleScripts(draft: Draft): Result<Draft> {
  const diagnostics: Diagnostic[] = [];
  const scripts = draft.spec.index.value.scripts.map((script, at): ScriptSpec => {
    diagnostics.push(...checkScript(draft, script, at));
    const { name, title, symptoms, phase, editions } = script;
    const wanted = script.defaults === undefined ? null : new Set(script.defaults);
    const able = draft.checks.filter((check) => isHeldBy(check, script)).map(({ entry }) => entry.value.id);
    const defaults = able.filter((id) => wanted?.has(id) ?? true);
    // One that is named twice has been reported, and is made once.
    return {
      name,
      title: title ? settleWords(title) : null,
      symptoms: symptoms ? settleWords(symptoms) : null,
      phase,
      runsAs: script['runs-as'] ?? 'machine',
      editions: [...new Set(editions)],
      defaults,
      span: placeOf(draft.spec.index, 'scripts', at, 'name'),
    };
  });
  return { value: { ...draft, scripts }, diagnostics };
}

function hasPhase({ steps }: CheckDraft, phase: Phase): boolean {
  return steps.ps1[phase] !== undefined || steps.cmd[phase] !== undefined;
}

/** What repairs, repairs with the rights of one account: what is the computer's, or what is the signed-in person's. */
function isHeldBy(check: CheckDraft, script: ScriptEntry): boolean {
  const isSame = check.entry.value['runs-as'] === script['runs-as'];
  return hasPhase(check, script.phase) && (script.phase !== 'repair' || isSame);
}

/** Whether a check names a recipe that is not there, which has been reported: what that would bring is not known. */
function isUncertain({ entry: { value } }: CheckDraft, phase: Phase, { recipes }: Draft): boolean {
  const known = new Set([...recipes.values()].map(({ name }) => name));
  const step = value[phase];
  const names = [value.use, typeof step === 'object' ? step.use : undefined];
  return names.some((name) => name !== undefined && !known.has(name));
}

function checkScript(draft: Draft, script: ScriptEntry, at: number): Diagnostic[] {
  const { spec, checks } = draft;
  const { name, phase, defaults } = script;
  const place = placeOf(spec.index, 'scripts', at, 'name');
  if (defaults === undefined) {
    const message = `The script "${name}" repairs and does not say which checks by default.`;
    const hasAny = spec.broken.any || checks.some((check) => isHeldBy(check, script));
    return phase === 'repair' && hasAny ? [diagnose('resolve/defaults-missing', message, place)] : [];
  }
  const byId = new Map(checks.map((check) => [check.entry.value.id, check]));
  return defaults.flatMap((id, position) => {
    const span = placeOf(spec.index, 'scripts', at, 'defaults', position);
    const check = byId.get(id);
    if (check && isHeldBy(check, script)) return [];
    if (check && hasPhase(check, phase)) {
      const [own, others] = script['runs-as']
        ? ['the person signed in', 'computer']
        : ['the computer', 'signed-in person'];
      const message = `"${name}" repairs what is of ${own}, and the check "${id}" is about the ${others}.`;
      return [diagnose('resolve/unknown-default', message, span)];
    }
    if (check && isUncertain(check, phase, draft)) return [];
    if (check) return [diagnose('resolve/unknown-default', `The check "${id}" has nothing to ${phase}.`, span)];
    if (spec.broken.checks.has(id) || spec.broken.groups.size > 0) return [];
    const suggestions = suggestCheck(id, checks);
    return [diagnose('resolve/unknown-default', `There is no check "${id}".`, span, { suggestions })];
  });
}
