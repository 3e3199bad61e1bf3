import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { placeOf } from '../source/located.js';
import type { CheckDraft, Draft } from './draft.js';
import { suggestCheck } from './suggest-check.js';

/*
 * link-answers
 * needs: nothing.
 * guarantees: checks whose repair an answer forbids are there.
 */

export function linkAnswers(draft: Draft): Result<Draft> {
  const { groups, checks } = draft.spec.broken;
  const ids = draft.checks.map(({ entry }) => entry.value.id);
  // Checks with mistakes, and those of a file that could not be read, were reported.
  const known = [...ids, ...checks];
  const diagnostics = groups.size > 0 ? [] : draft.checks.flatMap((check) => unknownForbidden(check, known, draft));
  return { value: draft, diagnostics };
}

function unknownForbidden({ entry }: CheckDraft, known: readonly string[], { checks }: Draft): readonly Diagnostic[] {
  return (entry.value.answers ?? []).flatMap(({ forbids = [] }, answer) =>
    (forbids === 'every-repair' ? [] : forbids).flatMap((id, at) => {
      if (known.includes(id)) return [];
      const place = placeOf(entry, 'answers', answer, 'forbids', at);
      return [
        diagnose('resolve/unknown-check', `There is no check "${id}".`, place, {
          suggestions: suggestCheck(id, checks, known),
        }),
      ];
    }),
  );
}
