import type { Literal } from '../ir/catalog.js';
import { signatureMarker } from '../source/signature-marker.js';
import { isPlainForCmd } from '../batch/cmd-holes.js';

declare const batch: unique symbol;

/**
 * Text that cmd.exe reads as what it stands for, made here and nowhere else: the only door through which a value enters
 * batch. Whatever puts batch together takes values as this type, so a text that was not quoted does not fit.
 */
export type CmdText = string & { readonly [batch]: true };

/** A value as batch text, or why batch cannot carry it. */
export type CmdLiteral = { readonly text: CmdText } | { readonly reason: string };

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
export function cmdArgument(value: Literal): CmdLiteral {
  const inner = carried(value);
  return 'reason' in inner ? inner : { text: trusted(`"${inner.text}"`) };
}

/**
 * A value where a body has `%~1`: what the label of a script would see, written out.
 * @throws RangeError for a value that batch cannot carry, which is refused before.
 */
export function cmdValue(value: Literal): CmdText {
  return textOf(carried(value));
}

/** A line that calls a label. @throws RangeError as `cmdValue`. */
export function cmdCall(label: string, values: readonly Literal[]): CmdText {
  return trusted(['call', `:${cmdWord(label)}`, ...values.map((value) => textOf(cmdArgument(value)))].join(' '));
}

/**
 * Why batch cannot carry a value to a body; null when it can.
 * @param isBare whether the body has it outside quotes, where characters such as `&` would be commands.
 */
export function uncarriedByCmd(value: Literal, isBare: boolean): string | null {
  const inner = carried(value);
  if ('reason' in inner) return inner.reason;
  if (!isBare || isPlainForCmd(inner.text)) return null;
  return 'the body has it outside quotation marks, where it holds more than plain words';
}

function textOf(literal: CmdLiteral): CmdText {
  if ('reason' in literal) throw new RangeError(literal.reason);
  return literal.text;
}

/** The one place where a text becomes batch: it was looked at by whoever calls this. */
function trusted(text: string): CmdText {
  return text as CmdText;
}

function carried(value: Literal): CmdLiteral {
  if (typeof value === 'boolean') return { text: trusted(value ? '1' : '0') };
  if (typeof value === 'number') return carriedNumber(value);
  if (typeof value === 'string') return carriedText(value);
  const item = value.find((each) => each === '' || /\s/.test(each));
  if (item !== undefined) return { reason: `an item of a list is empty or holds a space: "${item}"` };
  return carriedText(value.join(' '));
}

function carriedNumber(value: number): CmdLiteral {
  // set /a and if compare in 32 bits.
  if (!Number.isInteger(value) || Math.abs(value) > 0x7fffffff) {
    return { reason: `batch reckons in whole numbers of 32 bits only, not with ${value}` };
  }
  return { text: trusted(String(value)) };
}

function carriedText(value: string): CmdLiteral {
  const reason = reasonAgainst(value);
  return reason === null ? { text: trusted(value) } : { reason };
}

function reasonAgainst(value: string): string | null {
  if (value.includes('"')) return 'batch has no way to write a quotation mark inside an argument';
  if (/[\u0000-\u001f\u007f]/.test(value)) return 'batch cannot carry a control character, such as a line break';
  if (/[^\u0020-\u007e]/.test(value)) return 'batch reads its text in the code page of the console: ASCII only';
  if (/[%^]/.test(value)) return 'batch changes percent signs and carets each time it passes them on';
  // `call` shows its own help instead of calling when one of its words is /?.
  if (/(?:^|[\s,;=])\/\?(?:$|[\s,;=])/.test(value)) return 'call takes the word /? for a request for its help';
  if (signatureMarker.test(value)) return 'the marker of a signature block cannot stand in a script';
  if (value.length > longest) return `batch lines are short: at most ${longest} characters`;
  return null;
}

/**
 * A name that stands bare in batch text: an id, a version, a file name.
 * @throws RangeError for any character that cmd.exe could read as more than a part of a word.
 */
export function cmdWord(value: string): CmdText {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value)) throw new RangeError(`not a bare word of batch: "${value}"`);
  return trusted(value);
}

/** A whole number that stands bare in batch text. @throws RangeError for any other, and for one beyond 32 bits. */
export function cmdNumber(value: number): CmdText {
  return textOf(carriedNumber(value));
}

/**
 * Words for people, as an argument of `call :label`. Unlike `cmdArgument` it does not promise to give the text back:
 * typographic characters become their ASCII neighbours, anything else outside ASCII a question mark.
 */
export function cmdWords(text: string): CmdText {
  const plain = asciiWords(text)
    .replaceAll('"', "'")
    .replaceAll('/?', '?')
    .replaceAll('%', ' percent')
    .replaceAll('^', ' ');
  return textOf(cmdArgument(plain.slice(0, longest)));
}

/** Words as a `rem` line. Percent signs are expanded even there, and a line that starts with `&` would be run. */
export function cmdComment(text: string): CmdText {
  const plain = asciiWords(text)
    .replaceAll('%', '%%')
    .replaceAll('/?', '?')
    .replace(/[&|<>^]/g, ' ')
    .trim();
  return trusted(plain === '' ? 'rem' : `rem ${plain.slice(0, longest).trimEnd()}`);
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
