import { describe, expect, it } from 'vitest';
import { checkLines } from '../../../src/finish/check-lines.js';
import { finish } from '../../../src/finish/finish.js';
import type { Encoding, Piece, RenderedText, TracedBlock } from '../../../src/ir/artefact.js';
import { positionOf } from '../../../src/source/source-file.js';

function rendered(text: string, blocks: readonly TracedBlock[] = [], encoding: Encoding = 'ascii'): RenderedText {
  return { path: 'p/diagnose.ps1', kind: 'script', edition: 'ps1', encoding, pieces: [{ text, blocks }] };
}

describe('the contract of emitted text', () => {
  it.each([
    ['# caf\u00e9\n', 'finish/not-ascii'],
    ['\tGet-Item\n', 'finish/not-ascii'],
    ['# SIG # Begin signature block\n', 'finish/signature-marker'],
    [`# ${'x'.repeat(120)}\n`, 'finish/line-too-long'],
    ['Get-Item \n', 'finish/layout'],
    ['a\n\n\nb\n', 'finish/layout'],
  ])('%j', (text, code) => expect(checkLines(rendered(text)).map((each) => each.code)).toContain(code));

  it('counts the columns that the author of a body counts', () => {
    const line = `$a = '${'x'.repeat(120)}' + 1`;
    const source = { path: 'a.ps1', text: `${line}\n` };
    const block = { row: 1, count: 1, origin: { source, line: 1, shift: 4 } };
    const [found] = checkLines(rendered(`function A {\n    ${line}\n}\n`, [block]));
    expect(found?.message).toBe(`The line has ${line.length} columns, and at most 116 are allowed.`);
    expect(found?.span.source.path).toBe('a.ps1');
  });

  it('finds the fault of a shared piece in each text that has it, and blank lines where two pieces meet', () => {
    const shared = { text: 'function Get-It {  \n}', blocks: [] };
    const own = (text: string): Piece => ({ text, blocks: [] });
    const made = (...pieces: readonly Piece[]): RenderedText => ({
      ...rendered(''),
      pieces,
    });
    for (const before of ['# one\n', '# another\n'])
      expect(checkLines(made(own(before), shared, own('\n'))).map(({ code }) => code)).toEqual(['finish/layout']);
    const fine = { text: 'exit 0\n', blocks: [] };
    expect(checkLines(made(own('# one\n\n'), fine))).toEqual([]);
    expect(checkLines(made(own('# one\n\n\n'), fine)).map(({ code }) => code)).toEqual(['finish/layout']);
    expect(checkLines(made(fine, own('\n\n# one\n'))).map(({ code }) => code)).toEqual(['finish/layout']);
    const across = [own('# one'), own('\n'), own(''), own('\n'), own('\n# two\n')];
    expect(checkLines(made(...across)).map(({ code }) => code)).toEqual(['finish/layout']);
    expect(checkLines(made(own('# one\n'), own('\n'), own('# two\n'), own('\n# three\n')))).toEqual([]);
  });

  it('looks at a shared piece by the encoding of each text that has it', () => {
    const shared = { text: '# caf\u00e9\n', blocks: [] };
    const of = (encoding: Encoding): RenderedText => ({ ...rendered(shared.text, [], encoding), pieces: [shared] });
    for (const encoding of ['utf-8', 'ascii', 'utf-8'] as const)
      expect(checkLines(of(encoding)).length).toBe(encoding === 'ascii' ? 1 : 0);
  });

  it('lets letters of every language into a text that is UTF-8', () => {
    const text = '# caf\u00e9 \u{20b9f}\u308b\n\u2018\u3000\u201c\n';
    expect(checkLines(rendered(text, [], 'utf-8'))).toEqual([]);
    expect(checkLines(rendered(text)).map(({ code }) => code)).toContain('finish/not-ascii');
  });

  it.each([
    ['a tab', '\t'],
    ['a control character', '\u0085'],
    ['a mark of direction', '\u202e'],
    ['a space without width', '\u200b'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a variation selector', '\u{e0100}'],
    ['a tag', '\u{e0041}'],
    ['private use', '\ue000'],
    ['half of a pair', '\ud842'],
    ['no character', '\ufffe'],
    ['a separator of lines', '\u2028'],
    ['a filler of Hangul', '\u3164'],
    ['the blank of Braille', '\u2800'],
  ])('lets nothing into it that cannot be seen: %s', (_, character) => {
    const faults = checkLines(rendered(`one\n# a${character}b\n`, [], 'utf-8'));
    expect(faults.map(({ code }) => code)).toEqual(['finish/hidden-character']);
  });

  it('lets values alone on a line be long, and nothing beside them', () => {
    const value = `'${"it''s ".repeat(60)}'`;
    for (const line of [
      `    ${value},`,
      `        -Name ${value}`,
      `    } -A ${value} -B 'b'`,
      `param([string] $A = ${value})`,
    ])
      expect(checkLines(rendered(`${line}\n`))).toEqual([]);
    for (const line of [`    Get-Item -Path ${value}`, `    -A ${value} | Out-Null`])
      expect(checkLines(rendered(`${line}\n`)).map(({ code }) => code)).toEqual(['finish/line-too-long']);
  });

  it('lets a sentence of the message tables be one long line, and no other', () => {
    const sentence = `'busy' = '${'\u3042'.repeat(120)}'\n`;
    expect(checkLines(rendered(`    ${sentence}`, [], 'utf-8'))).toEqual([]);
    const other = checkLines(rendered(`        ${sentence}`, [], 'utf-8'));
    expect(other.map(({ code }) => code)).toEqual(['finish/line-too-long']);
  });

  it('counts the bytes of a script and not its letters', async () => {
    const text = `    'a' = '${'\u3042'.repeat(140_000)}'\n`;
    const { diagnostics } = await finish([rendered(text, [], 'utf-8')], null, 'P');
    expect(diagnostics.map(({ code }) => code)).toEqual(['finish/too-large']);
  });

  it('reports at the line of the input that the emitted line came from', () => {
    const source = { path: 'checks/a/b.detect.ps1', text: 'one\ntwo \n' };
    const blocks = [{ row: 1, count: 1, origin: { source, line: 2, shift: 4 } }];
    const [fault] = checkLines(rendered('function Test-B {\n    two \n}\n', blocks));
    expect(fault?.span.source).toBe(source);
    expect(positionOf(source, fault?.span.start ?? 0).line).toBe(2);
  });

  it('says the fault of a shared line once', async () => {
    const source = { path: 'templates/ps1/parts/x.ps1', text: 'bad \n' };
    const text = rendered('bad \n', [{ row: 0, count: 1, origin: { source, line: 1, shift: 0 } }]);
    const { diagnostics } = await finish([text, { ...text, path: 'p/other.ps1' }], null, 'P');
    expect(diagnostics).toHaveLength(1);
  });

  it('refuses a script that channels would not take', async () => {
    const { diagnostics } = await finish([rendered('# line\n'.repeat(60_000))], null, 'P');
    expect(diagnostics.map(({ code }) => code)).toEqual(['finish/too-large']);
  });
});
