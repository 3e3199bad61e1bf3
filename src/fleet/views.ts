import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sqlPath, sqlText, type Database } from './database.js';
import { currentCheckSql, readFormerChecks, type FormerCheck } from './former-checks.js';
import { datasetColumns } from './update-dataset.js';

/** By what the present of a fleet is told. */
export interface Present {
  /** "2026-11-30 10:00:00", UTC. */
  readonly asOf: string;
  /** After how many days without a report a PC is silent. */
  readonly staleDays: number;
}

/** A PC that should report, from a table of the organisation. */
export interface Expected {
  /** All that it may be called by; the first is what lists call it. */
  readonly aliases: readonly string[];
  readonly name: string;
  readonly ring: string;
}

/**
 * Makes the views of a dataset, and the tables that lists and pages ask. Times that cannot be are no times: a clock that is more than
 * a day ahead of the present, or set before scripts existed.
 */
export async function makeViews(
  database: Database,
  folder: string,
  { asOf, staleDays }: Present,
  expected: readonly Expected[],
): Promise<void> {
  await makeDatasetViews(database, folder, '');
  const owners = new Map<string, number>();
  for (const { aliases } of expected) for (const alias of aliases) owners.set(alias, (owners.get(alias) ?? 0) + 1);
  const rows = expected.flatMap(({ aliases, name, ring }) =>
    sureAliases(aliases, owners).map((alias) => `(${[aliases[0] ?? '', alias, name, ring].map(sqlText).join(', ')})`),
  );
  await database.run(
    'CREATE OR REPLACE TABLE inventory (device VARCHAR, alias VARCHAR, device_name VARCHAR, ring VARCHAR)',
  );
  for (let at = 0; at < rows.length; at += 5000)
    await database.run(`INSERT INTO inventory VALUES ${rows.slice(at, at + 5000).join(', ')}`);
  await database.run(`
    CREATE OR REPLACE TABLE present AS
      SELECT TIMESTAMP ${sqlText(asOf)} AS as_of, ${staleDays} AS stale_days, ${expected.length} AS expected;
  `);
  await gatherCurrent(database);
  for (const table of tables) await database.run(table);
}

/** What a PC alone may be called by: a name that two of them have says of neither that it reported. */
function sureAliases(aliases: readonly string[], owners: ReadonlyMap<string, number>): readonly string[] {
  return aliases.filter((alias, at) => at === 0 || owners.get(alias) === 1);
}

/** Makes the views of the files for whoever may not write: the folder may have moved since they were made. */
export async function makeReadersViews(database: Database, folder: string): Promise<void> {
  await makeDatasetViews(database, folder, 'TEMP');
}

async function makeDatasetViews(database: Database, folder: string, kind: 'TEMP' | ''): Promise<void> {
  const formers = await readFormerChecks(database);
  for (const table of ['runs', 'results'] as const) await database.run(viewOf(folder, table, kind, formers));
}

/** The files have ids as they were reported, so that they stay what they are; the view has those of now. */
function viewOf(
  folder: string,
  table: keyof typeof datasetColumns,
  kind: 'TEMP' | '',
  formers: readonly FormerCheck[],
): string {
  const columns = datasetColumns[table];
  const path = join(resolve(folder), table);
  const isEmpty = !existsSync(path) || readdirSync(path).length === 0;
  const source = isEmpty
    ? `(SELECT ${Object.entries(columns).map(([name, type]) => `NULL::${type} AS ${name}`)}, NULL::DATE AS day WHERE false)`
    : `read_parquet(${sqlPath(path).slice(0, -1)}/*/part.parquet', hive_partitioning = true, hive_types = {day: DATE})`;
  const renames = table === 'results' && formers.length > 0;
  const all = renames ? `* REPLACE (${currentCheckSql('check_id', formers)} AS check_id)` : '*';
  return `CREATE OR REPLACE ${kind} VIEW ${table} AS SELECT ${all} FROM ${source}`;
}

/** In the order of a PC's time: of two runs of one moment, that after a repair is the later one. */
export const order = "struct_pack(at := epoch_us(started) * 2 + (phase = 'after')::INTEGER, run := run)";

/** Runs that tell how a PC is: what a run only would do, or undid, tells nothing. */
export const tells =
  "mode IN ('detect', 'repair') AND day IS NOT NULL AND started <= (SELECT as_of FROM present) + INTERVAL 1 DAY";

/** Runs that are gathered at once. A PC is in one of the parts, so each of them is whole. */
const runsOfPart = 20_000;

