import { createHash } from 'node:crypto';
import type { Capture } from '../spec/capture.js';
import type { FleetReport } from '../spec/result.js';
import { memoize } from '../source/memoize.js';
import type { Summary, SummaryCheck } from './summary-line.js';

type Status = Summary['checks'][number]['status'];
type Outcome = Summary['checks'][number]['outcome'];

/** What one run of a script said of one PC: a line of what DuckDB reads, and the names of its columns. */
export interface RunRow {
  /** Who the PC is: an id of a service, or a hash. Never a name. */
  readonly device: string;
  readonly device_kind: DeviceKind;
  /** Empty unless names were asked for. */
  readonly device_name: string;
  readonly run: string;
  /** The run that it looks after, tries again or undoes; empty without one. */
  readonly follows: string;
  /** UTC, "2026-11-28 10:00:00"; null where nothing says when. */
  readonly started: string | null;
  readonly offset_minutes: number | null;
  readonly clock: 'pc' | 'service' | 'none';
  readonly source: 'report' | 'table' | 'bundle' | 'line';
  readonly mode: string;
  readonly phase: Phase;
  readonly product: string;
  readonly checklist_version: string;
  readonly script: string;
  readonly script_sha256: string;
  readonly channel: string;
  readonly build: number | null;
  readonly revision: number | null;
  readonly edition: string;
  readonly booted: string | null;
  readonly exit_code: number | null;
  readonly milliseconds: number | null;
  readonly verdict: Summary['verdict'];
  readonly notes: readonly string[];
  /** Of all the rest: of two rows for the same run, the one with the lower hash counts, in whichever order they came. */
  readonly report: string;
  /** By their ids. */
  readonly checks: readonly CheckCells[];
  /** The same as texts: most of what a row is, and needed for its hash and for its line. */
  readonly checkTexts: readonly string[];
}

/** A check of a run, in the order of `checkColumns`. */
export interface CheckCells {
  readonly check_id: string;
  readonly status: Status;
  readonly reason_key: string;
  readonly hresults: readonly string[];
  readonly before: Status;
  readonly outcome: Outcome;
  readonly milliseconds: number | null;
}

/** By what a PC is known, the surest first. "file" is for reports that do not say, where the name of the file does. */
export type DeviceKind = 'entra' | 'intune' | 'machine' | 'configmgr' | 'name' | 'file';

/** Whether a detection came before or after the repair of a remediation. */
export type Phase = '' | 'before' | 'after';

/** Types of the columns of a run, as DuckDB declares them; the checks come last. */
export const runColumns: Readonly<Record<Exclude<keyof RunRow, 'checks' | 'checkTexts'>, string>> = {
  device: 'VARCHAR',
  device_kind: 'VARCHAR',
  device_name: 'VARCHAR',
  run: 'VARCHAR',
  follows: 'VARCHAR',
  started: 'TIMESTAMP',
  offset_minutes: 'INTEGER',
  clock: 'VARCHAR',
  source: 'VARCHAR',
  mode: 'VARCHAR',
  phase: 'VARCHAR',
  product: 'VARCHAR',
  checklist_version: 'VARCHAR',
  script: 'VARCHAR',
  script_sha256: 'VARCHAR',
  channel: 'VARCHAR',
  build: 'INTEGER',
  revision: 'INTEGER',
  edition: 'VARCHAR',
  booted: 'TIMESTAMP',
  exit_code: 'INTEGER',
  milliseconds: 'BIGINT',
  verdict: 'VARCHAR',
  notes: 'VARCHAR[]',
  report: 'VARCHAR',
};

/** Types of what is kept of each check. */
export const checkColumns: Readonly<Record<keyof CheckCells, string>> = {
  check_id: 'VARCHAR',
  status: 'VARCHAR',
  reason_key: 'VARCHAR',
  hresults: 'VARCHAR[]',
  before: 'VARCHAR',
  outcome: 'VARCHAR',
  milliseconds: 'BIGINT',
};

/** Who a PC is and when it ran, as the place says where a result without both was found. */
export interface Whence {
  readonly device: string;
  readonly kind: DeviceKind;
  readonly name: string;
  readonly started: string | null;
}

