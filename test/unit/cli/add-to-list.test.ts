import { describe, expect, it } from 'vitest';
import { addToList } from '../../../src/cli/scaffold/add-to-list.js';

const add = (text: string): string | null =>
  addToList({ path: 'x.yaml', text }, 'list', { block: '  - new\n', flow: 'new' });

describe('an entry at the end of a list', () => {
  it.each([
    ['list:\n  - a\n', 'list:\n  - a\n  - new\n'],
    ['list:\n  - a', 'list:\n  - a\n  - new\n'],
    ['list:\n- a\n- b\n\nafter: 1\n', 'list:\n- a\n- b\n- new\n\nafter: 1\n'],
    ['list:\n    - a # why\n# end\nafter: 1\n', 'list:\n    - a # why\n    - new\n# end\nafter: 1\n'],
    ['list: [a, b]\nafter: 1\n', 'list: [a, b, new]\nafter: 1\n'],
    ['list: []\nafter: 1\n', 'list:\n  - new\nafter: 1\n'],
    ['list: [] # none yet', 'list:\n  - new\n'],
    ['list:\n  - |\n    text\n    more\n', 'list:\n  - |\n    text\n    more\n  - new\n'],
  ])('goes into %j', (text, result) => expect(add(text)).toBe(result));

  it.each(['other: [a]\n', 'list: a\n', 'list:\n', '{ list: [], after: 1 }\n', 'list: [a\n', 'list: [a, a: b]\n- c\n'])(
    'is not forced into %j',
    (text) => expect(add(text)).toBeNull(),
  );

  it('leaves a list in brackets alone where the entry has no form for these', () => {
    const block = { block: '  - id: a\n', flow: null };
    expect(addToList({ path: 'x.yaml', text: 'list: [{ id: b }]\n' }, 'list', block)).toBeNull();
  });
});
