import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import type { Command } from '../command.js';
import { counted } from '../../diagnostics/counted.js';
import {
  DatabaseBusy,
  duckDbPackage,
  memoryLimit,
  MissingDuckDb,
  openDatabase,
  openForQueries,
  sqlText,
  type Database,
} from '../../fleet/database.js';
import {
  ClickHouseRefusal,
  ClickHouseSilent,
  readTarget,
  targetForm,
  type ClickHouseTarget,
} from '../../fleet/click-house.js';
import { fleetPages, type FleetPageInput } from '../../fleet/fleet-page.js';
import { formerChecksOf, keepFormerChecks } from '../../fleet/former-checks.js';
import { listInputs } from '../../fleet/list-inputs.js';
import { loadClickHouse } from '../../fleet/load-click-house.js';
import { readExpected } from '../../fleet/read-expected.js';
import { takeSnapshot, type Snapshot } from '../../fleet/snapshot.js';
import { clearWork, updateDataset, type ReadProgress } from '../../fleet/update-dataset.js';
import { parseTime } from '../../fleet/table-columns.js';
import { makeReadersViews, makeViews } from '../../fleet/views.js';
import { answerText, writePieces } from '../../fleet/write-answer.js';
import { writeLists } from '../../fleet/write-lists.js';
import { printMarkup, printText, say } from '../../host/terminal.js';
import type { Catalog } from '../../ir/catalog.js';
import { indexOption } from '../checklist-index.js';
import { compileChecklist, readPageTemplates } from '../open-checklist.js';
import { makeFolder } from '../make-folder.js';
import { UsageError } from '../run-command.js';

interface FleetArguments {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly inventory: string | undefined;
  readonly names: boolean;
  readonly asOf: string | undefined;
  readonly staleDays: number;
  readonly sql: string | undefined;
  readonly to: string | undefined;
  readonly format: 'table' | 'csv' | 'json' | 'parquet';
  readonly output: string | undefined;
  readonly index: string;
}

export const fleetCommand: Command<FleetArguments> = {
  builder: (yargs) =>
    yargs
      .positional('inputs', {
        array: true,
        type: 'string',
        default: [],
        describe:
          'Folders and files with reports: JSON, exports of Intune and ConfigMgr, bundles of collect-logs, zip files with these',
      })
      .option('out', { type: 'string', default: 'fleet', describe: 'Folder of the dataset, the database and the page' })
      .option('inventory', {
        type: 'string',
        describe: 'CSV of the PCs that should report, with a column Ring if you like',
      })
      .option('names', { type: 'boolean', default: false, describe: 'Keep names of PCs beside their ids' })
      .option('as-of', { type: 'string', describe: 'The present, in UTC ("2026-11-30 10:00:00"), in place of now' })
      .option('stale-days', {
        type: 'number',
        default: 14,
        describe: 'Days without a report after which a PC is silent',
      })
      .option('sql', {
        type: 'string',
        describe: 'A query to answer, over the views runs, results, devices, current, repairs',
      })
      .option('to', {
        type: 'string',
        describe: `Send the dataset on: ${targetForm}; MENDSHEET_CLICKHOUSE_USER and _PASSWORD have the account`,
      })
      .option('format', {
        choices: ['table', 'csv', 'json', 'parquet'] as const,
        default: 'table' as const,
        describe: 'Of the answer',
      })
      .option('output', { type: 'string', describe: 'File to write the answer to' })
      .options(indexOption)
      .strict(),
  handler: async (options) => {
    const { inputs, out, sql, format, output } = options;
    if (inputs.length === 0 && sql === undefined && options.to === undefined)
      throw new UsageError('Name folders or files with reports, a query with --sql, or a database with --to.');
    const target = targetOf(options.to);
    if (inputs.length === 0 && !existsSync(join(out, 'fleet.duckdb')))
      throw new UsageError(`There is no fleet in ${out} yet: name folders or files with reports.`);
    if (format === 'parquet' && output === undefined) throw new UsageError('--format parquet needs --output.');
    const asOf = presentOf(options.asOf);
    if (!Number.isInteger(options.staleDays) || options.staleDays < 1)
      throw new UsageError('--stale-days takes a whole number from 1.');
    const files = listInputs(inputs, out);
    if (inputs.length > 0 && files.length === 0)
      throw new UsageError(`There is no file with reports in ${inputs.join(', ')}.`);
    refuseForeignFolder(out);
    makeFolder(out);
    if (inputs.length > 0 || target) await update(options, files, asOf, target);
    if (sql !== undefined) await ask(out, sql, format, output);
  },
};

