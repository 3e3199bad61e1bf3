import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { placeholdersOf, type Answer, type Language, type Localized } from '../ir/catalog.js';
import { signatureMarker } from '../source/signature-marker.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { refuseName } from '../names/reserved-names.js';
import { hiddenCharacter, nameOfCharacter } from '../source/hidden-character.js';
import type { Span } from '../source/source-file.js';
import { keySpanOf, spanOf, type SourceTree, type TreePath } from '../source/source-tree.js';
import type { AnswerSpec, MessagesSpec, Words } from '../spec/schema.js';
import { hasKey, keyPlaceOf, placeOf, type Located } from '../source/located.js';
import type { CheckDraft, Draft, RecipeDraft } from './draft.js';

/*
 * checkTexts
 * needs: add-translations.
 * guarantees: every text is there in every language of the index, on one line, and its placeholders are the same in
 * all of them.
 */

export function checkTexts(draft: Draft): Result<Draft> {
  const desk = deskOf(draft);
  const { index, groups } = draft.spec;
  if (!draft.spec.broken.index) desk.words(index.value.title, index.tree, ['title']);
  desk.sentences(index.value.guard?.says, { ...index, path: ['guard'] });
  if (index.value.examples) desk.phrases(index.value.examples, index.tree, ['examples']);
  for (const [name, title] of Object.entries(index.value.applies ?? {}))
    desk.words(title, index.tree, ['applies', name]);
  index.value.scripts.forEach(({ title, symptoms }, at) => {
    if (title) desk.words(title, index.tree, ['scripts', at, 'title']);
    if (symptoms) desk.phrases(symptoms, index.tree, ['scripts', at, 'symptoms']);
  });
  for (const group of groups) if (group.title) desk.words(group.title, group.tree, ['title']);
  for (const [language, file] of draft.spec.messages) if (file) desk.diagnostics.push(...checkMessages(language, file));
  const recipes = new Map([...draft.recipes].map(([id, recipe]) => [id, textsOfRecipe(recipe, desk)]));
  const checks = draft.checks.map((check) => textsOfCheck(check, desk));
  return { value: { ...draft, recipes, checks }, diagnostics: [...checkTags(draft), ...desk.diagnostics] };
}

/** Columns of a line of help. */
const helpWidth = 111;

/** What the tool says in a language that a checklist brings: which messages it needs, plan knows. */
function checkMessages(language: Language, { value, tree }: Located<MessagesSpec>): Diagnostic[] {
  const messages = Object.entries(value.says).flatMap(([key, text]) =>
    checkForm(text, language, spanOf(tree, ['says', key])),
  );
  const help = Object.entries(value.help).flatMap(([key, text]) => {
    const span = spanOf(tree, ['help', key]);
    const lines = text.replace(/\n$/, '').split('\n');
    const found = lines.flatMap((line) => checkForm(line, language, span));
    const long = lines.some((line) => line.length > helpWidth);
    const message = `A line of this help is longer than ${helpWidth} characters.`;
    return [...found, ...(long ? [diagnose('resolve/text-form', message, span)] : [])];
  });
  return [...messages, ...help];
}

/** English is there, no tag is an old form of another one, and files are for languages of the list. */
function checkTags({ spec }: Draft): Diagnostic[] {
  if (spec.broken.languages) return [];
  const { languages, translations = {}, messages = {} } = spec.index.value;
  const unlisted = Object.entries({ translations, messages }).flatMap(([key, files]) =>
    Object.keys(files)
      .filter((language) => !languages.includes(language))
      .map((language) => unknownLanguage(language, languages, keyPlaceOf(spec.index, key, language))),
  );
  const english = ['translations', 'messages'].flatMap((key) => {
    if (!hasKey(spec.index, key, 'en')) return [];
    const message =
      'English stands in the files of the checks and in the tool itself, since all else is translated from it.';
    return [diagnose('resolve/idle-translation', message, keyPlaceOf(spec.index, key, 'en'))];
  });
  const old = languages.flatMap((language, at) => {
    const [canonical = language] = Intl.getCanonicalLocales(language);
    const place = placeOf(spec.index, 'languages', at);
    if (canonical === language) return [];
    const message = `"${language}" is an old or long form of the tag "${canonical}".`;
    return [diagnose('resolve/language-tag', message, place, { suggestions: [canonical] })];
  });
  const reserved = languages.flatMap((language, at) => {
    const refusal = refuseName(language, 'other');
    return refusal === null ? [] : [diagnose('resolve/reserved-name', refusal, placeOf(spec.index, 'languages', at))];
  });
  const tags = [...unlisted, ...english, ...old, ...reserved];
  if (languages.includes('en')) return tags;
  const message = 'English is not among the languages of the index.';
  return [...tags, diagnose('resolve/missing-language', message, placeOf(spec.index, 'languages'))];
}

function unknownLanguage(language: Language, languages: readonly Language[], span: Span): Diagnostic {
  const message = `The index does not list the language "${language}".`;
  return diagnose('resolve/unknown-language', message, span, { suggestions: suggestNames(language, languages) });
}

