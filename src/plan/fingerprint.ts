import {
  wordsIn,
  type Body,
  type Catalog,
  type Check,
  type ErrorCode,
  type Guard,
  type Input,
  type Language,
  type Literal,
  type Localized,
  type Recipe,
  type Risk,
  type RunsAs,
  type Where,
} from '../ir/catalog.js';
import type {
  Message,
  OtherLanguage,
  Part,
  Plan,
  PlannedArgument,
  PlannedCall,
  PlannedCheck,
  PlannedErrorCode,
  PlannedFunction,
  PlannedRecipe,
  ScriptPlan,
  ScriptRole,
  SnippetPlan,
} from '../ir/plan.js';
import { unreadFields } from '../powershell/told-fields.js';
import { memoize } from '../source/memoize.js';
import { sha256 } from '../bytes/sha256.js';
import type { SourceFile } from '../source/source-file.js';

/**
 * A hash of all that the text of a script or snippet depends on, beside the version of the compiler: it changes exactly
 * when the text does. Where in its file something stands does not count.
 */
export function fingerprint(plan: ScriptPlan | SnippetPlan, { title, version, publisher }: Catalog): string {
  if (plan.kind === 'snippet') return digest(plan.shell === 'ps1' ? ps1Snippet(plan) : cmdSnippet(plan));
  const head = namedIn(plan.templates.head);
  // What a gallery of scripts asks for stands in those for people.
  const isInGallery = plan.edition === 'ps1' && plan.role.kind === 'checklist';
  const hasVersion = isInGallery || head.has('checklistVersion');
  const ofCatalog = [head.has('title') && title.en, hasVersion && version, isInGallery && publisher];
  return digest([plan.edition === 'ps1' ? ps1Script(plan) : cmdScript(plan), ...ofCatalog]);
}

/** Fingerprints of all texts of a plan, by path. */
export const fingerprints = memoize(
  ({ catalog, scripts, snippets }: Plan): ReadonlyMap<string, string> =>
    new Map([...scripts, ...snippets].map((each) => [each.path, fingerprint(each, catalog)] as const)),
);

/** The plan without the texts whose fingerprints are known. */
export function leaveOutKnown(plan: Plan, known: ReadonlyMap<string, string>): Plan {
  const prints = fingerprints(plan);
  const isNew = ({ path }: { readonly path: string }): boolean => known.get(path) !== prints.get(path);
  return { ...plan, scripts: plan.scripts.filter(isNew), snippets: plan.snippets.filter(isNew) };
}

/** What of a value enters a text, as plain data. */
type Print<T> = (value: T) => unknown;

/**
 * What of each field enters: `out` for one that does not. A field that a type gets and that nobody decided on here is
 * an error of the compiler.
 */
type Decisions<T> = { readonly [Name in keyof T]-?: Print<T[Name]> };

function fields<T extends object>(decisions: Decisions<T>): Print<T> {
  const decided = (Object.keys(decisions) as (keyof T)[]).filter((name) => decisions[name] !== out);
  return (value) => decided.map((name) => decisions[name](value[name]));
}

/** It does not enter: no template has a place for it. */
const out: Print<unknown> = () => null;

/** It enters as it is. Only what has no fields of its own can, so that nothing enters undecided. */
const plain = (value: Literal | null): unknown => value;

/** Texts say that something is done as the person who is signed in, or nothing of it. */
const asUser = (runsAs: RunsAs): boolean => runsAs === 'user';

function list<T>(of: Print<T>): Print<readonly T[]> {
  return (values) => values.map(of);
}

function entries<T>(of: Print<T>): Print<Readonly<Record<string, T>>> {
  return (values) => Object.entries(values).map(([key, value]) => [key, of(value)]);
}

function nullable<T>(of: Print<T>): Print<T | null> {
  return (value) => (value === null ? null : of(value));
}

/** It enters where a template has a place for it. */
function where<T>(isNamed: boolean, print: Print<T>): Print<T> {
  return isNamed ? print : out;
}

