import { outsideQuotes } from './cmd-lines.js';

/** Where batch text takes the arguments of a call: the numbers of its `%~1` to `%~9`, and of those outside quotes. */
export function cmdHoles(text: string): { readonly all: ReadonlySet<number>; readonly bare: ReadonlySet<number> } {
  return { all: holesIn(text), bare: holesIn(text.split('\n').map(outsideQuotes).join('\n')) };
}

function holesIn(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(/(?<!%)%~(?:nx)?([1-9])/g), ([, number]) => Number(number)));
}

/** Whether cmd.exe takes a text outside quotes for nothing but itself; in the set of a loop its words are words. */
export function isPlainForCmd(text: string): boolean {
  return /^[A-Za-z0-9 ._:\\/$+@#~[\]{}'-]*$/.test(text);
}
