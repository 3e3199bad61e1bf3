import type { Result } from '../diagnostics/diagnostic.js';
import { phases } from '../ir/catalog.js';
import type {
  Answer,
  Body,
  Edition,
  ErrorCode,
  Fact,
  Language,
  Localized,
  Parameter,
  Phase,
  ScriptSpec,
  Step,
} from '../ir/catalog.js';
import type { CheckSpec, FactSpec, RecipeSpec, Words } from '../spec/schema.js';
import type { Located } from '../source/located.js';
import type { Span } from '../source/source-file.js';
import type { GroupEntry, PackageEntry, Spec } from '../spec/spec.js';

/** What the passes have found out so far. Each pass returns a new draft in which its own part is filled. */
export interface Draft {
  readonly spec: Spec;
  /** Whether the packages are as their lock says. */
  readonly isHeld: boolean;
  /** Where a text of a translation file stands, by the words that it is one of. */
  readonly origins: ReadonlyMap<Words, ReadonlyMap<Language, Span>>;
  readonly facts: ReadonlyMap<string, FactDraft>;
  readonly recipes: ReadonlyMap<string, RecipeDraft>;
  readonly checks: readonly CheckDraft[];
  readonly guardBodies: Partial<Readonly<Record<Edition, Body>>>;
  readonly scripts: readonly ScriptSpec[];
  readonly errorCodes: readonly ErrorCode[];
}

export interface FactDraft {
  readonly entry: Located<FactSpec>;
  /** Null when no value is settled, which has been reported. */
  readonly fact: Fact | null;
}

export type Bodies = Readonly<Record<Edition, Readonly<Partial<Record<Phase, Body>>>>>;
export type Steps = Readonly<Record<Edition, Readonly<Partial<Record<Phase, Step>>>>>;

export interface RecipeDraft {
  readonly id: string;
  /** As checks name it: the id, or "<package>/<id>". */
  readonly name: string;
  /** The package that brings it; null for the checklist's own. */
  readonly from: PackageEntry | null;
  readonly entry: Located<RecipeSpec>;
  readonly parameters: readonly Parameter[];
  readonly bodies: Bodies;
  readonly says: Readonly<Record<string, Localized>>;
}

export interface CheckDraft {
  readonly entry: Located<CheckSpec>;
  readonly group: GroupEntry;
  /** Sidecar and inline bodies of the check's own. */
  readonly bodies: Bodies;
  readonly steps: Steps;
  readonly words: CheckWords;
}

export interface CheckWords {
  readonly title: Localized;
  readonly why: Localized;
  readonly symptoms: Localized | null;
  readonly says: Readonly<Record<string, Localized>>;
  readonly guidedSteps: readonly Localized[];
  readonly guidedResult: Localized | null;
  readonly answers: readonly Answer[] | null;
}

export interface Context {
  /** Date of the build, YYYY-MM-DD: an input, since a stage has no clock. */
  readonly today: string;
}

/** A pass never stops the others: it leaves out what it had to report. */
export type Pass = (draft: Draft, context: Context) => Result<Draft>;

export const noBodies: Bodies = { ps1: {}, cmd: {} };
const noSteps: Steps = { ps1: {}, cmd: {} };

const noWords: CheckWords = {
  title: { en: '' },
  why: { en: '' },
  symptoms: null,
  says: {},
  guidedSteps: [],
  guidedResult: null,
  answers: null,
};

/** The folder in which a recipe has its recipes/ and scenarios/. */
export function homeOf(from: PackageEntry | null): string {
  return from ? from.at : 'checks';
}

/** What checks name as `use:` and `{ fact: ... }`. */
function namedBy(spec: Spec): { readonly recipes: ReadonlySet<string>; readonly facts: ReadonlySet<string> } {
  const steps = spec.groups.flatMap(({ checks }) =>
    checks.flatMap(({ value }) => [
      value,
      ...phases.flatMap((phase) => (typeof value[phase] === 'object' ? [value[phase]] : [])),
    ]),
  );
  const given = steps.flatMap((step) => Object.values(step.with ?? {}));
  return {
    recipes: new Set(steps.flatMap(({ use }) => use ?? [])),
    facts: new Set(given.flatMap((each) => (typeof each === 'object' && 'fact' in each ? [each.fact] : []))),
  };
}

/** Recipes that checks name and that are not there, which `link-steps` says: what lies there for them is no second mistake. */
export function missingRecipes(spec: Spec): ReadonlySet<string> {
  const own = new Set(spec.recipes.map(({ value }) => value.recipe));
  return new Set([...namedBy(spec).recipes].filter((name) => !name.includes('/') && !own.has(name)));
}

/** An entry of the checklist or of a package, and how checks name it. */
export interface Named<T> {
  readonly entry: Located<T>;
  readonly name: string;
  readonly from: PackageEntry | null;
}

/** The packages, of two of one name the first; `hold-lock` says so. */
function packagesIn({ packages }: Spec): readonly PackageEntry[] {
  return packages.filter(({ id }, at) => packages.findIndex((each) => each.id === id) === at);
}

/**
 * The recipes that a checklist is about: its own, those of packages that it keeps itself, and of copied packages those that a check
 * names. What else a copied package brings was looked at by who made it.
 */
export function recipesIn(spec: Spec): readonly Named<RecipeSpec>[] {
  const { recipes } = namedBy(spec);
  return [
    ...spec.recipes.map((entry) => ({ entry, name: entry.value.recipe, from: null })),
    ...packagesIn(spec).flatMap((from) =>
      from.recipes
        .map((entry) => ({ entry, name: `${from.id}/${entry.value.recipe}`, from }))
        .filter(({ name }) => from.isOwn || recipes.has(name)),
    ),
  ];
}

/** The facts that a checklist is about, likewise. */
export function factsIn(spec: Spec): readonly Named<FactSpec>[] {
  const { facts } = namedBy(spec);
  return [
    ...spec.facts.map((entry) => ({ entry, name: entry.value.id, from: null })),
    ...packagesIn(spec).flatMap((from) =>
      from.facts
        .map((entry) => ({ entry, name: `${from.id}/${entry.value.id}`, from }))
        .filter(({ name }) => from.isOwn || facts.has(name)),
    ),
  ];
}

/** The draft that the first pass gets. Of entries with the same id the first is kept; `name-things` says so. */
export function startDraft(spec: Spec): Draft {
  const recipes = new Map<string, RecipeDraft>();
  for (const { entry, name, from } of recipesIn(spec)) {
    const id = entry.value.recipe;
    // The bodies are found by the name of the file, so of two the one that has its name is meant.
    const isNamed = entry.tree.source.path === `${homeOf(from)}/recipes/${id}.yaml`;
    const earlier = recipes.get(id);
    if (!earlier || (isNamed && earlier.from === from))
      recipes.set(id, { id, name, from, entry, parameters: [], bodies: noBodies, says: {} });
  }
  const seen = new Set<string>();
  const isFirst = ({ value }: Located<CheckSpec>): boolean => !seen.has(value.id) && seen.add(value.id) !== undefined;
  const checks = spec.groups.flatMap((group) =>
    group.checks.filter(isFirst).map((entry) => ({ entry, group, bodies: noBodies, steps: noSteps, words: noWords })),
  );
  return {
    spec,
    isHeld: false,
    origins: new Map(),
    facts: new Map(),
    recipes,
    checks,
    guardBodies: {},
    scripts: [],
    errorCodes: [],
  };
}