/** Reads what is new, counts, shows, and sends on what is asked for. */
async function update(
  { inputs, out, names, inventory, staleDays, index }: FleetArguments,
  files: readonly string[],
  asOf: string,
  target: ClickHouseTarget | null,
): Promise<void> {
  const database = await open(out);
  try {
    if (inputs.length > 0) {
      const read = await updateDataset(database, out, files, names, progressTeller());
      tell(read);
      const expected = inventory === undefined ? [] : await readExpected(inventory, names);
      const catalog = await catalogAt(index);
      const formers = catalog ? formerChecksOf(catalog.product, catalog.checks) : [];
      await keepFormerChecks(database, catalog?.product ?? null, formers);
      await makeViews(database, out, { asOf, staleDays }, expected);
      const snapshot = await takeSnapshot(database);
      keep(out, snapshot);
      await writePage(database, out, snapshot, catalog);
      summarize(snapshot, out);
    }
    if (target) await send(database, out, target);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Out of Memory Error'))
      throw new UsageError(
        'This computer has too little memory for so many reports at once. Nothing of the folder is lost.',
      );
    throw error;
  } finally {
    database.close();
  }
}

/**
 * Lets a fleet have a folder that is new, empty, or has a fleet in it, be it without its database: it replaces what is called as its
 * own files and folders are.
 */
function refuseForeignFolder(out: string): void {
  if (!existsSync(out) || existsSync(join(out, 'fleet.duckdb'))) return;
  const runs = join(out, 'runs');
  if (existsSync(runs) && readdirSync(runs).some((day) => existsSync(join(runs, day, 'part.parquet')))) return;
  if (!statSync(out).isDirectory()) throw new UsageError(`--out ${out} is no folder.`);
  const [first] = readdirSync(out);
  if (first !== undefined)
    throw new UsageError(
      `--out ${out} holds "${first}" and no fleet. Name a folder that is new, empty, or of a fleet.`,
    );
}

async function open(out: string): Promise<Database> {
  const settings = { memory_limit: memoryLimit, temp_directory: join(out, 'work', 'spilled') };
  const database = await opened(out, () => openDatabase(join(out, 'fleet.duckdb'), settings));
  clearWork(out);
  return database;
}

async function opened(out: string, openIt: () => Promise<Database>): Promise<Database> {
  try {
    return await openIt();
  } catch (error) {
    if (error instanceof MissingDuckDb)
      throw new UsageError(`This needs DuckDB, which is not installed here: npm install ${duckDbPackage}`);
    if (error instanceof DatabaseBusy) throw new UsageError(`Another run has ${out} open. Wait for it to end.`);
    throw error;
  }
}

/** Where --to leads. It may hold a password, so it is never repeated. */
function targetOf(to: string | undefined): ClickHouseTarget | null {
  if (to === undefined) return null;
  const target = readTarget(to, process.env);
  if (!target) throw new UsageError(`--to takes ${targetForm}.`);
  return target;
}

async function send(database: Database, out: string, target: ClickHouseTarget): Promise<void> {
  const [{ made } = { made: 0 }] = await database.rows(
    "SELECT count(*) AS made FROM duckdb_tables() WHERE table_name = 'present'",
  );
  if (made === 0) throw new UsageError(`Nothing was counted in ${out} yet: name folders or files with reports.`);
  try {
    const loaded = await loadClickHouse(database, out, target, (day, runs) => say`${day}: ${runs} runs sent`);
    const { days, sent, runs, waiting } = loaded;
    say`${counted(days, 'day')} in ${target.database}: ${sent} of them new or changed, ${counted(runs, 'run')} sent.`;
    if (waiting !== null)
      throw new UsageError(`What was sent does not count yet; until the next --to all counts as before. ${waiting}`);
  } catch (error) {
    if (error instanceof ClickHouseSilent || error instanceof ClickHouseRefusal) throw new UsageError(error.message);
    throw error;
  }
}

function presentOf(given: string | undefined): string {
  const time = parseTime(given ?? new Date().toISOString());
  if (time === null) throw new UsageError('--as-of takes a time in UTC, such as "2026-11-30 10:00:00".');
  return time;
}

/** Says how far a reading is, every few seconds. */
function progressTeller(): (progress: ReadProgress) => void {
  const started = Date.now();
  let told = started;
  return ({ files, of, runs }) => {
    const now = Date.now();
    if (now - told < 3000) return;
    told = now;
    say`${files} of ${of} files, ${runs} runs, ${Math.round((runs * 1000) / (now - started))} a second`;
  };
}

