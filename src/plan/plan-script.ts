import {
  editions,
  phases,
  powershellScript,
  wordsIn,
  type Catalog,
  type Check,
  type Edition,
  type Input,
  type Language,
  type Phase,
  type Recipe,
  type RunsAs,
  type ScriptSpec,
  type Step,
} from '../ir/catalog.js';
import type {
  Message,
  OtherLanguage,
  PlannedAdvice,
  PlannedCall,
  PlannedCheck,
  PlannedErrorCode,
  PlannedFunction,
  PlannedRecipe,
  ScriptPlan,
  ScriptRole,
} from '../ir/plan.js';
import type { ScriptTemplates } from '../ir/template.js';
import type { Templates } from '../load/templates.js';
import { memoize } from '../source/memoize.js';
import { functionName, snakeCase } from '../names/name-functions.js';
import { planArguments } from './plan-arguments.js';
import { planErrorCodes } from './plan-error-codes.js';
import { selectMessages } from './select-messages.js';
import { wrapWords } from '../source/wrap-words.js';
import { selectParts } from './select-parts.js';

/** Which functions a script of this phase has: a repair detects before and after it acts. */
const functionPhases: Readonly<Record<Phase, readonly Phase[]>> = {
  detect: ['detect'],
  repair: ['detect', 'repair'],
  collect: ['collect'],
};

/** What is to become one script. */
export interface ScriptOrder {
  readonly script: Pick<ScriptSpec, 'name' | 'phase' | 'defaults'>;
  readonly role: ScriptRole;
  readonly edition: Edition;
  /** Below the product's folder, with a slash at its end; empty for the product's folder itself. */
  readonly folder: string;
  /** That it speaks where people read it. */
  readonly languages: readonly Language[];
  readonly candidates: readonly Check[];
  readonly templates: ScriptTemplates;
}

/** What follows from the role of a script, in one place. */
function traitsOf(role: ScriptRole, phase: Phase, edition: Edition): ScriptTraits {
  const isForPeople = role.kind === 'checklist' || role.kind === 'single';
  return {
    repairsAll: isForPeople && phase === 'repair',
    isRead: (isForPeople || role.kind === 'kit') && edition === 'ps1',
    asksInputs: isForPeople && phase !== 'collect' && edition === 'ps1',
    // A script of one check would be ten times its size; batch has no tables. A repair tells what failed by its code.
    answers: isForPeople && phase === 'detect' && edition === 'ps1',
    carriesCodes: role.kind === 'checklist' && phase !== 'collect' && edition === 'ps1',
    // Batch has its words in its own text, and a deployed detection says keys alone.
    speaks: edition === 'ps1' && (role.kind !== 'deployed' || phase === 'repair'),
    saysAllByTable: isForPeople && phase === 'detect',
    saysWhy: role.kind === 'single' || (role.kind === 'deployed' && role.only !== null),
  };
}

interface ScriptTraits {
  /** Whether a run without choices is about all checks: it looks first, so nothing needs to be kept out of its reach. */
  readonly repairsAll: boolean;
  /** Whether people open it: its sentences stand in letters of every language. */
  readonly isRead: boolean;
  /** Whether values may be given to it, which only a person can. */
  readonly asksInputs: boolean;
  /** Whether it ends with the most probable cause. */
  readonly answers: boolean;
  readonly carriesCodes: boolean;
  /** Whether it says sentences. */
  readonly speaks: boolean;
  /** Whether its head leaves it to the check table that all checks run by default. */
  readonly saysAllByTable: boolean;
  readonly saysWhy: boolean;
}

/** Checks that the help of a script has room for. */
const mostListed = 30;

