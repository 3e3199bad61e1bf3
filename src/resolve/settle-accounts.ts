import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { editions, phases } from '../ir/catalog.js';
import { keyPlaceOf, placeOf } from '../source/located.js';
import { startOf } from '../source/source-tree.js';
import type { CheckDraft, Draft } from './draft.js';

/*
 * settle-accounts
 * needs: link-steps.
 * guarantees: a check of the person signed in is done in PowerShell alone, collects nothing, can run as a person, and is
 * repaired by a script that does; such a script repairs, in PowerShell.
 */

export function settleAccounts(draft: Draft): Result<Draft> {
  const diagnostics = [
    ...draft.checks.flatMap((check) => (isOfUser(check) ? [...refuseSteps(check), ...refuseLimits(check)] : [])),
    ...refuseScripts(draft),
    ...findUnrepaired(draft),
  ];
  const checks = draft.checks.map((check) =>
    isOfUser(check) ? { ...check, steps: { ps1: check.steps.ps1, cmd: {} } } : check,
  );
  return { value: { ...draft, checks }, diagnostics };
}

function isOfUser({ entry }: CheckDraft): boolean {
  return entry.value['runs-as'] === 'user';
}

/** What a recipe could do in batch besides is left out; a body of the check's own would be for nothing. */
function refuseSteps({ entry, bodies, steps }: CheckDraft): readonly Diagnostic[] {
  const { id } = entry.value;
  const inBatch = phases.flatMap((phase) => {
    const body = bodies.cmd[phase];
    if (!body) return [];
    const span = body.source === entry.tree.source ? keyPlaceOf(entry, phase, 'cmd') : startOf(body.source);
    return [diagnose('resolve/runs-as', `"${id}" runs as the user, which batch scripts do not.`, span)];
  });
  if (!editions.some((edition) => steps[edition].collect)) return inBatch;
  const message = `"${id}" runs as the user, and what collects runs elevated; write "collect: none", or collect in a check of its own.`;
  return [...inBatch, diagnose('resolve/runs-as', message, keyPlaceOf(entry, 'runs-as'))];
}

function refuseLimits({ entry }: CheckDraft): readonly Diagnostic[] {
  const { id, needs = [], where } = entry.value;
  const admin = needs.indexOf('admin');
  const message = `"${id}" runs as the user, without elevation, and can need no administrator.`;
  return [
    ...(admin === -1 ? [] : [diagnose('resolve/runs-as', message, placeOf(entry, 'needs', admin))]),
    ...(where?.account && !where.account.includes('user')
      ? [
          diagnose(
            'resolve/runs-as',
            `"${id}" runs as the user, and applies to SYSTEM alone.`,
            keyPlaceOf(entry, 'where', 'account'),
          ),
        ]
      : []),
  ];
}

function refuseScripts({ spec: { index } }: Draft): readonly Diagnostic[] {
  return index.value.scripts.flatMap((script, at) => {
    if (script['runs-as'] === undefined) return [];
    const span = keyPlaceOf(index, 'scripts', at, 'runs-as');
    if (script.phase !== 'repair') {
      const message = `"${script.name}" does not repair: it holds checks of the computer and of the user alike.`;
      return [diagnose('resolve/runs-as', message, span)];
    }
    const cmd = script.editions.indexOf('cmd');
    const message = `"${script.name}" runs as the user, which batch scripts do not.`;
    return cmd === -1 ? [] : [diagnose('resolve/runs-as', message, placeOf(index, 'scripts', at, 'editions', cmd))];
  });
}

/** Where the checklist repairs at all, a repair that no script has would be a wrong promise of the page. */
function findUnrepaired({ spec: { index }, checks }: Draft): readonly Diagnostic[] {
  const repairing = index.value.scripts.filter(({ phase }) => phase === 'repair');
  if (repairing.length === 0 || repairing.some((script) => script['runs-as'] === 'user')) return [];
  return checks
    .filter((check) => isOfUser(check) && check.steps.ps1.repair)
    .map(({ entry }) => {
      const message = `"${entry.value.id}" has a repair that runs as the user, and no script of the index does.`;
      return diagnose('resolve/runs-as', message, keyPlaceOf(entry, 'runs-as'));
    });
}
