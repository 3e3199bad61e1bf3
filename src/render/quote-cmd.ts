import type { Literal } from '../ir/catalog.js';

/** A value as batch text, or why batch cannot carry it. */
export type CmdText = { readonly text: string } | { readonly problem: string };

/** Longest value that still leaves room for a call and its other arguments on one line of 2,000 characters. */
const longest = 1000;

/**
 * A value as one argument of `call :label`, in quotes, so that `%~1` in the label gives the value back, and `%~1` of a
 * label that gets it passed on as "%~1" as well. That is why a percent sign or a caret is refused: at each call, cmd.exe
 * reads the line once more, taking percent signs away and doubling carets. Delayed expansion is off, so `!` is an
 * ordinary character.
 *
 * Booleans become 1 and 0; a list becomes its items with single spaces between, so an item cannot hold a space.
 */
export function cmdArgument(value: Literal): CmdText {
  if (typeof value === 'boolean') return { text: value ? '"1"' : '"0"' };
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return stringText(value);
  const item = value.find((each) => each === '' || /\s/.test(each));
  if (item !== undefined) return { problem: `an item of a list is empty or holds a space: "${item}"` };
  return stringText(value.join(' '));
}

function numberText(value: number): CmdText {
  // set /a and if compare in 32 bits.
  if (!Number.isInteger(value) || Math.abs(value) > 0x7fffffff) {
    return { problem: `batch reckons in whole numbers of 32 bits only, not with ${value}` };
  }
  return { text: `"${value}"` };
}

function stringText(value: string): CmdText {
  const problem = problemOf(value);
  if (problem) return { problem };
  return { text: `"${value}"` };
}

function problemOf(value: string): string | null {
  if (value.includes('"')) return 'batch has no way to write a quotation mark inside an argument';
  if (/[\u0000-\u001f\u007f]/.test(value)) return 'batch cannot carry a control character, such as a line break';
  if (/[^\u0020-\u007e]/.test(value)) return 'batch reads its text in the code page of the console: ASCII only';
  if (/[%^]/.test(value)) return 'batch changes percent signs and carets each time it passes them on';
  // `call` shows its own help instead of calling when one of its words is /?.
  if (/(?:^|[\s,;=])\/\?(?:$|[\s,;=])/.test(value)) return 'call takes the word /? for a request for its help';
  if (value.length > longest) return `batch lines are short: at most ${longest} characters`;
  return null;
}

/**
 * A name that stands bare in batch text: an id, a version, a file name.
 * @throws RangeError for any character that cmd.exe could read as more than a part of a word.
 */
export function cmdWord(value: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value)) throw new RangeError(`not a bare word of batch: "${value}"`);
  return value;
}

/**
 * Words for people, as an argument of `call :label`. Unlike `cmdArgument` it does not promise to give the text back:
 * typographic characters become their ASCII neighbours, anything else outside ASCII a question mark.
 */
export function cmdWords(text: string): string {
  const plain = asciiWords(text)
    .replaceAll('"', "'")
    .replaceAll('/?', '?')
    .replaceAll('%', ' percent')
    .replaceAll('^', ' ');
  const result = stringText(plain.slice(0, longest));
  if ('problem' in result) throw new RangeError(result.problem);
  return result.text;
}

/** Words as a `rem` line. Percent signs are expanded even there, and a line that starts with `&` would be run. */
export function cmdComment(text: string): string {
  const plain = asciiWords(text)
    .replaceAll('%', '%%')
    .replaceAll('/?', '?')
    .replace(/[&|<>^]/g, ' ')
    .trim();
  return plain === '' ? 'rem' : `rem ${plain}`;
}

const neighbours: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2013': '-',
  '\u2014': '-',
  '\u2026': '...',
  '\u00a0': ' ',
};

function asciiWords(text: string): string {
  return Array.from(text, (character) => {
    const neighbour = neighbours[character] ?? character;
    if (/^[\u0020-\u007e]+$/.test(neighbour)) return neighbour;
    return /^\s$/.test(character) ? ' ' : '?';
  }).join('');
}
