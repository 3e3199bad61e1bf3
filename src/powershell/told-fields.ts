import type { Text } from '../source/memoize.js';

/** Fields of the table of checks that tell people of a check. */
export const toldFields = ['Words', 'Risk', 'Minutes', 'Restart', 'Repairable'] as const;

/** Those that no part of a script reads, given as the texts of its parts: rows of scripts that nobody asks go without them. */
export function unreadFields(texts: readonly Text[]): ReadonlySet<string> {
  return new Set(toldFields.filter((field) => !texts.some(({ text }) => text.includes(`.${field}`))));
}
