import { eastAsianWidth } from 'get-east-asian-width';
import { hiddenCharacter, nameOfCharacter } from '../source/hidden-character.js';

/**
 * How text of a checklist is shown on a terminal: what a hostile file could use to move the cursor, to colour or to
 * turn the direction of text is shown as its code, and every character has a width in columns.
 */

const tabWidth = 4;

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]/u;

/** A piece of text as it is printed, and the columns it takes. */
export interface Cell {
  readonly text: string;
  readonly columns: number;
  /** Offset of the piece in the text it was made from, in UTF-16 code units. */
  readonly offset: number;
}

/** One cell for each code point of a line. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  for (const character of line) {
    cells.push(cellOf(character, offset));
    offset += character.length;
  }
  return cells;
}

function cellOf(character: string, offset: number): Cell {
  const code = character.codePointAt(0) as number;
  if (character === '\t') return { text: ' '.repeat(tabWidth), columns: tabWidth, offset };
  if (hiddenCharacter.test(character)) {
    const text = `<${nameOfCharacter(character)}>`;
    return { text, columns: text.length, offset };
  }
  return { text: character, columns: columnsOf(character, code), offset };
}

function columnsOf(character: string, code: number): number {
  if (code < 0x300) return 1;
  return zeroWidth.test(character) ? 0 : eastAsianWidth(code);
}

/** Whether a text is printable ASCII, as most is: each character is one column and does nothing. */
function isPlain(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}

function columnsOfText(text: string): number {
  return isPlain(text) ? text.length : cellsOf(text).reduce((sum, { columns }) => sum + columns, 0);
}

/** Text that can be printed on one line of a terminal and does nothing there but stand there. */
export function safeText(text: string): string {
  if (isPlain(text)) return text;
  return cellsOf(text.replaceAll('\t', ' '))
    .map((cell) => cell.text)
    .join('');
}

/**
 * Text in lines, with what a reader cannot see spelled as its language spells it: data stays what it was in JSON and HTML, and in
 * either case a terminal that shows it does nothing. Line ends and tabs stay.
 */
export function escapeHidden(text: string, language: 'text' | 'json' | 'html'): string {
  const spell = {
    text: (character: string) => `<${nameOfCharacter(character)}>`,
    json: (character: string) =>
      Array.from({ length: character.length }, (_, at) => {
        return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
      }).join(''),
    html: (character: string) => `&#x${(character.codePointAt(0) ?? 0).toString(16)};`,
  }[language];
  return text.replace(hiddenInText, spell);
}

/** What `escapeHidden` spells. */
const hiddenInText = new RegExp(`(?!\\r?\\n|\\t)${hiddenCharacter.source}`, 'gu');

/** What may not begin a line of Japanese. */
const closes =
  /^[\u3001\u3002\u300d\u300f\uff09\uff0c\uff0e\u30fb\u30fc\u3041\u3043\u3045\u3047\u3063\u3083\u3085\u3087\u30a1-\u30a9\u30c3\u30e3\u30e5\u30e7)\].,:;]/;

/**
 * Breaks a text into lines of at most `width` columns, each after the first one indented: at blanks, and between wide
 * characters, which have none. A longer word gets a line of its own.
 */
export function wrapText(text: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  const room = (): number => width - (lines.length > 0 ? indent.length : 0);
  for (const [piece] of safeText(text.trimEnd()).matchAll(
    / *(?:[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|[^ \u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]+)/g,
  )) {
    const columns = columnsOfText(line + piece);
    if (columns > room() && line.trim() !== '' && !closes.test(piece)) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line].join(`\n${indent}`);
}
