import type { z } from 'zod';
import { diagnose } from '../diagnostics/diagnose.js';
import { addIncludeChain } from '../diagnostics/include-chain.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { PackageFiles, Project, YamlFile } from '../load/project.js';
import { keySpanOf, type SourceTree, type TreePath } from '../source/source-tree.js';
import { describeIssue, type Form } from './describe-issue.js';
import { doubledEntries } from './doubled-entries.js';
import { readErrorCodeRows } from './error-codes.js';
import { checkInlineBodies } from './inline-bodies.js';
import {
  checkSchema,
  factSchema,
  factsSchema,
  groupSchema,
  indexSchema,
  lockSchema,
  messagesSchema,
  packageSchema,
  packageWordsSchema,
  recipeSchema,
  translationSchema,
} from './schema.js';
import type { CheckSpec, IndexSpec } from './schema.js';
import type { Located } from '../source/located.js';
import type { Broken, GroupEntry, PackageEntry, Spec } from './spec.js';

const forms = {
  index: { noun: 'the index', schema: indexSchema },
  group: { noun: 'a group file', schema: groupSchema },
  recipe: { noun: 'a recipe file', schema: recipeSchema },
  facts: { noun: 'the fact file', schema: factsSchema },
  translation: { noun: 'a translation file', schema: translationSchema },
  messages: { noun: 'a file of messages', schema: messagesSchema },
  package: { noun: 'the file of a package', schema: packageSchema },
  packageWords: { noun: 'a translation file of a package', schema: packageWordsSchema },
  lock: { noun: 'the lock', schema: lockSchema },
} as const satisfies Record<string, Form>;

/**
 * Holds every file against its schema. Checks, recipes and facts that have mistakes are left out and named in
 * `broken`, so that `resolve` can still speak of the others.
 */
export function validateProject(project: Project): Result<Spec> {
  const diagnostics: Diagnostic[] = [];
  const index = readIndex(project.index, diagnostics);
  const groups = project.groups.map((file) => readGroup(file, diagnostics));
  const recipes = project.recipes.map((file) => readRecipe(file, diagnostics));
  const facts = readFacts(project.facts, diagnostics);
  const packages = project.packages.map((each) => readPackage(each, diagnostics));
  const errorCodes = project.errorCodes && readErrorCodeRows(project.errorCodes, index.entry.value.languages);
  const read = <T>(schema: z.ZodType<T>, form: Form, file: YamlFile | null): Located<T> | null => {
    const value = file && parse<T>(schema, form, file, file.value, diagnostics);
    return value && { value, tree: file, path: [] };
  };
  const byLanguage = <T>(
    schema: z.ZodType<T>,
    form: Form,
    files: Project['messages'],
  ): Map<string, Located<T> | null> =>
    new Map([...files].map(([language, file]) => [language, read(schema, form, file)] as const));
  diagnostics.push(...(errorCodes?.diagnostics ?? []));
  const lock = read(lockSchema, forms.lock, project.lock);
  const spec: Spec = {
    index: index.entry,
    groups: groups.flatMap(({ entry }) => (entry ? [entry] : [])),
    recipes: recipes.flatMap(({ entry }) => (entry ? [entry] : [])),
    facts: facts.entries,
    packages: packages.map(({ entry }) => entry),
    lock,
    errorCodes: errorCodes && errorCodes.value,
    translations: byLanguage(translationSchema, forms.translation, project.translations),
    messages: byLanguage(messagesSchema, forms.messages, project.messages),
    bodies: project.bodies,
    scenarios: project.scenarios,
    included: project.groups.map(({ source, includedAt }) => ({ source, includedAt })),
    broken: collectBroken(
      project,
      project.isSound && diagnostics.length === 0,
      index,
      groups,
      recipes,
      facts.isBroken,
      packages,
      lock === null && (project.lock !== null || project.unread.has('checks/packages/lock.yaml')),
    ),
  };
  const ofPackages = project.packages.flatMap((each) => [...each.recipes, ...(each.facts ? [each.facts] : [])]);
  const ownFiles = [project.index, ...project.groups, ...project.recipes, ...(project.facts ? [project.facts] : [])];
  const files = [...ownFiles, ...ofPackages];
  const doubled = spec.broken.any ? [] : files.flatMap((file) => doubledEntries(file));
  return { value: spec, diagnostics: addIncludeChain([...diagnostics, ...doubled], spec.included) };
}

