import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { csvHeader, csvLines } from './csv-text.js';
import type { Database, Row } from './database.js';

/** What stands behind a number of the page. */
export interface FleetList {
  /** "state/stale", "check/clock/problem": what the number counts. */
  readonly key: string;
  /** Of its files: names come from reports and would meet rules of file systems. */
  readonly number: number;
  readonly columns: readonly string[];
  readonly count: number;
  /** The first ones. */
  readonly rows: readonly Row[];
  /** A query for all of them, where no file has them; null where `lists/<number>.csv` does. */
  readonly query: string | null;
}

/** Rows that a page shows of a list. */
export const mostListed = 100;

const deviceColumns = ['device', 'device_name', 'ring', 'last_seen', 'build', 'reason_key', 'codes'] as const;

/** PCs by what is counted of them. What is in order is most of a fleet, and is listed as far as a page shows it. */
const complete = `
  SELECT 'state/' || state AS list, device, NULL AS reason_key, NULL AS hresults FROM devices
  UNION ALL SELECT 'ring/' || ring || '/' || state, device, NULL, NULL FROM devices WHERE ring <> ''
  UNION ALL SELECT 'version/' || coalesce(checklist_version, ''), device, NULL, NULL FROM devices WHERE last_seen IS NOT NULL
  UNION ALL SELECT 'build/' || build || '.' || revision, device, NULL, NULL FROM devices WHERE build IS NOT NULL
  UNION ALL SELECT 'repair/' || check_id || '/' || state, device, reason_key, NULL FROM repairs
  UNION ALL SELECT 'check/' || check_id || '/' || state, device, reason_key, hresults FROM check_states
    WHERE state IN ('problem', 'undecided')
  UNION ALL SELECT 'reason/' || check_id || '/' || state || '/' || reason_key, device, reason_key, hresults FROM check_states
    WHERE state IN ('problem', 'undecided')
  UNION ALL SELECT DISTINCT 'code/' || unnest(hresults), device, NULL, NULL FROM check_states WHERE state IN ('problem', 'undecided')`;

const sampled = `
  SELECT 'check/' || check_id || '/' || state AS list, unnest(min(device, ${mostListed})) AS device, NULL AS reason_key, NULL AS hresults
  FROM check_states WHERE state IN ('ok', 'notApplicable') GROUP BY check_id, state
  UNION ALL SELECT list, unnest(min(device, ${mostListed})), NULL, NULL FROM (
    SELECT 'check/' || ids.check_id || '/notLooked' AS list, devices.device
    FROM devices CROSS JOIN (SELECT DISTINCT check_id FROM current) AS ids
    ANTI JOIN current ON current.device = devices.device AND current.check_id = ids.check_id
    WHERE devices.state IN ('problem', 'undecided', 'ok', 'notApplicable')) GROUP BY list`;

const withDevices = (lists: string): string => `
  SELECT list, device, device_name, ring, strftime(last_seen, '%Y-%m-%d %H:%M:%S') AS last_seen, build, reason_key,
    array_to_string(hresults, ' ') AS codes
  FROM (${lists}) AS lists JOIN devices USING (device) ORDER BY list, device`;

/**
 * Writes the lists behind the numbers into `lists/` of a folder, in place of those before, and gives what pages show of them.
 * @param counts Of the lists that are listed in part alone, by key: how many there are.
 */
export async function writeLists(
  database: Database,
  folder: string,
  counts: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, FleetList>> {
  const made = join(folder, 'lists.new');
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made, { recursive: true });
  const lists = new Map<string, FleetList>();
  const queries: readonly (readonly [string, readonly string[], boolean])[] = [
    [withDevices(complete), deviceColumns, true],
    [
      `SELECT 'aside/' || reason AS list, file, place FROM refusals ORDER BY list, file, place`,
      ['file', 'place'],
      true,
    ],
    [withDevices(sampled), deviceColumns, false],
  ];
  for (const [sql, columns, isComplete] of queries)
    await collect(database, sql, columns, isComplete, made, counts, lists);
  rmSync(join(folder, 'lists'), { recursive: true, force: true });
  renameSync(made, join(folder, 'lists'));
  return lists;
}

/** Goes through rows that come list after list. */
async function collect(
  database: Database,
  sql: string,
  columns: readonly string[],
  isComplete: boolean,
  folder: string,
  counts: ReadonlyMap<string, number>,
  lists: Map<string, FleetList>,
): Promise<void> {
  let key: string | null = null;
  let first: Row[] = [];
  let count = 0;
  let file: number | null = null;
  const end = (): void => {
    if (file !== null) closeSync(file);
    if (key !== null)
      lists.set(key, {
        key,
        number: lists.size + 1,
        columns,
        count: isComplete ? count : (counts.get(key) ?? count),
        rows: first,
        query: isComplete ? null : queryOf(key),
      });
  };
  const begin = (next: string): void => {
    end();
    key = next;
    first = [];
    count = 0;
    file = isComplete ? openSync(join(folder, `${lists.size + 1}.csv`), 'w') : null;
    if (file !== null) writeSync(file, `\ufeff${csvHeader(columns)}`);
  };
  for await (const rows of (await database.query(sql)).pieces)
    for (let at = 0; at < rows.length;) {
      const list = String(rows[at]?.['list']);
      if (list !== key) begin(list);
      const after = rows.findIndex((row, index) => index > at && row['list'] !== list);
      const own = rows.slice(at, after < 0 ? rows.length : after);
      if (first.length < mostListed) first.push(...own.slice(0, mostListed - first.length));
      count += own.length;
      if (file !== null) writeSync(file, csvLines(columns, own));
      at += own.length;
    }
  end();
}

function queryOf(key: string): string {
  const [, check = '', state = ''] = key.split('/');
  if (state === 'notLooked')
    return `SELECT device FROM devices ANTI JOIN (SELECT device FROM current WHERE check_id = '${check}') USING (device)`;
  return `SELECT device, device_name, last_seen FROM check_states WHERE check_id = '${check}' AND state = '${state}'`;
}