/** What nothing is known of. */
const blank: Omit<
  RunRow,
  'device' | 'device_kind' | 'source' | 'mode' | 'product' | 'verdict' | 'checks' | 'checkTexts' | 'report'
> = {
  device_name: '',
  run: '',
  follows: '',
  started: null,
  offset_minutes: null,
  clock: 'none',
  phase: '',
  checklist_version: '',
  script: '',
  script_sha256: '',
  channel: '',
  build: null,
  revision: null,
  edition: '',
  booted: null,
  exit_code: null,
  milliseconds: null,
  notes: [],
};

/** The row of a report in JSON. One of format 1 names no PC: the name of its file does. */
export function rowOfReport(given: FleetReport, file: string, keepsNames: boolean): RunRow {
  const { product, script, mode, windows, exitCode } = given;
  const checks = given.checks.map(({ id, status, reasonKey, hresults, before, outcome, milliseconds }) => {
    return { check_id: id, status, reason_key: reasonKey, hresults, before, outcome, milliseconds };
  });
  const row = {
    ...blank,
    ...unnamed(file, keepsNames),
    started: sortableTime(given.finishedUtc),
    clock: 'pc',
    source: 'report',
    mode,
    product,
    script,
    build: windows.build,
    revision: windows.revision,
    edition: windows.edition,
    exit_code: exitCode,
    verdict: verdictOf(checks),
    checks,
  } as const;
  if (given.format === 'mendsheet-result/1') return complete(row);
  return complete({
    ...row,
    ...(given.device === null
      ? {}
      : { device: given.device, device_kind: given.device.includes('-') ? 'entra' : 'machine', device_name: '' }),
    run: given.run.toLowerCase(),
    follows: given.follows?.toLowerCase() ?? '',
    started: sortableTime(given.startedUtc),
    offset_minutes: given.offsetMinutes,
    checklist_version: given.checklist,
    script_sha256: given.sha256?.toLowerCase() ?? '',
    channel: given.channel ?? '',
    booted: given.bootedUtc === null ? null : sortableTime(given.bootedUtc),
    milliseconds: given.milliseconds,
  });
}

/** The row of the capture in a bundle of collect-logs, which is redacted and names no PC: the name of the file does. */
export function rowOfCapture(capture: Capture, file: string, keepsNames: boolean): RunRow {
  const checks: readonly CheckCells[] = capture.results
    .filter(({ check }) => !check.startsWith('-'))
    .map(({ check, status, reason, hresults }) => {
      return {
        check_id: check,
        status,
        reason_key: reason,
        hresults,
        before: status,
        outcome: 'None',
        milliseconds: null,
      };
    });
  return complete({
    ...blank,
    ...unnamed(file, keepsNames),
    started: sortableTime(capture.startedUtc),
    clock: 'pc',
    source: 'bundle',
    mode: 'detect',
    product: capture.product,
    checklist_version: capture.version,
    script: capture.script,
    script_sha256: capture.sha256.toLowerCase(),
    verdict: verdictOf(checks),
    checks,
  });
}

/**
 * The row of a summary line.
 * @param earlier Of a detection after a repair, the row of that before it: what was a problem there was to be repaired.
 */
export function rowOfSummary(
  summary: Summary,
  whence: Whence,
  source: 'table' | 'line',
  phase: Phase,
  earlier: RunRow | null,
): RunRow {
  const told = summary.checks.map(cellsOf);
  const checks = earlier === null ? told : afterRepair(told, earlier);
  return complete({
    ...blank,
    device: whence.device,
    device_kind: whence.kind,
    device_name: whence.name,
    follows: earlier?.run ?? '',
    started: whence.started,
    clock: whence.started === null ? 'none' : 'service',
    source,
    mode: summary.mode,
    phase,
    product: summary.product,
    checklist_version: summary.checklistVersion,
    channel: channelOf(whence.kind, phase),
    build: summary.windows?.build ?? null,
    revision: summary.windows?.revision ?? null,
    verdict: summary.verdict,
    notes: summary.notes,
    checks,
  });
}

/** The channel that a table is of, where it shows: Intune alone has a column for each detection, and ConfigMgr numbers for PCs. */
function channelOf(kind: DeviceKind, phase: Phase): string {
  if (kind === 'configmgr') return 'configmgr';
  return phase === '' ? '' : 'intune';
}

