import { describe, expect, it } from 'vitest';
import { suggestNames } from '../../../src/diagnostics/suggest.js';

describe('suggestNames', () => {
  it.each([
    ['serverity', ['severity', 'service'], ['severity']],
    ['detcet', ['detect', 'repair'], ['detect']],
    ['hihg', ['low', 'high'], ['high']],
    ['Severity', ['severity'], ['severity']],
    ['jp', ['en', 'ja'], ['ja']],
    ['name', ['name'], []],
    ['colour', ['severity', 'links'], []],
    ['cat', ['car', 'cut', 'dog'], ['car', 'cut']],
    ['', ['a'], ['a']],
    ['b', ['a', 'ab', 'c'], []],
    ['B', ['b'], ['b']],
    ['ab', ['a', 'ac'], ['a', 'ac']],
  ])('%s among %j gives %j', (word, candidates, expected) => {
    expect(suggestNames(word, candidates)).toEqual(expected);
  });

  it('gives up on long words instead of taking quadratic time', () => {
    expect(suggestNames('x'.repeat(100_000), ['x'.repeat(99_999)])).toEqual([]);
  });
});
