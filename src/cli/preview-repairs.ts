import { powershellScript, type Check, type ScriptSpec } from '../ir/catalog.js';
import type { Plan } from '../ir/plan.js';
import type { Templates } from '../load/templates.js';
import { actionsOf } from '../page/actions-of.js';
import type { Capture, CapturedValue } from '../spec/capture.js';

/** In a capture, the check that stands for what guards repairs. */
export const guardId = '-guard';

/**
 * What the repairing script of a checklist would do for what was found: a line for each check that found a problem, one for
 * each action that its repair calls, and before them what stood in the way of any repair on that PC. It tells what a
 * repair is made of, and not what it would find to change, since what a repair looks at is in no capture.
 * @param failing ids of checks whose status is Problem.
 * @param guard what was found there of the guards; null in a capture that says nothing of them.
 * @returns lines in English; none without a problem, or where the checklist has no repairing script.
 */
export function previewRepairs(
  plan: Plan,
  { library, messages }: Pick<Templates, 'library' | 'messages'>,
  failing: readonly string[],
  guard: Pick<Capture['results'][number], 'status' | 'evidence'> | null,
): readonly string[] {
  const found = plan.catalog.checks.filter(({ id }) => failing.includes(id));
  return (['machine', 'user'] as const).flatMap((runsAs) => {
    const script = powershellScript(plan.catalog, 'repair', runsAs);
    const checks = found.filter((check) => check.runsAs === runsAs);
    return script && checks.length > 0 ? previewScript(plan, { library, messages }, script, checks, guard) : [];
  });
}

function previewScript(
  plan: Plan,
  { library, messages }: Pick<Templates, 'library' | 'messages'>,
  script: ScriptSpec,
  checks: readonly Check[],
  guard: Pick<Capture['results'][number], 'status' | 'evidence'> | null,
): readonly string[] {
  const lines = checks.flatMap((check) => {
    if (!check.steps.ps1.repair) return [`  ${check.id}: no repair; its steps are for a person`];
    const asked = script.defaults.includes(check.id) ? '' : `, with -Check ${check.id} alone`;
    const actions = actionsOf(plan.catalog, library, check).map(
      ({ changes, undo }) => `    ${changes.en}. Undo: ${undo.en}.`,
    );
    return [`  ${check.id}${asked}:`, ...(actions.length > 0 ? actions : ['    changes nothing by itself.'])];
  });
  const words = (key: string): string =>
    plan.catalog.guard?.says[key]?.en ?? messages.get(key)?.en ?? `for the reason "${key}"`;
  const name = `${script.name}.ps1`;
  if (guard?.status === 'Problem') {
    const stops = listOf(guard.evidence['Stops']).map((stop) => stopLine(stop, words));
    return [
      `${name} would have changed nothing on that PC:`,
      ...stops,
      'What it would do for these problems without that:',
      ...lines,
    ];
  }
  const unless = guard?.status === 'Ok' ? '' : ', where no guard of that PC stops it';
  return [`What ${name} would do for these problems${unless}:`, ...lines];
}

/** One reason of a guard, `{ Code, Reason, Evidence }` as captured, as a line. */
function stopLine(stop: CapturedValue, words: (key: string) => string): string {
  const fields = tableOf(stop);
  const evidence = tableOf(fields['Evidence'] ?? null);
  const sentence = words(shown(fields['Reason'] ?? '')).replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = evidence[name];
    return value === undefined ? hole : shown(value);
  });
  return `  ${sentence} (exit code ${shown(fields['Code'] ?? '')})`;
}

/** The entries of a table as captured; none of what is no table. */
function tableOf(value: CapturedValue): { readonly [name: string]: CapturedValue } {
  const table = isTable(value) ? value['table'] : undefined;
  return table !== undefined && isTable(table) ? table : {};
}

function isTable(value: CapturedValue): value is { readonly [kind: string]: CapturedValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A list of one can have come out as its only entry. */
function listOf(value: CapturedValue | undefined): readonly CapturedValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly CapturedValue[]) : [value];
}

/** A value as people read it: numbers of more than 32 bits stand below their type. */
function shown(value: CapturedValue): string {
  if (value === null) return '';
  if (Array.isArray(value)) return (value as readonly CapturedValue[]).map(shown).join(', ');
  return typeof value === 'object' ? Object.values(value).map(shown).join(' ') : String(value);
}
