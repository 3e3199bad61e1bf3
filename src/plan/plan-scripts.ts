import {
  editions,
  phases,
  type Catalog,
  type Check,
  type Edition,
  type Phase,
  type Recipe,
  type ScriptSpec,
  type Step,
} from '../ir/catalog.js';
import type { Plan, PlannedCall, PlannedCheck, PlannedFunction, PlannedRecipe, ScriptPlan } from '../ir/plan.js';
import type { Templates } from '../load/templates.js';
import { functionName, snakeCase } from '../ir/name-functions.js';
import { planArguments } from './plan-arguments.js';
import { planErrorCodes } from './plan-error-codes.js';
import { planSnippets } from './plan-snippets.js';
import { selectMessages } from './select-messages.js';
import { selectParts } from './select-parts.js';

/**
 * Decides every file that will be emitted and all that goes into it. Nothing is rendered here, so `mendsheet plan`
 * can show the decisions.
 */
export function planScripts(catalog: Catalog, templates: Templates): Plan {
  const scripts = catalog.scripts.flatMap((script) =>
    script.editions.map((edition) => planScript(catalog, templates, script, edition, '', catalog.checks)),
  );
  const single = catalog.scripts
    .filter((script) => script.phase !== 'collect' && script.editions.includes('ps1'))
    .flatMap((script) =>
      catalog.checks
        .filter((check) => check.steps.ps1[script.phase])
        .map((check) =>
          planScript(
            catalog,
            templates,
            { ...script, name: script.phase, defaults: [check.id] },
            'ps1',
            folderOf(check),
            [check],
          ),
        ),
    );
  return { catalog, scripts: [...scripts, ...single], snippets: planSnippets(catalog, templates) };
}

function folderOf(check: Check): string {
  return `checks/${check.item}-${check.id}/`;
}

/** Which functions a script of this phase has: a repair detects before and after it acts. */
const functionPhases: Readonly<Record<Phase, readonly Phase[]>> = {
  detect: ['detect'],
  repair: ['detect', 'repair'],
  collect: ['collect'],
};

function planScript(
  catalog: Catalog,
  templates: Templates,
  script: ScriptSpec,
  edition: Edition,
  folder: string,
  candidates: readonly Check[],
): ScriptPlan {
  const withPhase = (check: Check, of: Edition): boolean => check.steps[of][script.phase] !== undefined;
  const checks = candidates
    .filter((check) => withPhase(check, edition))
    .map((check) => planCheck(check, edition, script.phase));
  const notEvaluated = candidates.filter(
    (check) => !withPhase(check, edition) && editions.some((other) => other !== edition && withPhase(check, other)),
  );
  const recipes = planRecipes(catalog, checks, edition, script.phase);
  const guard = script.phase === 'repair' ? catalog.guard : null;
  const guardBody = guard?.bodies[edition];
  const files = templates[edition];
  const main = files.mains[script.phase];
  const head = files.heads[script.phase];
  const ownTexts = [
    main.text,
    head.text,
    ...checks.flatMap((planned) => planned.functions.map(({ body }) => body.text)),
    ...recipes.flatMap((planned) => planned.functions.map(({ body }) => body.text)),
    ...(guardBody ? [guardBody.text] : []),
  ];
  const regions = selectParts(ownTexts, files, edition);
  // A script of one check would be ten times its size; batch has no tables.
  const carriesCodes = script.phase === 'detect' && edition === 'ps1' && folder === '';
  const texts = [...ownTexts, ...regions.flatMap(({ parts }) => parts.map(({ source }) => source.text))];
  return {
    path: `${catalog.product}/${folder}${script.name}.${edition}`,
    product: catalog.product,
    name: script.name,
    phase: script.phase,
    edition,
    checks,
    notEvaluated,
    recipes,
    guard: guardBody ? guard : null,
    defaults: script.defaults.filter((id) => checks.some(({ check }) => check.id === id)),
    regions,
    messages: selectMessages(templates, texts, checks, recipes, guardBody ? guard : null, catalog.title),
    errorCodes: carriesCodes ? planErrorCodes(catalog.errorCodes, candidates) : [],
    templates: { script: files.script, head, main },
  };
}

function planCheck(check: Check, edition: Edition, phase: Phase): PlannedCheck {
  const steps = check.steps[edition];
  const functions: PlannedFunction[] = [];
  const calls: Record<Phase, PlannedCall | null> = { detect: null, repair: null, collect: null };
  let words = check.id;
  for (const each of functionPhases[phase]) {
    const step = steps[each];
    if (!step) continue;
    if (step.kind === 'body')
      functions.push({ name: functionName(edition, each, { check }), phase: each, body: step.body });
    else if (each !== 'repair') words = step.recipe;
    calls[each] = { name: calleeOf(step, edition, each, check), arguments: planArguments(step.arguments) };
  }
  return { check, label: `${check.item}_${snakeCase(check.id)}`, words, functions, calls };
}

function calleeOf(step: Step, edition: Edition, phase: Phase, check: Check): string {
  return functionName(edition, phase, step.kind === 'recipe' ? { recipe: step.recipe } : { check });
}

function planRecipes(
  catalog: Catalog,
  checks: readonly PlannedCheck[],
  edition: Edition,
  phase: Phase,
): readonly PlannedRecipe[] {
  const called = new Set(checks.flatMap(({ calls }) => phases.flatMap((each) => calls[each]?.name ?? [])));
  const planned: PlannedRecipe[] = [];
  for (const recipe of catalog.recipes.values()) {
    const functions = functionsOf(recipe, edition, phase).filter(({ name }) => called.has(name));
    if (functions.length > 0) planned.push({ recipe, functions });
  }
  return planned;
}

function functionsOf(recipe: Recipe, edition: Edition, phase: Phase): readonly PlannedFunction[] {
  return functionPhases[phase].flatMap((each) => {
    const body = recipe.bodies[edition][each];
    return body ? [{ name: functionName(edition, each, { recipe: recipe.id }), phase: each, body }] : [];
  });
}
