import { checkColumns, runColumns } from './run-row.js';
import { clickHouseType } from './engine-types.js';
import { currentCheckSql, type FormerCheck } from './former-checks.js';
import { resultOfRun } from './update-dataset.js';

/** The day of what can be told of none: a partition has no room for "none". */
export const noDate = '1970-01-01';

/** What the arrays of a run's checks are called, so that none has the name of a column of the run. */
export const checksPrefix = 'checks_';

/** Columns of the one table that lies on every server: a row is a run with all its checks, so no run is ever half there. */
export const reportColumns: Readonly<Record<string, string>> = {
  day: 'Date',
  load: 'String',
  ...Object.fromEntries(Object.entries(runColumns).map(([name, type]) => [name, clickHouseType(type)])),
  ...Object.fromEntries(
    Object.entries(checkColumns).map(([name, type]) => [`${checksPrefix}${name}`, `Array(${clickHouseType(type)})`]),
  ),
};

/**
 * The table of reports on each server. A part is a day as one load left it: a later load of the day is another part, and takes the
 * place of the first when all of it is there.
 */
export const shardTable = `
CREATE TABLE IF NOT EXISTS reports_shard (
${Object.entries(reportColumns)
  .map(([name, type]) => `  ${name} ${type}`)
  .join(',\n')}
) ENGINE = ReplacingMergeTree() PARTITION BY (day, load) ORDER BY (day, load, device, run)`;

/** The tables of the server that answers queries: which loads were sent, what counts, and the inventory. */
export const ownTables: readonly string[] = [
  'CREATE TABLE IF NOT EXISTS loads (day Date, load String) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY (day, load)',
  `CREATE TABLE IF NOT EXISTS generations (number UInt64, id String, as_of DateTime, stale_days UInt32, expected UInt32,
  inventory String, days Array(Date), loads Array(String)) ENGINE = MergeTree() PARTITION BY tuple() ORDER BY (number, id)`,
  `CREATE TABLE IF NOT EXISTS inventory_rows (load String, device String, alias String, device_name String, ring String)
  ENGINE = ReplacingMergeTree() PARTITION BY load ORDER BY (load, device, alias)`,
];

/** The table over those of all servers: a PC is on one of them, whichever of its runs. */
export function distributedTable(database: string, cluster: string): string {
  return (
    `CREATE TABLE IF NOT EXISTS reports AS reports_shard ` +
    `ENGINE = Distributed(\`${cluster}\`, \`${database}\`, reports_shard, cityHash64(device))`
  );
}

const checksOf = Object.keys(checkColumns);
const arrays = checksOf.map((name) => `${checksPrefix}${name}`);

/** In the order of a PC's time, as in views.ts. */
const place = "tuple(toUInt64(assumeNotNull(started)) * 2 + (phase = 'after'), run)";

const tried = "'Repaired', 'Failed', 'NotConfirmed'";

/**
 * The views of the same names and meanings as those of DuckDB (views.ts), in what ClickHouse has had since 2018. A row may lie there
 * twice for a while, since servers send again what was not answered: whatever counts is the same with one and with two.
 * @param reports The table that has all reports: of one server `reports_shard`, of several `reports`.
 * @param formers What checks were called before: views tell of all by the ids of now.
 */
