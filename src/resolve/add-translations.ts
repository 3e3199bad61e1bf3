import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Language } from '../ir/catalog.js';
import type { Span } from '../source/source-file.js';
import { keySpanOf, nodeAt, spanOf, type SourceTree, type TreePath } from '../source/source-tree.js';
import type { Located } from '../source/located.js';
import type { AnswerSpec, CheckSpec, ErrorCodeSpec, RecipeSpec, ScriptEntry, Words } from '../spec/schema.js';
import type { Draft, RecipeDraft } from './draft.js';

/*
 * add-translations
 * needs: nothing.
 * guarantees: every text has, beside the languages that it is written in, those of the translation files, which have a text
 * for each and none for anything else. `origins` says where a text from such a file stands.
 */

export function addTranslations(draft: Draft): Result<Draft> {
  const { spec } = draft;
  // A file for another language is reported where the index names it.
  const isWanted = (language: Language): boolean => language !== 'en' && spec.index.value.languages.includes(language);
  const files = [...spec.translations].flatMap(([language, file]) =>
    file && isWanted(language) ? [translationOf(language, file)] : [],
  );
  const origins = new Map<Words, ReadonlyMap<Language, Span>>();
  const diagnostics: Diagnostic[] = [];

  /**
   * A text with its translations. @param at where it stands in English.
   * @param isWhole whether what these files lack is missing, and stands in no others.
   */
  const translated = <T extends Words>(
    these: readonly TranslationFile[],
    isWhole: boolean,
    written: T,
    at: Place,
    ...key: string[]
  ): T => {
    const added: Record<string, string> = {};
    const places = new Map(origins.get(written));
    for (const file of these) {
      const text = textAt(file.value, key);
      file.used.add(nameOf(key));
      if (text === undefined) {
        if (written[file.language] !== undefined || !isWhole) continue;
        const message = `"${nameOf(key)}" is missing.`;
        const related = [{ message: 'the text stands at', span: spanOf(at.tree, at.path) }];
        diagnostics.push(
          diagnose('resolve/missing-translation', message, keySpanOf(file.tree, pathOf(key)), { related }),
        );
      } else if (written[file.language] === undefined) {
        added[file.language] = text;
        places.set(file.language, spanOf(file.tree, pathOf(key)));
      } else {
        const message = `"${nameOf(key)}" is written in "${file.language}" beside the English text already.`;
        const related = [{ message: 'it stands at', span: spanOf(at.tree, [...at.path, file.language]) }];
        diagnostics.push(diagnose('resolve/idle-translation', message, keySpanOf(file.tree, pathOf(key)), { related }));
      }
    }
    if (Object.keys(added).length === 0) return written;
    const whole = { ...written, ...added };
    origins.set(whole, places);
    return whole;
  };
  const words: TakeWords = (written, at, ...key) => translated(files, true, written, at, ...key);
  const sentences: TakeSays = (says, at, ...key) => sentencesWith(words, says, at, ...key);

  const index = spec.index.value;
  const ofIndex = { tree: spec.index.tree, path: [] };
  const ownIndex = {
    ...index,
    title: spec.broken.index ? index.title : words(index.title, below(ofIndex, 'title'), 'title'),
    ...(index.applies && { applies: sentences(index.applies, below(ofIndex, 'applies'), 'applies') }),
    ...(index.examples && { examples: words(index.examples, below(ofIndex, 'examples'), 'examples') }),
    scripts: index.scripts.map((script, at) => scriptIn(script, below(ofIndex, 'scripts', at), words)),
    ...(index.guard?.says && {
      guard: { ...index.guard, says: sentences(index.guard.says, below(ofIndex, 'guard', 'says'), 'guard') },
    }),
  };
  const groups = spec.groups.map((group) => ({
    ...group,
    title: group.title && words(group.title, { tree: group.tree, path: ['title'] }, 'groups', group.id),
  }));
  const brought = new Map(
    spec.packages.map((from) => [
      from,
      [...from.translations].flatMap(([language, file]) =>
        file && isWanted(language) ? [translationOf(language, file)] : [],
      ),
    ]),
  );
  /** Words of a recipe with those that its package brings, in the languages of the checklist; it may add the others. */
  const ofPackage = ({ entry, from }: RecipeDraft): Located<RecipeSpec> => {
    if (!from) return entry;
    const take: TakeWords = (written, at, ...key) =>
      translated(brought.get(from) ?? [], false, inLanguages(written, spec.index.value.languages), at, ...key);
    return recipeIn(entry, take, (says, at, ...key) => sentencesWith(take, says, at, ...key));
  };
  const recipes = new Map(
    [...draft.recipes].map(([id, recipe]) => [id, { ...recipe, entry: recipeIn(ofPackage(recipe), words, sentences) }]),
  );
  const checks = draft.checks.map((check) => ({ ...check, entry: checkIn(check.entry, words, sentences) }));
  const errorCodes = spec.errorCodes?.map((entry): Located<ErrorCodeSpec> => {
    const value = words(entry.value as ErrorCodeSpec & Words, entry, 'error-codes', entry.value.hresult);
    return { ...entry, value };
  });
  // Where something was left out because of its mistakes, its translation is not idle.
  const own = spec.packages.filter(({ isOwn }) => isOwn).flatMap((from) => brought.get(from) ?? []);
  if (!spec.broken.any) for (const file of [...files, ...own]) diagnostics.push(...idleKeys(file));
  return {
    value: {
      ...draft,
      origins,
      spec: { ...spec, index: { ...spec.index, value: ownIndex }, groups, errorCodes: errorCodes ?? null },
      recipes,
      checks,
    },
    diagnostics,
  };
}

