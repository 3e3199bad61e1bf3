import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPowerShell, isMissing } from '../../../src/host/pwsh.js';
import { psArray, psArrayAt, psLiteral, psString, psStringData, psTableRow } from '../../../src/render/quote-ps1.js';
import { describeWithTool, run } from '../../tools.js';

describe('PowerShell literals', () => {
  it('write a quote twice and expand nothing', () => {
    expect(psString("it's $env:Path `n $(exit)")).toBe("'it''s $env:Path `n $(exit)'");
  });

  it('are arrays also for one element and none', () => {
    expect([psArray([]), psArray(['a']), psArray(['a', "b'"])]).toEqual(['@()', "@('a')", "@('a', 'b''')"]);
  });

  it('know booleans and integers, and refuse what PowerShell would read otherwise', () => {
    expect([psLiteral(true), psLiteral(-3)]).toEqual(['$true', '-3']);
    expect(() => psLiteral(0.1)).toThrow(RangeError);
  });

  it('refuse what is not printable ASCII, curly quotes among it', () => {
    for (const text of ['\u2019', 'a\nb', '\u0000', '\u3042', '\u007f'])
      expect(() => psString(text)).toThrow(RangeError);
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

describeWithTool('PowerShell reads back', isMissing(powerShell) ? 'PowerShell' : undefined, () => {
  const [program, ...first] = isMissing(powerShell) ? ([''] as const) : powerShell.command;

  /** What expressions give behind a setup, each a string, in one PowerShell. Base64 keeps the console's encoding out. */
  function evaluate(setup: string, expressions: readonly string[]): readonly string[] {
    const lines = expressions.map((text) => `[Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes(${text}))`);
    const invoke = '& ([scriptblock]::Create([Console]::In.ReadToEnd()))';
    const script = Buffer.from([setup, ...lines].join('\n'));
    const encoded = run(program, [...first, '-NoProfile', '-NonInteractive', '-Command', invoke], script).toString();
    return encoded
      .trim()
      .split(/\r?\n/)
      .map((line) => Buffer.from(line, 'base64').toString('utf16le'));
  }

  it('any string literal as the string it was made from', () => {
    const strings = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }), {
      numRuns: 2000,
      seed: 7,
    });
    expect(evaluate('', strings.map(psString))).toEqual(strings);
  });

  it('any sentence of a message table as it was written, in any script', () => {
    const sentences = fc
      .sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { numRuns: 500, seed: 11 })
      .filter((text) => !/[\u0000\t]/.test(text));
    const messages = sentences.map((text, index) => ({ key: `key${index}`, text: { en: '-', ja: text } }));
    const text = `$text = @'\n${psStringData(messages)}\n'@`;
    const decoded = '[Text.Encoding]::UTF7.GetString([Text.Encoding]::ASCII.GetBytes($text))';
    const table = `${text}\n$table = ConvertFrom-StringData -StringData (${decoded})`;
    const values = messages.map(({ key }) => `($table['${key}'] -split '\\t')[1]`);
    expect(evaluate(table, values)).toEqual(sentences);
  });

  it('any field of a table as it was written', () => {
    const fields = fc.sample(fc.string({ unit: 'grapheme', maxLength: 40 }), { numRuns: 500, seed: 13 });
    const table = `$fields = @'\n${psTableRow(fields)}\n'@ -split '\\|'`;
    const values = fields.map(
      (_, index) => `[Text.Encoding]::UTF7.GetString([Text.Encoding]::ASCII.GetBytes($fields[${index}]))`,
    );
    expect(evaluate(table, values)).toEqual(fields);
  });
});
