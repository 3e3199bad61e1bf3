import { wordsIn } from '../ir/catalog.js';
import type { PageContext } from './layout.js';
import type { SiteCheck } from './site.js';

/**
 * What the search of one language looks through, as a script that a file: address can load:
 * `var mendsheetData = { checks: [...], codes: [...], parts: {...} }`, the last by digits of what Windows Setup
 * appends to a code. Checks are referred to by their place in the list. Titles and
 * sentences of every language are searched, since people paste what their PC says, in its language.
 */
export function searchData({ site, language }: PageContext): string {
  const { checks, codes } = site;
  const place = new Map(checks.map((each, index) => [each, index] as const));
  const words = ({ check, sentences }: SiteCheck): string =>
    [check.why, ...sentences].map((text) => wordsIn(text, language)).join(' ');
  const data = {
    checks: checks.map((each) => ({
      item: each.check.item,
      id: each.check.id,
      page: each.page,
      title: wordsIn(each.check.title, language),
      names: site.languages
        .filter((other) => other !== language)
        .map((other) => wordsIn(each.check.title, other))
        .join(' '),
      words: words(each),
      repairs: each.check.steps.ps1.repair !== undefined,
    })),
    codes: codes.map(({ code, name, meaning, checks: leading }) => [
      code.slice(2),
      name,
      meaning ? wordsIn(meaning, language) : '',
      leading.map((each) => place.get(each) ?? 0),
    ]),
    parts: Object.fromEntries(
      site.catalog.errorCodes
        .filter(({ hresult }) => hresult.startsWith('*'))
        .map(({ hresult, meaning }) => [hresult.slice('*-0x'.length), wordsIn(meaning, language)]),
    ),
  };
  // U+2028 and U+2029 end a line in scripts of old browsers, and nothing but that would be lost by escaping them.
  const json = JSON.stringify(data).replace(
    /[\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  return `var mendsheetData = ${json};\n`;
}
