import type { Catalog } from '../ir/catalog.js';
import type { ScriptPlan, SnippetPlan } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import { sha256 } from '../bytes/sha256.js';

/**
 * A hash of all that the text of a script or snippet depends on, but for the templates, which do not change while the
 * program runs: as long as it is the same, so is the text. Where in its file something stands does not count.
 */
export function fingerprint(plan: ScriptPlan | SnippetPlan, { title, version }: Catalog): string {
  if ('body' in plan) return digest({ ...plan, title, version });
  // Each of these is one object in many scripts.
  const [checks, messages, notEvaluated] = [plan.checks, plan.messages, plan.notEvaluated].map((all) =>
    all.map(digest),
  );
  return digest({ ...plan, checks, messages, notEvaluated, title, version });
}

/** What is one object in many scripts, so that its hash is worked out once. */
const shared: ReadonlySet<string> = new Set(['check', 'recipe', 'guard', 'body']);

/**
 * What need not be looked at: places of the input; templates, and the parts of them that the bodies and templates of a
 * script name; the steps of a check, which a plan has as functions and calls.
 */
const unseen: ReadonlySet<string> = new Set([
  ...['span', 'source', 'firstLine'],
  ...['templates', 'template', 'regions', 'parts'],
  'steps',
]);

const digest = memoize((value: object): string =>
  sha256(
    JSON.stringify(value, (key, field: unknown) => {
      const isObject = typeof field === 'object' && field !== null;
      // A checklist may call a sentence "source" or "steps" as well.
      if (unseen.has(key) && !(isObject && 'en' in field)) return undefined;
      return shared.has(key) && isObject ? digest(field) : field;
    }),
  ),
);
