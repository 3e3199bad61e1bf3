import type { Guard, Language, Localized } from '../ir/catalog.js';
import type { PlannedCheck, PlannedRecipe } from '../ir/plan.js';
import type { Templates } from '../load/templates.js';

type Entries = readonly (readonly [key: string, text: string])[];

/**
 * The words that a script can say: runtime messages whose key stands in one of its texts, the titles of its checks
 * and the sentences of its bodies. Keys: "busy", "title.<check>", "says.<check or recipe>.<key>",
 * "productTitle".
 */
export function selectMessages(
  templates: Templates,
  texts: readonly string[],
  checks: readonly PlannedCheck[],
  recipes: readonly PlannedRecipe[],
  guard: Guard | null,
  title: Localized,
): Readonly<Record<Language, Entries>> {
  const mentioned = new Set(
    texts.flatMap((text) => Array.from(text.matchAll(/-Key\s+([\w.]+)|'([\w.]+)'/g), (m) => m[1] ?? m[2])),
  );
  const localized: (readonly [string, Localized])[] = [
    ...[...templates.messages].filter(([key]) => mentioned.has(key)),
    ...checks.map(({ check }) => [`title.${check.id}`, check.title] as const),
    ...checks.flatMap(({ check }) => sentences(check.id, check.says)),
    ...recipes.flatMap(({ recipe }) => sentences(recipe.id, recipe.says)),
    ...(guard ? sentences('guard', guard.says) : []),
    ...(mentioned.has('productTitle') ? [['productTitle', title] as const] : []),
  ];
  const inLanguage = (language: Language): Entries => localized.map(([key, text]) => [key, text[language]] as const);
  return { en: inLanguage('en'), ja: inLanguage('ja') };
}

function sentences(owner: string, says: Readonly<Record<string, Localized>>): (readonly [string, Localized])[] {
  return Object.entries(says).map(([key, text]) => [`says.${owner}.${key}`, text] as const);
}
