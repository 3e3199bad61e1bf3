import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { placeholderList, type Catalog, type Localized, type OwnToolWords } from '../ir/catalog.js';
import type { Templates } from '../load/templates.js';
import { keySpanOf, spanOf } from '../source/source-tree.js';

/**
 * The templates with what the tool says in every language of a catalog: its own words, and those that a checklist brings for a
 * language that the tool lacks. These are complete or refused. What is missing stands in English, which nobody sees.
 */
export function speakLanguages(templates: Templates, catalog: Catalog): Result<Templates> {
  const brought = catalog.toolWords.filter(({ language }) => !templates.languages.has(language));
  const known = new Set([...templates.languages.keys(), ...catalog.toolWords.map(({ language }) => language)]);
  const unspoken = catalog.languages
    .filter((language) => !known.has(language))
    .map((language) => {
      const message = `The tool has no words in "${language}", and "messages:" names no file with them.`;
      return diagnose('plan/tool-words', message, catalog.languagesSpan);
    });
  const idle = catalog.toolWords
    .filter(({ language }) => templates.languages.has(language))
    .map(({ language, tree }) =>
      diagnose('plan/tool-words', `The tool has words in "${language}" itself.`, keySpanOf(tree, ['language'])),
    );
  const diagnostics = [...unspoken, ...idle, ...brought.flatMap((each) => checkMessages(each, templates))];
  if (catalog.languages.every((language) => templates.languages.has(language)))
    return { value: templates, diagnostics };
  const languages = new Map([...templates.languages, ...brought.map((each) => [each.language, each] as const)]);
  const textIn = (text: Localized, key: string): Localized => ({
    ...text,
    ...Object.fromEntries(
      catalog.languages
        .filter((language) => text[language] === undefined)
        .map((language) => [
          language,
          brought.find((each) => each.language === language)?.messages.get(key) ?? text.en,
        ]),
    ),
  });
  const messages = new Map([...templates.messages].map(([key, text]) => [key, textIn(text, key)] as const));
  return { value: { ...templates, languages, messages }, diagnostics };
}

function checkMessages({ messages, tree }: OwnToolWords, templates: Templates): readonly Diagnostic[] {
  const missing = [...templates.messages.keys()]
    .filter((key) => !messages.has(key) && !templates.ofChannels.has(key))
    .map((key) => diagnose('plan/tool-words', `The message "${key}" is missing.`, keySpanOf(tree, ['says'])));
  const others = [...messages].flatMap(([key, text]): readonly Diagnostic[] => {
    const english = templates.messages.get(key);
    if (!english) {
      const suggestions = suggestNames(key, templates.messages.keys());
      const span = keySpanOf(tree, ['says', key]);
      return [diagnose('plan/tool-words', `The tool has no message "${key}".`, span, { suggestions })];
    }
    const [found, wanted] = [placeholderList(text), placeholderList(english.en)];
    if (found === wanted) return [];
    const message = `"${key}" has the placeholders ${found}; in English ${wanted}.`;
    return [diagnose('plan/tool-words', message, spanOf(tree, ['says', key]))];
  });
  return [...missing, ...others];
}
