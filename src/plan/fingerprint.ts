import type { Catalog } from '../ir/catalog.js';
import type { ScriptPlan, SnippetPlan } from '../ir/plan.js';
import { remember } from '../ir/remember.js';
import { sha256 } from '../ir/sha256.js';

/**
 * A hash of all that the text of a script or snippet depends on, but for the templates, which do not change while the
 * program runs: as long as it is the same, so is the text. Where in its file something stands does not count.
 */
export function fingerprint(plan: ScriptPlan | SnippetPlan, { title, version }: Catalog): string {
  if ('body' in plan) return digest({ ...plan, title, version });
  const messages = plan.messages.map((message) => digest(message));
  const notEvaluated = plan.notEvaluated.map((check) => digest(check));
  return digest({ ...plan, messages, notEvaluated, title, version });
}

/** What is one object in many scripts, so that its hash is worked out once. */
const shared: ReadonlySet<string> = new Set(['check', 'recipe', 'guard', 'body']);
const places: ReadonlySet<string> = new Set(['span', 'source', 'firstLine', 'templates', 'template']);

const digest = remember((value: object): string =>
  sha256(
    Buffer.from(
      JSON.stringify(value, (key, field: unknown) => {
        if (places.has(key)) return undefined;
        return shared.has(key) && typeof field === 'object' && field !== null ? digest(field) : field;
      }),
    ),
  ),
);