export function clickHouseViews(
  reports: 'reports' | 'reports_shard',
  formers: readonly FormerCheck[],
): readonly (readonly [string, string])[] {
  const counts = '(day, load) GLOBAL IN (SELECT day, load FROM counted)';
  const dated = 'day > toDate(0) AND assumeNotNull(started) <= (SELECT as_of + 86400 FROM present)';
  const once = (columns: readonly string[]): string =>
    `SELECT ${columns.join(', ')}, day FROM ${reports} WHERE ${counts} LIMIT 1 BY device, run`;
  const said = 'tuple(build, revision, checklist_version, product, source, channel)';
  const unsaid = "tuple(CAST(NULL AS Nullable(Int32)), CAST(NULL AS Nullable(Int32)), '', '', '', '')";
  const never = "tuple(toUInt64(0), '')";
  const idOf = (name: string): string => currentCheckSql(name, formers);
  const known = '(SELECT alias, device AS known FROM inventory WHERE alias <> device)';
  return [
    ['present', 'SELECT * FROM generations ORDER BY number DESC, id DESC LIMIT 1'],
    ['counted', 'SELECT day, load FROM present ARRAY JOIN days AS day, loads AS load'],
    [
      'inventory',
      'SELECT DISTINCT device, alias, device_name, ring FROM inventory_rows WHERE load IN (SELECT inventory FROM present)',
    ],
    ['runs', once(Object.keys(runColumns))],
    [
      'results',
      `SELECT ${[...resultOfRun, ...checksOf.map((name) => `${name === 'check_id' ? idOf(`one_${name}`) : `one_${name}`} AS ${name}`)].join(', ')}, day
  FROM (${once([...resultOfRun, ...arrays])})
  ARRAY JOIN ${checksOf.map((name) => `${checksPrefix}${name} AS one_${name}`).join(', ')}`,
    ],
    [
      'current',
      `SELECT device, check_id, runs, last.1 AS product, last.2 AS status, last.3 AS reason_key, last.4 AS hresults,
    last.5 AS outcome, last.6 AS started, nullIf(repaired_at, toDateTime(0)) AS repaired, nullIf(tried_at, toDateTime(0)) AS tried
  FROM (
    SELECT device, check_id, sum(own_runs) AS runs, argMax(said, place) AS last, max(own_repaired) AS repaired_at,
      max(own_tried) AS tried_at
    FROM (
      SELECT if(known = '', alias, known) AS device, check_id, own_runs, said, place, own_repaired, own_tried
      FROM (
        SELECT device AS alias, ${idOf('one_id')} AS check_id, uniqExact(run) AS own_runs, max(${place}) AS place,
          argMax(tuple(product, one_status, one_reason, one_codes, one_outcome, assumeNotNull(started)), ${place}) AS said,
          maxIf(assumeNotNull(started), one_outcome = 'Repaired') AS own_repaired,
          maxIf(assumeNotNull(started), one_outcome IN (${tried})) AS own_tried
        FROM ${reports}
        ARRAY JOIN checks_check_id AS one_id, checks_status AS one_status, checks_reason_key AS one_reason,
          checks_hresults AS one_codes, checks_outcome AS one_outcome
        WHERE ${counts} AND mode IN ('detect', 'repair') AND ${dated} GROUP BY alias, check_id)
      ANY LEFT JOIN ${known} USING alias)
    GROUP BY device, check_id)`,
    ],
    [
      'devices',
      `SELECT device, if(told = '', listed, told) AS device_name, ring, device_kind, runs, undated, last_seen, last.1 AS build,
    last.2 AS revision, last.3 AS checklist_version, last.4 AS product, last.5 AS source, last.6 AS channel,
    checks, problems, undecided, tried_problems,
    multiIf(runs = 0, 'notReported', isNull(last_seen), 'undated',
      assumeNotNull(last_seen) < (SELECT as_of - stale_days * 86400 FROM present), 'stale', problems > 0, 'problem',
      checks = 0 OR undecided > 0, 'undecided', well > 0, 'ok', 'notApplicable') AS state
  FROM (
    SELECT device, max(told_name) AS told, max(listed_name) AS listed, max(own_ring) AS ring, argMax(kind, place) AS device_kind,
      sum(own_runs) AS runs, sum(own_undated) AS undated, nullIf(max(seen), toDateTime(0)) AS last_seen,
      argMax(said, seen_place) AS last
    FROM (
      SELECT if(known = '', alias, known) AS device, told_name, '' AS listed_name, '' AS own_ring, kind, place, own_runs,
        own_undated, seen, said, seen_place
      FROM (
        SELECT device AS alias, max(device_name) AS told_name, argMax(device_kind, ${place}) AS kind, max(${place}) AS place,
          uniqExact(run) AS own_runs, toUInt64(0) AS own_undated, max(assumeNotNull(started)) AS seen,
          argMax(${said}, ${place}) AS said, place AS seen_place
        FROM ${reports} WHERE ${counts} AND ${dated} GROUP BY alias
        UNION ALL
        SELECT device AS alias, max(device_name) AS told_name, argMax(device_kind, ${place}) AS kind, max(${place}) AS place,
          uniqExact(run) AS own_runs, own_runs AS own_undated, toDateTime(0) AS seen,
          ${unsaid} AS said, ${never} AS seen_place
        FROM ${reports} WHERE ${counts} AND NOT (${dated}) GROUP BY alias)
      ANY LEFT JOIN ${known} USING alias
      UNION ALL
      SELECT device, '' AS told_name, max(device_name) AS listed_name, max(ring) AS own_ring, '' AS kind, ${never} AS place,
        toUInt64(0) AS own_runs, toUInt64(0) AS own_undated, toDateTime(0) AS seen, ${unsaid} AS said, ${never} AS seen_place
      FROM inventory GROUP BY device)
    GROUP BY device)
  ANY LEFT JOIN (
    SELECT device, count() AS checks, countIf(status = 'Problem') AS problems, countIf(status = 'Unknown') AS undecided,
      countIf(status = 'Ok') AS well, countIf(status = 'Problem' AND isNotNull(tried)) AS tried_problems
    FROM current GROUP BY device) USING device`,
    ],
    [
      'check_states',
      `SELECT device, device_name, ring, last_seen, build, check_id,
    multiIf(pc_state IN ('notReported', 'undated', 'stale'), pc_state, status = 'Problem', 'problem',
      status = 'Unknown', 'undecided', status = 'Ok', 'ok', 'notApplicable') AS state,
    reason_key, hresults, started
  FROM (SELECT device, check_id, status, reason_key, hresults, started FROM current)
  ANY LEFT JOIN (SELECT device, device_name, ring, last_seen, build, state AS pc_state FROM devices) USING device`,
    ],
    [
      'repairs',
      `SELECT device, check_id, tried, repaired, status, outcome, reason_key,
    multiIf(isNotNull(repaired) AND assumeNotNull(repaired) = assumeNotNull(tried),
      if(status = 'Problem' AND started > assumeNotNull(repaired), 'cameBack', 'repaired'),
      status = 'Ok', 'repaired', 'failed') AS state
  FROM current WHERE isNotNull(tried)`,
    ],
  ];
}
