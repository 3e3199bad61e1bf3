import { editions, phases, type Edition, type Language, type Localized, type Phase } from '../ir/catalog.js';
import {
  literalForms,
  type Action,
  type JournalKind,
  type Library,
  type LibraryFunction,
  type LibraryParameter,
} from '../ir/library.js';
import { positionOf, type SourceFile } from '../source/source-file.js';
import { keySpanOf, type SourceTree, type TreePath } from '../source/source-tree.js';
import { isMap } from './template-files.js';
import { readYaml } from './read-yaml.js';

/**
 * Reads templates/library.yaml, strictly: every key is known, every name means something.
 * @param languages in which it has all of its words.
 * @throws Error for the first mistake, with its line: the register belongs to the compiler and not to its input.
 */
export function readLibrary(source: SourceFile, languages: readonly Language[]): Library {
  const { value: tree, diagnostics } = readYaml(source);
  const [first] = diagnostics;
  if (first) throw new Error(`${source.path}:${positionOf(source, first.span.start).line}: ${first.message}`);
  if (!tree) throw new Error(`${source.path} cannot be read.`);
  const root = fieldsOf({ tree, path: [], value: tree.value, languages }, ['journal', ...editions]);
  const journal = entriesOf(root('journal')).map(([name, at]) => readKind(name, at));
  const kinds = new Map(journal.map((kind) => [kind.name, kind] as const));
  return {
    journal,
    functions: { ps1: readEdition('ps1', root('ps1'), kinds), cmd: readEdition('cmd', root('cmd'), kinds) },
  };
}

/** A value of the file, and where it stands. */
interface At {
  readonly languages: readonly Language[];
  readonly tree: SourceTree;
  readonly path: TreePath;
  readonly value: unknown;
}

type Kinds = ReadonlyMap<string, JournalKind>;

function mistake(at: At, message: string): Error {
  return new Error(`${at.tree.source.path}:${lineOf(at)}: ${message}`);
}

function lineOf({ tree, path }: At): number {
  return positionOf(tree.source, keySpanOf(tree, path).start).line;
}

function readKind(name: string, at: At): JournalKind {
  const field = fieldsOf(at, ['target', 'before', 'after', 'undo', 'undone']);
  return {
    name,
    target: text(field('target')),
    before: text(field('before')),
    after: text(field('after')),
    undo: words(field('undo')),
    undone: flag(field('undone')),
  };
}

function readEdition(edition: Edition, at: At, kinds: Kinds): readonly LibraryFunction[] {
  const field = fieldsOf(at, ['readers', 'actions', 'collectors']);
  const rows = (
    section: string,
    kind: LibraryFunction['kind'],
    allowed: readonly Phase[],
  ): readonly LibraryFunction[] =>
    entriesOf(field(section)).map(([name, row]) =>
      readRow(edition, kind, name, row, allowed, kind === 'action' ? kinds : null),
    );
  return [
    ...rows('readers', 'reader', phases),
    ...rows('actions', 'action', ['repair']),
    ...rows('collectors', 'collector', ['collect']),
  ];
}

/** @param kinds null for what changes nothing. */
function readRow(
  edition: Edition,
  kind: LibraryFunction['kind'],
  name: string,
  at: At,
  allowed: readonly Phase[],
  kinds: Kinds | null,
): LibraryFunction {
  const own = kinds ? ['changes', 'journal'] : ['does'];
  const required = ['folder', 'where', ...own, 'parameters', 'example'];
  const field = fieldsOf(
    at,
    required,
    kinds ? ['behind', 'replaces', 'undo', 'as-user', 'says'] : ['behind', 'replaces', 'says'],
  );
  const where = list(field('where')).map((each) => oneOf(each, [...allowed, 'snippet'] as const));
  const action = kinds && readAction(field, kinds);
  return {
    name,
    edition,
    kind,
    line: lineOf(at),
    folder: text(field('folder')),
    behind: isGiven(field('behind')) ? text(field('behind')) : null,
    phases: phases.filter((phase) => where.includes(phase)),
    inSnippets: where.includes('snippet'),
    does: action ? action.changes.en : text(field('does')),
    action,
    parameters: entriesOf(field('parameters')).map(([parameter, each]) => readParameter(parameter, each)),
    replaces: isGiven(field('replaces')) ? list(field('replaces')).map(text) : [],
    example: text(field('example')),
    says: new Map(
      isGiven(field('says')) ? entriesOf(field('says')).map(([key, each]) => [key, words(each)] as const) : [],
    ),
  };
}

