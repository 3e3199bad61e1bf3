import {
  audiences,
  editions,
  phases,
  type Catalog,
  type Check,
  type CopiedPackage,
  type DeclaredCommand,
  type DeclaredTool,
  type Language,
  type Need,
  type OwnToolWords,
  type Recipe,
  type Where,
} from '../ir/catalog.js';
import type { CheckSpec, IndexSpec, MessagesSpec } from '../spec/schema.js';
import { keyPlaceOf, placeOf, type Located } from '../source/located.js';
import type { CheckDraft, Draft, RecipeDraft } from './draft.js';
import { settleWords } from './check-texts.js';

/** Makes the catalog of a draft in which no pass found a mistake. */
export function assembleCatalog(draft: Draft): Catalog {
  const { spec } = draft;
  const index = spec.index.value;
  const used = new Set(draft.checks.flatMap(recipesOf));
  const recipes = [...draft.recipes.values()].filter(({ id }) => used.has(id)).map(recipeOf);
  return {
    product: index.product,
    title: settleWords(index.title),
    address: index.address ?? null,
    examples: index.examples ? settleWords(index.examples) : null,
    version: index.version ?? '0.0.0',
    publisher: index.publisher,
    languages: [...new Set(index.languages)],
    toolWords: [...spec.messages].flatMap(([language, file]) => (file ? [toolWordsOf(language, file)] : [])),
    scripts: draft.scripts,
    groups: spec.groups.map(({ id, title }) => ({ id, title: settleWords(title ?? {}) })),
    applies: new Map(Object.entries(wordsByKey(index.applies))),
    checks: draft.checks.map((check) => checkOf(check, draft)),
    recipes: new Map(recipes.map((recipe) => [recipe.id, recipe])),
    facts: [...draft.facts.values()].flatMap(({ fact }) => (fact ? [fact] : [])),
    errorCodes: draft.errorCodes,
    packages: copiedPackages(draft),
    guard: index.guard ? { says: wordsByKey(index.guard.says), bodies: draft.guardBodies } : null,
    comClasses: index.reads?.['com-classes'] ?? [],
    readCommands: commandsOf(spec.index),
    readTools: toolsOf(spec.index),
    index: spec.index.tree.source,
    languagesSpan: placeOf(spec.index, 'languages'),
  };
}

function copiedPackages({ spec: { lock, packages } }: Draft): CopiedPackage[] {
  const includes = lock
    ? [lock.value.include, ...Object.values(lock.value.packages).map(({ include }) => include ?? [])].flat()
    : [];
  return packages
    .filter(({ isOwn }) => !isOwn)
    .map(({ id, files }) => {
      const from = includes.find((each) => each.is === id && 'package' in each);
      const version = lock?.value.packages[id]?.version;
      const name = from && 'package' in from ? /^(?:@[^/]+\/)?[^/]+/.exec(from.package)?.[0] : undefined;
      return {
        id,
        npm: name !== undefined && version !== undefined ? { name, version } : null,
        files: new Map([...files].map(([path, { sha256 }]) => [path, sha256])),
      };
    });
}

function commandsOf(index: Located<IndexSpec>): DeclaredCommand[] {
  return Object.entries(index.value.reads?.commands ?? {}).map(([name, given]) => ({
    name,
    parameters: (['parameters', 'switches'] as const).flatMap((key) =>
      (given[key] ?? []).map((parameter, at) => ({
        name: parameter,
        isSwitch: key === 'switches',
        span: placeOf(index, 'reads', 'commands', name, key, at),
      })),
    ),
    span: keyPlaceOf(index, 'reads', 'commands', name),
  }));
}

function toolsOf(index: Located<IndexSpec>): DeclaredTool[] {
  return Object.entries(index.value.reads?.tools ?? {}).map(([name, { calls }]) => ({
    name,
    calls: calls.map((call, at) => ({
      words: call.split(' '),
      span: placeOf(index, 'reads', 'tools', name, 'calls', at),
    })),
    span: keyPlaceOf(index, 'reads', 'tools', name),
  }));
}

function toolWordsOf(language: Language, { value, tree }: Located<MessagesSpec>): OwnToolWords {
  return { language, name: value.language, help: value.help, messages: new Map(Object.entries(value.says)), tree };
}

function wordsByKey(says: CheckSpec['says']): Check['says'] {
  return Object.fromEntries(Object.entries(says ?? {}).map(([key, words]) => [key, settleWords(words)]));
}

/** Ids of the recipes that a check uses, in the order of editions and phases. */
function recipesOf({ steps }: CheckDraft): string[] {
  const all = editions.flatMap((edition) => phases.map((phase) => steps[edition][phase]));
  return all.flatMap((step) => (step?.kind === 'recipe' ? [step.recipe] : []));
}

function recipeOf({ id, entry, parameters, bodies, says }: RecipeDraft): Recipe {
  const { needs = [], scenarios = [] } = entry.value;
  return { id, parameters, needs, says, bodies, scenarios, span: placeOf(entry, 'recipe') };
}

function checkOf(check: CheckDraft, draft: Draft): Check {
  const { entry, group, words } = check;
  const { value } = entry;
  return {
    id: value.id,
    formerly: value.formerly ?? [],
    item: value.item,
    group: group.id,
    title: words.title,
    why: words.why,
    symptoms: words.symptoms,
    severity: value.severity,
    audience: audiences.filter((each) => value.audience?.includes(each)),
    applies: value.applies ?? [],
    where: whereOf(value.where ?? {}),
    runsAs: value['runs-as'] ?? 'machine',
    needs: needsOf(check, draft),
    limitSeconds: value['limit-seconds'] ?? 120,
    risk: value.risk ?? { disruption: 'none', minutes: 0, restart: false },
    links: value.links ?? [],
    explains: (value.explains ?? []).map((code) => `0x${code.slice(2).toUpperCase()}`),
    inputs: Object.entries(value.inputs ?? {}).map(
      ([name, { matches, says, default: given, unattended, detects }]) => ({
        name,
        matches,
        says: settleWords(says),
        default: given ?? '',
        unattended: unattended ?? 'default',
        detects: detects ?? false,
      }),
    ),
    guided: value.guided
      ? { steps: words.guidedSteps, result: words.guidedResult, open: value.guided.open ?? null }
      : null,
    says: words.says,
    answers: words.answers,
    holds: value.holds ?? [],
    beyond: value.beyond ?? [],
    steps: check.steps,
    span: placeOf(entry, 'id'),
    titleSpan: placeOf(entry, 'title', 'en'),
  };
}

/** What a check needs is also what its recipes need. */
function needsOf(check: CheckDraft, { recipes }: Draft): Need[] {
  const own = check.entry.value.needs ?? [];
  const borrowed = recipesOf(check).flatMap((id) => recipes.get(id)?.entry.value.needs ?? []);
  return [...new Set([...own, ...borrowed])];
}

function whereOf(where: NonNullable<CheckSpec['where']>): Where {
  return {
    minBuild: where.builds?.min ?? null,
    maxBuild: where.builds?.max ?? null,
    kind: where.kind ?? [],
    editionIds: where['edition-ids'] ?? [],
    architecture: where.architecture ?? [],
    account: where.account ?? [],
  };
}
