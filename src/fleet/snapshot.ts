import type { Database, Row } from './database.js';
import { order, tells } from './views.js';
import { newcombe, wilson, type Interval, type Share } from './interval.js';
import type { RefusalReason } from './read-input.js';

/** How a PC, or a check on it, stands: every one is in one of these states, and they add up. */
export const deviceStates = ['problem', 'undecided', 'ok', 'notApplicable', 'stale', 'undated', 'notReported'] as const;
export const checkStates = [...deviceStates, 'notLooked'] as const;

export type DeviceState = (typeof deviceStates)[number];
export type CheckState = (typeof checkStates)[number];

/** All numbers of a fleet at one moment. Whatever shows a number takes it from here, so they agree. */
export interface Snapshot {
  readonly format: 'mendsheet-fleet/1';
  /** UTC. */
  readonly asOf: string;
  readonly staleDays: number;
  /** PCs of the inventory; 0 without one. */
  readonly expected: number;
  /** PCs that nothing but a file named. */
  readonly unnamed: number;
  readonly devices: number;
  readonly states: Readonly<Record<DeviceState, number>>;
  readonly files: number;
  readonly runs: number;
  readonly refused: readonly { readonly reason: RefusalReason; readonly count: number }[];
  /** The worst first. */
  readonly checks: readonly { readonly id: string; readonly states: Readonly<Record<CheckState, number>> }[];
  /** Why checks are a problem or undecided, by the keys of their reasons. */
  readonly reasons: readonly {
    readonly check: string;
    readonly state: CheckState;
    readonly reason: string;
    readonly devices: number;
  }[];
  readonly codes: readonly {
    readonly hresult: string;
    readonly devices: number;
    readonly builds: readonly { readonly build: number; readonly devices: number }[];
  }[];
  /** PCs to look at first: most problems, most of them tried in vain. */
  readonly first: readonly DeviceLine[];
  readonly repairs: readonly {
    readonly check: string;
    readonly repaired: number;
    readonly failed: number;
    readonly cameBack: number;
  }[];
  readonly versions: readonly { readonly version: string; readonly devices: number }[];
  readonly builds: readonly { readonly build: number; readonly revision: number; readonly devices: number }[];
  /** Days up to the present, those without a report too. */
  readonly trend: readonly {
    readonly day: string;
    readonly devices: number;
    readonly problem: number;
    readonly repaired: number;
  }[];
  readonly rings: readonly {
    readonly ring: string;
    readonly states: Readonly<Record<DeviceState, number>>;
    /** Of those that were judged lately, those with a problem. */
    readonly problem: Share & Interval;
  }[];
  readonly effects: readonly Effect[];
}

/** What a repair did for those that had the problem, beside those that had it and were not repaired in that time. */
export interface Effect {
  readonly check: string;
  /** Empty for all rings together. */
  readonly ring: string;
  readonly repaired: Share & Interval;
  readonly notRepaired: Share & Interval;
  readonly difference: Interval & { readonly difference: number };
  /** PCs of neither: seven days have not gone by, or nobody looked in them. */
  readonly left: number;
}

export interface DeviceLine {
  readonly device: string;
  readonly device_name: string;
  readonly problems: number;
  readonly tried_problems: number;
  readonly undecided: number;
  readonly last_seen: string;
  readonly build: number | null;
}

/** Days of the trend. */
const trendDays = 30;

/** Reasons, codes and versions that the page names. */
const mostNamed = 50;

/** PCs that the page names; the list behind their number has all. */
const mostFirst = 20;