/** What cmd.exe takes for something else in the words of a call. */
const changedByBatch = /["%^]|\/\?/;

/** Turns texts of the format into texts of the catalog and gathers what is wrong with them. */
interface Desk {
  readonly languages: readonly Language[];
  readonly diagnostics: Diagnostic[];
  words(words: Words, tree: SourceTree, path: TreePath): Localized;
  /** A text that is phrases with " / " between. */
  phrases(words: Words, tree: SourceTree, path: TreePath): Localized;
  /** A text with placeholders. */
  sentence(words: Words, tree: SourceTree, path: TreePath): Localized;
  /** What batch would change in a title, where some script is batch. */
  uncarried(title: Words, tree: SourceTree, path: TreePath): readonly Diagnostic[];
  sentences(says: Readonly<Record<string, Words>> | undefined, owner: Located<unknown>): Record<string, Localized>;
}

function deskOf({ spec, origins }: Draft): Desk {
  const diagnostics: Diagnostic[] = [];
  const { languages } = spec.index.value;
  const hasBatch = spec.index.value.scripts.some(({ editions }) => editions.includes('cmd'));
  // What a translation file lacks was said there.
  const wanted = languages.filter((language) => !spec.translations.has(language));
  const words = (written: Words, tree: SourceTree, path: TreePath): Localized => {
    const placeIn = placesOf(origins, tree, path);
    if (!spec.broken.languages) diagnostics.push(...checkLanguages(written, tree, path, wanted, languages));
    const form = (language: Language): Diagnostic[] =>
      checkForm(written[language], language, placeIn(written, language));
    diagnostics.push(...languages.flatMap(form));
    return settleWords(written);
  };
  const sentence = (written: Words, tree: SourceTree, path: TreePath): Localized => {
    diagnostics.push(...checkPlaceholders(written, placesOf(origins, tree, path)));
    return words(written, tree, path);
  };
  return {
    languages,
    diagnostics,
    words,
    phrases(written, tree, path) {
      const placeIn = placesOf(origins, tree, path);
      diagnostics.push(...languages.flatMap((language) => checkPhrases(written[language], placeIn(written, language))));
      return words(written, tree, path);
    },
    sentence,
    uncarried(title, tree, path) {
      const found = hasBatch ? changedByBatch.exec(title['en'] ?? '') : null;
      if (!found) return [];
      const message = `The title has "${found[0]}", which batch cannot carry, and a script of the index is batch.`;
      return [diagnose('resolve/text-form', message, spanOf(tree, [...path, 'en']))];
    },
    sentences(says, { tree, path }) {
      const entries = Object.entries(says ?? {}).map(
        ([key, written]) => [key, sentence(written, tree, [...path, 'says', key])] as const,
      );
      return Object.fromEntries(entries);
    },
  };
}

/** A text as the catalog has it. English may lack where that has been reported. */
export function settleWords(words: Words): Localized {
  const texts = Object.entries(words).flatMap(([language, text]) =>
    text === undefined ? [] : [[language, trim(text)] as const],
  );
  return { en: '', ...Object.fromEntries(texts) };
}

/** Where a text stands in a language: in the file of the check, or in that of the language. */
type PlaceIn = (words: Words, language: Language) => Span;

function placesOf(origins: Draft['origins'], tree: SourceTree, path: TreePath): PlaceIn {
  return (words, language) => origins.get(words)?.get(language) ?? spanOf(tree, [...path, language]);
}

/** A folded text that ends with ">" and not with ">-" has a line end, which means nothing. */
function trim(text: string): string {
  return text.trim();
}

function textsOfRecipe(recipe: RecipeDraft, desk: Desk): RecipeDraft {
  for (const [name, { says }] of Object.entries(recipe.entry.value.takes ?? {})) {
    if (says) desk.words(says, recipe.entry.tree, ['takes', name, 'says']);
  }
  return { ...recipe, says: desk.sentences(recipe.entry.value.says, recipe.entry) };
}

function textsOfCheck(check: CheckDraft, desk: Desk): CheckDraft {
  const { value, tree, path } = check.entry;
  const title = desk.words(value.title, tree, [...path, 'title']);
  desk.diagnostics.push(...desk.uncarried(value.title, tree, [...path, 'title']));
  const why = desk.words(value.why, tree, [...path, 'why']);
  const symptoms = value.symptoms ? desk.phrases(value.symptoms, tree, [...path, 'symptoms']) : null;
  const says = desk.sentences(value.says, check.entry);
  for (const [name, input] of Object.entries(value.inputs ?? {})) {
    desk.words(input.says, tree, [...path, 'inputs', name, 'says']);
  }
  const steps = value.guided?.steps ?? [];
  const guidedSteps = steps.map((step, at) => desk.words(step, tree, [...path, 'guided', 'steps', at]));
  const result = value.guided?.result;
  const guidedResult = result ? desk.words(result, tree, [...path, 'guided', 'result']) : null;
  const answers = value.answers?.map((answer, at) => checkAnswerTexts(answer, check.entry, at, desk)) ?? null;
  return { ...check, words: { title, why, symptoms, says, guidedSteps, guidedResult, answers } };
}

function checkAnswerTexts(answer: AnswerSpec, { tree, path }: Located<unknown>, at: number, desk: Desk): Answer {
  const place: TreePath = [...path, 'answers', at];
  const act = answer.do ? desk.sentence(answer.do, tree, [...place, 'do']) : null;
  const { sure, forbids = [] } = answer;
  if ('reasons' in answer)
    return { on: answer.reasons, when: [], sure, first: answer.first ?? null, forbids, says: null, do: act };
  const says = desk.sentence(answer.says, tree, [...place, 'says']);
  return { on: answer.codes, when: answer.when ?? [], sure, first: null, forbids, says, do: act };
}

/** What is wrong with phrases: one that is empty, and one that stands there twice. */
function checkPhrases(said: string | undefined, span: Span): Diagnostic[] {
  if (said === undefined) return [];
  const phrases = said.split(/(?<=^|\s)\/(?=\s|$)/).map((each) => each.trim());
  const twice = phrases.find((each, at) => phrases.indexOf(each) !== at);
  if (phrases.includes('')) return [diagnose('resolve/text-form', 'A phrase between two "/" is empty.', span)];
  return twice === undefined ? [] : [diagnose('resolve/text-form', `The phrase "${twice}" stands here twice.`, span)];
}

/** @param wanted those that the text has to be written in here. */
function checkLanguages(
  words: Words,
  tree: SourceTree,
  path: TreePath,
  wanted: readonly Language[],
  languages: readonly Language[],
): Diagnostic[] {
  const missing = wanted.filter((language) => words[language] === undefined);
  const extra = Object.keys(words).filter((language) => !languages.includes(language));
  return [
    ...missing.map((language) =>
      diagnose('resolve/missing-language', `This text is missing in "${language}".`, keySpanOf(tree, path)),
    ),
    ...extra.map((language) => unknownLanguage(language, languages, keySpanOf(tree, [...path, language]))),
  ];
}

/** Characters of an English word: help and comments are wrapped at blanks. */
const longestWord = 100;

/** What is wrong with a text of a language, beside what its placeholders say. */
export function checkForm(said: string | undefined, language: Language, span: Span): Diagnostic[] {
  if (said === undefined) return [];
  const { source } = span;
  const text = trim(said);
  const written = said.replace(/\n$/, '');
  const report = (message: string): Diagnostic[] => [diagnose('resolve/text-form', message, span)];
  // YAML without quotes: the rest of "Put a # before the line" is a comment.
  if (
    /[^"'\n]$/.test(source.text.slice(span.start, span.end)) &&
    /^[ \t]+#/.test(source.text.slice(span.end, span.end + 20))
  )
    return report('Behind a blank, # begins a comment. A text that holds it stands in quotation marks.');
  if (text === '') return report('This text has only blanks.');
  if (written !== text) return report('This text begins or ends with a blank.');
  if (text.includes('\n')) return report('This text has several lines.');
  // Escapes of double-quoted YAML can bring in what load refuses in the file itself.
  const hidden = hiddenCharacter.exec(text);
  if (hidden) return report(`The character ${nameOfCharacter(hidden[0])} cannot be seen.`);
  // Comments and help are wrapped at blanks, of which one is left.
  if (signatureMarker.test(text.replace(/\s+/g, ' '))) return report('The text has the marker of a signature block.');
  const word = language === 'en' ? text.split(' ').find((each) => each.length > longestWord) : undefined;
  if (word !== undefined) return report(`A word of ${word.length} characters fits into no line of a script.`);
  // Help of a PowerShell script stands in a block comment, which these characters end.
  if (text.includes('#>')) return report('The text has "#>", which ends the help of a script.');
  const foreign = language === 'en' ? /[^\x20-\x7e]/u.exec(text) : null;
  return foreign
    ? report(`The English text has the character "${foreign[0]}" (${nameOfCharacter(foreign[0])}), which is not ASCII.`)
    : [];
}

function checkPlaceholders(words: Words, placeIn: PlaceIn): Diagnostic[] {
  // An alias or a merge key leaves a hole where its text would stand, and was reported by load.
  const read = Object.entries(words).flatMap(([language, text]) =>
    text === undefined ? [] : [{ language, names: placeholdersOf(text), text }],
  );
  for (const { language, text } of read) {
    if (!/[{}]/.test(text.replace(/\{[A-Z][A-Za-z0-9]*\}/g, ''))) continue;
    const message = 'A brace stands here that is no placeholder such as {Service}.';
    return [diagnose('resolve/placeholder', message, placeIn(words, language))];
  }
  const [first, ...others] = read;
  for (const other of others) {
    if (!first) break;
    const lacking = first.names.find((name) => !other.names.includes(name));
    const extra = other.names.find((name) => !first.names.includes(name));
    const name = lacking ?? extra;
    if (name === undefined) continue;
    const [without, having] = lacking === undefined ? [first, other] : [other, first];
    const related = [{ message: 'it stands at', span: placeIn(words, having.language) }];
    const message = `The placeholder {${name}} is missing in "${without.language}".`;
    return [diagnose('resolve/placeholder', message, placeIn(words, without.language), { related })];
  }
  return [];
}
