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
import { cellsOfText, checkColumns, lineOfRow, runColumns, type RunRow } from './run-row.js';

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

/** Characters of rows that go into a file, and files that are staged at once. */
const fileCharacters = 32_000_000;
const stagedFiles = 6;

/** Runs of a row group of what is staged: few, so that a part of the days or PCs is found without reading all of it. */
const stagedGroup = 2048;

/** Runs, with those that the dataset has already, whose results are sorted at once. Memory goes with it and not with the fleet. */
const mostSorted = 60_000;

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
 * @param sortedRuns How many runs are sorted at once, which changes nothing of the result.
 */
export async function updateDataset(
  database: Database,
  folder: string,
  files: readonly string[],
  keepsNames: boolean,
  onProgress: (progress: ReadProgress) => void,
  sortedRuns = mostSorted,
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
  if (progress.runs > 0) await mergeStaged(database, folder, sortedRuns);
  await database.run(
    'BEGIN; INSERT INTO ledger SELECT DISTINCT ON (hash) * FROM staging.read ORDER BY hash, file;' +
      'INSERT INTO refusals SELECT DISTINCT * FROM staging.refused; COMMIT;',
  );
  await database.run('DETACH staging');
  // The folder stays: the database may have more in it.
  for (const name of readdirSync(work)) if (/^(?:staging|staged-)/.test(name)) rmSync(join(work, name));
  return { ...progress, known: skipped };
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

/**
 * Hands rows on to the database in files of lines with JSON, whose columns are declared; it loads some while the next are filled. What is
 * staged lies in files, each in the order of day, PC and run.
 */
function stagingOf(database: Database, work: string): Staging {
  let lines: string[] = [];
  let characters = 0;
  let number = 0;
  let paths: string[] = [];
  let staged = 0;
  let loading = Promise.resolve();
  const read: string[] = [];
  const refused: string[] = [];
  const write = (name: string, texts: readonly string[]): string => {
    const path = join(work, name);
    writeFileSync(path, `${texts.join('\n')}\n`);
    return path;
  };
  const load = async (sql: string, files: readonly string[]): Promise<void> => {
    await database.run(sql);
    for (const path of files) rmSync(path);
  };
  const fill = (): void => {
    if (lines.length === 0) return;
    paths.push(write(`rows-${staged}-${paths.length}.ndjson`, lines));
    lines = [];
    characters = 0;
  };
  const flush = async (): Promise<void> => {
    fill();
    if (paths.length === 0) return;
    await loading;
    const columns = jsonColumns({ number: 'BIGINT', ...runColumns, checks: 'VARCHAR[]' });
    loading = load(
      `COPY (SELECT *, ${days} AS day FROM ${fromLines(paths, columns)} ORDER BY day, device, run)
         TO ${sqlText(join(work, `staged-${staged++}.parquet`))} (FORMAT parquet, ROW_GROUP_SIZE ${stagedGroup})`,
      paths,
    );
    // Whoever waits for it hears of it; until then it is no error that nobody heard of.
    loading.catch(() => {});
    paths = [];
  };
  return {
    row: async (row) => {
      const line = lineOfRow(row, number++);
      lines.push(line);
      characters += line.length;
      if (characters <= fileCharacters) return;
      fill();
      if (paths.length === stagedFiles) await flush();
    },
    refusal: (hash, file, refusal) => void refused.push(JSON.stringify({ hash, file, ...refusal })),
    read: (line) => void read.push(JSON.stringify(line)),
    end: async () => {
      await flush();
      await loading;
      const ledger = { hash: 'VARCHAR', file: 'VARCHAR', bytes: 'BIGINT', runs: 'INTEGER', refused: 'INTEGER' };
      const refusals = { hash: 'VARCHAR', file: 'VARCHAR', place: 'VARCHAR', reason: 'VARCHAR' };
      for (const [table, columns, texts] of [
        ['read', ledger, read],
        ['refused', refusals, refused],
      ] as const) {
        if (texts.length === 0) continue;
        const path = write(`${table}.ndjson`, texts);
        await load(`INSERT INTO staging.${table} SELECT * FROM ${fromLines([path], jsonColumns(columns))}`, [path]);
      }
    },
  };
}

function fromLines(paths: readonly string[], columns: string): string {
  const list = paths.map(sqlPath).join(', ');
  return `read_json([${list}], format = 'newline_delimited', columns = {${columns}}, maximum_object_size = 67108864)`;
}

function jsonColumns(columns: Readonly<Record<string, string>>): string {
  return Object.entries(columns)
    .map(([name, type]) => `${name}: ${sqlText(type)}`)
    .join(', ');
}

/** A part of what is merged that is sorted at once: some days, or of a day the PCs from one on and before another. */
interface Part {
  readonly days: readonly (string | null)[];
  readonly from?: string | undefined;
  readonly before?: string | undefined;
}

/** Merges what is staged into the files of its days. Of two accounts of a run, the one with the lower hash counts. */
async function mergeStaged(database: Database, folder: string, sortedRuns: number): Promise<void> {
  await database.run(`
    CREATE VIEW staging.staged AS SELECT * FROM read_parquet(${sqlPath(join(folder, 'work')).slice(0, -1)}/staged-*.parquet');
    CREATE TABLE staging.winners AS
      SELECT day, device, run, min(report) AS report, arg_min(number, report) AS number FROM staging.staged GROUP BY ALL`);
  const known = new Map<string | null, number>();
  for (const { day } of await database.rows('SELECT DISTINCT day FROM staging.winners')) {
    const old = existing(folder, 'runs', dayOf(day));
    if (old === null) continue;
    await database.run(
      `DELETE FROM staging.winners USING ${old} AS old WHERE ${isDay('winners.day', dayOf(day))}
         AND winners.device = old.device AND winners.run = old.run AND old.report <= winners.report`,
    );
    const [{ runs } = { runs: 0 }] = await database.rows(`SELECT count(*) AS runs FROM ${old}`);
    known.set(dayOf(day), Number(runs));
  }
  const counted = await database.rows('SELECT day, count(*) AS runs FROM staging.winners GROUP BY day ORDER BY day');
  let together: (string | null)[] = [];
  let size = 0;
  const mergeTogether = async (): Promise<void> => {
    if (together.length > 0) await mergeDays(database, folder, together);
    together = [];
    size = 0;
  };
  for (const { day: cell, runs } of counted) {
    const day = dayOf(cell);
    const own = Number(runs) + (known.get(day) ?? 0);
    if (size + own > sortedRuns || day === null) await mergeTogether();
    if (own > sortedRuns) await mergeLargeDay(database, folder, day, sortedRuns);
    else {
      together.push(day);
      size += own;
    }
  }
  await mergeTogether();
}

async function mergeDays(database: Database, folder: string, days: readonly (string | null)[]): Promise<void> {
  await takeFresh(database, { days });
  // The runs come last: a day whose runs lack what its results have is merged again.
  await withOneThread(database, async () => {
    for (const day of days)
      for (const table of ['results', 'runs'] as const)
        await replacePart(database, folder, table, day, merged(folder, table, { days: [day] }));
  });
}

/**
 * Row groups end where pieces of rows end. Pieces depend on threads and on what was read together, unless one thread gathers them anew.
 */
async function withOneThread(database: Database, write: () => Promise<void>): Promise<void> {
  await database.run('SET threads = 1');
  await write();
  await database.run('RESET threads');
}

/** Merges a day with more runs than are sorted at once: PCs after PCs, and what came of them one behind the other. */
async function mergeLargeDay(
  database: Database,
  folder: string,
  day: string | null,
  sortedRuns: number,
): Promise<void> {
  const old = existing(folder, 'runs', day);
  const devices = `SELECT device FROM staging.winners WHERE ${isDay('day', day)}
    ${old === null ? '' : `UNION ALL SELECT device FROM ${old}`}`;
  const limits = await database.rows(
    `SELECT DISTINCT device FROM (SELECT device, row_number() OVER (ORDER BY device) AS place FROM (${devices}))
     WHERE place % ${sortedRuns} = 0 ORDER BY device`,
  );
  const starts = [undefined, ...limits.map(({ device }) => String(device))];
  const pathOf = (table: string, at: number): string => join(folder, 'work', `${table}-${at}.parquet`);
  for (const [at, from] of starts.entries()) {
    const part = { days: [day], from, before: starts[at + 1] };
    await takeFresh(database, part);
    for (const table of ['results', 'runs'] as const)
      await database.run(`COPY (${merged(folder, table, part)}) TO ${sqlText(pathOf(table, at))} (FORMAT parquet)`);
  }
  for (const table of ['results', 'runs'] as const) {
    const paths = starts.map((_, at) => pathOf(table, at));
    const whole = `SELECT * FROM read_parquet([${paths.map(sqlPath).join(', ')}])`;
    await withOneThread(database, () => replacePart(database, folder, table, day, whole));
    for (const path of paths) rmSync(path);
  }
}

/** Sorts what is new of a part. */
async function takeFresh(database: Database, part: Part): Promise<void> {
  const where = isOf(part);
  await database.run(
    `CREATE OR REPLACE TABLE staging.fresh AS SELECT * EXCLUDE (number) FROM staging.staged
       WHERE ${where} AND number IN (SELECT number FROM staging.winners WHERE ${where}) ORDER BY day, device, run`,
  );
}

/** A query for the rows of a part, those that the dataset has and those that are new, in their order. */
function merged(folder: string, table: keyof typeof datasetColumns, part: Part): string {
  const [day = null] = part.days;
  const old = existing(folder, table, day);
  const fresh = `${freshOf[table]} WHERE ${isDay('day', day)}`;
  // What is fresh is sorted already.
  if (old === null) return fresh;
  const kept = `SELECT * FROM ${old} WHERE ${isBetween(part)}`;
  return `SELECT * FROM (${kept}) ANTI JOIN (SELECT device, run FROM staging.fresh WHERE ${isDay('day', day)}) USING (device, run)
     UNION ALL ${fresh} ORDER BY device, run${table === 'results' ? ', check_id' : ''}`;
}

/** To be called with one thread. */
async function replacePart(
  database: Database,
  folder: string,
  table: keyof typeof datasetColumns,
  day: string | null,
  sql: string,
): Promise<void> {
  const path = partOf(folder, table, day);
  mkdirSync(dirname(path), { recursive: true });
  await database.run(
    `COPY (WITH gathered AS MATERIALIZED (${sql}) FROM gathered) TO ${sqlText(`${path}.new`)}
       (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, ROW_GROUP_SIZE 122880)`,
  );
  renameSync(`${path}.new`, path);
}

const cells = Object.entries(cellsOfText('one')).map(([name, sql]) => `${sql} AS ${name}`);

/** The rows of each table in what is fresh, which has a row a run. */
const freshOf: Readonly<Record<keyof typeof datasetColumns, string>> = {
  runs: 'SELECT * EXCLUDE (day, checks) FROM staging.fresh',
  results:
    `SELECT ${[...resultOfRun, ...cells].join(', ')} ` + 'FROM (SELECT *, unnest(checks) AS one FROM staging.fresh)',
};

function dayOf(cell: unknown): string | null {
  return typeof cell === 'string' ? cell : null;
}

/** A condition that statistics of files can answer: days of a part lie side by side. */
function isOf(part: Part): string {
  const [first = null] = part.days;
  const last = part.days.at(-1) ?? null;
  const days =
    first === null || last === null ? 'day IS NULL' : `day BETWEEN DATE ${sqlText(first)} AND DATE ${sqlText(last)}`;
  return `${days} AND ${isBetween(part)}`;
}

function isBetween({ from, before }: Part): string {
  const conditions = [
    ...(from === undefined ? [] : [`device >= ${sqlText(from)}`]),
    ...(before === undefined ? [] : [`device < ${sqlText(before)}`]),
  ];
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
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
