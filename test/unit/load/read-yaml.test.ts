import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/load/read-yaml.js';
import { isHole, keySpanOf, nodeAt, spanOf, type SourceTree, type TreePath } from '../../../src/source/source-tree.js';
import type { Span } from '../../../src/source/source-file.js';

function treeOf(text: string): SourceTree {
  const { value, diagnostics } = readYaml({ path: 'x.yaml', text });
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no tree');
  return value;
}

function codesOf(text: string): string[] {
  return readYaml({ path: 'x.yaml', text }).diagnostics.map(({ code }) => code);
}

const textOf = ({ source, start, end }: Span): string => source.text.slice(start, end);

describe('readYaml', () => {
  const tree = treeOf('a: 1\nlist:\n  - { ja: 時計, en: "x" }\n  - |\n    body\n\nempty:\nlast: >-\n  folded\n');

  it('gives plain data', () => {
    expect(JSON.parse(JSON.stringify(tree.value))).toEqual({
      a: 1,
      list: [{ ja: '時計', en: 'x' }, 'body\n'],
      empty: null,
      last: 'folded',
    });
  });

  it.each<[TreePath, string]>([
    [['a'], '1'],
    [['list', 0], '{ ja: 時計, en: "x" }'],
    [['list', 0, 'ja'], '時計'],
    [['list', 0, 'en'], '"x"'],
    [['list', 1], '|\n    body'],
    [['empty'], 'empty'],
    [['list', 0, 'fr'], '{ ja: 時計, en: "x" }'],
  ])('knows where %j stands', (path, text) => {
    expect(textOf(spanOf(tree, path))).toBe(text);
  });

  it('knows where keys stand, and takes the first line of what has none', () => {
    expect(textOf(keySpanOf(tree, ['list', 0, 'ja']))).toBe('ja');
    expect(textOf(keySpanOf(tree, ['list', 1]))).toBe('|');
    expect(textOf(keySpanOf(tree, []))).toBe('a: 1');
  });

  it('knows how texts were written', () => {
    const styles = [['list', 0, 'ja'], ['list', 0, 'en'], ['list', 1], ['last']].map(
      (path) => nodeAt(tree, path)?.style,
    );
    expect(styles).toEqual(['plain', 'double-quoted', 'literal', 'folded']);
  });

  it.each([
    ['a: yes', { a: 'yes' }],
    ['a: 2026-11-22', { a: '2026-11-22' }],
    ['a: 0o17', { a: 15 }],
    ['a: 1_000', { a: '1_000' }],
    ['a: ~', { a: null }],
  ])('reads %j by the core schema of YAML 1.2', (text, expected) => {
    expect(JSON.parse(JSON.stringify(treeOf(text).value))).toEqual(expected);
  });

  it('makes holes where aliases and merge keys would have been', () => {
    const { value } = readYaml({ path: 'x', text: 'a: *b\nc: { <<: *b, d: 1 }\ne: 1\n' });
    expect(value && [isHole(value, ['a']), isHole(value, ['c', 'd']), isHole(value, ['e'])]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('never lets a key reach a prototype', () => {
    expect(codesOf('__proto__: { polluted: true }')).toEqual(['load/yaml-key']);
    expect(codesOf('constructor: 1\ntoString: 2')).toEqual([]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('readYaml on 64 KiB of one thing', () => {
  const units =
    '[ {|- |? |a: |! |&a |*a |%a\n|---\n|a:\n|- a\n|"a\n|\'|#\n|\n|>\n a\n|[a],|あ|a #b\n|-\n|:\n|]|{a: '.split('|');
  it.each(units)('%j', (unit) => {
    const text = unit.repeat(Math.floor((1 << 16) / Math.max(1, unit.length)));
    expect(readYaml({ path: 'x', text }).diagnostics.length).toBeLessThan(1 << 16);
  });

  it('reads many keys', () => {
    const text = Array.from({ length: 60_000 }, (_, at) => `key-${at}: 1`).join('\n');
    expect(readYaml({ path: 'x', text }).diagnostics).toEqual([]);
  });
});
