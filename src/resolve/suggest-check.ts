import { suggestNames } from '../diagnostics/suggest.js';
import { currentId } from '../names/former-ids.js';
import type { CheckDraft } from './draft.js';

/** What an id that no check has was probably meant to be: the check that had it in an earlier version, or one with a like name. */
export function suggestCheck(id: string, checks: readonly CheckDraft[], others: Iterable<string> = []): string[] {
  const entries = checks.map(({ entry: { value } }) => ({ id: value.id, formerly: value.formerly ?? [] }));
  const current = currentId(id, entries);
  return current === id ? suggestNames(id, [...entries.map((each) => each.id), ...others]) : [current];
}
