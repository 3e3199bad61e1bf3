import { expect, it } from 'vitest';
import { indentPs1 } from '../../../src/render/indent-ps1.js';

function indent(...texts: string[]): string[] {
  return indentPs1(
    { text: texts.join('\n') },
    texts.map((text) => ({ text, origin: null })),
    4,
  ).map(({ text }) => text);
}

it('keeps here-strings to the letter', () => {
  expect(indent("$a = @'", 'text', "'@", '$b')).toEqual(["    $a = @'", 'text', "'@", '    $b']);
});

it('does not take a string that ends in "@" for the start of one', () => {
  expect(indent("$a = $b -replace '[^/]*@'", '$c')).toEqual(["    $a = $b -replace '[^/]*@'", '    $c']);
});

it('does not take a comment for the start of one, whatever stands at the start of a later line', () => {
  expect(indent("$a # such as @'", '$b', "'@ is no end'")).toEqual([
    "    $a # such as @'",
    '    $b',
    "    '@ is no end'",
  ]);
});

it('leaves the value of a string of several lines as it is', () => {
  expect(indent("$a = 'one", "two'", '$b')).toEqual(["    $a = 'one", "two'", '    $b']);
});

it('finds the second of two here-strings that begin on the line on which the first one ends', () => {
  expect(indent("Set-X -A @'", 'b', "'@ -B @'", 'c', "'@", '$d')).toEqual([
    "    Set-X -A @'",
    'b',
    "'@ -B @'",
    'c',
    "'@",
    '    $d',
  ]);
});
