import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sqlPath, sqlText, type Database } from './database.js';
import { readInput, type Refusal } from './read-input.js';
import { checkColumns, runColumns, type RunRow } from './run-row.js';

/** What a reading has done, for whoever waits for it. */
export interface ReadProgress {
  readonly files: number;
  readonly of: number;
  readonly runs: number;
  readonly refused: number;
}

/** A file that was read, as the ledger has it. */
interface LedgerLine {
  readonly hash: string;
  readonly file: string;
  readonly bytes: number;
  readonly runs: number;
  readonly refused: number;
}

/** Characters of rows that go to the database at once. */
const batchCharacters = 32_000_000;

/** The folder of what can be told of no day, as Hive calls it. */
export const noDay = '__HIVE_DEFAULT_PARTITION__';

const days = "CASE WHEN started >= TIMESTAMP '2020-01-01' AND started < TIMESTAMP '2100-01-01' THEN started::DATE END";

/** Columns of a result, one row a device, run and check: those of the run that people ask by, and those of the check. */
export const resultOfRun = [
  ...['device', 'run', 'started', 'source', 'mode', 'phase', 'product', 'checklist_version', 'channel', 'build'],
  'revision',
] as const satisfies readonly (keyof typeof runColumns)[];

/** The columns of both tables with their types, in the order that the files have. */
export const datasetColumns: Readonly<Record<'runs' | 'results', Readonly<Record<string, string>>>> = {
  runs: runColumns,
  results: { ...Object.fromEntries(resultOfRun.map((name) => [name, runColumns[name]])), ...checkColumns },
};

/**
 * Reads the files that were not read before, and merges what they tell into the dataset: `runs/day=.../part.parquet` and
 * `results/day=.../part.parquet`. The same files give the same bytes, in any order and however often they are read. The ledger is
 * written last: after a reading that was cut off, the next one reads the same files again and comes to the same end.
 * @param folder Of the dataset, in which `database` lies.
 */
export async function updateDataset(
  database: Database,
  folder: string,
  files: readonly string[],
  keepsNames: boolean,
  onProgress: (progress: ReadProgress) => void,
): Promise<ReadProgress & { readonly known: number }> {
  const work = join(folder, 'work');
  await database.run(
    'CREATE TABLE IF NOT EXISTS ledger (hash VARCHAR PRIMARY KEY, file VARCHAR, bytes BIGINT, runs INTEGER, refused INTEGER);' +
      'CREATE TABLE IF NOT EXISTS refusals (hash VARCHAR, file VARCHAR, place VARCHAR, reason VARCHAR);',
  );
  const known = new Set((await database.rows('SELECT hash FROM ledger')).map(({ hash }) => hash));
  const staging = join(work, 'staging.duckdb');
  await database.run(`DELETE FROM refusals WHERE hash = ''; ATTACH ${sqlText(staging)} AS staging`);
  await database.run(
    `CREATE TABLE staging.staged (${declared({ ...runColumns, checks: checksType })}, day DATE);` +
      'CREATE TABLE staging.read (hash VARCHAR, file VARCHAR, bytes BIGINT, runs INTEGER, refused INTEGER);' +
      'CREATE TABLE staging.refused (hash VARCHAR, file VARCHAR, place VARCHAR, reason VARCHAR);',
  );
  const stage = stagingOf(database, work);
  const progress = { files: 0, of: files.length, runs: 0, refused: 0 };
  let skipped = 0;
  for (const path of files) {
    const hash = await ledgerHash(path);
    if (hash !== null && known.has(hash)) skipped += 1;
    else {
      const { runs, refused } = await readFile(path, hash ?? '', keepsNames, stage);
      progress.runs += runs;
      progress.refused += refused;
      if (hash !== null) known.add(hash);
    }
    progress.files += 1;
    onProgress(progress);
  }
  await stage.end();
  await mergeStaged(database, folder);
  await database.run(
    'BEGIN; INSERT INTO ledger SELECT DISTINCT ON (hash) * FROM staging.read ORDER BY hash, file;' +
      'INSERT INTO refusals SELECT DISTINCT * FROM staging.refused; COMMIT;',
  );
  await database.run('DETACH staging');
  rmSync(staging, { force: true });
  return { ...progress, known: skipped };
}

