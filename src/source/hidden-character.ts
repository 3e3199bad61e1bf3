/**
 * What a reader cannot see, or takes for something else: controls, marks of direction, characters without width, private use, halves
 * of a pair, code points that are no characters, separators of lines and paragraphs, the blank of Braille. Texts for people have none
 * of them, so that a reviewer reads in a script what PowerShell reads.
 * Source: General_Category, Default_Ignorable_Code_Point and Noncharacter_Code_Point of the Unicode Character Database (UAX 44).
 */
const hidden =
  '[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800]';

/** Matches the first such character of a sentence. */
export const hiddenCharacter = new RegExp(hidden, 'u');

/** Matches the first such character of a text in lines, where LF is none of them. A tab is one: it shows as blanks. */
export const hiddenInLines = new RegExp(`(?!\\n)${hidden}`, 'u');

/** Such as "U+200B". */
export function nameOfCharacter(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
