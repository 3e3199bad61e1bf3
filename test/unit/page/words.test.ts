import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPageTemplates } from '../../../src/load/load-page-templates.js';
import { repository } from '../../compile-bundled.js';

const { words } = loadPageTemplates(repository);
const folder = join(repository, 'src/page');
const code = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

describe('the words of the page', () => {
  it('are all used', () => {
    const unused = [...words.keys()].filter((key) => {
      const [family = key] = /^[\w]+\./.exec(key) ?? [];
      return !code.includes(`'${key}'`) && !(family !== key && code.includes(`\`${family}`));
    });
    expect(unused).toEqual([]);
  });

  it('take the same values in every language', () => {
    const values = (text: string): readonly string[] =>
      Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).sort();
    for (const [key, texts] of words)
      for (const text of Object.values(texts)) expect([key, values(text)]).toEqual([key, values(texts.en)]);
  });
});