/** What is known of each check of each PC now, from the last run that tells: part by part, so that memory stays what it is. */
async function gatherCurrent(database: Database): Promise<void> {
  await database.run(`
    CREATE OR REPLACE TABLE current (device VARCHAR, product VARCHAR, check_id VARCHAR, runs BIGINT, status VARCHAR, reason_key VARCHAR,
      hresults VARCHAR[], outcome VARCHAR, started TIMESTAMP, repaired TIMESTAMP, tried TIMESTAMP)`);
  // Files have their rows by PC, so a part of neighbours is found without reading all. PCs with several ids have no neighbours.
  await database.run(`
    CREATE OR REPLACE TEMP TABLE gathered AS
      WITH ids AS (
        SELECT runs.device AS id, coalesce(any_value(inventory.device), runs.device) AS device, count(*) AS runs
        FROM runs LEFT JOIN inventory ON inventory.alias = runs.device GROUP BY runs.device),
      owners AS (SELECT device, count(*) > 1 AS several, min(id) AS first, sum(runs) AS runs FROM ids GROUP BY device)
      SELECT ids.id, ids.device, (sum(owners.runs) OVER (ORDER BY several, first, owners.device) // ${runsOfPart})::INTEGER AS part
      FROM ids JOIN owners ON owners.device = ids.device`);
  const parts = await database.rows(
    'SELECT part, min(id) AS first, max(id) AS last FROM gathered GROUP BY part ORDER BY part',
  );
  for (const { part, first, last } of parts)
    await database.run(`
      INSERT INTO current
        WITH told AS (
          SELECT gathered.device, results.* EXCLUDE (device, day) FROM results JOIN gathered ON gathered.id = results.device
          WHERE ${tells} AND gathered.part = ${Number(part)}
            AND results.device BETWEEN ${sqlText(String(first))} AND ${sqlText(String(last))}),
        last AS (
          SELECT device, check_id, count(*) AS runs, max(started) FILTER (outcome = 'Repaired') AS repaired,
            max(started) FILTER (outcome IN ('Repaired', 'Failed', 'NotConfirmed')) AS tried,
            arg_max(struct_pack(product, status, reason_key, hresults, outcome, started), ${order}) AS said
          FROM told GROUP BY device, check_id)
        SELECT device, said.product, check_id, runs, said.status, said.reason_key, said.hresults, said.outcome, said.started,
          repaired, tried FROM last`);
}

const tables: readonly string[] = [
  // A row a PC: who it is, when it was heard of, and how it is.
  `CREATE OR REPLACE TABLE devices AS
     WITH known AS (
       SELECT coalesce(inventory.device, runs.device) AS device, runs.* EXCLUDE (device),
         day IS NOT NULL AND started <= (SELECT as_of FROM present) + INTERVAL 1 DAY AS dated
       FROM runs LEFT JOIN inventory ON inventory.alias = runs.device),
     last AS (
       SELECT device, max(device_name) AS device_name, arg_max(device_kind, ${order}) AS device_kind, count(*) AS runs,
         count(*) FILTER (NOT dated) AS undated, max(started) FILTER (dated) AS last_seen,
         arg_max(struct_pack(build := build, revision := revision, checklist_version := checklist_version,
           product := product, source := source, channel := channel, verdict := verdict, notes := notes), ${order})
           FILTER (dated) AS said
       FROM known GROUP BY device),
     checks AS (
       SELECT device, count(*) AS checks, count(*) FILTER (status = 'Problem') AS problems,
         count(*) FILTER (status = 'Unknown') AS undecided, count(*) FILTER (status = 'Ok') AS ok,
         count(*) FILTER (status = 'Problem' AND tried IS NOT NULL) AS tried_problems
       FROM current GROUP BY device),
     named AS (SELECT device, max(device_name) AS device_name, max(ring) AS ring FROM inventory GROUP BY device)
     SELECT coalesce(last.device, named.device) AS device,
       coalesce(nullif(last.device_name, ''), named.device_name, '') AS device_name, coalesce(named.ring, '') AS ring,
       last.device_kind, coalesce(last.runs, 0) AS runs, coalesce(last.undated, 0) AS undated, last.last_seen,
       said.build, said.revision, said.checklist_version, said.product, said.source, said.channel, said.notes,
       coalesce(checks.checks, 0) AS checks, coalesce(checks.problems, 0) AS problems,
       coalesce(checks.undecided, 0) AS undecided, coalesce(checks.tried_problems, 0) AS tried_problems,
       CASE WHEN last.device IS NULL THEN 'notReported'
         WHEN last_seen IS NULL THEN 'undated'
         WHEN last_seen < (SELECT as_of - stale_days * INTERVAL 1 DAY FROM present) THEN 'stale'
         WHEN problems > 0 THEN 'problem'
         WHEN coalesce(checks.checks, 0) = 0 OR checks.undecided > 0 THEN 'undecided'
         WHEN ok > 0 THEN 'ok' ELSE 'notApplicable' END AS state
     FROM last FULL JOIN named USING (device) LEFT JOIN checks ON checks.device = last.device`,
  // The same for each check that a PC has looked at.
  `CREATE OR REPLACE VIEW check_states AS
     SELECT current.device, devices.device_name, devices.ring, devices.last_seen, devices.build, current.check_id,
       CASE WHEN devices.state IN ('notReported', 'undated', 'stale') THEN devices.state
         WHEN status = 'Problem' THEN 'problem' WHEN status = 'Unknown' THEN 'undecided'
         WHEN status = 'Ok' THEN 'ok' ELSE 'notApplicable' END AS state,
       current.reason_key, current.hresults, current.started
     FROM current JOIN devices ON devices.device = current.device`,
  // How each repair that was tried stands now.
  `CREATE OR REPLACE VIEW repairs AS
     SELECT device, check_id, tried, repaired, status, outcome, reason_key,
       CASE WHEN repaired = tried AND status = 'Problem' AND started > repaired THEN 'cameBack'
         WHEN repaired = tried THEN 'repaired' WHEN status = 'Ok' THEN 'repaired' ELSE 'failed' END AS state
     FROM current WHERE tried IS NOT NULL`,
];
