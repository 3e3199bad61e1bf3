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

/** Text that can be printed on one line of a terminal and does nothing there but stand there. */
export function safeText(text: string): string {
  return cellsOf(text.replaceAll('\t', ' '))
    .map((cell) => cell.text)
    .join('');
}
