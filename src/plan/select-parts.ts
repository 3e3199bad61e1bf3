import type { Edition } from '../ir/catalog.js';
import type { Part, Region } from '../ir/plan.js';
import { memoize, type Text } from '../source/memoize.js';
import type { PartLibrary } from '../load/templates.js';
import { commandsIn } from '../powershell/read-ps1.js';

/** What can name a part, in lower case: a command in PowerShell, the target of call or goto in batch. */
const references: Readonly<Record<Edition, (text: Text) => readonly string[]>> = {
  ps1: commandsIn,
  cmd: memoize(({ text }) => targetsIn(text)),
};

/**
 * The parts that some texts need, directly or through other parts, so that a script carries no function it never
 * calls. In batch, comments count as references: a false one only makes a script a little longer, a missed one breaks it.
 */
export function selectParts(texts: readonly Text[], library: PartLibrary, edition: Edition): readonly Region[] {
  const namedBy = partsNamedIn[edition](library);
  const named = [...new Set(texts.flatMap((text) => namedBy(text)))].sort();
  // Most of many scripts begin with the same parts, and what follows from these is the same.
  const selections = selectionsFrom(library);
  const key = named.join(' ');
  const selection = selections.get(key) ?? selectFrom(named, library, edition);
  selections.set(key, selection);
  return selection;
}

function selectFrom(named: readonly string[], library: PartLibrary, edition: Edition): readonly Region[] {
  const parts = partsByName(library);
  const selected = new Set<string>();
  const queue = [...named];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const part = parts.get(name);
    if (!part || selected.has(name)) continue;
    selected.add(name);
    queue.push(...needsOf(part, library, edition));
  }
  const known = regionsFrom(library);
  return library.regions.flatMap((region) => {
    const own = region.parts.filter((part) => selected.has(part.name.toLowerCase()));
    if (own.length === 0) return [];
    const key = [region.name, ...own.map(({ name }) => name)].join(' ');
    const made = known.get(key) ?? { name: region.name, parts: own };
    known.set(key, made);
    return [made];
  });
}

/** By the names that texts begin with. */
const selectionsFrom = memoize((_library: PartLibrary) => new Map<string, readonly Region[]>());

/** A region with the same parts is the same object in all scripts that have it, so that its text is made once. */
const regionsFrom = memoize((_library: PartLibrary) => new Map<string, Region>());

const partsByName = memoize(
  ({ regions }: PartLibrary) =>
    new Map(regions.flatMap(({ parts }) => parts).map((part) => [part.name.toLowerCase(), part] as const)),
);

/** Parts that a text names itself, in lower case. */
const partsNamedIn: Readonly<Record<Edition, (library: PartLibrary) => (text: Text) => readonly string[]>> = {
  ps1: memoize((library) => memoize((text) => namedBetween(library, references.ps1(text)))),
  cmd: memoize((library) => memoize((text) => namedBetween(library, references.cmd(text)))),
};

function namedBetween(library: PartLibrary, names: readonly string[]): readonly string[] {
  return names.filter((name) => partsByName(library).has(name));
}

/** Which other parts a part needs, in lower case: those that its text names, and those that the library lists for it. */
function needsOf({ name, source }: Part, library: PartLibrary, edition: Edition): readonly string[] {
  const listed = (library.needs.get(name) ?? []).map((need) => need.toLowerCase());
  return [...partsNamedIn[edition](library)(source), ...listed];
}

function targetsIn(text: string): readonly string[] {
  const targets = text.matchAll(/\b(?:call|goto)\s+:?([A-Za-z_][\w-]*)/gi);
  return [...new Set(Array.from(targets, ([, label = '']) => label.toLowerCase()))];
}