const checksType = `STRUCT(${declared(checkColumns)})[]`;

function declared(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
}

/**
 * What a file is known by: its bytes, and its name, which says who a report is of that does not. Null for one that cannot be opened.
 */
async function ledgerHash(path: string): Promise<string | null> {
  const hash = createHash('sha256').update(`${basename(path)}\0`);
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

async function readFile(
  path: string,
  hash: string,
  keepsNames: boolean,
  stage: Staging,
): Promise<{ readonly runs: number; readonly refused: number }> {
  const file = basename(path);
  let runs = 0;
  let refused = 0;
  for await (const read of readInput(path, keepsNames)) {
    if ('row' in read) {
      runs += 1;
      await stage.row(read.row);
    } else {
      refused += 1;
      stage.refusal(hash, file, read.refusal);
    }
  }
  // A file that nobody could open is tried again the next time.
  if (hash !== '') stage.read({ hash, file, bytes: statSync(path).size, runs, refused });
  return { runs, refused };
}

interface Staging {
  readonly row: (row: RunRow) => Promise<void>;
  readonly refusal: (hash: string, file: string, refusal: Refusal) => void;
  readonly read: (line: LedgerLine) => void;
  /** Settled when the database has all of it. */
  readonly end: () => Promise<void>;
}

/** Hands rows on to the database in files of lines with JSON, whose columns are declared; it loads one while the next is filled. */
function stagingOf(database: Database, work: string): Staging {
  let lines: string[] = [];
  let characters = 0;
  let batch = 0;
  let loading = Promise.resolve();
  const read: string[] = [];
  const refused: string[] = [];
  const load = (name: string, table: string, columns: string, texts: readonly string[]): Promise<void> => {
    const path = join(work, name);
    writeFileSync(path, `${texts.join('\n')}\n`);
    return database
      .run(
        `INSERT INTO staging.${table} SELECT *${table === 'staged' ? `, ${days}` : ''} ` +
          `FROM read_json(${sqlPath(path)}, format = 'newline_delimited', columns = {${columns}}, maximum_object_size = 67108864)`,
      )
      .then(() => rmSync(path));
  };
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    await loading;
    loading = load(`rows-${batch++}.ndjson`, 'staged', jsonColumns({ ...runColumns, checks: checksType }), lines);
    // Whoever waits for it hears of it; until then it is no error that nobody heard of.
    loading.catch(() => {});
    lines = [];
    characters = 0;
  };
  return {
    row: async (row) => {
      const line = JSON.stringify(row);
      lines.push(line);
      characters += line.length;
      if (characters > batchCharacters) await flush();
    },
    refusal: (hash, file, refusal) => void refused.push(JSON.stringify({ hash, file, ...refusal })),
    read: (line) => void read.push(JSON.stringify(line)),
    end: async () => {
      await flush();
      await loading;
      const ledger = { hash: 'VARCHAR', file: 'VARCHAR', bytes: 'BIGINT', runs: 'INTEGER', refused: 'INTEGER' };
      const refusals = { hash: 'VARCHAR', file: 'VARCHAR', place: 'VARCHAR', reason: 'VARCHAR' };
      if (read.length > 0) await load('read.ndjson', 'read', jsonColumns(ledger), read);
      if (refused.length > 0) await load('refused.ndjson', 'refused', jsonColumns(refusals), refused);
    },
  };
}

