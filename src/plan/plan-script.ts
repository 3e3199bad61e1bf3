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
import type { PlannedCall, PlannedCheck, PlannedFunction, PlannedRecipe, ScriptPlan } from '../ir/plan.js';
import type { ScriptTemplates, Templates } from '../load/templates.js';
import { remember } from '../ir/remember.js';
import { functionName, snakeCase } from '../ir/name-functions.js';
import { planArguments } from './plan-arguments.js';
import { planErrorCodes } from './plan-error-codes.js';
import { selectMessages } from './select-messages.js';
import { selectParts } from './select-parts.js';

/** Which functions a script of this phase has: a repair detects before and after it acts. */
const functionPhases: Readonly<Record<Phase, readonly Phase[]>> = {
  detect: ['detect'],
  repair: ['detect', 'repair'],
  collect: ['collect'],
};

/** What a channel asks of a script. */
export interface ScriptChannel {
  readonly limitMinutes: number;
  /** Whether it says sentences to people; without it, it says keys alone and carries no messages. */
  readonly speaks: boolean;
  readonly templates: ScriptTemplates;
}

/** What is to become one script. */
export interface ScriptOrder {
  readonly script: Pick<ScriptSpec, 'name' | 'phase' | 'defaults'>;
  readonly edition: Edition;
  /** Below the product's folder, with a slash at its end; empty for the product's folder itself. */
  readonly folder: string;
  readonly candidates: readonly Check[];
  /** Null for a script that people start. */
  readonly channel: ScriptChannel | null;
}

/** Settles one script: its checks, functions, library parts and words. */
export function planScript(catalog: Catalog, templates: Templates, order: ScriptOrder): ScriptPlan {
  const { script, edition, folder, candidates, channel } = order;
  const withPhase = (check: Check, of: Edition): boolean => check.steps[of][script.phase] !== undefined;
  const asksInputs = script.phase === 'repair' && edition === 'ps1' && channel === null;
  const checks = candidates
    .filter((check) => withPhase(check, edition))
    .map((check) => planCheck(check, edition, script.phase, asksInputs));
  const notEvaluated = candidates.filter(
    (check) => !withPhase(check, edition) && editions.some((other) => other !== edition && withPhase(check, other)),
  );
  const ids = new Set(checks.map(({ check }) => check.id));
  // It looks first and repairs what is a problem, so nothing needs to be kept out of its reach.
  const attendedRepair = script.phase === 'repair' && channel === null;
  const recipes = planRecipes(catalog, checks, edition, script.phase);
  const guard = script.phase === 'repair' ? catalog.guard : null;
  const guardBody = guard?.bodies[edition];
  const files = templates[edition];
  const { head, main } = channel?.templates ?? { head: files.heads[script.phase], main: files.mains[script.phase] };
  const ownTexts = [
    main,
    head,
    ...checks.flatMap((planned) => planned.functions.map(({ body }) => body)),
    ...recipes.flatMap((planned) => planned.functions.map(({ body }) => body)),
    ...(guardBody ? [guardBody] : []),
  ];
  const regions = selectParts(ownTexts, files, edition);
  // A script of one check would be ten times its size; batch has no tables.
  const carriesCodes = script.phase === 'detect' && edition === 'ps1' && folder === '';
  const texts = [...ownTexts, ...regions.flatMap(({ parts }) => parts.map(({ source }) => source))];
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
    inputs: asksInputs ? checks.flatMap(({ check }) => check.inputs) : [],
    defaults: attendedRepair ? [...ids] : script.defaults.filter((id) => ids.has(id)),
    regions,
    messages:
      channel && !channel.speaks
        ? []
        : selectMessages(templates, texts, checks, recipes, guardBody ? guard : null, catalog.title),
    errorCodes: carriesCodes ? planErrorCodes(catalog.errorCodes, candidates) : [],
    templates: { script: files.script, head, main },
    limitMinutes: channel?.limitMinutes ?? null,
    undoneBy: catalog.scripts.find(({ phase }) => phase === 'repair')?.name ?? null,
  };
}

/** A check is planned alike in every script of a phase and an edition, unless the script asks for its inputs. */
function planCheck(check: Check, edition: Edition, phase: Phase, asksInputs: boolean): PlannedCheck {
  const asked = asksInputs && check.inputs.length > 0;
  const known = plannedChecks(check);
  const key = `${edition} ${phase} ${asked}`;
  const planned = known.get(key) ?? planCheckOnce(check, edition, phase, asked);
  known.set(key, planned);
  return planned;
}

const plannedChecks = remember((_check: Check) => new Map<string, PlannedCheck>());

function planCheckOnce(check: Check, edition: Edition, phase: Phase, asksInputs: boolean): PlannedCheck {
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
    calls[each] = { name: calleeOf(step, edition, each, check), arguments: planArguments(step.arguments, asksInputs) };
  }
  const repairable = check.steps.ps1.repair !== undefined;
  return { check, label: `${check.item}_${snakeCase(check.id)}`, words, repairable, functions, calls };
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
