import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { askClickHouse, ClickHouseRefusal, ClickHouseSilent, type ClickHouseTarget } from './click-house.js';
import {
  checksPrefix,
  clickHouseViews,
  distributedTable,
  noDate,
  ownTables,
  reportColumns,
  shardTable,
} from './click-house-tables.js';
import { sqlPath, sqlText, type Database } from './database.js';
import { readFormerChecks, type FormerCheck } from './former-checks.js';
import { checkColumns, runColumns } from './run-row.js';
import { noDay } from './update-dataset.js';

/** What a load has come to. */
export interface Loaded {
  readonly days: number;
  /** Days whose runs were sent now. */
  readonly sent: number;
  readonly runs: number;
  /** Why what was sent does not count yet; null where it does. */
  readonly waiting: string | null;
}

/** A day of the dataset: its files, and what they are known by. */
interface Day {
  readonly day: string;
  /** Of its runs and of its results, as DuckDB reads them. */
  readonly runs: string;
  readonly results: string;
  readonly load: string;
}

/** Characters of rows that a server gets at once. */
const batchCharacters = 8_000_000;

/** Days that a server gets at once: each is a part of the table, and servers refuse rows of too many. */
const mostParts = 50;

/** Results that are put together at once. */
const gatheredResults = 500_000;

/** How often it is looked in vain whether more rows have arrived, and how long between, in milliseconds. */
const looks = 10;
const pause = 500;

/** Codes of ClickHouse for another server that does not answer: end of file, time, network, all tries failed. */
const awayCodes = [32, 209, 210, 279];

/**
 * Sends a dataset to ClickHouse. Days that are there as they are here are not sent again. What is sent counts all at once, when every
 * row of it has arrived: until then the views tell what they told before. A load that was cut off is taken up by the next one.
 * @throws ClickHouseSilent, ClickHouseRefusal.
 */
export async function loadClickHouse(
  database: Database,
  folder: string,
  target: ClickHouseTarget,
  onDay: (day: string, runs: number) => void,
): Promise<Loaded> {
  const [first = ''] = target.hosts;
  const ask: Ask = (statement, body = '') => askClickHouse(target, first, statement, { body });
  const away = await makeTables(target, await readFormerChecks(database));
  const days = await daysOf(folder);
  const counted = new Set(linesIn(await ask('SELECT day, load FROM counted')));
  const fresh = days.filter((day) => !counted.has(pairOf(day)));
  const sentBefore = new Set(linesIn(await ask('SELECT day, load FROM loads')));
  let runs = 0;
  const onSent = (day: string, count: number): void => onDay(day, (runs += count));
  const unsent = fresh.filter((day) => !sentBefore.has(pairOf(day)));
  await sendDays(database, unsent, tableOf(target), ask, onSent);
  const done = { days: days.length, sent: unsent.length, runs };
  try {
    const expected = new Map<string, number>();
    for (const day of fresh) expected.set(pairOf(day), await countOf(database, day));
    let wrong = await wrongDays(target, fresh, expected, ask);
    // What was lost on its way is sent anew.
    await dropParts(target, (part) => wrong.some((day) => partOf(day) === part));
    await sendDays(database, wrong, tableOf(target), ask, onSent);
    if (wrong.length > 0) wrong = await wrongDays(target, wrong, expected, ask);
    if (wrong.length > 0) return { ...done, runs, waiting: 'Some rows are still on their way.' };
  } catch (error) {
    if (error instanceof ClickHouseSilent) return { ...done, runs, waiting: error.message };
    if (!(error instanceof ClickHouseRefusal) || !awayCodes.includes(error.code)) throw error;
    return { ...done, runs, waiting: [...away, error.message][0] ?? '' };
  }
  await makeCount(database, days, ask);
  if (away.length === 0) await dropParts(target, (part) => !days.some((day) => partOf(day) === part));
  return { ...done, runs, waiting: null };
}

type Ask = (statement: string, body?: string) => Promise<string>;

function tableOf({ cluster }: ClickHouseTarget): 'reports' | 'reports_shard' {
  return cluster === null ? 'reports_shard' : 'reports';
}

/** Makes what is missing. @returns what servers other than the first said that do not answer: they may come back. */
async function makeTables(target: ClickHouseTarget, formers: readonly FormerCheck[]): Promise<readonly string[]> {
  const away: string[] = [];
  for (const [at, host] of target.hosts.entries())
    try {
      await makeShard(target, host);
    } catch (error) {
      if (at === 0 || !(error instanceof ClickHouseSilent)) throw error;
      away.push(error.message);
    }
  const [first = ''] = target.hosts;
  const ask = (statement: string): Promise<string> => askClickHouse(target, first, statement);
  for (const table of ownTables) await ask(table);
  // Views need a present to compare with, before anything counts too.
  if (Number(await ask('SELECT count() FROM generations')) === 0)
    await ask("INSERT INTO generations VALUES (0, '', 0, 1, 0, '', [], [])");
  if (target.cluster !== null) await ask(distributedTable(target.database, target.cluster));
  await makeClickHouseViews(target, formers, ask);
  return away;
}

