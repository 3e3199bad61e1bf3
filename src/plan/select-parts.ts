import type { Edition } from '../ir/catalog.js';
import type { Part } from '../ir/plan.js';
import type { PartLibrary } from '../load/templates.js';

/** Tokens that can name a part: a command in PowerShell, the target of call or goto in batch. */
const references: Readonly<Record<Edition, RegExp>> = {
  ps1: /[A-Za-z]+-[A-Za-z]+/g,
  cmd: /\b(?:call|goto)\s+:?([A-Za-z_][\w-]*)/gi,
};

/**
 * The parts that some texts need, directly or through other parts, so that a script carries no function it never
 * calls. Comments count as references: a false one only makes a script a little longer, a missed one breaks it.
 */
export function selectParts(
  texts: readonly string[],
  library: PartLibrary,
  edition: Edition,
): readonly { readonly name: string; readonly parts: readonly Part[] }[] {
  const known = referencesIn(library, edition);
  const selected = new Set<string>();
  const queue = texts.flatMap((text) => namesIn(text, edition));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const needed = known.get(name);
    if (!needed || selected.has(name)) continue;
    selected.add(name);
    queue.push(...needed);
  }
  return library.regions
    .map(({ name, parts }) => ({ name, parts: parts.filter((part) => selected.has(part.name.toLowerCase())) }))
    .filter(({ parts }) => parts.length > 0);
}

const referencesByLibrary = new WeakMap<PartLibrary, ReadonlyMap<string, readonly string[]>>();

/** What each part of a library names, in lower case: the same for every script, so it is read once. */
function referencesIn(library: PartLibrary, edition: Edition): ReadonlyMap<string, readonly string[]> {
  const read = referencesByLibrary.get(library);
  if (read) return read;
  const references = new Map(
    library.regions.flatMap(({ parts }) =>
      parts.map(({ name, source }) => {
        const needs = (library.needs.get(name) ?? []).map((need) => need.toLowerCase());
        return [name.toLowerCase(), [...namesIn(source.text, edition), ...needs]] as const;
      }),
    ),
  );
  referencesByLibrary.set(library, references);
  return references;
}

function namesIn(text: string, edition: Edition): string[] {
  return Array.from(text.matchAll(references[edition]), (match) => (match[1] ?? match[0]).toLowerCase());
}
