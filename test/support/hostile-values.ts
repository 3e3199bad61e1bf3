import fc from 'fast-check';

const characters = [..."!&|<>()=,;'`~@#$*?:/\\[]{}-_. abcXYZ019"];
const traps = ['%', '^', '"', '%PATH%', '%%', '%~1', '^"', '\n', '\t', '/?', ' /? ', '\u3042', '\u00e9', '&echo x&'];

/** Texts that shells read as more than text, most of which can be carried all the same. */
export const hostileText = fc.string({
  unit: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...characters) },
    { weight: 1, arbitrary: fc.constantFrom(...traps) },
  ),
  maxLength: 40,
});

/** What is in a text that batch cannot hand to a label, told by its letters alone. */
export const batchRefuses = /["%^]|[^\x20-\x7e]|(?:^|[\s,;=])\/\?(?:$|[\s,;=])/;
