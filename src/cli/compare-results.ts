import type { ReplayResult } from '../host/replay.js';
import type { Capture } from '../spec/capture.js';

/** A check that finds over a bundle otherwise than on the PC, and why. */
export interface Difference {
  readonly check: string;
  /** Status and key of the reason, such as "Problem (disabled)". */
  readonly before: string;
  readonly now: string;
  readonly cause: 'rule-changed' | 'input-missing' | 'redaction';
  /** Reads that the capture does not have. */
  readonly missing: readonly string[];
}

/**
 * Compares what was found on a PC with what is found over its bundle, for the checks that both know.
 * @param redacted Ids of the checks of which the manifest says that redaction changed what they find.
 */
export function compareResults(
  before: Capture['results'],
  now: readonly ReplayResult[],
  redacted: readonly string[],
): readonly Difference[] {
  const earlier = new Map(before.map((result) => [result.check, result]));
  return now.flatMap(({ check, status, reason, missing }) => {
    const then = earlier.get(check);
    if (!then || (then.status === status && then.reason === reason)) return [];
    const isMissing = missing.length > 0 || reason === 'notCaptured';
    const cause = isMissing ? 'input-missing' : redacted.includes(check) ? 'redaction' : 'rule-changed';
    return [{ check, before: shown(then.status, then.reason), now: shown(status, reason), cause, missing }];
  });
}

function shown(status: string, reason: string): string {
  return reason === '' ? status : `${status} (${reason})`;
}
