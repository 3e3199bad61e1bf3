import type { Edition } from '../ir/catalog.js';
import type { Part } from '../ir/plan.js';
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
export function selectParts(texts: readonly Text[], library: PartLibrary, edition: Edition): Regions {
  const known = referencesIn[edition](library);
  const selected = new Set<string>();
  const queue = texts.flatMap((text) => references[edition](text));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const needed = known.get(name);
    if (!needed || selected.has(name)) continue;
    selected.add(name);
    queue.push(...needed);
  }
  const regions = library.regions
    .map(({ name, parts }) => ({ name, parts: parts.filter((part) => selected.has(part.name.toLowerCase())) }))
    .filter(({ parts }) => parts.length > 0);
  // Most of many scripts have the same parts: one list serves all of them.
  const key = regions.flatMap(({ parts }) => parts.map(({ name }) => name)).join(' ');
  const selections = selectionsFrom(library);
  const first = selections.get(key) ?? regions;
  selections.set(key, first);
  return first;
}

type Regions = readonly { readonly name: string; readonly parts: readonly Part[] }[];

const selectionsFrom = memoize((_library: PartLibrary) => new Map<string, Regions>());

/** Which other parts each part of a library names, in lower case. */
const referencesIn: Readonly<Record<Edition, (library: PartLibrary) => ReadonlyMap<string, readonly string[]>>> = {
  ps1: memoize((library) => referencesBetween(library, references.ps1)),
  cmd: memoize((library) => referencesBetween(library, references.cmd)),
};

function referencesBetween(
  library: PartLibrary,
  read: (text: Text) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const parts = library.regions.flatMap((region) => region.parts);
  const names = new Set(parts.map(({ name }) => name.toLowerCase()));
  return new Map(
    parts.map(({ name, source }) => {
      const needs = (library.needs.get(name) ?? []).map((need) => need.toLowerCase());
      return [name.toLowerCase(), [...read(source), ...needs].filter((each) => names.has(each))] as const;
    }),
  );
}

function targetsIn(text: string): readonly string[] {
  const targets = text.matchAll(/\b(?:call|goto)\s+:?([A-Za-z_][\w-]*)/gi);
  return [...new Set(Array.from(targets, ([, label = '']) => label.toLowerCase()))];
}
