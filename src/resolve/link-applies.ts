import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { suggestNames } from '../diagnostics/suggest.js';
import { placeOf } from '../source/located.js';
import type { CheckDraft, Draft } from './draft.js';

/*
 * link-applies
 * needs: nothing.
 * guarantees: what a check applies to is in the list of the index.
 */

export function linkApplies(draft: Draft): Result<Draft> {
  const { index, broken } = draft.spec;
  const known = Object.keys(index.value.applies ?? {});
  // An index with mistakes may have the list, and was reported.
  return { value: draft, diagnostics: broken.index ? [] : draft.checks.flatMap((check) => unknown(check, known)) };
}

function unknown({ entry }: CheckDraft, known: readonly string[]): readonly Diagnostic[] {
  return (entry.value.applies ?? []).flatMap((name, at) => {
    if (known.includes(name)) return [];
    const message = `The index does not say under "applies" what "${name}" is.`;
    const suggestions = suggestNames(name, known);
    return [diagnose('resolve/unknown-applies', message, placeOf(entry, 'applies', at), { suggestions })];
  });
}
