import type { Language, Localized } from '../ir/catalog.js';
import { html, joinHtml, type Html, type HtmlValue } from './html.js';

/** Gives a text of templates/page/words/ with its {Names} filled in, escaped. */
export type Say = (key: string, values?: Readonly<Record<string, HtmlValue>>) => Html;

/** What it throws is our bug: a key or a value that is missing. */
export function speaker(words: ReadonlyMap<string, Localized>, language: Language): Say {
  return (key, values = {}) => filled(textOf(words, key, language), values);
}

/** A text of templates/page/words/ as it stands there. What it throws is our bug: a key that is missing. */
export function textOf(words: ReadonlyMap<string, Localized>, key: string, language: Language): string {
  const text = words.get(key)?.[language];
  if (text === undefined) throw new Error(`templates/page/words/${language}.yaml has no "${key}".`);
  return text;
}

/** A text with its {Names} filled in, escaped. What it throws is our bug: a value that is missing. */
export function filled(text: string, values: Readonly<Record<string, HtmlValue>>): Html {
  return fill(text, (name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`"${text}" lacks its ${name}.`);
    return html`${value}`;
  });
}

/** A sentence of a check, with a gap wherever a script says what it finds: its {Names} are words of authors, in English alone. */
export function sentence(text: string): Html {
  return fill(text, () => html`<var>…</var>`);
}

function fill(text: string, value: (name: string) => Html): Html {
  const pieces = text.split(/\{([A-Z]\w*)\}/);
  return joinHtml(
    pieces.map((piece, index) => (index % 2 === 0 ? html`${piece}` : value(piece))),
    null,
  );
}
