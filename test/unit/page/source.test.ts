import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packedTexts } from '../../../src/page/source-page.js';
import { repository } from '../../compile-bundled.js';

type Pieces = (text: string, edition: 'ps1' | 'cmd') => readonly { readonly text: string; readonly kind: string }[];

/** The script as browsers run it, without a document. */
const script = readFileSync(join(repository, 'templates/page/source.js'), 'utf8');
const { pieces } = runInNewContext(`${script}; mendsheetSource`) as { readonly pieces: Pieces };

const marked = (text: string, edition: 'ps1' | 'cmd'): readonly string[] =>
  Array.from(pieces(text, edition), (piece) => (piece.kind === '' ? '' : `${piece.kind} ${piece.text}`)).filter(
    (each) => each !== '',
  );

describe('the text of a script on a page', () => {
  it.each([
    ['a comment', '# a "b" $c\n$d', ['c # a "b" $c', 'v $d']],
    ['a comment of many lines', "<#\n it's\n#> 1", ["c <#\n it's\n#>", 'n 1']],
    ['a string with quotes of its own', `'it''s # no comment' + "a \`" $b"`, [`s 'it''s # no comment'`, 's "a `" $b"']],
    ['a string of many lines', "@'\nit's $a\n'@", ["s @'\nit's $a\n'@"]],
    ['variables', '$script:Count ${env:X} $_ $?', ['v $script:Count', 'v ${env:X}', 'v $_', 'v $?']],
    ['commands and words', 'if ($a) { Get-Item }', ['k if', 'v $a', 'f Get-Item']],
    ['types', '[string[]] 12', ['n [string[]]', 'n 12']],
  ])('of PowerShell: %s', (_, text, expected) => {
    expect(marked(text, 'ps1')).toEqual(expected);
  });

  it.each([
    ['comments', 'rem a "b"\n@rem c\n:: d\necho', ['c rem a "b"', 'c @rem c', 'c :: d', 'k echo']],
    ['labels', ':find_1\ngoto :find_1', ['f :find_1', 'k goto']],
    ['variables', 'set "a=%~1" !b! %%i %PATH%', ['k set', 's "a=%~1"', 'v !b!', 'v %%i', 'v %PATH%']],
  ])('of batch: %s', (_, text, expected) => {
    expect(marked(text, 'cmd')).toEqual(expected);
  });

  it('loses no character, whatever is left open', () => {
    for (const text of ['', '\n', "'open\n", '@"\nopen', '<# open', '"\\`', '${open', '%', '!a', '  :x\n\n'])
      for (const edition of ['ps1', 'cmd'] as const)
        expect(
          pieces(text, edition)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
  });

  it('is packed for the browser whole, and as nothing that could end a string or a script', () => {
    const texts = { whole: `'</script>' \u2028 "\\ 再起動\n`, other: '' };
    const file = packedTexts(texts);
    expect(file).toMatch(/^var mendsheetTexts = \{"whole":"[A-Za-z0-9+/=]+","other":"[A-Za-z0-9+/=]+"\};\n$/);
    const { whole = '', other = '' } = runInNewContext(`${file} mendsheetTexts`) as Record<string, string>;
    const unpacked = [whole, other].map((each) => inflateRawSync(Buffer.from(each, 'base64')).toString('utf8'));
    expect(unpacked).toEqual([texts.whole, texts.other]);
  });
});
