import { memoize, type Text } from '../source/memoize.js';

/** Fields of the table of checks that tell people of a check. */
export const toldFields = ['Words', 'Risk', 'Minutes', 'Restart', 'Repairable'] as const;

/** What a script is put together from: its main, and the parts of its regions. */
interface Assembled {
  readonly templates: { readonly main: Text };
  readonly regions: readonly { readonly parts: readonly { readonly source: Text }[] }[];
}

/** Fields that no part of a script reads: rows of scripts that nobody asks go without them. */
export function unreadFields({ templates, regions }: Assembled): ReadonlySet<string> {
  const texts = [templates.main, ...regions.flatMap(({ parts }) => parts.map(({ source }) => source))];
  return new Set(toldFields.filter((field) => !texts.some((text) => fieldsReadIn(text).has(field))));
}

/** Parts are the same objects in hundreds of scripts. */
const fieldsReadIn = memoize(
  ({ text }: Text): ReadonlySet<string> => new Set(toldFields.filter((field) => text.includes(`.${field}`))),
);
