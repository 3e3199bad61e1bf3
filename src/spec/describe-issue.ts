import type { z } from 'zod';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { isHole, keySpanOf, nodeAt, spanOf, type SourceTree, type TreePath } from '../source/source-tree.js';
import { language, notALanguage } from './fields.js';
import { keysAt } from './schema-walk.js';

type Issue = z.core.$ZodIssue;

/** What a document is called in sentences, and the schema it was held against. */
export interface Form {
  readonly noun: string;
  readonly schema: z.ZodType;
}

/** Says in our words, at a place, what zod found. Mistakes behind a hole have been reported at the hole. */
export function describeIssue(issue: Issue, form: Form, tree: SourceTree): Diagnostic[] {
  const path = issue.path as TreePath;
  if (isHole(tree, path)) return [];
  if (nodeAt(tree, path) === null && path.length > 0) return [missingKey(path, form, tree)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, form, tree));
    case 'invalid_type':
      return [wrongType(path, [issue.expected], tree)];
    case 'invalid_value':
      return [unknownWord(path, issue.values.map(String), tree)];
    case 'invalid_union':
      return describeUnion(issue, form, tree);
    case 'invalid_format':
      return [badForm(path, issue.message, tree)];
    case 'invalid_key':
      return issue.issues.slice(0, 1).map((inner) => badKey(path, inner, tree));
    case 'too_small':
    case 'too_big':
      return [outOfRange(issue, path, tree)];
    default:
      throw new Error(`The schema reports "${issue.code}", for which there is no sentence.`);
  }
}

function missingKey(path: TreePath, form: Form, tree: SourceTree): Diagnostic {
  const parent = path.slice(0, -1);
  const message = `${subjectOf(parent, form)} needs the key "${String(path.at(-1))}".`;
  return diagnose('spec/missing-key', message, keySpanOf(tree, parent));
}

function unknownKey(key: string, path: TreePath, form: Form, tree: SourceTree): Diagnostic {
  const suggestions = suggestNames(key, keysAt(form.schema, path));
  const message = `"${key}" is not a field of ${nounOf(path, form)}.`;
  return diagnose('spec/unknown-key', message, keySpanOf(tree, [...path, key]), { suggestions });
}

function badKey(path: TreePath, inner: Issue, tree: SourceTree): Diagnostic {
  const rule = inner.code === 'invalid_format' ? inner.message : 'is too long';
  const suggestions = rule === notALanguage ? canonicalTag(String(path.at(-1))) : [];
  return diagnose('spec/bad-form', `The key "${String(path.at(-1))}" ${rule}.`, keySpanOf(tree, path), { suggestions });
}

function badForm(path: TreePath, rule: string, tree: SourceTree): Diagnostic {
  const suggestions = rule === notALanguage ? canonicalTag(String(valueAt(tree, path))) : [];
  return diagnose('spec/bad-form', `${nameOf(path)} ${rule}.`, spanOf(tree, path), { suggestions });
}

/** The tag of a language in the cases of BCP 47, such as "zh-TW" for "zh-tw" and "zh_TW"; none for what is no tag. */
function canonicalTag(written: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(written.replaceAll('_', '-')).filter((tag) => language.safeParse(tag).success);
  } catch {
    return [];
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
};

function wrongType(path: TreePath, expected: readonly string[], tree: SourceTree): Diagnostic {
  const node = nodeAt(tree, path);
  const value = valueAt(tree, path);
  const wanted = [...new Set(expected.map((kind) => kinds[kind] ?? kind))].join(' or ');
  const message = `${nameOf(path)} is ${describeValue(value)}, where ${wanted} is needed.`;
  const written = node ? tree.source.text.slice(node.start, node.end) : '';
  const isPlain = node?.style === 'plain' && (typeof value === 'number' || typeof value === 'boolean');
  const suggestions = expected.includes('string') && isPlain ? [`'${written}'`] : [];
  return diagnose('spec/wrong-type', message, spanOf(tree, path), { suggestions });
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return 'not a finite number';
    return Number.isInteger(value) ? 'a number' : 'a number with a fraction';
  }
  if (typeof value === 'boolean') return 'a truth value';
  return typeof value === 'string' ? 'a text' : 'a map';
}

function unknownWord(path: TreePath, allowed: readonly string[], tree: SourceTree): Diagnostic {
  const value = valueAt(tree, path);
  if (typeof value !== 'string') return wrongType(path, ['string'], tree);
  const list = allowed.map((word) => `"${word}"`).join(', ');
  const message = `${nameOf(path)} cannot be "${value}", only ${allowed.length > 1 ? 'one of ' : ''}${list}.`;
  const suggestions = suggestNames(value, allowed);
  return diagnose('spec/unknown-word', message, spanOf(tree, path), { suggestions });
}

/** Of a choice, the branch that the author meant: the one whose outer kind fits what was written. */
function describeUnion(issue: Issue & { code: 'invalid_union' }, form: Form, tree: SourceTree): Diagnostic[] {
  const branches = flattenUnion(issue);
  const meant = branches.find((branch) => !branch.some(isOuterMismatch));
  const path = issue.path as TreePath;
  const within = (inner: Issue): Issue => ({ ...inner, path: [...issue.path, ...inner.path] });
  if (meant) return meant.flatMap((inner) => describeIssue(within(inner), form, tree));
  const word = branches.flat().find((inner) => inner.code === 'invalid_value');
  if (word && typeof valueAt(tree, path) === 'string') return describeIssue(within(word), form, tree);
  const expected = branches.flat().flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []));
  return [wrongType(path, expected, tree)];
}

function flattenUnion(issue: Issue & { code: 'invalid_union' }): Issue[][] {
  return issue.errors.flatMap((branch) => {
    const [only] = branch;
    return only?.code === 'invalid_union' && only.path.length === 0 ? flattenUnion(only) : [branch];
  });
}

function isOuterMismatch(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function outOfRange(issue: Issue & { code: 'too_small' | 'too_big' }, path: TreePath, tree: SourceTree): Diagnostic {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum;
  const span = spanOf(tree, path);
  const name = nameOf(path);
  if (issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int') {
    return diagnose('spec/out-of-range', `${name} is empty.`, span);
  }
  const unit = issue.origin === 'string' ? ' characters' : '';
  const word = issue.code === 'too_small' ? 'at least' : 'at most';
  return diagnose('spec/out-of-range', `${name} must be ${word} ${limit}${unit}.`, span);
}

function valueAt(tree: SourceTree, path: TreePath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | null)?.[step], tree.value);
}

/** A value as the author knows it: by its key, or by its number in a list. */
function nameOf(path: TreePath): string {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  if (typeof last === 'string') return `"${last}"`;
  return `Item ${last + 1} of "${String(path.at(-2) ?? 'the list')}"`;
}

const items: Readonly<Record<string, string>> = {
  checks: 'check',
  scripts: 'script',
  facts: 'fact',
  sources: 'source',
  steps: 'step',
};

/** The kind of map at a path, with an article: "a check". */
function nounOf(path: TreePath, form: Form): string {
  const last = path.at(-1);
  if (last === undefined) return form.noun;
  if (typeof last === 'string') return path.at(-2) === 'takes' ? `the parameter "${last}"` : `"${last}"`;
  return `a ${items[String(path.at(-2))] ?? 'list item'}`;
}

function subjectOf(path: TreePath, form: Form): string {
  const noun = nounOf(path, form);
  const isList = typeof path.at(-1) === 'number';
  const text = isList ? noun.replace(/^a /, 'this ') : noun;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
