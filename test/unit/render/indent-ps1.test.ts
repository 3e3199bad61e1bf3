import { expect, it } from 'vitest';
import { indentPs1 } from '../../../src/render/indent-ps1.js';

function indent(...texts: string[]): string[] {
  return indentPs1(
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