/** Checks of a detection after a repair, with what they were before it and what became of that. */
function afterRepair(told: readonly CheckCells[], earlier: RunRow): readonly CheckCells[] {
  const found = new Map(earlier.checks.map(({ check_id, status }) => [check_id, status]));
  return told.map((cells) => {
    const before = found.get(cells.check_id) ?? cells.before;
    const wasRepaired = cells.outcome === 'None' && before === 'Problem';
    if (before === cells.before && !wasRepaired) return cells;
    return { ...cells, before, outcome: wasRepaired ? outcomeOf(cells.status) : cells.outcome };
  });
}

const cellsOf = memoize(({ id, status, reasonKey, hresults, before, outcome }: SummaryCheck): CheckCells => ({
  check_id: id,
  status,
  reason_key: reasonKey,
  hresults,
  before,
  outcome,
  milliseconds: null,
}));

/** What stands between the cells of a check as text. Ids, keys, codes and words of the format have none. */
const sign = '|';

/** A check of a run as text: an eighth of what it is as JSON with names, so that a database sorts and reads less. */
const textOf = memoize(
  ({ check_id, status, reason_key, hresults, before, outcome, milliseconds }: CheckCells): string =>
    [check_id, status, reason_key, hresults.join(' '), before, outcome, milliseconds ?? ''].join(sign),
);

/** The cells of such a text as SQL, by the names of their columns. @param text SQL that gives it. */
export function cellsOfText(text: string): Readonly<Record<keyof CheckCells, string>> {
  const cell = (at: number): string => `string_split(${text}, '${sign}')[${at}]`;
  return {
    check_id: cell(1),
    status: cell(2),
    reason_key: cell(3),
    hresults: `list_filter(string_split(${cell(4)}, ' '), code -> code <> '')`,
    before: cell(5),
    outcome: cell(6),
    milliseconds: `nullif(${cell(7)}, '')::BIGINT`,
  };
}

/** What the detection after a repair makes of a problem that the one before it found. */
function outcomeOf(status: Status): Outcome {
  if (status === 'Problem') return 'Failed';
  return status === 'Unknown' ? 'NotConfirmed' : 'Repaired';
}

function verdictOf(checks: readonly CheckCells[]): Summary['verdict'] {
  if (checks.some(({ status }) => status === 'Problem')) return 'Problem';
  return checks.length === 0 || checks.some(({ status }) => status === 'Unknown') ? 'Unknown' : 'Ok';
}

/** A PC that nothing names but a file: a hash of the name stands for it, and the name where names are kept. */
function unnamed(file: string, keepsNames: boolean): Pick<RunRow, 'device' | 'device_kind' | 'device_name'> {
  const name = file.replace(/(?:\.(?:json|zip))+$/i, '');
  return { device: hashedName('file', name), device_kind: 'file', device_name: keepsNames ? name : '' };
}

/** What stands for a name: the same for the same name in whatever case. */
export function hashedName(kind: 'name' | 'file', name: string): string {
  return `${kind}-${digest(name.toLowerCase())}`;
}

function complete(row: Omit<RunRow, 'report' | 'checkTexts'>): RunRow {
  // A run without an id is known by all that it says. Whether names are kept makes no other run of it.
  const { device_name, checks: unsorted, ...head } = row;
  const isSorted = unsorted.every(({ check_id }, at) => at === 0 || (unsorted[at - 1]?.check_id ?? '') < check_id);
  const checks = isSorted ? unsorted : [...unsorted].sort((a, b) => (a.check_id < b.check_id ? -1 : 1));
  const checkTexts = checks.map(textOf);
  const all = digest(`${JSON.stringify(head)}\n${checkTexts.join('\n')}`);
  return {
    ...head,
    checks,
    checkTexts,
    device_name,
    run: row.run === '' ? all : row.run,
    report: device_name === '' ? all : digest(all + device_name),
  };
}

/** A row as a line of what DuckDB reads. */
export function lineOfRow({ checks: _, checkTexts, ...head }: RunRow, number: number): string {
  return JSON.stringify({ number, ...head, checks: checkTexts });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function sortableTime(iso: string): string {
  return iso.slice(0, 19).replace('T', ' ');
}
