import { wordsIn, type Language, type Literal, type Localized } from '../ir/catalog.js';
import { hiddenCharacter, nameOfCharacter } from '../source/hidden-character.js';
import { signatureMarker } from '../source/signature-marker.js';
import type { Message } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';

/**
 * The only door through which a value enters PowerShell text. What a reader cannot see is refused here; whether the file can hold
 * letters beyond ASCII is for finish/check-lines.ts to say, which knows how the file is encoded.
 */

/**
 * A single-quoted string: nothing in it expands. PowerShell takes U+2018 to U+201B for single quotes as well
 * (about_Quoting_Rules), so each of them is written twice like the plain one.
 * @throws RangeError for characters that cannot be seen. A line end would change with the file's line ends.
 */
export function psString(value: string): string {
  const refused = hiddenCharacter.exec(value);
  if (refused) throw new RangeError(`${nameOfCharacter(refused[0])} cannot stand in a PowerShell literal`);
  if (signatureMarker.test(value)) throw new RangeError('the marker of a signature block cannot stand in a script');
  return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}

/**
 * A line of words in a help comment, `<# ... #>`. PowerShell takes a line that begins with a dot and a word for a keyword of the help, and
 * where it does not know the word, as in ".NET Framework", it shows no help at all (about_Comment_Based_Help).
 * @throws RangeError for what ends the comment.
 */
export function psHelp(line: string): string {
  if (line.includes('#>')) throw new RangeError('"#>" ends a comment');
  return line.startsWith('.') ? `- ${line}` : line;
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
 * What a script says, in English and at most one more language: the statements that make `$script:Messages`, a table by key for each
 * language. A key stands once, its sentences a line each in the order of `languages`.
 * @throws RangeError as `psString`.
 */
export function psMessages(messages: readonly Message[], languages: readonly Language[]): string {
  const tables = languages.map((language) => `$script:Messages[${psString(language)}]`);
  const entries = messages.map(({ key, text }) => {
    const sentences = languages.map((language) => wordsIn(quoted(text), language));
    return `    ${psString(key)} = ${sentences.join(',\n    ')}`;
  });
  const table = ['@{', ...entries, '}'].join('\n');
  if (tables.length === 1) return ['$script:Messages = @{}', `${tables[0]} = ${table}`].join('\n');
  return [
    `$script:Messages = @{ ${languages.map((language) => `${psString(language)} = @{}`).join('; ')} }`,
    `$sentences = ${table}`,
    'foreach ($key in $sentences.Keys) {',
    `    ${tables.map((each) => `${each}[$key]`).join(', ')} = $sentences[$key]`,
    '}',
  ].join('\n');
}

// A text is the same object in each of the hundreds of scripts that say it.
const quoted = memoize((text: Localized): Localized => {
  const sentences = Object.entries(text).map(([language, sentence]) => [language, psString(sentence)] as const);
  return { en: psString(text.en), ...Object.fromEntries(sentences) };
});

/**
 * A row of a table in a single-quoted here-string, its fields between "|".
 * @throws RangeError for a field with a "|", a line end or anything else that cannot be seen, and for a row that would end the
 *   here-string.
 */
export function psTableRow(fields: readonly string[]): string {
  const row = fields.join('|');
  const isWhole = row.split('|').length === fields.length && !/^['\u2018-\u201b]@/.test(row);
  if (!isWhole || hiddenCharacter.test(row)) throw new RangeError(`"${row}" cannot be the row of a table`);
  return row;
}
