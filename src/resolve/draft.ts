import type { Result } from '../diagnostics/diagnostic.js';
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
import type { GroupEntry, Spec } from '../spec/spec.js';

/** What the passes have found out so far. Each pass returns a new draft in which its own part is filled. */
export interface Draft {
  readonly spec: Spec;
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
  answers: null,
};

/** The draft that the first pass gets. Of entries with the same id the first is kept; `name-things` says so. */
export function startDraft(spec: Spec): Draft {
  const recipes = new Map<string, RecipeDraft>();
  for (const entry of spec.recipes) {
    const id = entry.value.recipe;
    // The bodies are found by the name of the file, so of two the one that has its name is meant.
    const isNamed = entry.tree.source.path.endsWith(`/${id}.yaml`);
    if (!recipes.has(id) || isNamed) recipes.set(id, { id, entry, parameters: [], bodies: noBodies, says: {} });
  }
  const seen = new Set<string>();
  const isFirst = ({ value }: Located<CheckSpec>): boolean => !seen.has(value.id) && seen.add(value.id) !== undefined;
  const checks = spec.groups.flatMap((group) =>
    group.checks.filter(isFirst).map((entry) => ({ entry, group, bodies: noBodies, steps: noSteps, words: noWords })),
  );
  return { spec, origins: new Map(), facts: new Map(), recipes, checks, guardBodies: {}, scripts: [], errorCodes: [] };
}
