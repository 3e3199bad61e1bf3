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
  const known = new Map<string, Part>(
    library.regions.flatMap(({ parts }) => parts.map((part) => [part.name.toLowerCase(), part] as const)),
  );
  const selected = new Set<string>();
  const queue = texts.flatMap((text) => namesIn(text, edition));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    const part = known.get(name);
    if (!part || selected.has(name)) continue;
    selected.add(name);
    queue.push(
      ...namesIn(part.source.text, edition),
      ...(library.needs.get(part.name) ?? []).map((need) => need.toLowerCase()),
    );
  }
  return library.regions
    .map(({ name, parts }) => ({ name, parts: parts.filter((part) => selected.has(part.name.toLowerCase())) }))
    .filter(({ parts }) => parts.length > 0);
}

function namesIn(text: string, edition: Edition): string[] {
  return Array.from(text.matchAll(references[edition]), (match) => (match[1] ?? match[0]).toLowerCase());
}
