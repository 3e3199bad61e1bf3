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
  const needsOf = needsIn[edition](library);
  const parts = partsByName(library);
  const selected = new Set<string>();
  const queue = texts.flatMap((text) => references[edition](text));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const part = parts.get(name);
    if (!part || selected.has(name)) continue;
    selected.add(name);
    queue.push(...needsOf(part));
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

const partsByName = memoize(
  ({ regions }: PartLibrary) =>
    new Map(regions.flatMap(({ parts }) => parts).map((part) => [part.name.toLowerCase(), part] as const)),
);

/** Which other parts a part of a library names, in lower case. A part is read when the first text needs it. */
const needsIn: Readonly<Record<Edition, (library: PartLibrary) => (part: Part) => readonly string[]>> = {
  ps1: memoize((library) => memoize((part) => needsBetween(library, part, references.ps1))),
  cmd: memoize((library) => memoize((part) => needsBetween(library, part, references.cmd))),
};

function needsBetween(
  library: PartLibrary,
  { name, source }: Part,
  read: (text: Text) => readonly string[],
): readonly string[] {
  const listed = (library.needs.get(name) ?? []).map((need) => need.toLowerCase());
  return [...read(source), ...listed].filter((each) => partsByName(library).has(each));
}

function targetsIn(text: string): readonly string[] {
  const targets = text.matchAll(/\b(?:call|goto)\s+:?([A-Za-z_][\w-]*)/gi);
  return [...new Set(Array.from(targets, ([, label = '']) => label.toLowerCase()))];
}
