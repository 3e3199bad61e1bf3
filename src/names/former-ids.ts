import type { Check } from '../ir/catalog.js';

/** The id of now for one that somebody gives, who may know a check by an earlier one; as given where no check had it. */
export function currentId(id: string, checks: readonly Pick<Check, 'id' | 'formerly'>[]): string {
  if (checks.some((check) => check.id === id)) return id;
  return checks.find(({ formerly }) => formerly.includes(id))?.id ?? id;
}