interface Place {
  readonly tree: SourceTree;
  readonly path: TreePath;
}

interface TranslationFile extends Place {
  readonly language: Language;
  readonly value: unknown;
  /** Names of the keys that something asked for. */
  readonly used: Set<string>;
}

type Says = Readonly<Record<string, Words>>;
type TakeWords = <T extends Words>(written: T, at: Place, ...key: string[]) => T;
type TakeSays = <T extends Says>(says: T, at: Place, ...key: string[]) => T;

function sentencesWith<T extends Says>(words: TakeWords, says: T, at: Place, ...key: string[]): T {
  return mapOf(says, (text, name) => words(text, below(at, name), ...key, name)) as T;
}

/** A text without the languages that a checklist does not have: a package may bring more. */
function inLanguages<T extends Words>(written: T, languages: readonly Language[]): T {
  return Object.fromEntries(Object.entries(written).filter(([language]) => languages.includes(language))) as T;
}

function translationOf(language: Language, { tree, value }: Located<unknown>): TranslationFile {
  return { language, tree, path: [], value, used: new Set() };
}

function below({ tree, path }: Place, ...steps: (string | number)[]): Place {
  return { tree, path: [...path, ...steps] };
}

function mapOf<T, R>(entries: Readonly<Record<string, T>>, make: (value: T, name: string) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, make(value, name)] as const));
}

function scriptIn(script: ScriptEntry, at: Place, words: TakeWords): ScriptEntry {
  const { name, title, symptoms } = script;
  return {
    ...script,
    ...(title && { title: words(title, below(at, 'title'), 'scripts', name, 'title') }),
    ...(symptoms && { symptoms: words(symptoms, below(at, 'symptoms'), 'scripts', name, 'symptoms') }),
  };
}

function recipeIn(entry: Located<RecipeSpec>, words: TakeWords, sentences: TakeSays): Located<RecipeSpec> {
  const { value } = entry;
  const key = ['recipes', value.recipe] as const;
  const takes =
    value.takes &&
    mapOf(value.takes, (parameter, name) =>
      parameter.says
        ? { ...parameter, says: words(parameter.says, below(entry, 'takes', name, 'says'), ...key, 'takes', name) }
        : parameter,
    );
  const says = value.says && sentences(value.says, below(entry, 'says'), ...key, 'says');
  return { ...entry, value: { ...value, ...(takes && { takes }), ...(says && { says }) } };
}

