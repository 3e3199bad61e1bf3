import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** Text without what is code, in which brackets mean something else. */
function proseOf(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^(`{3,})[^]*?^\1`*$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ''));
}

/** Places that a link may name, as GitHub makes them of headings; what stands there as HTML names itself. */
function placesIn(path: string): ReadonlySet<string> {
  const text = readFileSync(path, 'utf8').replace(/^(`{3,})[^]*?^\1`*$/gm, '');
  const headings = Array.from(text.matchAll(/^#{1,6}\s+(.*?)\s*#*$/gm), ([, words = '']) => {
    const plain = words.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
    return plain
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
  });
  const seen = new Map<string, number>();
  const slugs = headings.map((slug) => {
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return before === 0 ? slug : `${slug}-${before}`;
  });
  return new Set([...slugs, ...Array.from(text.matchAll(/\b(?:id|name)="([^"]+)"/g), ([, name = '']) => name)]);
}

describe('a link of a document', () => {
  it.each(documents)('leads to a file that is there, and to a place in it: %s', (document) => {
    const links = Array.from(proseOf(document).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ([, to = '']) => to);
    const dead = links
      .filter((to) => !/^[a-z][a-z\d+.-]*:/i.test(to))
      .filter((to) => {
        const [path = '', place] = to.split('#').map(decodeURIComponent);
        const file = path === '' ? document : normalize(join(dirname(document), path));
        if (!existsSync(file)) return true;
        return place !== undefined && file.endsWith('.md') && !placesIn(file).has(place);
      });
    expect(dead).toEqual([]);
  });
});
