import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Literal, ParameterType } from '../../../src/ir/catalog.js';
import { refuseValue, typeOfValue } from '../../../src/resolve/argument-value.js';

const fits = (type: ParameterType, value: Literal, of: readonly string[] = []): boolean =>
  refuseValue({ type, of }, value) === null;

describe('refuseValue', () => {
  it.each<[ParameterType, Literal]>([
    ['string', ''],
    ['string', "a 'b' $c %d%"],
    ['integer', -0x7fffffff],
    ['boolean', false],
    ['service-name', 'bits'],
    ['service-name', 'WpnUserService_1a2b'],
    ['registry-path', 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'],
    ['registry-path', 'HKCU:\\Software'],
    ['path', 'C:\\Windows\\SoftwareDistribution'],
    ['path', '%SystemRoot%\\System32\\catroot2'],
    ['path', '%ProgramFiles(x86)%\\App'],
    ['path', 'SoftwareDistribution\\DataStore\\DataStore.edb'],
    ['url', 'http://www.msftconnecttest.com/connecttest.txt'],
    ['url', 'https://example.com:8443/a?b=c&d=%20#e'],
    ['host-name', 'sls.update.microsoft.com'],
    ['hresult', '0x8024A10a'],
    ['sddl', 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)'],
    ['string-list', []],
    ['string-list', ['a b', 'c']],
    // The last that fit.
    ['string', 'x'.repeat(1000)],
    ['integer', 0x7fffffff],
    ['service-name', 'b'.repeat(80)],
    ['path', 'x'.repeat(260)],
    ['path', 'a..b\\..c'],
    ['path', 'a'],
    ['host-name', `${'a'.repeat(63)}.example`],
    ['host-name', `${'a.'.repeat(126)}a`],
  ])('takes for %s: %j', (type, value) => {
    expect(fits(type, value)).toBe(true);
  });

  it.each<[ParameterType, Literal]>([
    ['string', 'a\nb'],
    ['string', '日本'],
    ['string', 'x'.repeat(1001)],
    ['integer', -(2 ** 31)],
    ['registry-path', 'HKLM:\\SOFTWARE '],
    ['registry-path', 'HKXX:\\SOFTWARE'],
    ['host-name', `${'a.'.repeat(126)}aa`],
    ['hresult', '0x800704222'],
    ['hresult', '0x8007042g'],
    ['sddl', 'X:(A;;FA;;;SY)'],
    ['string', 1],
    ['integer', 1.5],
    ['integer', 2 ** 31],
    ['integer', '1'],
    ['boolean', 'true'],
    ['service-name', ''],
    ['service-name', 'bits;calc'],
    ['service-name', 'bits\n'],
    ['service-name', 'b'.repeat(81)],
    ['registry-path', 'HKLM:\\SOFTWARE\\*'],
    ['registry-path', 'HKLM:\\SOFTWARE\\\\Twice'],
    ['registry-path', 'HKLM:'],
    ['registry-path', 'C:\\Windows'],
    ['path', '..\\secret'],
    ['path', 'C:\\a\\..\\b'],
    ['path', 'C:\\a\\*.log'],
    ['path', 'C:\\a:stream'],
    ['path', 'a:stream'],
    ['path', 'ab:stream'],
    ['path', 'abc:stream'],
    ['path', 'folder\\file.txt:stream'],
    ['path', 'C:relative'],
    ['path', '%TEMP%:stream'],
    ['path', ':stream'],
    ['path', '/root'],
    ['path', ' blank'],
    ['path', '..'],
    ['path', 'a/..'],
    ['path', 'a?'],
    ['path', 'x'.repeat(261)],
    ['path', '\\\\server\\share'],
    ['path', 'C:\\a"b'],
    ['url', 'ftp://example.com/'],
    ['url', 'https://例え.jp/'],
    ['url', 'https://user:secret@exa mple.com/'],
    ['url', 'https://'],
    ['host-name', '-a.example'],
    ['host-name', 'a..b'],
    ['host-name', 'a_b'],
    ['host-name', `${'a'.repeat(64)}.example`],
    ['hresult', '80070422'],
    ['hresult', '0x8007042'],
    ['sddl', 'D:(A;;FA;;;SY'],
    ['sddl', "D:(A;;FA;;;SY)'"],
    ['string-list', ['']],
    ['string-list', 'a'],
    ['string-list', ['a\tb']],
  ])('refuses for %s: %j', (type, value) => {
    expect(fits(type, value)).toBe(false);
  });

  it('takes the words of an enum and no others', () => {
    expect(fits('enum', 'demand', ['automatic', 'demand'])).toBe(true);
    expect(fits('enum', 'Demand', ['automatic', 'demand'])).toBe(false);
    expect(fits('enum', 1, ['1'])).toBe(false);
  });

  it('lets no type carry a character outside printable ASCII', () => {
    const types: ParameterType[] = [
      'string',
      'service-name',
      'registry-path',
      'path',
      'url',
      'host-name',
      'hresult',
      'sddl',
    ];
    const foreign = fc
      .tuple(fc.string(), fc.string({ unit: 'grapheme', minLength: 1 }), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...types), foreign, (type, value) => {
        fc.pre(/[^\x20-\x7e]/.test(value));
        return !fits(type, value) && !fits('string-list', [value]);
      }),
    );
  });

  it('ends for a value made to backtrack, which an expression with two ways to match would not in a lifetime', () => {
    for (const unit of ['D:', 'a.', 'a-', '\\a ', '(A)', '%A%']) {
      for (const type of ['sddl', 'host-name', 'registry-path', 'path', 'url'] as const) {
        fits(type, `HKLM:${unit.repeat(400).slice(0, 900)}'`);
        fits(type, `${unit.repeat(400).slice(0, 900)}'`);
      }
    }
  });
});

describe('typeOfValue', () => {
  it.each<[Literal, ParameterType]>([
    ['a', 'string'],
    [1, 'integer'],
    [true, 'boolean'],
    [['a'], 'string-list'],
  ])('takes %j for a %s', (value, type) => {
    expect(typeOfValue(value)).toBe(type);
  });
});