function checkIn(entry: Located<CheckSpec>, words: TakeWords, sentences: TakeSays): Located<CheckSpec> {
  const { value } = entry;
  const key = ['checks', value.id] as const;
  const { says, symptoms, inputs, guided, answers } = value;
  return {
    ...entry,
    value: {
      ...value,
      title: words(value.title, below(entry, 'title'), ...key, 'title'),
      why: words(value.why, below(entry, 'why'), ...key, 'why'),
      ...(symptoms && { symptoms: words(symptoms, below(entry, 'symptoms'), ...key, 'symptoms') }),
      ...(says && { says: sentences(says, below(entry, 'says'), ...key, 'says') }),
      ...(inputs && {
        inputs: mapOf(inputs, (input, name) => ({
          ...input,
          says: words(input.says, below(entry, 'inputs', name, 'says'), ...key, 'inputs', name),
        })),
      }),
      ...(guided && {
        guided: {
          ...guided,
          steps: guided.steps.map((step, at) =>
            words(step, below(entry, 'guided', 'steps', at), ...key, 'steps', String(at)),
          ),
          ...(guided.result && {
            result: words(guided.result, below(entry, 'guided', 'result'), ...key, 'result'),
          }),
        },
      }),
      ...(answers && {
        answers: answers.map((answer, at) => answerIn(answer, below(entry, 'answers', at), key, words)),
      }),
    },
  };
}

function answerIn(answer: AnswerSpec, at: Place, check: readonly string[], words: TakeWords): AnswerSpec {
  const [first = ''] = 'reasons' in answer ? answer.reasons : answer.codes;
  const key = [...check, 'answers', first];
  const act = answer.do && words(answer.do, below(at, 'do'), ...key, 'do');
  const says = 'says' in answer && { says: words(answer.says, below(at, 'says'), ...key, 'says') };
  return { ...answer, ...(act && { do: act }), ...says };
}

/** Entries of a list are known by their number, from 1 on where people read it. */
function pathOf(key: readonly string[]): TreePath {
  return key.map((step, at) => (isStep(key, at) ? Number(step) : step));
}

function nameOf(key: TreePath): string {
  return key.map((step, at) => (isStep(key, at) ? `${Number(step) + 1}` : step)).join(': ');
}

/** Whether a part of a key is the number of a step: checks: <id>: steps: <number>. */
function isStep(key: TreePath, at: number): boolean {
  return at === 3 && key[0] === 'checks' && key[2] === 'steps';
}

function textAt(value: unknown, key: readonly string[]): string | undefined {
  const found = key.reduce<unknown>(
    (map, step) => (isMap(map) && Object.hasOwn(map, step) ? map[step] : undefined),
    value,
  );
  return typeof found === 'string' ? found : undefined;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Keys that nothing asked for, each where it begins: a check that does not exist is one mistake. */
function idleKeys({ tree, value, used }: TranslationFile): readonly Diagnostic[] {
  const wanted = new Set(
    [...used].flatMap((name) => {
      const steps = name.split(': ');
      return steps.map((_, at) => steps.slice(0, at + 1).join(': '));
    }),
  );
  const idle = (each: unknown, path: TreePath): readonly Diagnostic[] => {
    if (path.length > 0 && !wanted.has(nameOf(path))) {
      // A section that is there and empty asks for nothing.
      if (isMap(each) && Object.keys(each).length === 0) return [];
      const message = `Nothing in the checklist is called "${nameOf(path)}".`;
      const span = Array.isArray(nodeParent(value, path)) ? spanOf(tree, path) : keySpanOf(tree, path);
      return nodeAt(tree, path) ? [diagnose('resolve/idle-translation', message, span)] : [];
    }
    if (!isMap(each)) return [];
    const entries = Array.isArray(each) ? each.map((entry: unknown, at) => [at, entry] as const) : Object.entries(each);
    return entries.flatMap(([step, entry]) => idle(entry, [...path, step]));
  };
  return idle(value, []);
}

function nodeParent(value: unknown, path: TreePath): unknown {
  return path.slice(0, -1).reduce<unknown>((map, step) => (isMap(map) ? map[step as string] : undefined), value);
}