/** Settles one script: its checks, functions, library parts and words. */
export function planScript(catalog: Catalog, templates: Templates, order: ScriptOrder): ScriptPlan {
  const { script, role, edition, folder, candidates } = order;
  const { repairsAll, isRead, asksInputs, answers, carriesCodes, speaks, saysAllByTable, saysWhy } = traitsOf(
    role,
    script.phase,
    edition,
  );
  const withPhase = (check: Check, of: Edition, phase = script.phase): boolean => check.steps[of][phase] !== undefined;
  const runsAs = candidates.length > 0 && candidates.every((check) => check.runsAs === 'user') ? 'user' : 'machine';
  // A diagnosis names one script that repairs: of what else repairs, its answers tell.
  const hasRepair = powershellScript(catalog, 'repair', runsAs) !== null;
  const isRepaired = (check: Check): boolean => check.runsAs === runsAs && hasRepair;
  const checks = candidates
    .filter((check) => withPhase(check, edition))
    .map((check) => planCheck(check, edition, script.phase, { asksInputs, isRepaired: isRepaired(check) }));
  const notEvaluated = candidates.filter(
    (check) => !withPhase(check, edition) && editions.some((other) => other !== edition && withPhase(check, other)),
  );
  const ids = new Set(checks.map(({ check }) => check.id));
  const detections =
    role.kind === 'checklist' && script.phase === 'collect' && edition === 'ps1'
      ? candidates
          .filter((check) => withPhase(check, edition, 'detect'))
          .map((check) => planCheck(check, edition, 'detect', { asksInputs: false, isRepaired: isRepaired(check) }))
      : [];
  const recipes = planRecipes(
    catalog,
    [...checks, ...detections],
    edition,
    detections.length > 0 ? ['detect', 'collect'] : functionPhases[script.phase],
  );
  // What guards a repair is read where problems are looked for, so that a desk sees whether it would be let through.
  const asksGuard = script.phase === 'repair' || detections.length > 0;
  const guardBody = asksGuard ? catalog.guard?.bodies[edition] : undefined;
  const guard = guardBody ? catalog.guard : null;
  const ownTexts = [
    order.templates.main,
    ...[...checks, ...detections].flatMap((planned) => planned.functions.map(({ body }) => body)),
    ...recipes.flatMap((planned) => planned.functions.map(({ body }) => body)),
    ...(guardBody ? [guardBody] : []),
    ...([...checks, ...detections].some(({ check }) => check.runsAs === 'user') ? [userTest] : []),
  ];
  const parts = runsAs === 'user' ? (templates[edition].asUser?.parts ?? templates[edition]) : templates[edition];
  const regions = selectParts(ownTexts, parts, edition);
  const texts = [...ownTexts, ...regions.flatMap(({ parts }) => parts.map(({ source }) => source))];
  const defaults = repairsAll ? [...ids] : script.defaults.filter((id) => ids.has(id));
  const errorCodes = carriesCodes ? planErrorCodes(catalog.errorCodes, candidates) : [];
  const repairing = catalog.scripts.find((each) => each.phase === 'repair' && each.runsAs === runsAs)?.name ?? null;
  return {
    kind: 'script',
    path: `${catalog.product}/${folder}${script.name}.${edition}`,
    product: catalog.product,
    name: script.name,
    role,
    phase: script.phase,
    runsAs,
    edition,
    checks,
    detections,
    listsChecks: checks.length <= mostListed,
    saysWhy,
    notEvaluated,
    recipes,
    guard,
    inputs: asksInputs ? checks.flatMap(({ check }) => inputsOf(check, script.phase)) : [],
    defaults,
    defaultsIn: saysAllByTable && defaults.length === checks.length ? 'table' : 'head',
    regions,
    encoding: isRead ? 'utf-8' : 'ascii',
    languages: isRead ? order.languages : ['en'],
    other: isRead ? otherLanguage(catalog, templates, order) : null,
    messages: speaks
      ? [
          ...selectMessages(templates, order.templates.head, texts, checks, recipes, guard, catalog.title, answers),
          ...(answers ? checks.flatMap(({ check }) => waysElsewhere(catalog, templates, check, runsAs)) : []),
        ]
      : [],
    errorCodes,
    explains: hasPart(regions, 'Get-ErrorMeaning') ? untoldCodes(checks, errorCodes) : checks.map(() => []),
    answers: answers ? checks.map(({ check }) => answersOf(check)) : null,
    advice: answers
      ? checks.map((planned) => adviceOf(planned, repairElsewhere(catalog, planned.check, runsAs)))
      : null,
    templates: order.templates,
    undoneBy: repairing,
    // A script of one check lies in an archive of its own, where no other script is.
    collectScript: role.kind === 'checklist' ? (powershellScript(catalog, 'collect')?.name ?? '') : '',
    repairScript: !hasRepair ? '' : role.kind === 'single' ? 'repair' : (repairing ?? ''),
  };
}

/** What is repaired needs no page of steps. */
function adviceOf({ check, repairable }: PlannedCheck, elsewhere: ScriptSpec | null): PlannedAdvice {
  const { guided, links, holds, beyond } = check;
  return { open: guided?.open ?? '', link: repairable || elsewhere ? '' : (links[0] ?? ''), holds, beyond };
}

/** The script that repairs a check which runs as nobody does of whom the repair script of a diagnosis is; null where none does. */
function repairElsewhere(catalog: Catalog, check: Check, runsAs: RunsAs): ScriptSpec | null {
  return check.runsAs !== runsAs && check.steps.ps1.repair ? powershellScript(catalog, 'repair', check.runsAs) : null;
}

/** What an answer tells to do that says nothing of it itself: which script repairs, and as whom it is started. */
function waysElsewhere(catalog: Catalog, templates: Templates, check: Check, runsAs: RunsAs): readonly Message[] {
  const script = repairElsewhere(catalog, check, runsAs);
  const says = templates.messages.get('answerAsUser');
  if (!script || !says) return [];
  const fill = (words: string): string => words.replace('{Script}', script.name).replace('{Check}', check.id);
  const text = {
    ...Object.fromEntries(Object.entries(says).map(([language, words]) => [language, fill(words)])),
    en: fill(says.en),
  };
  const silent = (check.answers ?? []).flatMap((answer, at) => (answer.do ? [] : [String(at)]));
  return [...silent, '-'].map((at) => ({ key: `answer.${check.id}.${at}.do`, text }));
}

/** What names the function that stands around a detection about the person signed in. */
const userTest = { text: 'Invoke-UserTest' };

