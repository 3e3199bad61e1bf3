import { cmdHoles } from '../../../src/batch/cmd-holes.js';
import { describe, expect, it } from 'vitest';
import { cmdArgument, cmdComment, cmdWord, cmdWords } from '../../../src/render/quote-cmd.js';

describe('a value as an argument of a label', () => {
  it.each([
    ['wuauserv', '"wuauserv"'],
    ['', '""'],
    ['a & b | c > d (e) !f!', '"a & b | c > d (e) !f!"'],
    [true, '"1"'],
    [false, '"0"'],
    [-7, '"-7"'],
    [['a', 'b:443'], '"a b:443"'],
    [[], '""'],
    ['http://x/?y', '"http://x/?y"'],
  ])('writes %j', (value, text) => {
    expect(cmdArgument(value)).toEqual({ text });
  });

  it.each([
    ['say "hi"', 'quotation mark'],
    ['100%', 'percent'],
    ['a^b', 'caret'],
    ['two\nlines', 'control character'],
    ['\u3042', 'ASCII'],
    ['/?', 'help'],
    ['a, /? b', 'help'],
    [1.5, '32 bits'],
    [4294967296, '32 bits'],
    [['a b'], 'holds a space'],
    [[''], 'empty'],
    ['x'.repeat(1001), '1000 characters'],
  ])('refuses %j', (value, reason) => {
    expect(cmdArgument(value)).toEqual({ reason: expect.stringContaining(reason) });
  });
});

describe('a place outside quotation marks', () => {
  it.each([
    ['type "%~1" %~2', [2]],
    // Behind a caret a quotation mark is a character like others.
    ['type ^"%~1^"', [1]],
    ['type "^" %~1 "%~2"', [1]],
    // In a variable, and in one that is set from it.
    ['set "X=%~1"\nset "Y=%~2"\ntype "%X%" %Y%', [2]],
    ['set "X=%~1"\nset "Y=a %X:~1%"\nfor %%a in (%Y%) do set "Z=%%a"', [1]],
    // In a label of the body.
    ['call :show "%~3"\nexit /b 0\n:show\ntype %~1', [3, 1]],
    ['call :show "%~3"\nexit /b 0\n:show\ntype "%~1"', []],
    // In a label of the library that has its second argument so.
    ['call :tool "%~1" "%~2"', [2]],
    ['set "X=%~3"\nif exist "a" call :tool x %X%', [3]],
  ])('%s', (text, bare) =>
    expect([...cmdHoles(text, (label) => new Set(label === 'tool' ? [2] : [])).bare]).toEqual(bare),
  );
});

describe('other text', () => {
  it('lets only plain words stand bare', () => {
    expect(cmdWord('reset-components')).toBe('reset-components');
    for (const text of ['', 'a b', 'a&b', '-x', '%x%', 'a\nb']) expect(() => cmdWord(text)).toThrow(RangeError);
  });

  it('turns words for people into ASCII that batch leaves alone', () => {
    expect(cmdWords('The \u201cservice\u201d \u2013 100% \u3042')).toBe(`"The 'service' - 100 percent ?"`);
  });

  it('writes comments that cannot act', () => {
    expect(cmdComment('& del x')).toBe('rem del x');
    expect(cmdComment('%~1 and %PATH% > x')).toBe('rem %%~1 and %%PATH%%   x');
    expect(cmdComment('')).toBe('rem');
  });
});
