/** A code that a text names. */
export interface ReadCode {
  /** Eight upper-case hexadecimal digits of the HRESULT. */
  readonly hresult: string;
  /** Five digits of the code that Windows Setup appends: its phase, and in the last two its operation; else empty. */
  readonly extend: string;
}

/** What a code says of itself, by winerror.h and ntstatus.h. */
export interface DecodedCode {
  readonly isError: boolean;
  /** Name of the facility, or its number in decimal digits. */
  readonly facility: string;
  /** The error of Win32 that an HRESULT wraps; null where it wraps none. */
  readonly win32: number | null;
  /** "0x" and eight digits of the NTSTATUS that a code is or wraps; null where it has none. */
  readonly ntstatus: string | null;
}

/**
 * The codes of a text in the order of their places, each once: a code alone in any of the spellings that Windows and
 * people use, or whole lines of logs. Zero, and numbers that could be anything, are none.
 *
 * The page carries this function as its own text, so that command line and page read alike: it uses nothing around it.
 *
 * @param isKnown whether a table has an HRESULT: a number that is no more than likely a code must be there.
 * @param valueOf the HRESULT of a symbolic name such as ERROR_FILE_NOT_FOUND; empty for an unknown one.
 */
export function readCodes(
  text: string,
  isKnown: (hresult: string) => boolean,
  valueOf: (name: string) => string,
): readonly ReadCode[] {
  const hex = (value: number): string => (value >>> 0).toString(16).toUpperCase().padStart(8, '0');
  const ofWin32 = (value: number): string => (value > 0xffff ? hex(value) : `8007${hex(value).slice(4)}`);
  // A minus sign of typesetters, and the mark of a long vowel that Japanese keyboards give for a hyphen.
  const line = text
    .normalize('NFKC')
    .replace(/\u2212|\u30fc(?=\s*(?:0x)?[1-5]00[0-9a-f]{2})/gi, '-')
    // 0x8007 0643 and 0x 80070643, as people copy them from a screen.
    .replace(
      /(?<![\w@])(0x)\s?([89a-f][0-9a-f]{3})[\s_]?([0-9a-f]{4})(?![0-9a-z])/gi,
      (all, x: string, high: string, low: string) =>
        isKnown(`${high}${low}`.toUpperCase()) || all === text.trim() ? `${x}${high}${low}` : all,
    )
    .replace(/^\s*([89a-f][0-9a-f]{3})\s([0-9a-f]{4})\s*$/i, '0x$1$2');
  // What may stand around a code that is all of a text: quotes, brackets, "#", a full stop, "error".
  const alone = line.replace(
    /^(?:[\s"'#([{<「『【]|(?:(?:error|win32|code|fehler(?:code)?|エラー|コード)[\s:#=]*))+|[\s"')\]}>」』】.,;:。、]+$/gi,
    '',
  );
  const found: { at: number; hresult: string; extend: string }[] = [];
  const add = (at: number, hresult: string, extend = ''): void => {
    if (hresult !== '' && !/^0+$|^80070000$/.test(hresult)) found.push({ at, hresult, extend });
  };
  const told =
    /(?:\b(?:error|err|hr|hresult|gle|win32|code|status|result|failed)|fehler(?:code)?|エラー|コード|resultmapped)(?:[\s_]*(?:code|number|no\.?|コード))?\s*(?:with\s*|is\s*|[:=#(\[、])*\s*$/i;
  const patterns: readonly [RegExp, (match: RegExpMatchArray, at: number) => void][] = [
    // 0x80070643, x80070643 or &H80070643 of Visual Basic, with the ffffffff of 64-bit logs, the L of C or the h of
    // assembler, with what Setup appends; 0x240006 where it is known, and 0x70 where it is told.
    [
      /(?<![\w@])#?(?:0x|&h|x(?=[89a-f][0-9a-f]{7}h?(?![0-9a-z])))(?:f{8}(?=[0-9a-f]{8}(?![0-9a-z])))?([0-9a-f]{1,8})(?:[lh]?(?![0-9a-z]))(?:\s*[-\s/,\u2010-\u2015]\s*0x([1-5]00[0-9a-f]{2})(?![0-9a-z]))?/gi,
      ([all, digits = '', extend = ''], at) => {
        const value = Number.parseInt(digits, 16);
        if (value > 0xffff) {
          if (digits.length === 8 || isKnown(hex(value))) add(at, hex(value), extend.toUpperCase());
        } else if (told.test(line.slice(0, at)) || (alone === all && isKnown(ofWin32(value)))) add(at, ofWin32(value));
      },
    ],
    // 80070643 alone, told, in brackets or known; C1900101-0x30018; WindowsUpdate_8024402C of older Windows. No piece of
    // a GUID or of a longer number.
    [
      /(?:(?<=\bwindowsupdate_)|(?<![\w{-]|0x))([89a-f][0-9a-f]{7})(?:(?:\s*[-\u2010-\u2015]\s*)(?:0x)?([1-5]00[0-9a-f]{2})(?!\w)|h?(?![\w-]))/gi,
      ([all, digits = '', extend = ''], at) => {
        const code = digits.toUpperCase();
        const stands = alone === all || told.test(line.slice(0, at)) || /[[(_]$/.test(line.slice(0, at));
        if (isKnown(code) || extend !== '' || (stands && /^[8C]/.test(code))) add(at, code, extend.toUpperCase());
      },
    ],
    // -2147023293 and 2147944003; 2359302, a success, where it is told.
    [
      /(?<![\w.-])(-\d{9,10}|[2-4]\d{9}|2\d{6})(?!\w|\.\w)/g,
      ([all, digits = ''], at) => {
        const value = Number(digits);
        const code = hex(value);
        const stands = alone === all || told.test(line.slice(0, at));
        if (digits.length === 7 && stands && isKnown(code)) add(at, code);
        if (value < -0x80000000 || value > 0xffffffff || !/^[89A-F]/.test(code)) return;
        if (isKnown(code) || value < 0 || stands) add(at, code);
      },
    ],
    // HRESULT_FROM_WIN32(14098), (ERROR_FILE_NOT_FOUND) or (0x2).
    [
      /HRESULT_FROM_WIN32\(\s*(?:(\d{1,5})|0x([0-9a-f]{1,8})|(\w+))\s*\)/gi,
      ([, decimal, digits, name = ''], at) => {
        if (decimal ?? digits) add(at, ofWin32(decimal ? Number(decimal) : Number.parseInt(digits as string, 16)));
        else add(at, valueOf(name.toUpperCase()));
      },
    ],
    // error 1058, Fehler 1058, エラー 1058, and FAILED 1058: of sc.exe. No count ("error 2 of 3"), and no number that
    // SOAP or HTTP gives its errors.
    [
      /(?<![\w.-])(\d{1,5})(?![\w/]|[.,:-]\d|\s*(?:(?:(?:out\s+)?of|von)\s+\d|(?:times|mal)\b|[件個回]))/gi,
      ([all, decimal = ''], at) => {
        const value = Number(decimal);
        const isAlone = alone === all && (decimal.length > 3 || alone !== line.trim());
        const isTold =
          /(?:\b(?:error|gle|win32)|fehler(?:code)?|エラー)(?:[\s_]*(?:code|number|status|コード))?\s*[:=#(\[]?\s*$|^\[SC\] .* (?:FAILED|失敗) $/i;
        const ofProtocol = /\b(?:soap|https?)(?:[\s_-]*client)?[\s_-]*(?:error|fehler|エラー)\D*$/i;
        const before = line.slice(0, at);
        if (value === 0 || value > 0xffff || (value < 1000 && ofProtocol.test(before))) return;
        // Of msiexec and wusa; a small one is any program's own.
        const isExit = value > 999 && /\bexit[\s_-]*code\s*[:=(]?\s*$/i.test(before) && isKnown(ofWin32(value));
        if (isAlone || isExit || isTold.test(before)) add(at, ofWin32(value));
      },
    ],
    // CBS_E_STORE_CORRUPTION.
    [/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g, ([name], at) => add(at, valueOf(name))],
  ];
  for (const [pattern, take] of patterns) for (const match of line.matchAll(pattern)) take(match, match.index);
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.at - b.at)
    .filter(({ hresult, extend }) => {
      const key = `${hresult}-${extend}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .map(({ hresult, extend }) => ({ hresult, extend }));
}

/**
 * What a code says of itself. The page carries this function as its own text too.
 *
 * @param hresult eight hexadecimal digits.
 */
export function decodeCode(hresult: string): DecodedCode {
  // winerror.h of the Windows SDK, those that meet updates.
  const facilities: Readonly<Record<number, string>> = {
    0: 'NULL',
    1: 'RPC',
    2: 'DISPATCH',
    3: 'STORAGE',
    4: 'ITF',
    7: 'WIN32',
    8: 'WINDOWS',
    9: 'SECURITY',
    11: 'CERT',
    12: 'INTERNET',
    15: 'SETUPAPI',
    16: 'SCARD',
    17: 'COMPLUS',
    19: 'URT',
    25: 'HTTP',
    32: 'BACKGROUNDCOPY',
    33: 'CONFIGURATION',
    36: 'WINDOWSUPDATE',
    40: 'TPM_SERVICES',
    48: 'FVE',
    55: 'WINRM',
    208: 'DELIVERY_OPTIMIZATION',
  };
  const value = Number.parseInt(hresult, 16);
  const wraps = (value & 0x10000000) !== 0;
  // C0… is an NTSTATUS as it is: no HRESULT of Windows has both upper bits and a facility below 0x100.
  const isStatus = wraps || value >>> 24 === 0xc0;
  const facility = (value >>> 16) & 0x7ff;
  const status = (value & ~0x10000000) >>> 0;
  return {
    isError: value >>> 31 === 1,
    facility: isStatus ? 'NTSTATUS' : (facilities[facility] ?? String(facility)),
    win32: !isStatus && facility === 7 ? value & 0xffff : null,
    ntstatus: isStatus ? `0x${status.toString(16).toUpperCase().padStart(8, '0')}` : null,
  };
}