/** Makes the views where they are not those of this version and its ids of checks, so that whoever asks meanwhile finds them. */
async function makeClickHouseViews(target: ClickHouseTarget, formers: readonly FormerCheck[], ask: Ask): Promise<void> {
  const views = clickHouseViews(tableOf(target), formers);
  const mark = `views_${createHash('sha256').update(JSON.stringify(views)).digest('hex').slice(0, 16)}`;
  const marks = linesIn(
    await ask(
      `SELECT name FROM system.tables WHERE database = '${target.database}' AND match(name, '^views_[0-9a-f]+$')`,
    ),
  );
  if (marks.includes(mark)) return;
  for (const old of marks) await ask(`DROP TABLE IF EXISTS ${old}`);
  for (const [name, query] of views) {
    await ask(`DROP TABLE IF EXISTS ${name}`);
    await ask(`CREATE VIEW IF NOT EXISTS ${name} AS ${query}`);
  }
  await ask(`CREATE VIEW IF NOT EXISTS ${mark} AS SELECT 1 AS made`);
}

async function makeShard(target: ClickHouseTarget, host: string): Promise<void> {
  const { database } = target;
  // The database that every server has. Not every account may make one, so it is only made where it is missing.
  const outside = { database: 'system' };
  const there = await askClickHouse(target, host, `SELECT count() FROM databases WHERE name = '${database}'`, outside);
  if (there.trim() === '0') await askClickHouse(target, host, `CREATE DATABASE IF NOT EXISTS ${database}`, outside);
  await askClickHouse(target, host, shardTable);
  const columns = await askClickHouse(
    target,
    host,
    `SELECT name, type FROM system.columns WHERE database = '${database}' AND table = 'reports_shard'`,
  );
  const wanted = Object.entries(reportColumns).map(([name, type]) => `${name}\t${type}`);
  if (columns.trim().split('\n').sort().join('\n') !== wanted.sort().join('\n'))
    throw new ClickHouseRefusal(
      `${host} has tables of another version in the database ${database}. Name a new one; it is filled from the same folder.`,
      0,
    );
}

async function daysOf(folder: string): Promise<readonly Day[]> {
  const runs = join(folder, 'runs');
  const names = existsSync(runs) ? readdirSync(runs).filter((name) => name.startsWith('day=')) : [];
  const days: Day[] = [];
  for (const name of names.sort()) {
    const hash = createHash('sha256');
    const [runsPath, resultsPath] = [join(runs, name, 'part.parquet'), join(folder, 'results', name, 'part.parquet')];
    for (const path of [runsPath, resultsPath])
      for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    const day = name.slice('day='.length);
    days.push({
      day: day === noDay ? noDate : day,
      runs: `read_parquet(${sqlPath(runsPath)}, hive_partitioning = false)`,
      results: `read_parquet(${sqlPath(resultsPath)}, hive_partitioning = false)`,
      load: hash.digest('hex').slice(0, 32),
    });
  }
  return days;
}

/** A day and a load as an answer of ClickHouse has them. */
function pairOf({ day, load }: Day): string {
  return `${day}\t${load}`;
}

/** The same as ClickHouse calls a part. */
function partOf({ day, load }: Day): string {
  return `('${day}','${load}')`;
}

function linesIn(answer: string): readonly string[] {
  return answer.split('\n').filter((line) => line !== '');
}

async function countOf(database: Database, { runs }: Day): Promise<number> {
  const [row] = await database.rows(`SELECT count(*) AS runs FROM ${runs}`);
  return Number(row?.['runs'] ?? 0);
}

/** Sends the runs of days, each with its checks, and notes which days are sent. */
async function sendDays(
  database: Database,
  days: readonly Day[],
  table: string,
  ask: Ask,
  onSent: (day: string, runs: number) => void,
): Promise<void> {
  let lines: string[] = [];
  let characters = 0;
  let whole: Day[] = [];
  const flush = async (): Promise<void> => {
    if (lines.length > 0) await ask(`INSERT INTO ${table} FORMAT JSONEachRow`, `${lines.join('\n')}\n`);
    if (whole.length > 0) await ask(`INSERT INTO loads VALUES ${whole.map(partOf).join(', ')}`);
    lines = [];
    characters = 0;
    whole = [];
  };
  for (const day of days) {
    let count = 0;
    const [row] = await database.rows(`SELECT count(*) AS results FROM ${day.results}`);
    const pieces = Math.ceil((Number(row?.['results'] ?? 0) + 1) / gatheredResults);
    for (let piece = 0; piece < pieces; piece += 1)
      for await (const rows of (await database.query(rowsOfDay(day, `hash(device) % ${pieces} = ${piece}`))).pieces)
        for (const { line } of rows) {
          lines.push(String(line));
          count += 1;
          characters += lines.at(-1)?.length ?? 0;
          if (characters > batchCharacters) await flush();
        }
    whole.push(day);
    onSent(day.day, count);
    if (whole.length >= mostParts) await flush();
  }
  await flush();
}

