import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../src/ir/catalog.js';
import { findPowerShell, isMissing } from '../../../src/host/pwsh.js';
import { encodeText } from '../../../src/bytes/encode-text.js';
import { hiddenCharacter } from '../../../src/source/hidden-character.js';
import { psArray, psArrayAt, psLiteral, psMessages, psString, psTableRow } from '../../../src/render/quote-ps1.js';
import { describeWithTool, run } from '../../tools.js';

describe('PowerShell literals', () => {
  it('write a quote twice and expand nothing', () => {
    expect(psString("it's $env:Path `n $(exit)")).toBe("'it''s $env:Path `n $(exit)'");
  });

  it('write each quote twice that PowerShell takes for a single one, and no other', () => {
    expect(psString("'\u2018\u2019\u201a\u201b")).toBe("'''\u2018\u2018\u2019\u2019\u201a\u201a\u201b\u201b'");
    expect(psString('"\u201c\u201d\u201e\u2032`$\u3042')).toBe("'\"\u201c\u201d\u201e\u2032`$\u3042'");
  });

  it('leave every character but the quotes as it is', () => {
    for (const one of everyCharacter) {
      const wanted = one === "'" ? "''" : one;
      expect(psString(`a${one}b${one}`)).toBe(`'a${wanted}b${wanted}'`);
      expect(psTableRow(['8024', one === '|' ? '' : `a${one}b`])).toBe(`8024|${one === '|' ? '' : `a${one}b`}`);
    }
  });

  it('are arrays also for one element and none', () => {
    expect([psArray([]), psArray(['a']), psArray(['a', "b'"])]).toEqual(['@()', "@('a')", "@('a', 'b''')"]);
  });

  it('know booleans and integers, and refuse what PowerShell would read otherwise', () => {
    expect([psLiteral(true), psLiteral(-3)]).toEqual(['$true', '-3']);
    expect(() => psLiteral(0.1)).toThrow(RangeError);
  });

  it.each([
    'a\nb',
    '\r',
    '\t',
    '\0',
    '\u007f',
    '\u0085',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud800',
    '\ue000',
    '\u{e0001}',
  ])('refuse what cannot be seen: %j', (text) => {
    expect(() => psString(text)).toThrow(RangeError);
    expect(() => psTableRow(['0001', text])).toThrow(RangeError);
  });

  it('make no row of what would end its field or its table', () => {
    for (const fields of [['a|b'], ["'@", 'b'], ['\u2019@']]) expect(() => psTableRow(fields)).toThrow(RangeError);
    expect(psTableRow(['8024', "it's", '\u2019@'])).toBe("8024|it's|\u2019@");
  });

  it('break a long array into lines below the house width', () => {
    const lines = psArrayAt(
      Array.from({ length: 30 }, (_, index) => `service-${index}`),
      20,
      8,
    ).split('\n');
    expect(lines.every((line) => line.length <= 115)).toBe(true);
    expect(lines[0]).toBe('@(');
    expect(lines.at(-1)).toBe('        )');
    expect(lines.at(-2)?.endsWith(',')).toBe(false);
  });
});

const powerShell = await findPowerShell();

/** What cannot be seen is refused; of all else none is left out, so that a backslash or a percent sign never depends on luck. */
const everyCharacter = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

/** Quotes of both kinds, dashes, ends of here-strings and comments, what escapes, expands and separates. */
const traps = fc.constantFrom(
  ...'\'"`\\$(){}@|#<>;,=&%+- \u2018\u2019\u201a\u201b\u201c\u201d\u201e\u2013\u2014\u2015\u00a0\u3000',
  ...["'@", '"@', "@'", '\u2019@', '#>', '<#', '$(', '`n', '\\n', '\\u3042', '--%', '\u3042', '\u{20b9f}', '\u00e9'],
);
const sentence = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.string({ unit: traps, minLength: 1, maxLength: 12 }),
  )
  .filter((text) => !hiddenCharacter.test(text));

describeWithTool('PowerShell reads back', isMissing(powerShell) ? 'PowerShell' : undefined, () => {
  const [program, ...first] = isMissing(powerShell) ? ([''] as const) : powerShell.command;
  const folder = mkdtempSync(join(tmpdir(), 'mendsheet-quote-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /**
   * What expressions give behind a setup, each a string, in one script with the bytes of scripts for people. Base64 keeps the
   * console's encoding out.
   */
  function evaluate(setup: string, expressions: readonly string[]): readonly string[] {
    const lines = expressions.map((text) => `[Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes(${text}))`);
    const file = join(folder, 'quoted.ps1');
    writeFileSync(file, encodeText([setup, ...lines, ''].join('\n'), 'utf-8'));
    const encoded = run(program, [...first, '-NoProfile', '-NonInteractive', '-File', file]).toString();
    return encoded
      .trim()
      .split(/\r?\n/)
      .map((line) => Buffer.from(line, 'base64').toString('utf16le'));
  }

  it('any string literal as the string it was made from', () => {
    const pairs = everyCharacter.flatMap((one) => ['', ...'\\\'"`$'].map((other) => `${other}${one}${other}`));
    const strings = [...pairs, ...fc.sample(sentence, { numRuns: 3000, seed: 7 })];
    expect(evaluate('', strings.map(psString))).toEqual(strings);
  });

  it('any sentence of a message table as it was written, in each language', () => {
    const sentences = fc.sample(sentence, { numRuns: 2000, seed: 11 });
    const messages = sentences.map((text, index) => ({ key: `a-b.${index}`, text: { en: `en ${text}`, ja: text } }));
    const valuesIn = (languages: readonly Language[]): readonly string[] =>
      messages.flatMap(({ key }) => languages.map((each) => `$script:Messages['${each}']['${key}']`));
    const both = psMessages(messages, ['en', 'ja']);
    expect(evaluate(both, valuesIn(['en', 'ja']))).toEqual(sentences.flatMap((text) => [`en ${text}`, text]));
    const one = psMessages(messages, ['en']);
    expect(evaluate(one, valuesIn(['en']))).toEqual(sentences.map((text) => `en ${text}`));
  });

  it('any field of a table as it was written', () => {
    const field = sentence.filter((text) => !text.includes('|'));
    const fields = fc.sample(field, { numRuns: 2000, seed: 13 });
    const rows = fields.map((text, index) => psTableRow([String(index), text]));
    const table = `$rows = @'\n${rows.join('\n')}\n'@ -split '\\r?\\n'`;
    const values = fields.map((_, index) => `($rows[${index}] -split '\\|')[1]`);
    expect(evaluate(table, values)).toEqual(fields);
  });
});