/** What is one object in many scripts: its hash is worked out once. */
function shared<T extends object>(of: Print<T>): Print<T> {
  return memoize((value: T) => digest(of(value)));
}

function digest(value: unknown): string {
  return sha256(JSON.stringify(value));
}

const inEnglish: Print<Localized> = ({ en }) => en;

/** What is made for a language once. */
function byLanguage<T>(make: (language: Language) => T): (language: Language) => T {
  const known = new Map<Language, T>();
  return (language) => {
    const made = known.get(language) ?? make(language);
    known.set(language, made);
    return made;
  };
}

/** A text in English and in one more language, which may be English itself. */
const inBoth = byLanguage((other): Print<Localized> => (text) => [text.en, wordsIn(text, other)]);

/** A template or a part: its text goes in as it stands. */
const source: Print<SourceFile> = shared(({ text }) => text);

const sources: Print<ScriptPlan['templates']> = ({ script, head, main }) => [script, head, main].map(source);

const parts = list(fields<Part>({ name: out, source }));

/** Most scripts have the same parts, and then one list of them. */
const regions = shared<ScriptPlan['regions']>(list(fields<ScriptPlan['regions'][number]>({ name: plain, parts })));

const body = shared(fields<Body>({ text: plain, source: out, firstLine: out, indent: out }));

const functions = list(fields<PlannedFunction>({ name: plain, phase: out, body }));

/** Names of fields that a template has a place for. */
const namedIn = memoize(
  ({ text }: SourceFile): ReadonlySet<string> =>
    new Set(Array.from(text.matchAll(/\{\{[^}]*\}\}/g)).flatMap(([mustache]) => mustache.match(/\w+/g) ?? [])),
);

const limits = fields<Where>({
  minBuild: plain,
  maxBuild: plain,
  kind: plain,
  editionIds: plain,
  architecture: plain,
  account: plain,
});

function guardIn(edition: 'ps1' | 'cmd', says: Print<Guard['says']>): Print<Guard | null> {
  return nullable(
    fields<Guard>({
      says,
      bodies: (bodies) => {
        const own = bodies[edition];
        return own ? body(own) : null;
      },
    }),
  );
}

/** What of a role enters is its limit, where there is one; what else follows from it, the other fields of a plan say. */
const limitOf: Print<ScriptRole> = (role) => (role.kind === 'deployed' ? deployed(role) : null);

const deployed = fields<Extract<ScriptRole, { readonly kind: 'deployed' }>>({
  kind: out,
  channel: out,
  way: out,
  minutes: plain,
  only: out,
});

// PowerShell scripts.

const givenArgument = fields<PlannedArgument>({ parameter: plain, value: out, input: plain, span: out });
const literalArgument = fields<PlannedArgument>({ parameter: plain, value: plain, input: out, span: out });
const ps1Arguments = list<PlannedArgument>((each) =>
  each.input === null ? literalArgument(each) : [givenArgument(each)],
);
const ps1Call = nullable(fields<PlannedCall>({ name: plain, arguments: ps1Arguments }));

/** In which language a title stands in a text beside English, which may be English itself; null where it does not stand there. */
type TitleIn = Language | null;

function checkInPs1(title: TitleIn, saysWhy: boolean, unread: ReadonlySet<string>): Print<Check> {
  return fields<Check>({
    id: plain,
    formerly: list(plain),
    item: plain,
    group: out,
    title: title === null ? out : inBoth(title),
    why: where(saysWhy, inEnglish),
    severity: out,
    audience: out,
    applies: out,
    where: limits,
    runsAs: asUser,
    needs: plain,
    risk: fields<Risk>({
      disruption: where(!unread.has('Risk'), plain),
      minutes: where(!unread.has('Minutes'), plain),
      restart: where(!unread.has('Restart'), plain),
    }),
    limitSeconds: plain,
    links: out,
    // The page searches them.
    symptoms: out,
    // Those of the plan do.
    explains: out,
    inputs: out,
    guided: out,
    // Messages do, and what the plan says of answers.
    says: out,
    answers: out,
    // Of these the plan tells too.
    holds: out,
    beyond: out,
    // Functions and calls do.
    steps: out,
    span: out,
    titleSpan: out,
  });
}