/** The value of a document in the form of a schema; null, and diagnostics, when it has another. */
function parse<T>(
  schema: z.ZodType<T>,
  form: Form,
  tree: SourceTree,
  value: unknown,
  diagnostics: Diagnostic[],
): T | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  // A number may be above two limits, its own and that of whole numbers: the closer one is said.
  const isCloser = (issue: z.core.$ZodIssue): boolean =>
    issue.code !== 'too_big' ||
    !issues.some((other) => other.code === 'too_big' && isSamePath(other, issue) && other.maximum < issue.maximum);
  for (const issue of issues.filter(isCloser)) diagnostics.push(...describeIssue(issue, form, tree));
  return null;
}

function isSamePath(a: z.core.$ZodIssue, b: z.core.$ZodIssue): boolean {
  return a.path.length === b.path.length && a.path.every((step, at) => step === b.path[at]);
}

function isUnread({ unread }: Project, folder: string): boolean {
  return [...unread].some((path) => path.startsWith(`${folder}/`));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown, key: string): string | null {
  const member = isMap(value) ? value[key] : undefined;
  return typeof member === 'string' ? member : null;
}

interface IndexReading {
  readonly entry: Located<IndexSpec>;
  readonly isBroken: boolean;
  readonly isLanguageless: boolean;
}

/** An index with mistakes is replaced by its sound fields, so that the rest of the checklist can be looked at. */
function readIndex(file: YamlFile, diagnostics: Diagnostic[]): IndexReading {
  const value = parse<IndexSpec>(indexSchema, forms.index, file, file.value, diagnostics);
  if (value?.include.every((each) => typeof each !== 'string'))
    diagnostics.push(diagnose('spec/out-of-range', '"include" names no group file.', keySpanOf(file, ['include'])));
  if (value) return { entry: { value, tree: file, path: [] }, isBroken: false, isLanguageless: false };
  const languages = isMap(file.value) ? indexSchema.shape.languages.safeParse(file.value['languages']) : null;
  const sound: IndexSpec = {
    product: textOf(file.value, 'product') ?? 'product',
    title: {},
    publisher: '',
    languages: languages?.data ?? ['en'],
    scripts: [],
    include: [],
    ...(isMap(file.value) && 'guard' in file.value ? { guard: {} } : {}),
  };
  return { entry: { value: sound, tree: file, path: [] }, isBroken: true, isLanguageless: !languages?.success };
}

interface GroupReading {
  readonly entry: GroupEntry | null;
  readonly brokenChecks: readonly (string | null)[];
  readonly id: string;
  readonly isNameless: boolean;
}

function readGroup(file: YamlFile, diagnostics: Diagnostic[]): GroupReading {
  // A nested include has been reported by load.
  const value = isMap(file.value) ? omit(file.value, 'include') : file.value;
  const parsed = parse<z.infer<typeof groupSchema>>(groupSchema, forms.group, file, value, diagnostics);
  const name = textOf(value, 'group');
  const id = name ?? baseName(file.source.path);
  const list = isMap(value) && Array.isArray(value['checks']) ? value['checks'] : [];
  const checks: Located<CheckSpec>[] = [];
  const brokenChecks: (string | null)[] = [];
  list.forEach((raw: unknown, position) => {
    const check = parsed?.checks[position] ?? checkSchema.safeParse(raw).data;
    const path: TreePath = ['checks', position];
    const found = check ? checkInlineBodies({ value: check, tree: file, path }, id) : [];
    diagnostics.push(...found);
    if (check && found.length === 0) checks.push({ value: check, tree: file, path });
    else brokenChecks.push(textOf(raw, 'id'));
  });
  const title = parsed?.title ?? groupSchema.shape.title.safeParse(isMap(value) ? value['title'] : null).data ?? null;
  return {
    entry: parsed || checks.length > 0 ? { id, title, tree: file, checks } : null,
    brokenChecks,
    id,
    isNameless: name === null,
  };
}

function omit(map: Record<string, unknown>, key: string): Record<string, unknown> {
  const { [key]: _, ...rest } = map;
  return rest;
}

interface RecipeReading {
  readonly entry: Located<z.infer<typeof recipeSchema>> | null;
  readonly id: string | null;
}

