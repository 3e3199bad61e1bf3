import type { Check, Guard, Localized } from '../ir/catalog.js';
import type { Message, PlannedCheck, PlannedRecipe } from '../ir/plan.js';
import { remember, type Text } from '../ir/remember.js';
import type { Templates } from '../load/templates.js';

/**
 * The words that a script can say: runtime messages whose key stands in one of its texts, the titles of its checks
 * and the sentences of its bodies. Keys: "busy", "title.<check>", "<check or recipe>_<key>",
 * "productTitle".
 */
export function selectMessages(
  templates: Templates,
  texts: readonly Text[],
  checks: readonly PlannedCheck[],
  recipes: readonly PlannedRecipe[],
  guard: Guard | null,
  title: Localized,
): readonly Message[] {
  const mentioned = new Set(texts.flatMap((text) => keysIn(text)));
  return [
    ...runtimeMessages(templates).filter(({ key }) => mentioned.has(key)),
    ...checks.map(({ check }) => titleOf(check)),
    ...checks.flatMap(({ check }) => sentencesOf(check)),
    ...recipes.flatMap(({ recipe }) => sentencesOf(recipe)),
    ...(guard ? sentencesOf(guard) : []),
    ...(mentioned.has('productTitle') ? [productTitle(title)] : []),
  ];
}

const keysIn = remember(({ text }: Text): readonly string[] => [
  ...new Set(Array.from(text.matchAll(/-Key\s+([\w.]+)|'([\w.]+)'/g), (match) => match[1] ?? match[2] ?? '')),
]);

// Each message is one object in all scripts that say it, so it is escaped once.
const runtimeMessages = remember(({ messages }: Templates) => [...messages].map(([key, text]) => ({ key, text })));

const titleOf = remember((check: Check): Message => ({ key: `title.${check.id}`, text: check.title }));

const productTitle = remember((text: Localized): Message => ({ key: 'productTitle', text }));

const sentencesOf = remember((owner: Owner): readonly Message[] =>
  Object.entries(owner.says).map(([key, text]) => ({ key: `${owner.id ?? 'guard'}_${key}`, text })),
);

/** A check, a recipe, or the guard, which has no id. */
interface Owner {
  readonly id?: string;
  readonly says: Readonly<Record<string, Localized>>;
}
