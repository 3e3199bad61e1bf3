import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Plan } from '../ir/plan.js';
import type { ChannelKey } from './channel.js';
import { channels } from './list.js';

/**
 * Names that a channel gives twice, although the far end knows a thing by its name alone: the second would overwrite the first.
 * @returns one for each name behind the first, at the words of the checklist that it is made of.
 */
export function nameClashes(plan: Plan): readonly Diagnostic[] {
  return channels.flatMap(({ keys }) => clashesOf(keys(plan)));
}

/** @param keys in the order of the catalog, names that a channel gives of itself before them. */
export function clashesOf(keys: readonly ChannelKey[]): readonly Diagnostic[] {
  const first = new Map<string, ChannelKey>();
  return keys.flatMap((key) => {
    const place = `${key.of}\n${folded(key.name)}`;
    const earlier = first.get(place);
    first.set(place, earlier ?? key);
    if (!earlier) return [];
    if (key.span === null) throw new Error(`A channel gives the name "${key.name}" to two of its own ${key.of}.`);
    const message = `Two ${key.of} would be called "${key.name}".`;
    const related = earlier.span === null ? [] : [{ message: `"${earlier.name}" is from`, span: earlier.span }];
    return [diagnose('channel/name-clash', message, key.span, { related })];
  });
}

/** Consoles and file systems of Windows compare without regard to case, and forms on the web drop blanks around a text and doubled ones. */
function folded(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}
