import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, joinHtml } from '../../../src/page/html.js';
import { sentence, speaker } from '../../../src/page/words.js';

/** What a browser reads out of escaped text. */
function unescape(text: string): string {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}

describe('html', () => {
  it('lets no text become markup, in elements and in quoted attributes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html: markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"']/);
        expect(unescape(markup)).toBe(text);
      }),
    );
  });

  it('escapes once: what is markup already stays as it is', () => {
    const inner = html`<b>${'a & b'}</b>`;
    expect(html`<p title="${inner}">${[inner, inner]}${null}${3}</p>`.html).toBe(
      '<p title="<b>a &amp; b</b>"><b>a &amp; b</b><b>a &amp; b</b>3</p>',
    );
    expect(joinHtml([html`1`, html`2`], ' < ').html).toBe('1 &lt; 2');
  });
});

describe('words', () => {
  const say = speaker(new Map([['greet', { en: 'Dear {Name} & co', ja: '{Name} 様' }]]), 'en');

  it('are escaped around the values that they take', () => {
    expect(say('greet', { Name: '<x>' }).html).toBe('Dear &lt;x&gt; &amp; co');
    expect(say('greet', { Name: html`<b>x</b>` }).html).toBe('Dear <b>x</b> &amp; co');
  });

  it('are our bug where a key or a value is missing', () => {
    expect(() => say('nothing')).toThrow('"nothing"');
    expect(() => say('greet')).toThrow('Name');
  });

  it('mark what a script fills into a sentence', () => {
    expect(sentence('Drive {Drive} < {Free} GB').html).toBe('Drive <var>…</var> &lt; <var>…</var> GB');
  });
});
