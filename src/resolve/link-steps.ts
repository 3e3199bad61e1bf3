import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { editions, phases, type Edition, type Phase, type Step } from '../ir/catalog.js';
import { startOf, type TreePath } from '../source/source-tree.js';
import { hasKey, keyPlaceOf, placeOf } from '../source/located.js';
import { isUnread } from './attach-bodies.js';
import { bodyArguments, recipeArguments } from './link-arguments.js';
import { recipesIn, type CheckDraft, type Draft, type RecipeDraft } from './draft.js';
import { mayComeFromPackage } from './hold-lock.js';
import type { Spec } from '../spec/spec.js';

/*
 * link-steps
 * needs: settle-facts, attach-bodies, read-parameters.
 * guarantees: each phase of each check is done in one way per edition, or not at all; every `use:` names a recipe that
 * has the phase; every `with:` is taken by something, and its values fit.
 */

export function linkSteps(draft: Draft): Result<Draft> {
  const diagnostics: Diagnostic[] = [];
  const checks = draft.checks.map((check) => {
    const linked = linkCheck(check, draft);
    diagnostics.push(...linked.diagnostics);
    return { ...check, steps: linked.value };
  });
  return { value: { ...draft, checks }, diagnostics };
}

/** Where a phase names its recipe and its arguments: the phase's own key, or the keys of the whole check. */
interface Intent {
  readonly recipe: string | null;
  readonly recipeAt: TreePath;
  readonly withAt: TreePath | null;
  /** True when the check's own `use:` is meant, which covers only the phases that its recipe has. */
  readonly isInherited: boolean;
}

function intentOf({ entry }: CheckDraft, phase: Phase): Intent {
  const step = entry.value[phase];
  if (step === 'none') return { recipe: null, recipeAt: [phase], withAt: null, isInherited: false };
  const ownWith: TreePath | null = step?.with ? [phase, 'with'] : null;
  const wholeWith: TreePath | null = entry.value.with ? ['with'] : null;
  if (step?.use !== undefined)
    return { recipe: step.use, recipeAt: [phase, 'use'], withAt: ownWith, isInherited: false };
  const hasOwnBody = step?.ps1 !== undefined || step?.cmd !== undefined;
  if (entry.value.use !== undefined && !hasOwnBody) {
    return { recipe: entry.value.use, recipeAt: ['use'], withAt: ownWith ?? wholeWith, isInherited: true };
  }
  // With a recipe for the whole check, the arguments of the whole check are the recipe's.
  const bodyWith = ownWith ?? (entry.value.use === undefined ? wholeWith : null);
  return { recipe: null, recipeAt: [phase], withAt: bodyWith, isInherited: false };
}

function linkCheck(check: CheckDraft, draft: Draft): Result<CheckDraft['steps']> {
  const steps: Record<Edition, Partial<Record<Phase, Step>>> = { ps1: {}, cmd: {} };
  const diagnostics: Diagnostic[] = [];
  const usedWith = new Set<string>();
  const unknown = new Set<string>();
  for (const phase of phases) {
    const intent = intentOf(check, phase);
    const recipe = intent.recipe === null ? null : findRecipe(check, intent, draft, unknown, diagnostics);
    if (recipe) diagnostics.push(...checkPhase(check, phase, intent, recipe));
    const isKnown = intent.recipe === null || recipe !== null;
    for (const edition of editions) {
      const step = linkStep(check, phase, edition, intent, recipe, draft);
      if (!step) continue;
      steps[edition][phase] = step.value;
      diagnostics.push(...step.diagnostics);
    }
    const isNamed = intent.recipe !== null && !intent.isInherited;
    if (intent.withAt && (!isKnown || isNamed || editions.some((edition) => steps[edition][phase]))) {
      usedWith.add(intent.withAt.join('.'));
    }
  }
  const missing = findMissingBody(check, steps, unknown, draft);
  diagnostics.push(...(missing.length > 0 ? missing : findUnusedArguments(check, usedWith)));
  return { value: steps, diagnostics: dropRepeated(diagnostics) };
}

/** The recipe of a phase; null when there is none, which is said once for each name of a check. */
function findRecipe(
  { entry }: CheckDraft,
  intent: Intent,
  draft: Draft,
  unknown: Set<string>,
  diagnostics: Diagnostic[],
): RecipeDraft | null {
  const name = intent.recipe ?? '';
  const recipe = draft.recipes.get(name.slice(name.indexOf('/') + 1));
  if (recipe?.name === name) return recipe;
  // Of two recipes of one id, which has been reported, one alone is in the draft.
  const isBroken = draft.spec.broken.recipes.has(name) || mayComeFromPackage(draft, name) || isTwin(draft, name);
  const at = intent.recipeAt.join('.');
  if (!isBroken && !unknown.has(at)) {
    const suggestions = suggestNames(name, knownRecipes(draft.spec));
    const message = `There is no recipe "${name}".`;
    diagnostics.push(diagnose('resolve/unknown-recipe', message, placeOf(entry, ...intent.recipeAt), { suggestions }));
  }
  unknown.add(at);
  return null;
}

