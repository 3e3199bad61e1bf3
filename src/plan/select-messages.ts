import type { Check, Guard, Localized } from '../ir/catalog.js';
import type { Message, PlannedCheck, PlannedRecipe } from '../ir/plan.js';
import { memoize, type Text } from '../source/memoize.js';
import type { Templates } from '../load/templates.js';
import { wordsIn } from '../powershell/read-ps1.js';

/**
 * The words that a script can say: runtime messages whose key stands in one of its texts, the titles of its checks
 * and the sentences of its bodies. Keys: "busy", "title.<check>", "<check or recipe>_<key>", "answer.<check>.<place>" and
 * the same with ".do", "productTitle".
 */
export function selectMessages(
  templates: Templates,
  head: Text,
  texts: readonly Text[],
  checks: readonly PlannedCheck[],
  recipes: readonly PlannedRecipe[],
  guard: Guard | null,
  title: Localized,
  answers: boolean,
): readonly Message[] {
  const keysOf = keysIn(templates);
  const mentioned = new Set([...templateWords(head), ...texts.flatMap((text) => keysOf(text))]);
  return [
    ...runtimeMessages(templates).filter(({ key }) => mentioned.has(key)),
    ...checks.map(({ check }) => titleOf(check)),
    ...checks.flatMap(({ check }) => sentencesOf(check)),
    ...(answers ? checks.flatMap(({ check }) => answersOf(check)) : []),
    ...recipes.flatMap(({ recipe }) => sentencesOf(recipe)),
    ...(guard ? sentencesOf(guard) : []),
    ...(mentioned.has('productTitle') ? [productTitle(title)] : []),
  ];
}

/** A head is a template and not yet PowerShell: each of its words may be a key. */
const templateWords = memoize(({ text }: Text) => text.match(/[\w.]+/g) ?? []);

// Each message is one object in all scripts that say it, so it is escaped once.
const runtimeMessages = memoize(({ messages }: Templates) => [...messages].map(([key, text]) => ({ key, text })));

/** Of the words of a text those that may be keys of what scripts say whatever checks they have. */
const keysIn = memoize(({ messages }: Templates) =>
  memoize((text: Text) => wordsIn(text).filter((word) => messages.has(word) || word === 'productTitle')),
);

const titleOf = memoize((check: Check): Message => ({ key: `title.${check.id}`, text: check.title }));

const productTitle = memoize((text: Localized): Message => ({ key: 'productTitle', text }));

const sentencesOf = memoize((owner: Owner): readonly Message[] =>
  Object.entries(owner.says).map(([key, text]) => ({ key: `${owner.id ?? 'guard'}_${key}`, text })),
);

const answersOf = memoize((check: Check): readonly Message[] =>
  (check.answers ?? []).flatMap((answer, at) => {
    const key = `answer.${check.id}.${at}`;
    return [
      ...(answer.says ? [{ key, text: answer.says }] : []),
      ...(answer.do ? [{ key: `${key}.do`, text: answer.do }] : []),
    ];
  }),
);

/** A check, a recipe, or the guard, which has no id. */
interface Owner {
  readonly id?: string;
  readonly says: Readonly<Record<string, Localized>>;
}