/** Asks all numbers of a fleet. */
export async function takeSnapshot(database: Database): Promise<Snapshot> {
  const ask = async (sql: string): Promise<readonly Row[]> => database.rows(sql);
  const [present = {}] = await ask(
    "SELECT strftime(as_of, '%Y-%m-%d %H:%M:%S') AS as_of, stale_days, expected FROM present",
  );
  const [counts = {}] = await ask(
    `SELECT (SELECT count(*) FROM devices) AS devices, (SELECT count(*) FROM ledger) AS files,
       (SELECT count(*) FROM runs) AS runs, (SELECT count(*) FROM devices WHERE device_kind = 'file') AS unnamed`,
  );
  const states = await ask('SELECT state, ring, count(*) AS count FROM devices GROUP BY ALL');
  const checks = await ask('SELECT check_id, state, count(*) AS count FROM check_states GROUP BY ALL');
  const ids = [...new Set(checks.map(({ check_id }) => String(check_id)))];
  const all = stateCounts(deviceStates, states);
  const rings = [...new Set(states.map(({ ring }) => String(ring)))].filter((ring) => ring !== '').sort();
  return {
    format: 'mendsheet-fleet/1',
    asOf: String(present['as_of']),
    staleDays: Number(present['stale_days']),
    expected: Number(present['expected']),
    unnamed: Number(counts['unnamed']),
    devices: Number(counts['devices']),
    states: all,
    files: Number(counts['files']),
    runs: Number(counts['runs']),
    refused: (
      await ask('SELECT reason, count(*) AS count FROM refusals GROUP BY reason ORDER BY count DESC, reason')
    ).map(({ reason, count }) => ({ reason: reason as RefusalReason, count: Number(count) })),
    checks: ids
      .map((id) => ({
        id,
        states: checkCounts(
          all,
          checks.filter(({ check_id }) => check_id === id),
        ),
      }))
      .sort(
        (a, b) =>
          b.states.problem - a.states.problem || b.states.undecided - a.states.undecided || (a.id < b.id ? -1 : 1),
      ),
    reasons: (
      await ask(
        `SELECT check_id AS check, state, reason_key AS reason, count(*) AS devices FROM check_states
         WHERE state IN ('problem', 'undecided') GROUP BY ALL ORDER BY devices DESC, check_id, state, reason_key
         LIMIT ${mostNamed}`,
      )
    ).map((row) => row as unknown as Snapshot['reasons'][number]),
    codes: await codesOf(ask),
    first: (await ask(`${devicesToSee} LIMIT ${mostFirst}`)).map((row) => row as unknown as DeviceLine),
    repairs: (
      await ask(
        `SELECT check_id AS check, count(*) FILTER (state = 'repaired') AS repaired, count(*) FILTER (state = 'failed') AS failed,
           count(*) FILTER (state = 'cameBack') AS "cameBack" FROM repairs GROUP BY check_id ORDER BY failed + "cameBack" DESC, check_id`,
      )
    ).map((row) => row as unknown as Snapshot['repairs'][number]),
    versions: (
      await ask(
        `SELECT coalesce(checklist_version, '') AS version, count(*) AS devices FROM devices WHERE last_seen IS NOT NULL
         GROUP BY ALL ORDER BY devices DESC, version LIMIT ${mostNamed}`,
      )
    ).map((row) => row as unknown as Snapshot['versions'][number]),
    builds: (
      await ask(
        `SELECT build, revision, count(*) AS devices FROM devices WHERE build IS NOT NULL
         GROUP BY ALL ORDER BY devices DESC, build, revision LIMIT ${mostNamed}`,
      )
    ).map((row) => row as unknown as Snapshot['builds'][number]),
    trend: (await ask(trend)).map((row) => row as unknown as Snapshot['trend'][number]),
    rings: rings.map((ring) => {
      const own = stateCounts(
        deviceStates,
        states.filter((row) => row['ring'] === ring),
      );
      return {
        ring,
        states: own,
        problem: withInterval(own.problem, own.problem + own.undecided + own.ok + own.notApplicable),
      };
    }),
    effects: (await ask(effects)).map(effectOf),
  };
}