/**
 * The title of a check stands above its functions and, where the head lists checks, there; why it matters stands above
 * its functions alone.
 */
function plannedInPs1(listed: TitleIn, saysWhy: boolean, unread: ReadonlySet<string>): Print<PlannedCheck> {
  const withFunctions = plannedWith(checkInPs1(listed ?? 'en', saysWhy, unread), unread);
  const without = plannedWith(checkInPs1(listed, false, unread), unread);
  return shared((planned) => (planned.functions.length > 0 ? withFunctions(planned) : without(planned)));
}

function plannedWith(check: Print<Check>, unread: ReadonlySet<string>): Print<PlannedCheck> {
  return fields<PlannedCheck>({
    check,
    label: out,
    words: where(!unread.has('Words'), plain),
    repairable: where(!unread.has('Repairable'), plain),
    functions,
    calls: fields<PlannedCheck['calls']>({ detect: ps1Call, repair: ps1Call, collect: ps1Call }),
  });
}

interface CheckPrints {
  readonly withWhy: Print<PlannedCheck>;
  readonly withoutWhy: Print<PlannedCheck>;
}

/** By the language of titles and the fields that rows go without, which few kinds of scripts differ in. */
const checkPrints = new Map<string, CheckPrints>();

function printsOf(listed: TitleIn, unread: ReadonlySet<string>): CheckPrints {
  const key = `${listed} ${[...unread].join()}`;
  const known = checkPrints.get(key) ?? {
    withWhy: plannedInPs1(listed, true, unread),
    withoutWhy: plannedInPs1(listed, false, unread),
  };
  checkPrints.set(key, known);
  return known;
}

const ps1Recipes = list(
  fields<PlannedRecipe>({
    recipe: fields<Recipe>({
      id: plain,
      parameters: out,
      needs: out,
      says: out,
      bodies: out,
      scenarios: out,
      span: out,
    }),
    functions,
  }),
);

const messages = byLanguage((other) => list(shared(fields<Message>({ key: plain, text: inBoth(other) }))));

const errorCode = byLanguage((other) =>
  shared(
    fields<ErrorCode>({
      hresult: plain,
      name: plain,
      meaning: inBoth(other),
      symptoms: out,
      category: out,
      checks: out,
    }),
  ),
);

function ps1Script(plan: ScriptPlan): unknown {
  const isNamed = namedIn(plan.templates.head);
  const other = plan.other?.language ?? 'en';
  const isListed = plan.listsChecks && isNamed.has('checks');
  const unread = unreadFields(plan);
  const unlisted = printsOf(null, unread);
  const listed = isListed ? printsOf(isNamed.has('otherTitle') ? other : 'en', unread) : unlisted;
  return fields<ScriptPlan>({
    kind: out,
    path: out,
    product: plain,
    name: plain,
    role: where(isNamed.has('limitMinutes'), limitOf),
    phase: out,
    runsAs: where(isNamed.has('runsAsUser'), asUser),
    edition: out,
    checks: list(listed[plan.saysWhy ? 'withWhy' : 'withoutWhy']),
    detections: list(unlisted[plan.saysWhy ? 'withWhy' : 'withoutWhy']),
    listsChecks: where(plan.checks.length > 0 && isNamed.has('checks'), plain),
    // What it decides of the checks stands with them.
    saysWhy: out,
    notEvaluated: out,
    recipes: ps1Recipes,
    guard: guardIn('ps1', out),
    inputs: list(
      fields<Input>({ name: plain, matches: plain, says: inEnglish, default: plain, unattended: out, detects: out }),
    ),
    defaults: where(plan.defaultsIn === 'head' && isNamed.has('defaultIds'), plain),
    defaultsIn: where(plan.checks.length > 0, plain),
    regions,
    // It decides on bytes, not on text.
    encoding: out,
    languages: where(plan.messages.length > 0, plain),
    other: nullable(
      fields<OtherLanguage>({
        language: where(isNamed.has('other'), plain),
        name: where(plan.errorCodes.length > 0, plain),
        help: where(isNamed.has('help'), plain),
      }),
    ),
    messages: messages(other),
    errorCodes: list(fields<PlannedErrorCode>({ code: errorCode(other), references: plain })),
    explains: (lists) => lists.flatMap((codes, row) => (codes.length > 0 ? [[row, codes]] : [])),
    // What a row leaves out is as usual.
    answers: (lists) => (lists ?? []).flatMap((each, row) => (each.join() === '- possible *' ? [] : [[row, each]])),
    advice: (lists) =>
      (lists ?? []).flatMap(({ open, link, holds, beyond }, row) =>
        open === '' && link === '' && holds.length + beyond.length === 0 ? [] : [[row, open, link, holds, beyond]],
      ),
    templates: sources,
    undoneBy: where(isNamed.has('undoneBy'), plain),
    repairScript: where(isNamed.has('repairScript'), plain),
    collectScript: where(isNamed.has('collectScript'), plain),
  })(plan);
}

