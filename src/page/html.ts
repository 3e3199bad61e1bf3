import { escapeMarkup } from '../bytes/escape-markup.js';

/** Text that is HTML already. Only `html` and `sourceText` make it. */
export interface Html {
  readonly html: string;
}

export type HtmlValue = Html | string | number | null | readonly Html[];

/**
 * The one door through which a value enters a page: `html\`<p>${text}</p>\`` escapes every value for text and for quoted
 * attributes alike; what is Html already goes in as it is, null leaves nothing. Attributes have to be quoted.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  // The indentation of templates is for their readers: a page is half as long without it, and looks the same.
  const parts = strings.map((part) => part.replaceAll(/\n\s*/g, '\n'));
  return { html: parts.reduce((text, part, index) => text + markup(values[index - 1] ?? null) + part) };
}

function markup(value: HtmlValue): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeMarkup(String(value));
  return 'html' in value ? value.html : value.map((each) => each.html).join('');
}

/** Several pieces with something between them. */
export function joinHtml(pieces: readonly Html[], between: HtmlValue): Html {
  return { html: pieces.map((piece) => piece.html).join(markup(between)) };
}