function jsonColumns(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name}: ${sqlText(type)}`)
    .join(', ');
}

/** Runs whose results are sorted at once. */
const sortedRuns = 250_000;

/** Merges what is staged into the files of its days. Of two accounts of a run, the one with the lower hash counts. */
async function mergeStaged(database: Database, folder: string): Promise<void> {
  await database.run(`
    CREATE TABLE staging.winners AS
      SELECT day, device, run, min(report) AS report, arg_min(rowid, report) AS number FROM staging.staged GROUP BY ALL`);
  const staged = await database.rows('SELECT DISTINCT day FROM staging.winners ORDER BY day');
  for (const { day } of staged) {
    const old = existing(folder, 'runs', dayOf(day));
    if (old !== null)
      await database.run(
        `DELETE FROM staging.winners USING ${old} AS old WHERE ${isDay('winners.day', dayOf(day))}
           AND winners.device = old.device AND winners.run = old.run AND old.report <= winners.report`,
      );
  }
  const counted = await database.rows('SELECT day, count(*) AS runs FROM staging.winners GROUP BY day ORDER BY day');
  let group: (string | null)[] = [];
  let size = 0;
  for (const { day, runs } of counted) {
    group.push(dayOf(day));
    size += Number(runs);
    if (size < sortedRuns) continue;
    await mergeDays(database, folder, group);
    group = [];
    size = 0;
  }
  await mergeDays(database, folder, group);
}

async function mergeDays(database: Database, folder: string, merged: readonly (string | null)[]): Promise<void> {
  if (merged.length === 0) return;
  const chosen = `SELECT number FROM staging.winners WHERE ${merged.map((day) => isDay('day', day)).join(' OR ')}`;
  await database.run(
    `CREATE OR REPLACE TABLE staging.fresh AS
       SELECT * FROM staging.staged WHERE rowid IN (${chosen}) ORDER BY day, device, run`,
  );
  // The runs come last: a day whose runs lack what its results have is merged again.
  for (const day of merged) {
    await mergeDay(database, folder, 'results', day);
    await mergeDay(database, folder, 'runs', day);
  }
}

async function mergeDay(
  database: Database,
  folder: string,
  table: keyof typeof datasetColumns,
  day: string | null,
): Promise<void> {
  const path = partOf(folder, table, day);
  const old = existing(folder, table, day);
  const fresh = `${freshOf[table]} WHERE ${isDay('day', day)}`;
  // What is fresh is sorted already.
  const all =
    old === null
      ? fresh
      : `SELECT * FROM ${old} ANTI JOIN (SELECT device, run FROM staging.fresh WHERE ${isDay('day', day)}) USING (device, run)
         UNION ALL ${fresh} ORDER BY device, run${table === 'results' ? ', check_id' : ''}`;
  mkdirSync(dirname(path), { recursive: true });
  await database.run(
    `COPY (${all}) TO ${sqlText(`${path}.new`)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
  renameSync(`${path}.new`, path);
}

const cells = Object.keys(checkColumns).map((name) => `one.${name} AS ${name}`);

/** The rows of each table in what is fresh, which has a row a run. */
const freshOf: Readonly<Record<keyof typeof datasetColumns, string>> = {
  runs: 'SELECT * EXCLUDE (day, checks) FROM staging.fresh',
  results:
    `SELECT ${[...resultOfRun, ...cells].join(', ')} ` + 'FROM (SELECT *, unnest(checks) AS one FROM staging.fresh)',
};

function dayOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}

function isDay(column: string, day: string | null): string {
  return day === null ? `${column} IS NULL` : `${column} = DATE ${sqlText(day)}`;
}

function partOf(folder: string, table: string, day: string | null): string {
  return join(folder, table, `day=${day ?? noDay}`, 'part.parquet');
}

/** The file of a day as SQL; null where there is none yet. */
function existing(folder: string, table: string, day: string | null): string | null {
  const path = partOf(folder, table, day);
  return existsSync(path) ? `read_parquet(${sqlPath(path)}, hive_partitioning = false)` : null;
}

/** Makes the folder for what is between files and dataset, and removes what a reading has left that was cut off. */
export function clearWork(folder: string): string {
  const work = join(folder, 'work');
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  for (const table of ['runs', 'results'])
    for (const day of existsSync(join(folder, table)) ? readdirSync(join(folder, table)) : [])
      rmSync(join(folder, table, day, 'part.parquet.new'), { force: true });
  return work;
}