function readAction(field: (key: string) => At, kinds: Kinds): Action {
  const journal = kinds.get(text(field('journal')));
  if (!journal) throw mistake(field('journal'), `"${text(field('journal'))}" is no kind of the journal.`);
  return {
    changes: words(field('changes')),
    journal,
    undo: isGiven(field('undo')) ? words(field('undo')) : journal.undo,
    asUser: isGiven(field('as-user')) && flag(field('as-user')),
  };
}

function readParameter(name: string, at: At): LibraryParameter {
  const field = fieldsOf(at, ['type', 'says'], ['form', 'of', 'optional', 'default']);
  return {
    name,
    type: text(field('type')),
    form: isGiven(field('form')) ? oneOf(field('form'), literalForms) : null,
    of: isGiven(field('of')) ? list(field('of')).map(({ value }) => String(value)) : [],
    required: !isGiven(field('default')) && !(isGiven(field('optional')) && flag(field('optional'))),
    default: isGiven(field('default')) ? number(field('default')) : null,
    says: text(field('says')),
  };
}

function isGiven({ value }: At): boolean {
  return value !== undefined;
}

/** Access to the fields of a map that has all the required keys and no other than the known ones. */
function fieldsOf(at: At, required: readonly string[], optional: readonly string[] = []): (key: string) => At {
  const entries = new Map(entriesOf(at));
  for (const [key, each] of entries) {
    if (![...required, ...optional].includes(key)) throw mistake(each, `"${key}" is no key here.`);
  }
  const missing = required.find((key) => !entries.has(key));
  if (missing !== undefined) throw mistake(at, `"${missing}" is missing.`);
  return (key) => entries.get(key) ?? { ...at, value: undefined };
}

function entriesOf(at: At): readonly (readonly [string, At])[] {
  const { tree, path, value, languages } = at;
  if (!isMap(value)) throw mistake(at, `"${nameOf(at)}" is not a map.`);
  return Object.entries(value).map(
    ([key, each]) => [key, { tree, path: [...path, key], value: each, languages }] as const,
  );
}

function list(at: At): readonly At[] {
  const { tree, path, value, languages } = at;
  if (!Array.isArray(value)) throw mistake(at, `"${nameOf(at)}" is not a list.`);
  return value.map((each: unknown, index) => ({ tree, path: [...path, index], value: each, languages }));
}

function text(at: At): string {
  if (typeof at.value !== 'string' || at.value === '') throw mistake(at, `"${nameOf(at)}" is not a text.`);
  return at.value;
}

function number(at: At): number {
  if (typeof at.value !== 'number') throw mistake(at, `"${nameOf(at)}" is not a number.`);
  return at.value;
}

function flag(at: At): boolean {
  if (typeof at.value !== 'boolean') throw mistake(at, `"${nameOf(at)}" is neither true nor false.`);
  return at.value;
}

function oneOf<const T extends string>(at: At, of: readonly T[]): T {
  const found = of.find((each) => each === at.value);
  if (found === undefined) throw mistake(at, `"${String(at.value)}" is none of ${of.join(', ')}.`);
  return found;
}

function words(at: At): Localized {
  const field = fieldsOf(at, at.languages);
  const texts = at.languages.map((language) => [language, text(field(language))] as const);
  return { en: text(field('en')), ...Object.fromEntries(texts) };
}

function nameOf({ path }: At): string {
  return String(path.at(-1) ?? 'the file');
}
