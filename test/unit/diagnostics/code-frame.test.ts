import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../../src/diagnostics/code-frame.js';
import { cellsOf, safeText } from '../../../src/diagnostics/terminal.js';
import type { Span } from '../../../src/source/source-file.js';

function spanOf(text: string, marked: string): Span {
  const start = text.indexOf(marked);
  return { source: { path: 'x.yaml', text }, start, end: start + marked.length };
}

/** The columns that the marks of a frame begin at and end before, past the gutter. */
function marksOf(frame: readonly string[]): readonly [number, number] {
  const line = frame.find((each) => each.includes('^')) ?? '';
  return [line.indexOf('^') - 4, line.lastIndexOf('^') + 1 - 4];
}

describe('codeFrame', () => {
  it('marks what stands after full-width kana at twice their number of columns', () => {
    const frame = codeFrame(spanOf('title: サービスと x', 'x'));
    expect(frame).toEqual(['1 | title: サービスと x', '  |                   ^']);
  });

  it.each([
    ['half-width kana take one column', 'ｻｰﾋﾞｽ x', 'x', [6, 7]],
    ['kanji under the marks take two', 'a 時計 b', '時計', [2, 6]],
    ['a combining mark takes none', 'e\u0301 x', 'x', [2, 3]],
    ['a voiced mark that combines takes none', 'か\u3099 x', 'x', [3, 4]],
    ['an emoji takes two', '🔧 x', 'x', [3, 4]],
    ['a tab takes four', '\tx', 'x', [4, 5]],
    ['an escape takes what its code takes', '\u001bx', 'x', [8, 9]],
  ])('%s', (_, text, marked, expected) => {
    expect(marksOf(codeFrame(spanOf(text, marked)))).toEqual(expected);
  });

  it('clips long lines around the mark and keeps the mark under its place', () => {
    const text = `${'長'.repeat(300)}HERE${'い'.repeat(300)}`;
    const [line = '', marks = ''] = codeFrame(spanOf(text, 'HERE'));
    expect(line).toMatch(/^1 \| \.\.\.長+HEREい+\.\.\.$/);
    const before = line.slice(0, line.indexOf('HERE'));
    const columns = cellsOf(before).reduce((sum, cell) => sum + cell.columns, 0);
    expect(marks.indexOf('^')).toBe(columns);
    expect(marks.trimEnd().endsWith('^^^^')).toBe(true);
  });

  it('marks a span over several lines on its first line only', () => {
    const frame = codeFrame({ source: { path: 'x', text: 'one two\nthree\nfour' }, start: 4, end: 12 });
    expect(frame).toEqual(['1 | one two', '  |     ^^^', '2 | three']);
  });

  it('marks the end of a file that ends without a line end', () => {
    expect(codeFrame({ source: { path: 'x', text: 'abc' }, start: 3, end: 3 })).toEqual(['1 | abc', '  |    ^']);
  });

  it('has nothing to show of an empty file', () => {
    expect(codeFrame({ source: { path: 'x', text: '' }, start: 0, end: 0 })).toEqual([]);
  });
});

describe('safeText', () => {
  it('leaves nothing that a terminal would act on', () => {
    const text = safeText('a\u001b[31m\u009b1m\u0000\u202e\u2066\ud800\r\nb');
    expect(text).toBe('a<U+001B>[31m<U+009B>1m<U+0000><U+202E><U+2066><U+D800><U+000D><U+000A>b');
  });
});
