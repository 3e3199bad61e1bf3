import type { Catalog, Localized } from '../../src/ir/catalog.js';

/** The tag of English in accents, which nobody speaks: what is not translated stands out in it. */
export const pseudoTag = 'en-XL';

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz', (letter, at) => [
    letter,
    Array.from('ÀÇĎÉĜĤÎĴĶĻŃÖŘŠŤÛŴŸŽàçďéĝĥîĵķļńöřšťûŵÿž')[at] ?? letter,
  ]),
);

/**
 * A text with accents on its letters and a third longer, as translations are. Placeholders stay.
 * @param most characters that it may have.
 */
export function pseudo(text: string, most = Infinity): string {
  const accented = text
    .split(/(\{[A-Z]\w*\})/)
    .map((piece, at) => (at % 2 === 1 ? piece : piece.replace(/[A-Za-z]/g, (letter) => accents[letter] ?? letter)))
    .join('');
  const room = Math.min(Math.ceil(text.length * 0.3), most - text.length - 1);
  return room > 0 ? `${accented} ${'ö'.repeat(room)}` : accented;
}

/** The words of the tool with those of the pseudo-locale. */
export function withPseudo(words: ReadonlyMap<string, Localized>): ReadonlyMap<string, Localized> {
  return new Map([...words].map(([key, text]) => [key, { ...text, [pseudoTag]: pseudo(text.en) }]));
}

/** A copy of data in which every text by language has the pseudo-locale, too. */
export function deepPseudo<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => deepPseudo(each as unknown)) as T;
  if (value instanceof Map) return new Map([...value].map(([key, each]) => [key, deepPseudo(each as unknown)])) as T;
  const own = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deepPseudo(each as unknown)]));
  return ('en' in value && typeof value.en === 'string' ? { ...own, [pseudoTag]: pseudo(value.en) } : own) as T;
}

/** A translation file of the pseudo-locale, as data, for a checklist. */
export function pseudoTranslation(catalog: Catalog, guardless = catalog.guard === null): unknown {
  const all = (says: Readonly<Record<string, Localized>>): Record<string, string> =>
    Object.fromEntries(Object.entries(says).map(([key, text]) => [key, pseudo(text.en)]));
  return {
    title: pseudo(catalog.title.en, 45),
    ...(guardless ? {} : { guard: all(catalog.guard?.says ?? {}) }),
    ...(catalog.examples ? { examples: pseudo(catalog.examples.en) } : {}),
    scripts: Object.fromEntries(
      catalog.scripts
        .filter(({ title, symptoms }) => title ?? symptoms)
        .map(({ name, title, symptoms }) => [
          name,
          {
            ...(title ? { title: pseudo(title.en, 60) } : {}),
            ...(symptoms ? { symptoms: pseudo(symptoms.en) } : {}),
          },
        ]),
    ),
    applies: Object.fromEntries([...catalog.applies].map(([key, text]) => [key, pseudo(text.en)])),
    groups: Object.fromEntries(catalog.groups.map(({ id, title }) => [id, pseudo(title.en, 100)])),
    recipes: Object.fromEntries(
      [...catalog.recipes.values()].map(({ id, says, parameters }) => [
        id,
        {
          says: all(says),
          takes: Object.fromEntries(parameters.map(({ name, says: text }) => [name, pseudo(text.en)])),
        },
      ]),
    ),
    checks: Object.fromEntries(
      catalog.checks.map(({ id, title, why, symptoms, says, inputs, guided, answers }) => [
        id,
        {
          title: pseudo(title.en, 100),
          why: pseudo(why.en),
          ...(symptoms ? { symptoms: pseudo(symptoms.en) } : {}),
          says: all(says),
          inputs: Object.fromEntries(inputs.map((input) => [input.name, pseudo(input.says.en)])),
          ...(guided ? { steps: guided.steps.map((step) => pseudo(step.en)) } : {}),
          ...(guided?.result ? { result: pseudo(guided.result.en) } : {}),
          answers: Object.fromEntries(
            (answers ?? [])
              .filter((answer) => answer.says ?? answer.do)
              .map(({ on, says: cause, do: act }) => [
                on[0],
                { ...(cause ? { says: pseudo(cause.en) } : {}), ...(act ? { do: pseudo(act.en) } : {}) },
              ]),
          ),
        },
      ]),
    ),
    'error-codes': Object.fromEntries(
      catalog.errorCodes.map(({ hresult, meaning }) => [hresult, pseudo(meaning.en, 60)]),
    ),
  };
}
