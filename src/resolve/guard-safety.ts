import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { editions } from '../ir/catalog.js';
import { hasKey, keyPlaceOf, placeOf } from '../source/located.js';
import type { CheckDraft, Draft } from './draft.js';

/*
 * guard-safety
 * needs: link-steps.
 * guarantees: whatever repairs also detects and says its risk; a guided check repairs nothing; no check has an empty
 * range of builds.
 */

interface Rule {
  readonly says: string;
  readonly test: (check: CheckDraft) => Diagnostic | null;
}

const rules: readonly Rule[] = [
  {
    says: 'a guided check leaves the repair to a person',
    test: ({ entry, steps }) => {
      const repairs = entry.value.guided && editions.some((edition) => steps[edition].repair);
      const message = `"${entry.value.id}" is guided and has a repair.`;
      return repairs ? diagnose('resolve/guided-repair', message, keyPlaceOf(entry, 'guided')) : null;
    },
  },
  {
    says: 'a repair is confirmed by a detect, in PowerShell always and in batch at least by the PowerShell edition',
    test: ({ entry, steps }) => {
      const isUnconfirmed = steps.ps1.detect === undefined && editions.some((edition) => steps[edition].repair);
      const message = `"${entry.value.id}" has a repair, but no PowerShell body or recipe to detect with.`;
      return isUnconfirmed ? diagnose('resolve/repair-without-detect', message, placeOf(entry, 'id')) : null;
    },
  },
  {
    says: 'a repair has a risk',
    test: ({ entry, steps }) => {
      const isSilent = !hasKey(entry, 'risk') && editions.some((edition) => steps[edition].repair);
      const message = `"${entry.value.id}" has a repair and does not say its risk.`;
      return isSilent ? diagnose('resolve/repair-without-risk', message, placeOf(entry, 'id')) : null;
    },
  },
  {
    says: 'a range of builds is not empty',
    test: ({ entry }) => {
      const { min = 0, max = Infinity } = entry.value.where?.builds ?? {};
      const message = `No build is at least ${min} and at most ${max}.`;
      return min > max ? diagnose('resolve/builds', message, keyPlaceOf(entry, 'where', 'builds')) : null;
    },
  },
];

export function guardSafety(draft: Draft): Result<Draft> {
  const diagnostics = draft.checks.flatMap((check) => rules.flatMap((rule) => rule.test(check) ?? []));
  return { value: draft, diagnostics };
}
