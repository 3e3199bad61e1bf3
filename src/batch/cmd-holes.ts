import { outsideQuotes } from './cmd-lines.js';

/**
 * Where batch text takes the arguments of a call: the numbers of its `%~1` to `%~9`, and of those that cmd.exe gets to read outside
 * quotes: where they stand, or in a variable that was set from them, or in a label that is called with them.
 *
 * @param bareOf numbers of the arguments that a label of the library has outside quotes.
 * @param bareElsewhere names of variables that other bodies have outside quotes, in capitals: all bodies share their variables.
 */
export function cmdHoles(
  text: string,
  bareOf: (label: string) => ReadonlySet<number> = () => new Set(),
  bareElsewhere: ReadonlySet<string> = new Set(),
): { readonly all: ReadonlySet<number>; readonly bare: ReadonlySet<number> } {
  const lines = text.split('\n');
  const all = holesIn(text);
  const given = lines.flatMap((line) => givenBare(line, bareOf));
  const bareLines = lines.map(outsideQuotes);
  // Which argument a label is called with is not followed: one that has any outside quotes may have each.
  const isCode = (line: string): boolean => !/^\s*(?:$|rem\b|:)/i.test(line);
  const firstCode = lines.findIndex(isCode);
  const ownLabel = lines.findIndex((line, row) => row > firstCode && /^\s*:[A-Za-z_]/.test(line));
  if (ownLabel !== -1 && holesIn(bareLines.slice(ownLabel).join('\n')).size > 0) return { all, bare: all };
  const bareText = [...bareLines, ...given].join('\n');
  return { all, bare: holesIn([bareText, ...valuesReadBare(text, bareText, bareElsewhere)].join('\n')) };
}

function holesIn(text: string): ReadonlySet<number> {
  return new Set(Array.from(text.matchAll(/(?<!%)%~(?:nx)?([1-9])/g), ([, number]) => Number(number)));
}

/** What a line gives to arguments that a label of the library has outside quotes. */
function givenBare(line: string, bareOf: (label: string) => ReadonlySet<number>): readonly string[] {
  return Array.from(line.matchAll(/\bcall\s+:(\w+)([^&|]*)/gi)).flatMap(([, label = '', rest = '']) => {
    const given: readonly string[] = rest.match(/"[^"]*"|[^\s"]+/g) ?? [];
    return given.filter((_, index) => bareOf(label).has(index + 1));
  });
}

/** What is set into variables that stand outside quotes somewhere, themselves or through others. */
function valuesReadBare(text: string, bareText: string, bareElsewhere: ReadonlySet<string>): readonly string[] {
  const names = namesReadBare(text, bareElsewhere, bareText);
  return setsIn(text).flatMap(({ name, value }) => (names.has(name) ? [value] : []));
}

/**
 * Names of the variables that a body has outside quotes somewhere, themselves or in others that it has so; in capitals.
 * @param elsewhere those that other bodies have so.
 */
export function namesReadBare(
  text: string,
  elsewhere: ReadonlySet<string> = new Set(),
  bareText: string = text.split('\n').map(outsideQuotes).join('\n'),
): ReadonlySet<string> {
  const sets = setsIn(text);
  const names = new Set([...elsewhere, ...variablesIn(bareText)]);
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const { name, value } of sets) if (names.has(name)) for (const each of variablesIn(value)) names.add(each);
  }
  return names;
}

/** Names of the variables that any of the bodies of a checklist has outside quotes: what one sets, another may read. */
export function namesBareIn(texts: readonly string[]): ReadonlySet<string> {
  let names: ReadonlySet<string> = new Set();
  for (let size = -1; size !== names.size;) {
    size = names.size;
    for (const text of texts) names = namesReadBare(text, names);
  }
  return names;
}

function setsIn(text: string): readonly { readonly name: string; readonly value: string }[] {
  return Array.from(text.matchAll(/\bset\s+(?:"([A-Za-z_]\w*)=([^"\n]*)|([A-Za-z_]\w*)=([^\n]*))/gi), (match) => ({
    name: (match[1] ?? match[3] ?? '').toUpperCase(),
    value: match[2] ?? match[4] ?? '',
  }));
}

function variablesIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/(?<!%)%([A-Za-z_]\w*)(?::[^%\n]*)?%/g), ([, name]) =>
    (name as string).toUpperCase(),
  );
}

/** Whether cmd.exe takes a text outside quotes for nothing but itself; in the set of a loop its words are words. */
export function isPlainForCmd(text: string): boolean {
  return /^[A-Za-z0-9 ._:\\/$+@#~[\]{}'-]*$/.test(text);
}
