import { suggestNames } from '../diagnostics/suggest.js';
import type { Check } from '../ir/catalog.js';
import { currentId } from '../names/former-ids.js';
import { UsageError } from './run-command.js';

/** The check that somebody names, by its id or one of an earlier version. @throws UsageError where there is none. */
export function findCheck(checks: readonly Check[], given: string): Check {
  const id = currentId(given, checks);
  const check = checks.find((each) => each.id === id);
  if (check) return check;
  const [near] = suggestNames(
    given,
    checks.map((each) => each.id),
  );
  const advice = near === undefined ? '"mendsheet plan" lists them.' : `Did you mean "${near}"?`;
  throw new UsageError(`There is no check "${given}". ${advice}`);
}
