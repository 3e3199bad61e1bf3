import { describe, expect, it } from 'vitest';
import { wrapText } from '../../../src/diagnostics/terminal.js';

describe('a text for a terminal', () => {
  it('is broken at blanks, and indented from the second line on', () => {
    expect(wrapText('one two three four', 9, '  ')).toBe('one two\n  three\n  four');
  });

  it('is broken between letters of Japanese, and no line begins with a stop', () => {
    expect(wrapText('更新を確認します。次へ', 10)).toBe('更新を確認\nします。次\nへ');
    expect(wrapText('あいうえお。', 10)).toBe('あいうえお。');
  });

  it('keeps its words whole where they are longer than a line', () => {
    expect(wrapText('a 0x80070422-very-long b', 8)).toBe('a\n0x80070422-very-long\nb');
  });
});
