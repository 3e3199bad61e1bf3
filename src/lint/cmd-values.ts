import type { CmdLine } from '../batch/cmd-lines.js';
import { folderNamed } from '../powershell/known-folders.js';
import { unknownPart } from '../powershell/written-texts.js';

/** More than a body writes out for one argument. */
const mostValues = 50;

/** Looks at variables for one argument: those that hold each other twice would make any number of them. */
const mostLooks = 1000;

/** The values that each variable of a body gets, by its name in capitals, as they are written; empty ones left out. */
export function valuesSet(lines: readonly CmdLine[]): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { text } of lines.flatMap(({ commands }) => commands)) {
    // A value that is computed, or asked for, is not written out.
    const other = /^set\s+\/[ap]\s+"?(\w+)/i.exec(text)?.[1];
    const [, quoted, given, plain, bare] = /^set\s+(?:"(\w+)=([^"]*)"|(\w+)=(.*))/i.exec(text) ?? [];
    const name = (other ?? quoted ?? plain)?.toUpperCase();
    const value = other === undefined ? (given ?? bare ?? '') : unknownPart;
    if (name !== undefined && value !== '') values.set(name, [...(values.get(name) ?? []), value]);
  }
  return values;
}

/**
 * The texts that an argument can be: its variables filled with what the body gives them, and with the folders that Windows
 * names. What only a run knows is `unknownPart`.
 */
export function textsOf(
  argument: string,
  values: ReadonlyMap<string, readonly string[]>,
  within: ReadonlySet<string> = new Set(),
  left: { count: number } = { count: mostLooks },
): readonly string[] {
  left.count -= 1;
  if (left.count < 0) return [unknownPart];
  const [found, name = ''] = /%(\w+(?:\(x86\))?)%|!\w+!|%[^%]*%|%~?\w+/i.exec(argument) ?? [];
  if (found === undefined) return [argument];
  const known = name.toUpperCase();
  const folder = name === '' ? null : folderNamed(`env:${name}`);
  const given = folder !== null ? [folder] : within.has(known) ? undefined : values.get(known);
  const inner = (given ?? [unknownPart]).flatMap((value) => textsOf(value, values, new Set([...within, known]), left));
  const at = argument.indexOf(found);
  const rest = textsOf(argument.slice(at + found.length), values, within, left);
  const texts = inner.flatMap((text) => rest.map((each) => argument.slice(0, at) + text + each));
  return texts.length > mostValues ? [unknownPart] : texts;
}