// Batch scripts.

const cmdCall = nullable(
  fields<PlannedCall>({
    name: plain,
    arguments: list(fields<PlannedArgument>({ parameter: out, value: plain, input: out, span: out })),
  }),
);

/** A check of which its name and some other fields enter. */
function checkNamed(others: Partial<Decisions<Check>>): Print<Check> {
  return fields<Check>({
    id: plain,
    formerly: list(plain),
    item: plain,
    group: out,
    title: inEnglish,
    why: out,
    symptoms: out,
    severity: out,
    audience: out,
    applies: out,
    where: out,
    runsAs: out,
    needs: out,
    risk: out,
    limitSeconds: out,
    links: out,
    explains: out,
    inputs: out,
    guided: out,
    says: out,
    answers: out,
    holds: out,
    beyond: out,
    steps: out,
    span: out,
    titleSpan: out,
    ...others,
  });
}

const nameOfCheck = checkNamed({});

const cmdCheck = shared(
  fields<PlannedCheck>({
    check: checkNamed({
      why: inEnglish,
      where: limits,
      risk: fields<Risk>({ disruption: out, minutes: plain, restart: plain }),
    }),
    label: plain,
    words: out,
    repairable: out,
    functions,
    calls: fields<PlannedCheck['calls']>({ detect: cmdCall, repair: cmdCall, collect: cmdCall }),
  }),
);

const cmdScript = fields<ScriptPlan>({
  kind: out,
  path: out,
  product: plain,
  name: plain,
  role: out,
  phase: out,
  runsAs: out,
  edition: out,
  checks: list(cmdCheck),
  detections: out,
  listsChecks: out,
  saysWhy: out,
  notEvaluated: list(shared(nameOfCheck)),
  recipes: list(fields<PlannedRecipe>({ recipe: out, functions })),
  guard: guardIn('cmd', out),
  inputs: out,
  defaults: plain,
  defaultsIn: out,
  regions,
  encoding: out,
  languages: out,
  other: out,
  messages: out,
  errorCodes: out,
  explains: out,
  answers: out,
  advice: out,
  templates: sources,
  undoneBy: out,
  repairScript: out,
  collectScript: out,
});

// Snippets.

const sentences = entries(inEnglish);

function ps1Snippet(plan: SnippetPlan): unknown {
  const isNamed = namedIn(plan.template);
  return fields<SnippetPlan>({
    kind: out,
    path: out,
    product: plain,
    phase: plain,
    shell: out,
    check: nameOfCheck,
    body,
    arguments: ps1Arguments,
    guard: guardIn('ps1', where(isNamed.has('guardSays'), sentences)),
    says: where(isNamed.has('says'), sentences),
    parts,
    template: source,
    undoneBy: where(isNamed.has('undoneBy'), plain),
  })(plan);
}

const cmdSnippet = fields<SnippetPlan>({
  kind: out,
  path: out,
  product: plain,
  phase: out,
  shell: out,
  check: nameOfCheck,
  body: out,
  arguments: out,
  guard: out,
  says: out,
  parts: out,
  template: source,
  undoneBy: plain,
});