/** Whether a script carries a part, and so reads what is meant for it. */
function hasPart(regions: ScriptPlan['regions'], name: string): boolean {
  return regions.some(({ parts }) => parts.some((part) => part.name === name));
}

function otherLanguage({ title }: Catalog, { languages }: Templates, order: ScriptOrder): OtherLanguage | null {
  const language = order.languages.find((each) => each !== 'en');
  if (language === undefined) return null;
  const speaks = languages.get(language);
  // A checklist whose tool lacks its language was refused, and is planned no further than that it can be shown.
  const text = speaks?.help[order.role.kind === 'kit' ? 'kit' : order.script.phase] ?? '';
  const help = text.trimEnd().replaceAll('{Title}', () => wordsIn(title, language));
  return { language, name: speaks?.name ?? language, help: help.split('\n') };
}

function answersOf({ answers, severity }: Check): readonly string[] {
  if (answers?.length === 0) return [];
  const own = (answers ?? []).flatMap(({ sure, first, forbids, on, when }, at) => {
    const forbidden = forbids === 'every-repair' ? '*' : forbids.join(',');
    const how = `${sure}/${first ?? ''}/${forbidden}/${when.join(',')}`.replace(/\/+$/, '');
    return wrapWords(on.join(' '), longestAnswer).map((words) => `${at} ${how} ${words}`);
  });
  return [...own, severity === 'high' ? '- likely *' : '- possible *'];
}

/** Characters of the words in one text of an answer: a line of a script takes no more. */
const longestAnswer = 80;

/** What the table of error codes says of a check stands there alone. */
function untoldCodes(
  checks: readonly PlannedCheck[],
  codes: readonly PlannedErrorCode[],
): readonly (readonly string[])[] {
  if (codes.length === 0) return checks.map(({ check }) => check.explains);
  const told = new Set(codes.flatMap(({ code }) => code.checks.map((id) => `${id} ${code.hresult}`)));
  return checks.map(({ check }) => check.explains.filter((code) => !told.has(`${check.id} ${code}`)));
}

/** In what scripts of a phase and an edition differ for a check. */
interface CheckUse {
  readonly asksInputs: boolean;
  /** Whether there is a script that could repair it. */
  readonly isRepaired: boolean;
}

/** A check is planned alike in every script of a phase and an edition, unless its use differs. */
function planCheck(check: Check, edition: Edition, phase: Phase, { asksInputs, isRepaired }: CheckUse): PlannedCheck {
  const asked = asksInputs && inputsOf(check, phase).length > 0;
  const known = plannedChecks(check);
  const key = `${edition} ${phase} ${asked} ${isRepaired}`;
  const planned = known.get(key) ?? planCheckOnce(check, edition, phase, { asksInputs: asked, isRepaired });
  known.set(key, planned);
  return planned;
}

const plannedChecks = memoize((_check: Check) => new Map<string, PlannedCheck>());

function planCheckOnce(check: Check, edition: Edition, phase: Phase, use: CheckUse): PlannedCheck {
  const steps = check.steps[edition];
  const functions: PlannedFunction[] = [];
  const calls: Record<Phase, PlannedCall | null> = { detect: null, repair: null, collect: null };
  const asked = new Set(use.asksInputs ? inputsOf(check, phase).map(({ name }) => name) : []);
  let words = check.id;
  for (const each of functionPhases[phase]) {
    const step = steps[each];
    if (!step) continue;
    if (step.kind === 'body')
      functions.push({ name: functionName(edition, each, { check }), phase: each, body: step.body });
    else if (each !== 'repair') words = step.recipe;
    calls[each] = {
      name: calleeOf(step, edition, each, check),
      arguments: planArguments(step.arguments, asked),
    };
  }
  const repairable = use.isRepaired && check.steps.ps1.repair !== undefined;
  return { check, label: `${check.item}_${snakeCase(check.id)}`, words, repairable, functions, calls };
}

/** What a script of a phase asks a person for. */
function inputsOf({ inputs }: Check, phase: Phase): readonly Input[] {
  return phase === 'detect' ? inputs.filter(({ detects }) => detects) : inputs;
}

function calleeOf(step: Step, edition: Edition, phase: Phase, check: Check): string {
  return functionName(edition, phase, step.kind === 'recipe' ? { recipe: step.recipe } : { check });
}

function planRecipes(
  catalog: Catalog,
  checks: readonly PlannedCheck[],
  edition: Edition,
  wanted: readonly Phase[],
): readonly PlannedRecipe[] {
  const called = new Set(checks.flatMap(({ calls }) => phases.flatMap((each) => calls[each]?.name ?? [])));
  const planned: PlannedRecipe[] = [];
  for (const recipe of catalog.recipes.values()) {
    const functions = functionsOf(recipe, edition, wanted).filter(({ name }) => called.has(name));
    if (functions.length > 0) planned.push({ recipe, functions });
  }
  return planned;
}

function functionsOf(recipe: Recipe, edition: Edition, wanted: readonly Phase[]): readonly PlannedFunction[] {
  return wanted.flatMap((each) => {
    const body = recipe.bodies[edition][each];
    return body ? [{ name: functionName(edition, each, { recipe: recipe.id }), phase: each, body }] : [];
  });
}