function stateCounts<State extends string>(
  names: readonly State[],
  rows: readonly Row[],
): Readonly<Record<State, number>> {
  const sum = (name: State): number =>
    rows.filter(({ state }) => state === name).reduce((total, { count }) => total + Number(count), 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as Readonly<Record<State, number>>;
}

/** Of those that were heard of lately, the rest did not look at the check. */
function checkCounts(all: Snapshot['states'], rows: readonly Row[]): Readonly<Record<CheckState, number>> {
  const told = stateCounts(deviceStates, rows);
  const heard = all.problem + all.undecided + all.ok + all.notApplicable;
  const { stale, undated, notReported } = all;
  const notLooked = heard - told.problem - told.undecided - told.ok - told.notApplicable;
  return { ...told, stale, undated, notReported, notLooked };
}

/** PCs with a problem, those first that need somebody most. */
const devicesToSee = `
  SELECT device, device_name, problems, tried_problems, undecided, strftime(last_seen, '%Y-%m-%d %H:%M:%S') AS last_seen, build
  FROM devices WHERE state = 'problem' ORDER BY tried_problems DESC, problems DESC, undecided DESC, device`;

async function codesOf(ask: (sql: string) => Promise<readonly Row[]>): Promise<Snapshot['codes']> {
  const rows = await ask(
    `SELECT hresult, build, count(DISTINCT device) AS devices
     FROM (SELECT device, build, unnest(hresults) AS hresult FROM check_states WHERE state IN ('problem', 'undecided'))
     GROUP BY GROUPING SETS ((hresult), (hresult, build)) ORDER BY devices DESC, hresult, build`,
  );
  const all = rows.filter(({ build }) => build === null).slice(0, mostNamed);
  return all.map(({ hresult, devices }) => ({
    hresult: String(hresult),
    devices: Number(devices),
    builds: rows
      .filter((row) => row['hresult'] === hresult && row['build'] !== null)
      .map((row) => ({ build: Number(row['build']), devices: Number(row['devices']) })),
  }));
}

/** PCs that reported on each day, those whose last run of the day found a problem, and those with a repair that was confirmed. */
const trend = `
  WITH days AS (
    SELECT unnest(generate_series(as_of::DATE - ${trendDays - 1}, as_of::DATE, INTERVAL 1 DAY))::DATE AS day FROM present),
  told AS (
    SELECT day, device, arg_max(verdict, ${order}) AS verdict FROM runs WHERE ${tells} GROUP BY day, device),
  repaired AS (
    SELECT day, count(DISTINCT device) AS repaired FROM results WHERE outcome = 'Repaired' GROUP BY day)
  SELECT strftime(days.day, '%Y-%m-%d') AS day, count(told.device) AS devices,
    count(*) FILTER (told.verdict = 'Problem') AS problem, coalesce(max(repaired.repaired), 0) AS repaired
  FROM days LEFT JOIN told ON told.day = days.day LEFT JOIN repaired ON repaired.day = days.day
  GROUP BY days.day ORDER BY days.day`;

/**
 * Of each PC with a problem of a check: when it was found first, when a repair was tried first, and what the last look found in the
 * seven days after the repair, or after the find where nobody repaired in that time. Who was repaired is not drawn by lot.
 */
const effects = `
  WITH told AS (
    SELECT coalesce(inventory.device, results.device) AS device, check_id, started, status, outcome,
      ${order} AS place
    FROM results LEFT JOIN inventory ON inventory.alias = results.device
    WHERE ${tells} AND (status = 'Problem' OR outcome <> 'None' OR (results.device, check_id) IN (
      SELECT device, check_id FROM results WHERE status = 'Problem' OR outcome IN ('Repaired', 'Failed', 'NotConfirmed')))),
  found AS (
    SELECT device, check_id, min(started) FILTER (status = 'Problem' OR outcome IN ('Repaired', 'Failed', 'NotConfirmed')) AS found,
      min(place) FILTER (status = 'Problem') AS place,
      min(started) FILTER (outcome IN ('Repaired', 'Failed', 'NotConfirmed')) AS tried
    FROM told GROUP BY device, check_id),
  cases AS (
    SELECT device, check_id, found, place, tried IS NOT NULL AND tried <= found + INTERVAL 7 DAY AS repaired,
      CASE WHEN tried <= found + INTERVAL 7 DAY THEN tried ELSE found END AS since FROM found WHERE found IS NOT NULL),
  looked AS (
    SELECT cases.device, cases.check_id, cases.repaired, cases.since,
      arg_max(told.status, told.place) FILTER (told.started <= cases.since + INTERVAL 7 DAY
        AND (CASE WHEN cases.repaired THEN told.started >= cases.since ELSE told.place > cases.place END)) AS status
    FROM cases JOIN told ON told.device = cases.device AND told.check_id = cases.check_id
    GROUP BY cases.device, cases.check_id, cases.repaired, cases.since),
  judged AS (
    SELECT looked.*, coalesce(devices.ring, '') AS ring,
      status IS NOT NULL AND since + INTERVAL 7 DAY <= (SELECT as_of FROM present) AS counts
    FROM looked LEFT JOIN devices USING (device))
  SELECT check_id AS check, coalesce(ring, '') AS ring,
    count(*) FILTER (counts AND repaired) AS repaired, count(*) FILTER (counts AND repaired AND status = 'Ok') AS repaired_ok,
    count(*) FILTER (counts AND NOT repaired) AS others, count(*) FILTER (counts AND NOT repaired AND status = 'Ok') AS others_ok,
    count(*) FILTER (NOT counts) AS "left"
  FROM judged GROUP BY GROUPING SETS ((check_id), (check_id, ring))
  HAVING count(*) FILTER (counts AND repaired) > 0 AND (GROUPING(ring) = 1 OR ring <> '')
  ORDER BY repaired DESC, check_id, ring`;

function effectOf(row: Row): Effect {
  const share = (count: string, of: string): Share => ({ count: Number(row[count]), of: Number(row[of]) });
  const repaired = share('repaired_ok', 'repaired');
  const others = share('others_ok', 'others');
  return {
    check: String(row['check']),
    ring: String(row['ring']),
    repaired: withInterval(repaired.count, repaired.of),
    notRepaired: withInterval(others.count, others.of),
    difference: newcombe(repaired, others),
    left: Number(row['left']),
  };
}

function withInterval(count: number, of: number): Share & Interval {
  return { count, of, ...wilson({ count, of }) };
}
