import { totalmem } from 'node:os';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** The package that reads and writes the dataset, and its version for the command that adds it. */
export const duckDbPackage = '@duckdb/node-api@1.5.6-r.1';

/** That DuckDB is not installed, or not for this system. */
export class MissingDuckDb extends Error {}

/** That another run has the database open. */
export class DatabaseBusy extends Error {}

/** A value of a row as JSON has it. */
export type Cell = null | string | number | boolean | readonly Cell[] | { readonly [name: string]: Cell };

export type Row = Readonly<Record<string, Cell>>;

/** What a query gives: the names of its columns, in order, and its rows as they come. */
export interface Answer {
  readonly columns: readonly string[];
  readonly pieces: AsyncIterable<readonly Row[]>;
}

/** An open database. */
export interface Database {
  /** Runs a statement. */
  readonly run: (sql: string) => Promise<void>;
  /** The rows of a query. */
  readonly rows: (sql: string) => Promise<readonly Row[]>;
  /** The same, piece by piece. */
  readonly query: (sql: string) => Promise<Answer>;
  /** Whether a text is one query: nothing that writes, sets or attaches, and not two statements. */
  readonly isQuery: (sql: string) => Promise<boolean>;
  readonly close: () => void;
}

/**
 * Opens a database file, or makes it. It is locked for as long as it is open.
 * @param settings Of DuckDB, such as its memory.
 * @throws MissingDuckDb, DatabaseBusy.
 */
export async function openDatabase(path: string, settings: Readonly<Record<string, string>>): Promise<Database> {
  const { DuckDBInstance, StatementType } = await import('@duckdb/node-api').catch(() => {
    throw new MissingDuckDb();
  });
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(path, settings);
  } catch (error) {
    if (error instanceof Error && /lock on file/i.test(error.message)) throw new DatabaseBusy();
    throw error;
  }
  const connection = await instance.connect();
  const withMoreMemory = moreMemoryFor(connection);
  return {
    run: (sql) => withMoreMemory(async () => void (await connection.run(sql))),
    rows: (sql) =>
      withMoreMemory(async () => {
        const all: Row[] = [];
        for await (const rows of (await query(connection, sql)).pieces) for (const row of rows) all.push(row);
        return all;
      }),
    query: (sql) => withMoreMemory(async () => withFirstPiece(await query(connection, sql))),
    isQuery: async (sql) => {
      // Of a text without a statement DuckDB says that it failed, and nothing more.
      if (/^[\s;]*$/.test(sql)) return false;
      const statements = await connection.extractStatements(sql);
      return statements.count === 1 && (await statements.prepare(0)).statementType === StatementType.SELECT;
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/**
 * Opens a database for the queries of others: they read what is in it and in `folders`, write `output` if one is named, and reach no
 * other file, no network, no extension and no setting. Several may have it open.
 * @throws MissingDuckDb, DatabaseBusy.
 */
export async function openForQueries(
  path: string,
  settings: Readonly<Record<string, string>>,
  folders: readonly string[],
  output: string | null,
): Promise<Database> {
  const database = await openDatabase(path, {
    ...settings,
    // It cannot get more later: nothing can be set any more then.
    memory_limit: `${Math.floor(mostMegabytes())}MB`,
    access_mode: 'READ_ONLY',
    autoload_known_extensions: 'false',
    autoinstall_known_extensions: 'false',
  });
  const list = (paths: readonly string[]): string => `[${paths.map(sqlText).join(', ')}]`;
  await database.run(
    `SET allowed_directories = ${list(folders)}; SET allowed_paths = ${list(output === null ? [] : [output])};` +
      'SET enable_external_access = false; SET lock_configuration = true',
  );
  return database;
}

/** Megabytes that a database has at first, for those who give it a limit, and the share of a machine that it may come to. */
const firstMegabytes = 800;
const mostShare = 0.5;

/** The limit for the memory of a database: small, since most fleets need no more, and what needs more gets more. */
export const memoryLimit = `${firstMegabytes}MB`;

function mostMegabytes(): number {
  return (totalmem() / 1_000_000) * mostShare;
}

/**
 * Runs what may need more memory than the limit, and again with twice as much: some of what counts a large fleet cannot go to a
 * disk. A statement that failed has done nothing.
 */
function moreMemoryFor(connection: DuckDBConnection): <Made>(work: () => Promise<Made>) => Promise<Made> {
  let megabytes = firstMegabytes;
  return async (work) => {
    for (;;)
      try {
        return await work();
      } catch (error) {
        const isShort = error instanceof Error && error.message.startsWith('Out of Memory Error');
        if (!isShort || 2 * megabytes > mostMegabytes()) throw error;
        megabytes *= 2;
        // Where settings are locked, all was given before.
        await connection.run(`SET memory_limit = '${megabytes}MB'`).catch(() => {
          throw error;
        });
      }
  };
}

async function query(connection: DuckDBConnection, sql: string): Promise<Answer> {
  const result = await connection.stream(sql);
  const columns = result.deduplicatedColumnNames();
  const wide = columns.filter((_, index) => /^(?:U?BIGINT|U?HUGEINT)$/.test(String(result.columnType(index))));
  const pieces = (async function* () {
    for await (const rows of result.yieldRowObjectJson() as AsyncIterable<readonly Row[]>)
      yield wide.length === 0 ? rows : rows.map((row) => ({ ...row, ...numbersOf(row, wide) }));
  })();
  return { columns, pieces };
}

/**
 * The same answer, of which the first piece is there: until then a query sorts and counts, and what it lacks memory for shows.
 */
async function withFirstPiece({ columns, pieces }: Answer): Promise<Answer> {
  const left = pieces[Symbol.asyncIterator]();
  const first = await left.next();
  const all = (async function* () {
    try {
      for (let piece = first; piece.done !== true; piece = await left.next()) yield piece.value;
    } finally {
      await left.return?.();
    }
  })();
  return { columns, pieces: all };
}

/** Whole numbers of 64 bits and more, which come as texts, as numbers where a number holds them. */
function numbersOf(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(
    names.map((name) => {
      const value = row[name] ?? null;
      const number = Number(value);
      return [name, value !== null && Number.isSafeInteger(number) ? number : value];
    }),
  );
}

/** A text as SQL. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/** A path as SQL for a function that takes patterns: what would be one stands for itself. */
export function sqlPath(path: string): string {
  return sqlText(path.replaceAll('\\', '/').replace(/[*?[]/g, '[$&]'));
}
