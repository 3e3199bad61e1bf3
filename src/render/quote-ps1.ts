import type { Literal } from '../ir/catalog.js';
import type { Message } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';

/**
 * The only door through which a value enters PowerShell text. Emitted files are 7-bit ASCII, so a value with any other
 * character is refused here: words for people go through `psStringData`, which escapes them.
 */

/**
 * A single-quoted string: nothing in it expands, a quote is written twice.
 * @throws RangeError for characters outside printable ASCII. A line end would change with the file's line ends, and
 *   PowerShell reads curly quotes (U+2018 to U+201B) as string delimiters.
 */
export function psString(value: string): string {
  const refused = /[^\x20-\x7e]/.exec(value);
  if (refused) throw new RangeError(`U+${codePoint(refused[0])} cannot stand in a PowerShell literal`);
  return `'${value.replaceAll("'", "''")}'`;
}

/** A literal of any type that a checklist can hold. @throws RangeError as `psString`, and for numbers that are not integers. */
export function psLiteral(value: Literal): string {
  switch (typeof value) {
    case 'string':
      return psString(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not an integer`);
      return String(value);
    case 'boolean':
      return value ? '$true' : '$false';
    default:
      return psArray(value);
  }
}

/** An array of strings; always an array, also with no or one element. */
export function psArray(values: readonly string[]): string {
  return values.length === 0 ? '@()' : `@(${values.map(psString).join(', ')})`;
}

/** Columns that emitted lines keep within. */
export const lineWidth = 115;

/**
 * An array that begins at column `column` (0-based) of a line indented by `indent`: on that line where it fits, else
 * between parentheses of its own, filled line by line.
 */
export function psArrayAt(values: readonly string[], column: number, indent: number): string {
  const flat = psArray(values);
  if (column + flat.length <= lineWidth) return flat;
  const margin = ' '.repeat(indent + 4);
  const lines: string[] = [];
  for (const item of values.map(psString)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + item.length + 3 <= lineWidth) lines[lines.length - 1] = `${last} ${item},`;
    else lines.push(`${margin}${item},`);
  }
  return `@(\n${lines.join('\n').slice(0, -1)}\n${' '.repeat(indent)})`;
}

/**
 * The lines of a single-quoted here-string, one `key = English<tab>Japanese` a line, for [Text.Encoding]::UTF7 and then
 * ConvertFrom-StringData (docs/adr/0010).
 *
 * The cmdlet unescapes values as a regular expression does and trims them, so a backslash is written twice, and control
 * characters and white space that it could take for an end as \uXXXX. Other characters outside ASCII are UTF-7, which
 * takes less than half the room. The sentence about the language mode is said where nothing can be decoded.
 */
export function psStringData(messages: readonly Message[]): string {
  return messages.map(lineOf).join('\n');
}

const lineOf = memoize(({ key, text }: Message): string => {
  const packs = key !== 'languageMode';
  return `${stringDataKey(key)} = ${stringDataValue(text.en, packs)}\\t${stringDataValue(text.ja, packs)}`;
});

function stringDataKey(key: string): string {
  if (!/^[A-Za-z][\w.-]*$/.test(key)) throw new RangeError(`"${key}" cannot be a message key`);
  return key;
}

function stringDataValue(text: string, packs: boolean): string {
  const escaped = text.replace(/[^\x21-\x5b\x5d-\x7e]/gu, (character, at: number) => {
    if (character === '\\') return '\\\\';
    const isInside = at > 0 && at + character.length < text.length;
    if (character === ' ' && isInside) return character;
    if (packs && /[^\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(character)) return character;
    return escapes(character);
  });
  return escaped.replaceAll('+', '+-').replace(/[^\x20-\x7e]+/g, utf7Run);
}

function escapes(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/**
 * A row of a table in a single-quoted here-string, its fields between "|". Everything but direct characters is UTF-7
 * (RFC 2152), which takes less than half the room of \uXXXX: [Text.Encoding]::UTF7 gives a field back.
 */
export function psTableRow(fields: readonly string[]): string {
  return fields.map((field) => field.replace(/[^\x20-\x2a\x2c-\x5b\x5d-\x7b\x7d]+/g, utf7Run)).join('|');
}

/** The end of a run is marked only where the next character could belong to it. */
function utf7Run(run: string, at: number, whole: string): string {
  const units = Buffer.from(run, 'utf16le').swap16();
  const end = /[A-Za-z0-9+/-]/.test(whole.charAt(at + run.length)) ? '-' : '';
  return `+${units.toString('base64').replace(/=+$/, '')}${end}`;
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