function readRecipe(file: YamlFile, diagnostics: Diagnostic[]): RecipeReading {
  const value = parse<z.infer<typeof recipeSchema>>(recipeSchema, forms.recipe, file, file.value, diagnostics);
  return { entry: value && { value, tree: file, path: [] }, id: value ? null : baseName(file.source.path) };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '');
}

function readFacts(file: YamlFile | null, diagnostics: Diagnostic[]): { entries: Spec['facts']; isBroken: boolean } {
  if (!file) return { entries: [], isBroken: false };
  const parsed = parse<z.infer<typeof factsSchema>>(factsSchema, forms.facts, file, file.value, diagnostics);
  const list = isMap(file.value) && Array.isArray(file.value['facts']) ? file.value['facts'] : [];
  const entries = list.flatMap((raw: unknown, position) => {
    const value = parsed?.facts[position] ?? factSchema.safeParse(raw).data;
    return value ? [{ value, tree: file, path: ['facts', position] }] : [];
  });
  return { entries, isBroken: parsed === null };
}

/** What the recipes.yaml of a package says; null, and diagnostics, where it has another form. */
export function validatePackageFile(file: YamlFile): Result<z.infer<typeof packageSchema> | null> {
  const diagnostics: Diagnostic[] = [];
  const value = parse<z.infer<typeof packageSchema>>(packageSchema, forms.package, file, file.value, diagnostics);
  return { value, diagnostics };
}

interface PackageReading {
  readonly entry: PackageEntry;
  readonly isBroken: boolean;
  /** As checks name them. */
  readonly brokenRecipes: readonly string[];
}

function readPackage(files: PackageFiles, diagnostics: Diagnostic[]): PackageReading {
  const before = diagnostics.length;
  const parsed =
    files.file &&
    parse<z.infer<typeof packageSchema>>(packageSchema, forms.package, files.file, files.file.value, diagnostics);
  const id = parsed?.package ?? files.at.slice(files.at.lastIndexOf('/') + 1);
  const recipes = files.recipes.map((file) => readRecipe(file, diagnostics));
  const facts = readFacts(files.facts, diagnostics);
  const translations = [...files.translations].map(([language, file]) => {
    const value =
      file &&
      parse<z.infer<typeof packageWordsSchema>>(packageWordsSchema, forms.packageWords, file, file.value, diagnostics);
    return [language, value && file && { value, tree: file, path: [] }] as const;
  });
  const { at, isOwn, bodies, scenarios } = files;
  const entry: PackageEntry = {
    ...{ id, at, isOwn, bodies, scenarios, files: files.files },
    file: files.file && parsed && { value: parsed, tree: files.file, path: [] },
    recipes: recipes.flatMap(({ entry }) => (entry ? [entry] : [])),
    facts: facts.entries,
    translations: new Map(translations),
  };
  const brokenRecipes = recipes.flatMap((recipe) => (recipe.id === null ? [] : [`${id}/${recipe.id}`]));
  return { entry, isBroken: diagnostics.length > before || files.file === null, brokenRecipes };
}

function collectBroken(
  project: Project,
  isSound: boolean,
  index: ReturnType<typeof readIndex>,
  groups: readonly GroupReading[],
  recipes: readonly RecipeReading[],
  facts: boolean,
  packages: readonly PackageReading[],
  isLockBroken: boolean,
): Broken {
  const checks = groups.flatMap((group) => group.brokenChecks);
  const unread = [...project.unread].filter((path) => path.startsWith('checks/recipes/') && path.endsWith('.yaml'));
  const brokenRecipes = [...recipes.flatMap(({ id }) => (id === null ? [] : [id])), ...unread.map(baseName)];
  const unreadGroups = [...project.unread].filter((path) => path.endsWith('.yaml')).map(baseName);
  const nameless = groups
    .filter((group) => group.brokenChecks.includes(null) || group.isNameless)
    .map((group) => group.id);
  return {
    any: !isSound,
    index: index.isBroken,
    languages: index.isLanguageless,
    checks: new Set(checks.filter((id) => id !== null)),
    groups: new Set([...nameless, ...unreadGroups]),
    recipes: new Set([...brokenRecipes, ...packages.flatMap((each) => each.brokenRecipes)]),
    facts: facts || project.unread.has('checks/facts.yaml'),
    lock: isLockBroken,
    packages: new Set(
      packages.flatMap(({ entry, isBroken }) => (isBroken || isUnread(project, entry.at) ? [entry.id] : [])),
    ),
    files: project.unread,
  };
}
