import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/fleet/database.js';
import { keepFormerChecks, type FormerCheck } from '../../src/fleet/former-checks.js';
import { loadClickHouse } from '../../src/fleet/load-click-house.js';
import { updateDataset } from '../../src/fleet/update-dataset.js';
import { makeViews } from '../../src/fleet/views.js';
import { readTarget } from '../../src/fleet/click-house.js';
import { describeWithTool, missingDuckDb } from '../tools.js';
import { account, makeClickHouses, missingClickHouse } from './click-house.js';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-former-there-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const row = (device: string, product: string, day: number, id: string, status: 'Ok' | 'Problem'): string =>
  `${device},"mendsheet/1 ${product} 0.1.0 detect 26100.1 ${status} | ${id}=${status[0]} | ${status}",2026-11-${day} 10:00:00`;

describeWithTool('a check that was renamed, in ClickHouse', missingDuckDb() ?? missingClickHouse(), () => {
  it('is one check as in DuckDB, with one server and with two, and anew when another name is told', async () => {
    const [path, folder] = [join(work, 'export.csv'), join(work, 'fleet')];
    mkdirSync(join(folder, 'work'), { recursive: true });
    const rows = [
      row('pc-a', 'cl', 20, 'old', 'Problem'),
      row('pc-a', 'cl', 27, 'now', 'Ok'),
      row('pc-b', 'cl', 28, 'older', 'Problem'),
      row('pc-c', 'other', 28, 'old', 'Problem'),
    ];
    writeFileSync(path, ['DeviceId,Output,ModifiedTime', ...rows].join('\r\n'));
    const servers = await makeClickHouses(work, 2);
    const [first, second] = servers;
    const database = await openDatabase(join(folder, 'fleet.duckdb'), {});
    try {
      await Promise.all(servers.map(({ start }) => start()));
      await updateDataset(database, folder, [path], false, () => {});
      const told: readonly (readonly FormerCheck[])[] = [
        [{ product: 'cl', former: 'old', check: 'now' }],
        ['old', 'older'].map((former) => ({ product: 'cl', former, check: 'now' })),
      ];
      const expected = [
        ['now\t1\tOk', 'old\t1\tProblem', 'older\t1\tProblem'],
        ['now\t1\tOk', 'now\t1\tProblem', 'old\t1\tProblem'],
      ];
      for (const [at, formers] of told.entries()) {
        await keepFormerChecks(database, 'cl', formers);
        await makeViews(database, folder, { asOf: '2026-11-30 10:00:00', staleDays: 14 }, []);
        const question = 'SELECT check_id, count(*) AS n, status FROM current GROUP BY check_id, status';
        const here = (await database.rows(question)).map((each) => Object.values(each).join('\t'));
        expect(here.sort()).toEqual(expected[at]);
        const result = 'SELECT product, check_id, count(*) AS n FROM results GROUP BY product, check_id';
        const results = (await database.rows(result)).map((each) => Object.values(each).join('\t'));
        for (const to of [`${first?.host}/one`, `${first?.host},${second?.host}/two?cluster=fleet`]) {
          const target = readTarget(`clickhouse://${to}`, {
            MENDSHEET_CLICKHOUSE_USER: account.user,
            MENDSHEET_CLICKHOUSE_PASSWORD: account.password,
          });
          if (!target) throw new Error(to);
          let loaded = await loadClickHouse(database, folder, target, () => {});
          // Of a server that is asked at once, rows may still be on their way.
          for (let tried = 0; loaded.waiting !== null && tried < 20; tried += 1)
            loaded = await loadClickHouse(database, folder, target, () => {});
          const ask = async (sql: string): Promise<readonly string[]> =>
            [...((await first?.ask(sql.replaceAll(/\b(?=current|results)/g, `${target.database}.`))) ?? [])].sort();
          expect([to, await ask(question)]).toEqual([to, expected[at]]);
          expect([to, await ask(result)]).toEqual([to, results.sort()]);
        }
      }
    } finally {
      database.close();
      for (const server of servers) await server.stop();
    }
  });
});