function isTwin({ spec }: Draft, name: string): boolean {
  return recipesIn(spec).some((each) => each.name === name);
}

/** Every name that a check could give, that of recipes in copied packages which nothing uses too. */
function knownRecipes({ recipes, packages }: Spec): readonly string[] {
  const brought = packages.flatMap((each) => each.recipes.map(({ value }) => `${each.id}/${value.recipe}`));
  return [...recipes.map(({ value }) => value.recipe), ...brought];
}

function checkPhase(check: CheckDraft, phase: Phase, intent: Intent, recipe: RecipeDraft): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const hasPhase = editions.some((edition) => recipe.bodies[edition][phase]);
  if (!hasPhase && !intent.isInherited) {
    const message = `The recipe "${recipe.id}" has no body for ${phase}.`;
    diagnostics.push(diagnose('resolve/recipe-without-phase', message, placeOf(check.entry, ...intent.recipeAt)));
  }
  for (const edition of editions) {
    const own = check.bodies[edition][phase];
    if (!own || !recipe.bodies[edition][phase]) continue;
    const isFile = own.source !== check.entry.tree.source;
    const what = isFile ? `The file ${own.source.path}` : `The inline body "${edition}"`;
    const related = [{ message: 'the recipe is used at', span: placeOf(check.entry, ...intent.recipeAt) }];
    const message = `${what} and the recipe "${recipe.id}" both do ${phase} of "${check.entry.value.id}".`;
    const span = isFile ? startOf(own.source) : keyPlaceOf(check.entry, phase, edition);
    diagnostics.push(diagnose('resolve/body-twice', message, span, { related }));
  }
  return diagnostics;
}

function linkStep(
  check: CheckDraft,
  phase: Phase,
  edition: Edition,
  intent: Intent,
  recipe: RecipeDraft | null,
  draft: Draft,
): Result<Step> | null {
  const { entry } = check;
  const body = check.bodies[edition][phase];
  const span = hasKey(entry, ...intent.recipeAt) ? placeOf(entry, ...intent.recipeAt) : placeOf(entry, 'id');
  if (body) {
    // Arguments of an inherited recipe are its own; a body beside it has only those of its phase.
    const withAt = recipe && intent.withAt?.[0] === 'with' ? null : intent.withAt;
    const linked = bodyArguments(check, withAt, body, edition, draft);
    return { value: { kind: 'body', body, arguments: linked.value, span }, diagnostics: linked.diagnostics };
  }
  if (!recipe?.bodies[edition][phase]) return null;
  const linked = recipeArguments(check, intent.withAt, intent.recipeAt, recipe, edition, draft);
  const value: Step = { kind: 'recipe', recipe: recipe.id, arguments: linked.value, span };
  return { value, diagnostics: linked.diagnostics };
}

function findUnusedArguments({ entry }: CheckDraft, used: ReadonlySet<string>): Diagnostic[] {
  const places: TreePath[] = [['with'], ...phases.map((phase): TreePath => [phase, 'with'])];
  return places
    .filter((place) => hasKey(entry, ...place) && !used.has(place.join('.')))
    .map((place) =>
      diagnose('resolve/unused-arguments', 'Nothing takes these arguments.', keyPlaceOf(entry, ...place)),
    );
}

function findMissingBody(
  check: CheckDraft,
  steps: CheckDraft['steps'],
  unknown: ReadonlySet<string>,
  { spec }: Draft,
): Diagnostic[] {
  const { entry, group } = check;
  const { id } = entry.value;
  const files = `checks/${group.id}/${id}`;
  if (unknown.size > 0 || isUnread(spec, `${files}.`)) return [];
  const has = (phase: Phase): boolean => editions.some((edition) => steps[edition][phase]);
  const empty = phases.find((phase) => typeof entry.value[phase] === 'object' && !has(phase));
  const isPromised = empty !== undefined && entry.value[empty] !== 'none' && !usesRecipe(check, empty);
  if (empty !== undefined && isPromised) {
    const message = `Nothing does ${empty} of "${id}": there is no recipe, no inline body and no file ${files}.${empty}.ps1.`;
    return [diagnose('resolve/body-missing', message, keyPlaceOf(entry, empty))];
  }
  if (has('detect') || has('collect') || has('repair')) return [];
  const message = `"${id}" does nothing: there is no recipe, no inline body and no file ${files}.detect.ps1.`;
  return [diagnose('resolve/body-missing', message, placeOf(entry, 'id'))];
}

function usesRecipe({ entry }: CheckDraft, phase: Phase): boolean {
  const step = entry.value[phase];
  return typeof step === 'object' && step.use !== undefined;
}

/** Both editions and several phases get the same arguments, so the same mistake is met several times. */
function dropRepeated(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, message, span }) => {
    const key = `${code} ${span.source.path} ${span.start} ${message}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
