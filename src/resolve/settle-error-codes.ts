import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { ErrorCode, Localized } from '../ir/catalog.js';
import { memoize } from '../source/memoize.js';
import { hasKey, placeOf, type Located } from '../source/located.js';
import type { Span } from '../source/source-file.js';
import type { ErrorCodeSpec } from '../spec/schema.js';
import type { CheckDraft, Draft } from './draft.js';
import { suggestCheck } from './suggest-check.js';
import { checkForm, settleWords } from './check-texts.js';

/*
 * settle-error-codes
 * needs: add-translations.
 * guarantees: every code stands once in the table, has its meaning in every language of the index, and points to checks
 * that exist.
 */

type Entry = Located<ErrorCodeSpec>;

export function settleErrorCodes(draft: Draft): Result<Draft> {
  const entries = draft.spec.errorCodes ?? [];
  const diagnostics: Diagnostic[] = [];
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const hresult = spellOf(entry.value.hresult);
    const earlier = first.get(hresult);
    if (earlier) {
      const related = [{ message: 'given first at', span: placeOf(earlier, 'hresult') }];
      const message = `The error code ${hresult} is given twice.`;
      diagnostics.push(diagnose('resolve/duplicate-id', message, placeOf(entry, 'hresult'), { related }));
    } else first.set(hresult, entry);
  }
  const [row] = entries;
  const columns = row ? missingColumns(row, draft) : [];
  diagnostics.push(...columns);
  if (columns.length === 0) diagnostics.push(...entries.flatMap((entry) => checkWords(entry, draft)));
  diagnostics.push(...entries.flatMap((entry) => checkReferences(entry, draft)));
  const errorCodes = [...first].map(([hresult, entry]) => errorCodeOf(hresult, entry, draft.checks));
  return { value: { ...draft, errorCodes }, diagnostics };
}

function spellOf(code: string): string {
  if (code.startsWith('*')) return code;
  return `0x${code.slice(2).toUpperCase()}`;
}

/** A language that has no column is missing once, not in every row. */
function missingColumns(row: Entry, { spec }: Draft): Diagnostic[] {
  const { languages } = spec.index.value;
  const head: Span = { source: row.tree.source, start: 0, end: 0 };
  const missing = languages.filter((language) => row.value[language] === undefined && !spec.translations.has(language));
  const extra = ['en', 'ja'].filter((language) => hasKey(row, language) && !languages.includes(language));
  return [
    ...missing.map((language) => diagnose('resolve/missing-language', `The column "${language}" is missing.`, head)),
    ...extra.map((language) =>
      diagnose('resolve/unknown-language', `The index does not list the language "${language}".`, head),
    ),
  ];
}

function checkWords(entry: Entry, { spec, origins }: Draft): Diagnostic[] {
  return spec.index.value.languages.flatMap((language) => {
    const meaning = entry.value[language];
    const place = origins.get(entry.value)?.get(language) ?? placeOf(entry, language);
    if (meaning?.includes('|')) {
      const message = 'The meaning has "|", which stands between the columns of the table in scripts.';
      return [diagnose('resolve/text-form', message, place)];
    }
    if (meaning !== '') return checkForm(meaning, language, place);
    const message = `The meaning of ${entry.value.hresult} is missing in "${language}".`;
    return [diagnose('resolve/missing-language', message, place)];
  });
}

interface Reference {
  readonly word: string;
  readonly span: Span;
}

function referencesOf(entry: Entry): Reference[] {
  const span = placeOf(entry, 'checks');
  return Array.from(entry.value.checks.matchAll(/[^ ]+/g), ({ 0: word, index }) => {
    const start = span.start + index;
    return { word, span: { ...span, start, end: start + word.length } };
  });
}

/** Checks by id, by item number and by each code they explain, since a table has hundreds of rows. */
const idsByName = memoize((checks: readonly CheckDraft[]): ReadonlyMap<string, readonly string[]> => {
  const ids = new Map<string, string[]>();
  for (const { value } of checks.map(({ entry }) => entry)) {
    for (const name of [value.id, String(value.item), ...(value.explains ?? []).map(spellOf)]) {
      const known = ids.get(name);
      if (known) known.push(value.id);
      else ids.set(name, [value.id]);
    }
  }
  return ids;
});

/** The ids that a reference means: an item number means every check of that item. */
function checksAt(word: string, checks: readonly CheckDraft[]): readonly string[] {
  return idsByName(checks).get(/^[0-9]+$/.test(word) ? String(Number(word)) : word) ?? [];
}

function checkReferences(entry: Entry, { checks, spec }: Draft): Diagnostic[] {
  const { broken } = spec;
  if (broken.groups.size > 0) return [];
  return referencesOf(entry).flatMap(({ word, span }) => {
    if (checksAt(word, checks).length > 0 || broken.checks.has(word)) return [];
    if (/^[0-9]/.test(word)) {
      // The item of a check that has mistakes is not known.
      if (broken.checks.size > 0) return [];
      return [diagnose('resolve/unknown-check', `No check has the item number ${word}.`, span)];
    }
    const suggestions = suggestCheck(word, checks);
    return [diagnose('resolve/unknown-check', `There is no check "${word}".`, span, { suggestions })];
  });
}

/** The columns of a row that are languages: what stands before the first " / ", or behind it. */
function wordsOf(
  { hresult, name, category, checks, ...words }: ErrorCodeSpec,
  partOf: (meaning: string, symptoms: string) => string,
): Localized {
  return settleWords(
    Object.fromEntries(
      Object.entries(words).map(([language, text = '']) => {
        const [meaning = '', ...symptoms] = text.split(' / ');
        return [language, partOf(meaning, symptoms.join(' / '))];
      }),
    ),
  );
}

function errorCodeOf(hresult: string, entry: Entry, checks: readonly CheckDraft[]): ErrorCode {
  const { name, category } = entry.value;
  const named = referencesOf(entry).flatMap(({ word }) => checksAt(word, checks));
  const explaining = idsByName(checks).get(hresult) ?? [];
  return {
    hresult,
    name,
    category,
    meaning: wordsOf(entry.value, (meaning) => meaning),
    symptoms: wordsOf(entry.value, (_, symptoms) => symptoms),
    checks: [...new Set([...named, ...explaining])],
  };
}
