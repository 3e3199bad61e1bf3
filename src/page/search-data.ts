import { wordsIn, type Language } from '../ir/catalog.js';
import { homePath, type PageContext } from './layout.js';
import { sectionsOf } from './sections.js';
import type { SiteCheck } from './site.js';

/**
 * What the search of one language looks through, as a script that a file: address can load:
 * `var mendsheetData = { pages, targets: [...], codes: [...], parts: {...}, lastResort: [...], stop: [...] }`. Targets are the checks, whose pages lie
 * in the folder `pages` under number and id, and, behind them, the sections of the page that answer a question of their own; codes refer to them by their place, and so does what helps where nothing
 * is found. Parts are by digits of what Windows Setup appends to a code. English titles are
 * searched too, since people read them elsewhere.
 */
export function searchData(context: PageContext): string {
  const { site, language } = context;
  const { checks, codes } = site;
  const place = new Map(checks.map((each, index) => [each, index] as const));
  const sections = sectionsOf(context);
  const data = {
    pages: `page/${language}/`,
    targets: [
      ...checks.map((each) => ({
        item: each.check.item,
        id: each.check.id,
        title: wordsIn(each.check.title, language),
        names: language === 'en' ? '' : each.check.title.en,
        symptoms: each.check.symptoms ? wordsIn(each.check.symptoms, language) : '',
        words: wordsOf(each, language),
        repairs: each.check.steps.ps1.repair !== undefined,
      })),
      ...sections.map(({ id, title, intent }) => ({
        item: 0,
        id: '',
        to: `${homePath(site, language)}#${id}`,
        title,
        names: '',
        symptoms: intent,
        words: '',
        repairs: false,
      })),
    ],
    codes: codes.map(({ code, name, meaning, symptoms, checks: leading }) => [
      code.slice(2),
      name,
      meaning ? wordsIn(meaning, language) : '',
      leading.map((each) => place.get(each) ?? 0),
      ...(symptoms && wordsIn(symptoms, language) !== '' ? [wordsIn(symptoms, language)] : []),
    ]),
    parts: Object.fromEntries(
      site.catalog.errorCodes
        .filter(({ hresult }) => hresult.startsWith('*'))
        .map(({ hresult, meaning }) => [hresult.slice('*-0x'.length), wordsIn(meaning, language)]),
    ),
    lastResort: sections.flatMap(({ isLastResort }, index) => (isLastResort ? [checks.length + index] : [])),
    stop,
  };
  // U+2028 and U+2029 end a line in scripts of old browsers, and nothing but that would be lost by escaping them.
  const json = JSON.stringify(data).replace(
    /[\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16)}`,
  );
  return `var mendsheetData = ${json};\n`;
}

/** Words of English and German that tell nothing, without the marks of their letters. The search reads over them. */
const stop =
  'the and for that this with are was were not but you your can cannot from have has had will what when where why how again still been being its it dos did der die das und ist nicht ein eine den dem des mit von auf fur bei sich wird ich wie'.split(
    ' ',
  );

/**
 * Runs of a text that the search takes for words: Latin letters and digits, katakana with the blanks between them, kanji, and
 * hiragana that are no mere ending.
 */
const telling =
  /[a-z\u00df-\u00ff][\w\u00df-\u00ff.+%-]{2,}|\d[\w.%-]*|[\u30a1-\u30fc]+(?:[ \u30fb][\u30a1-\u30fc]+)*|[\u3400-\u9fff\u3005]+|[\u3041-\u3096]{4,}/g;

/** What else a check says. A word that it said before tells nothing more, and visitors would wait for it. */
function wordsOf({ check }: SiteCheck, language: Language): string {
  const wordsOfText = (text: string): readonly string[] => text.toLowerCase().match(telling) ?? [];
  const said = [check.title, check.symptoms].flatMap((each) => (each ? wordsOfText(wordsIn(each, language)) : []));
  const more = wordsOfText(wordsIn(check.why, language).replaceAll(/\{\w+\}/g, ' '));
  // Sorted, which compresses better; with commas, since blanks between katakana are read over.
  return [...new Set(more)]
    .filter((word) => !said.includes(word) && !stop.includes(word))
    .sort()
    .join();
}