/** A line of JSON for each run of a day, as the table of reports has it. A run that is of no day has no time that ClickHouse could hold. */
function rowsOfDay({ day, load, runs, results }: Day, where: string): string {
  const cell = (name: string, type: string): string => {
    if (type !== 'TIMESTAMP') return name;
    const holds = `${name} >= TIMESTAMP '1970-01-02' AND ${name} < TIMESTAMP '2100-01-01'`;
    const isTold = name === 'started' && day === noDate ? 'false' : holds;
    return `CASE WHEN ${isTold} THEN strftime(${name}, '%Y-%m-%d %H:%M:%S') END`;
  };
  const names = Object.keys(checkColumns);
  const columns = [
    `day := ${sqlText(day)}`,
    `load := ${sqlText(load)}`,
    ...Object.entries(runColumns).map(([name, type]) => `${name} := ${cell(name, type)}`),
    ...names.map((name) => `${checksPrefix}${name} := coalesce([one.${name} FOR one IN checks], [])`),
  ];
  return `
    SELECT to_json(struct_pack(${columns.join(', ')}))::VARCHAR AS line
    FROM (SELECT * FROM ${runs} WHERE ${where}) LEFT JOIN (
      SELECT device, run, list(struct_pack(${names.map((name) => `${name} := ${name}`).join(', ')}) ORDER BY check_id) AS checks
      FROM ${results} WHERE ${where} GROUP BY device, run) USING (device, run)`;
}

/** The days of which other rows are there than were sent, when no more of them come. */
async function wrongDays(
  target: ClickHouseTarget,
  days: readonly Day[],
  expected: ReadonlyMap<string, number>,
  ask: Ask,
): Promise<readonly Day[]> {
  if (days.length === 0) return [];
  let before = '';
  for (let look = 0; ; look += 1) {
    const answer = await ask(
      `SELECT day, load, uniqExact(device, run) FROM ${tableOf(target)} WHERE (day, load) IN (${days.map(partOf).join(', ')})
       GROUP BY day, load ORDER BY day, load`,
    );
    const found = new Set(linesIn(answer));
    const wrong = days.filter((day) => !found.has(`${pairOf(day)}\t${expected.get(pairOf(day))}`));
    if (wrong.length === 0 || look >= looks) return wrong;
    if (answer !== before) look = 0;
    before = answer;
    await wait(pause);
  }
}

/** Lets these days count, with the present and the inventory that they were counted by here: one row says all of it. */
async function makeCount(database: Database, days: readonly Day[], ask: Ask): Promise<void> {
  const [present = {}] = await database.rows(
    "SELECT strftime(as_of, '%Y-%m-%d %H:%M:%S') AS as_of, stale_days, expected FROM present",
  );
  const rows = await database.rows('SELECT device, alias, device_name, ring FROM inventory ORDER BY ALL');
  const hash = createHash('sha256');
  for (const row of rows) hash.update(JSON.stringify(row));
  const inventory = hash.digest('hex').slice(0, 32);
  const known = await ask(`SELECT uniqExact(device, alias) FROM inventory_rows WHERE load = '${inventory}'`);
  if (Number(known) !== rows.length)
    for (let at = 0; at < rows.length; at += 50_000)
      await ask(
        'INSERT INTO inventory_rows FORMAT JSONEachRow',
        rows
          .slice(at, at + 50_000)
          .map((row) => `${JSON.stringify({ load: inventory, ...row })}\n`)
          .join(''),
      );
  const counted = { ...present, inventory, days: days.map(({ day }) => day), loads: days.map(({ load }) => load) };
  const columns = Object.keys(counted).join(', ');
  const [before = ''] = linesIn(await ask(`SELECT ${columns} FROM present FORMAT JSONEachRow`));
  if (before === JSON.stringify(counted)) return;
  const [number = '0'] = linesIn(await ask('SELECT max(number) FROM generations'));
  const row = { number: Number(number) + 1, id: randomUUID(), ...counted };
  await ask('INSERT INTO generations FORMAT JSONEachRow', `${JSON.stringify(row)}\n`);
  const parts = await ask(
    `SELECT DISTINCT partition FROM system.parts WHERE database = currentDatabase() AND table = 'inventory_rows' AND active`,
  );
  for (const part of linesIn(parts))
    if (/^[0-9a-f]{32}$/.test(part) && part !== inventory)
      await ask(`ALTER TABLE inventory_rows DROP PARTITION '${part}'`);
}

/** Removes parts of the table of reports on every server. */
async function dropParts(target: ClickHouseTarget, isOld: (part: string) => boolean): Promise<void> {
  for (const host of target.hosts) {
    const parts = await askClickHouse(
      target,
      host,
      `SELECT DISTINCT partition FROM system.parts
       WHERE database = '${target.database}' AND table = 'reports_shard' AND active FORMAT TSVRaw`,
    );
    for (const part of linesIn(parts).filter(isOld))
      if (/^\('\d{4}-\d\d-\d\d','[0-9a-f]{32}'\)$/.test(part))
        await askClickHouse(target, host, `ALTER TABLE reports_shard DROP PARTITION ${part}`);
  }
}