function tell({ files, runs, refused, known }: ReadProgress & { readonly known: number }): void {
  say`${counted(files, 'file')}: ${counted(runs, 'run')} read, ${known} known already, ${refused} put aside.`;
}

/** The numbers as they were, for comparison later, beside those of now. */
function keep(out: string, snapshot: Snapshot): void {
  const text = `${JSON.stringify(snapshot, null, 1)}\n`;
  mkdirSync(join(out, 'snapshots'), { recursive: true });
  writeFileSync(join(out, 'snapshots', `${snapshot.asOf.replace(/[: ]/g, '-')}.json`), text);
}

/** Writes the page with its lists, in place of the one before. */
async function writePage(database: Database, out: string, snapshot: Snapshot, catalog: Catalog | null): Promise<void> {
  const counts = snapshot.checks.flatMap(({ id, states }) =>
    Object.entries(states).map(([state, count]) => [`check/${id}/${state}`, count] as const),
  );
  const lists = await writeLists(database, out, new Map(counts));
  const templates = readPageTemplates('fleet');
  const [{ product } = { product: '' }] = await database.rows(
    'SELECT product FROM runs GROUP BY product ORDER BY count(*) DESC',
  );
  const pages = fleetPages({ snapshot, lists, templates, ...wordsOf(catalog, String(product)) });
  const assets = [...readPageTemplates().assets, ...templates.assets].filter(([name]) => /\.(?:css|svg)$/.test(name));
  const files = [...pages, ...assets.map(([name, { text }]) => [`page/${name}`, text] as const)];
  for (const [path, text] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
}

/** The checklist at hand, where there is one that compiles. */
async function catalogAt(index: string): Promise<Catalog | null> {
  return existsSync(index) ? (await compileChecklist(index, 'catalog')).catalog : null;
}

/** What a checklist calls its checks and codes, where the one at hand is that of the reports. */
function wordsOf(catalog: Catalog | null, product: string): Pick<FleetPageInput, 'title' | 'titles' | 'codeNames'> {
  if (catalog?.product !== product) return { title: null, titles: new Map(), codeNames: new Map() };
  const { title, checks, errorCodes } = catalog;
  return {
    title,
    titles: new Map(checks.map(({ id, title: words }) => [id, words])),
    codeNames: new Map(errorCodes.flatMap(({ hresult, name }) => (name === '' ? [] : [[hresult, name]]))),
  };
}

function summarize({ devices, states, refused }: Snapshot, out: string): void {
  const told = Object.entries(states).filter(([, count]) => count > 0);
  say`${counted(devices, 'PC')}: ${told.map(([state, count]) => `${count} ${state}`).join(', ')}.`;
  for (const { reason, count } of refused) say`put aside: ${count} ${reason}`;
  say`${join(resolve(out), 'index.html')}`;
}

/** Answers a query, which may come from anybody's documentation: it reads the fleet and nothing else. */
async function ask(
  out: string,
  sql: string,
  format: FleetArguments['format'],
  output: string | undefined,
): Promise<void> {
  const folder = resolve(out);
  const spilled = mkdtempSync(join(tmpdir(), 'mendsheet-fleet-'));
  const settings = { temp_directory: spilled };
  const parquet = format === 'parquet' && output !== undefined ? resolve(output) : null;
  let database: Database | null = null;
  try {
    const tables = ['runs', 'results'].map((name) => `${join(folder, name)}${sep}`);
    database = await opened(out, () => openForQueries(join(folder, 'fleet.duckdb'), settings, tables, parquet));
    await makeReadersViews(database, folder);
    await answer(database, sql, format, output);
  } catch (error) {
    if (error instanceof Error && /\b[A-Z]\w+ Error: |^Failed to extract/.test(error.message))
      throw new UsageError(error.message);
    throw error;
  } finally {
    database?.close();
    rmSync(spilled, { recursive: true, force: true });
  }
}

async function answer(
  database: Database,
  sql: string,
  format: FleetArguments['format'],
  output: string | undefined,
): Promise<void> {
  if (!(await database.isQuery(sql))) throw new UsageError('--sql takes one query that reads, such as SELECT.');
  if (format === 'parquet') {
    // A comment at the end would take the bracket with it.
    const query = `(\n${sql.replace(/;\s*$/, '')}\n)`;
    await database.run(`COPY ${query} TO ${sqlText(resolve(output ?? ''))} (FORMAT parquet, COMPRESSION zstd)`);
    return;
  }
  const pieces = answerText(await database.query(sql), format);
  if (output !== undefined) await writePieces(output, pieces);
  else for await (const piece of pieces) await (format === 'json' ? printMarkup(piece, 'json') : printText(piece));
}
