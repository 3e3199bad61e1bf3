import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../src/fleet/database.js';
import { makeFleet, type Known } from '../fleet/make-fleet.mjs';
import { repository } from '../compile-bundled.js';
import { describeWithTool, missingDuckDb } from '../tools.js';
import { account, makeClickHouses, missingClickHouse, type ClickHouse } from './click-house.js';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-click-house-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const main = join(repository, 'build/cli/main.js');
const environment = {
  ...process.env,
  MENDSHEET_CLICKHOUSE_USER: account.user,
  MENDSHEET_CLICKHOUSE_PASSWORD: account.password,
};

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** In a process beside this one, which may have a server to answer it. */
async function mendsheet(args: readonly string[], env: NodeJS.ProcessEnv = environment, killAfter = 0): Promise<Ended> {
  const child = spawn(process.execPath, [main, 'fleet', ...args], { cwd: repository, env });
  const timer = killAfter > 0 ? setTimeout(() => child.kill('SIGKILL'), killAfter) : undefined;
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [status] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { status, stdout, stderr };
}

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** What both engines are asked. Each writes its functions in its own way, so these are asked with what SQL has. */
const questions: Readonly<Record<string, string>> = {
  states: 'SELECT state, count(*) FROM devices GROUP BY state',
  rings: 'SELECT ring, state, count(*) FROM devices GROUP BY ring, state',
  checks: 'SELECT check_id, state, count(*) FROM check_states GROUP BY check_id, state',
  reasons:
    "SELECT check_id, state, reason_key, count(*) FROM check_states WHERE state IN ('problem', 'undecided') GROUP BY check_id, state, reason_key",
  repairs: 'SELECT check_id, state, count(*) FROM repairs GROUP BY check_id, state',
  versions: 'SELECT checklist_version, count(*) FROM devices WHERE last_seen IS NOT NULL GROUP BY checklist_version',
  builds: 'SELECT build, revision, count(*) FROM devices WHERE build IS NOT NULL GROUP BY build, revision',
  kinds:
    "SELECT device_kind, count(*), sum(runs), sum(undated), sum(checks), sum(problems) FROM devices WHERE state <> 'notReported' GROUP BY device_kind",
  runs: 'SELECT source, mode, phase, verdict, clock, count(*) FROM runs GROUP BY source, mode, phase, verdict, clock',
  results:
    'SELECT check_id, status, before, outcome, count(*), count(milliseconds), sum(milliseconds) FROM results GROUP BY check_id, status, before, outcome',
  current: 'SELECT check_id, status, sum(runs), count(tried), count(repaired) FROM current GROUP BY check_id, status',
  PCs: 'SELECT device, device_kind, state, last_seen, build, revision, problems, tried_problems, runs, ring FROM devices WHERE runs > 0 ORDER BY device LIMIT 300',
};

function sorted(rows: readonly (readonly unknown[])[]): readonly string[] {
  return rows.map((row) => row.map((cell) => String(cell ?? '\\N').replace(/\.0+$/, '')).join('\t')).sort();
}

describeWithTool('a fleet in ClickHouse', missingDuckDb() ?? missingClickHouse(), () => {
  const out = join(work, 'fleet');
  let made: { inputs: string; inventory: string; asOf: string; known: Known };
  const running: ClickHouse[] = [];
  afterAll(async () => {
    for (const server of running) await server.stop();
  });
  async function servers(name: string, count: number): Promise<readonly ClickHouse[]> {
    const all = await makeClickHouses(join(work, name), count);
    running.push(...all);
    await Promise.all(all.map(({ start }) => start()));
    return all;
  }

  beforeAll(async () => {
    made = makeFleet(join(work, 'made'), {
      devices: Number(process.env['MENDSHEET_FLEET_DEVICES'] ?? 600),
      seed: 11,
      checks: 12,
    });
    expect(await mendsheet(reading(out, made.inputs))).toMatchObject({ status: 0 });
  });

  const reading = (to: string, ...inputs: readonly string[]): readonly string[] => [
    ...inputs,
    ...['--out', to, '--as-of', made.asOf, '--inventory', made.inventory],
  ];

  async function duckDbSays(from: string): Promise<Readonly<Record<string, readonly string[]>>> {
    const answers: Record<string, readonly string[]> = {};
    const database = await openDatabase(join(from, 'fleet.duckdb'), { access_mode: 'READ_ONLY' });
    for (const [name, sql] of Object.entries(questions))
      answers[name] = sorted((await database.rows(sql)).map((row) => Object.values(row)));
    database.close();
    return answers;
  }

  async function clickHouseSays({ ask }: ClickHouse, database: string): Promise<Record<string, readonly string[]>> {
    const answers: Record<string, readonly string[]> = {};
    for (const [name, sql] of Object.entries(questions)) {
      const own = sql.replace(/\b(FROM) (\w+)/g, `$1 ${database}.$2`);
      answers[name] = sorted((await ask(own)).map((line) => line.split('\t')));
    }
    return answers;
  }

  /** The numbers that the generator knows, from the views alone. */
  async function expectKnown({ ask }: ClickHouse, database: string): Promise<void> {
    const { known } = made;
    const counts = async (sql: string): Promise<ReadonlyMap<string, number>> =>
      new Map(
        (await ask(sql)).map((line) => [line.split('\t').slice(0, -1).join('/'), Number(line.split('\t').at(-1))]),
      );
    const states = await counts(`SELECT state, count() FROM ${database}.devices GROUP BY state`);
    for (const [state, count] of Object.entries(known.states))
      expect([state, states.get(state) ?? 0]).toEqual([state, count]);
    const checks = await counts(
      `SELECT check_id, state, count() FROM ${database}.check_states GROUP BY check_id, state`,
    );
    for (const { id, states: own } of known.checks)
      for (const state of ['problem', 'undecided', 'ok', 'notApplicable'] as const)
        expect([id, state, checks.get(`${id}/${state}`) ?? 0]).toEqual([id, state, own[state]]);
    const repairs = await counts(`SELECT check_id, state, count() FROM ${database}.repairs GROUP BY check_id, state`);
    for (const { check, ...own } of known.repairs)
      for (const [state, count] of Object.entries(own))
        expect([check, state, repairs.get(`${check}/${state}`) ?? 0]).toEqual([check, state, count]);
    const trend = await counts(
      `SELECT day, countIf(verdict = 'Problem') FROM (
         SELECT day, device, argMax(verdict, (toUInt64(assumeNotNull(started)) * 2 + (phase = 'after'), run)) AS verdict
         FROM ${database}.runs WHERE day > toDate(0) AND day <= toDate('${made.asOf.slice(0, 10)}') GROUP BY day, device)
       GROUP BY day`,
    );
    for (const { day, problem } of known.trend) expect([day, trend.get(day) ?? 0]).toEqual([day, problem]);
    expect(Number((await ask(`SELECT count() FROM ${database}.runs`))[0])).toBe(known.runs);
  }

  const partsIn = async ({ ask }: ClickHouse, database: string): Promise<readonly string[]> =>
    ask(
      `SELECT partition, sum(rows) FROM system.parts WHERE database = '${database}' AND table = 'reports_shard' AND active GROUP BY partition ORDER BY partition`,
    );

  it('of one server gives the numbers of the generator and of DuckDB, and loading twice changes nothing', async () => {
    const [server] = await servers('one', 1);
    if (!server) throw new Error('no server');
    const to = `clickhouse://${server.host}/one`;
    const loaded = await mendsheet(['--out', out, '--to', to]);
    expect([loaded.status, loaded.stderr]).toEqual([0, expect.stringMatching(/\d+ days in one: \d+ of them new/)]);
    await expectKnown(server, 'one');
    expect(await clickHouseSays(server, 'one')).toEqual(await duckDbSays(out));
    const before = await partsIn(server, 'one');
    const again = await mendsheet(['--out', out, '--to', to]);
    expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('0 of them new or changed, 0 runs sent')]);
    expect(await partsIn(server, 'one')).toEqual(before);
    await expectKnown(server, 'one');
    // What the server lost of what was sent, and rows that came twice.
    await server.ask('TRUNCATE TABLE one.generations');
    const [part = ''] = (
      await server.ask(
        "SELECT DISTINCT partition FROM system.parts WHERE database = 'one' AND table = 'reports_shard' AND active ORDER BY partition FORMAT TSVRaw",
      )
    ).slice(3);
    await server.ask(`ALTER TABLE one.reports_shard DROP PARTITION ${part}`);
    await server.ask('INSERT INTO one.reports_shard SELECT * FROM one.reports_shard LIMIT 500');
    expect(await server.ask('SELECT count() FROM one.runs')).toEqual(['0']);
    expect(await mendsheet(['--out', out, '--to', to])).toMatchObject({ status: 0 });
    await expectKnown(server, 'one');
    await server.stop();
  });

  it('is not counted before all of it is there: killed at any moment, the next load ends right', async () => {
    const [server] = await servers('killed', 1);
    if (!server) throw new Error('no server');
    const part = join(work, 'part');
    expect(await mendsheet(reading(part, join(made.inputs, 'week-0.csv')))).toMatchObject({ status: 0 });
    const to = ['--to', `clickhouse://${server.host}/half`];
    expect(await mendsheet(['--out', part, ...to])).toMatchObject({ status: 0 });
    const before = await clickHouseSays(server, 'half');
    for (const wait of [700, 1000, 1300]) {
      await mendsheet(['--out', out, ...to], environment, wait);
      const [counts = '0'] = await server.ask('SELECT count() FROM half.generations');
      if (counts === '1') expect((await clickHouseSays(server, 'half'))['runs']).toEqual(before['runs']);
    }
    expect(await mendsheet(['--out', out, ...to])).toMatchObject({ status: 0 });
    await expectKnown(server, 'half');
    // What no longer counts is gone.
    const days = await server.ask(
      "SELECT uniqExact(partition), (SELECT count() FROM half.counted) FROM system.parts WHERE database = 'half' AND table = 'reports_shard' AND active",
    );
    expect(new Set(days[0]?.split('\t')).size).toBe(1);
    await server.stop();
  });

  it('of two servers gives the same, and does after one was stopped and came back', async () => {
    const [first, second] = await servers('two', 2);
    if (!first || !second) throw new Error('no servers');
    const to = ['--to', `clickhouse://${first.host},${second.host}/two?cluster=fleet`];
    const part = join(work, 'early');
    expect(await mendsheet(reading(part, join(made.inputs, 'week-0.csv')))).toMatchObject({ status: 0 });
    expect(await mendsheet(['--out', part, ...to])).toMatchObject({ status: 0 });
    const early = await clickHouseSays(first, 'two');
    expect(early).toEqual(await duckDbSays(part));
    await second.stop();
    const away = await mendsheet(['--out', out, ...to]);
    expect([away.status, away.stderr]).toEqual([2, expect.stringContaining('does not count yet')]);
    expect(away.stderr).toContain(second.host);
    // What is asked meanwhile is refused: half of the numbers would be none.
    await expect(first.ask('SELECT count() FROM two.runs')).rejects.toThrow();
    await second.start();
    expect(await clickHouseSays(first, 'two')).toEqual(early);
    const back = await mendsheet(['--out', out, ...to]);
    expect([back.status, back.stderr]).toEqual([0, expect.stringContaining('0 of them new or changed, 0 runs sent')]);
    await expectKnown(first, 'two');
    expect(await clickHouseSays(first, 'two')).toEqual(await duckDbSays(out));
    for (const server of [first, second])
      expect(Number((await server.ask('SELECT count() FROM two.reports_shard'))[0])).toBeGreaterThan(
        made.known.runs / 4,
      );
    // The first server: what it had written stays.
    await first.stop();
    const silent = await mendsheet(['--out', out, ...to]);
    expect([silent.status, silent.stderr]).toEqual([2, expect.stringContaining(`${first.host} does not answer`)]);
    await first.start();
    await expectKnown(first, 'two');
    expect(await mendsheet(['--out', out, ...to])).toMatchObject({ status: 0 });
    await expectKnown(first, 'two');
  });

  it('shows the password to nobody, and says in a line what is wrong', async () => {
    const [server] = await servers('wrong', 1);
    if (!server) throw new Error('no server');
    const secret = 'Qu3en-of-H4arts';
    const bare = { ...process.env };
    const told = async (to: string, env: NodeJS.ProcessEnv = bare): Promise<string> => {
      const { status, stdout, stderr } = await mendsheet(['--out', out, '--to', to], env);
      expect([to, status, (stdout + stderr).includes(secret)]).toEqual([to, 2, false]);
      expect(stderr.trim().split('\n').length).toBe(1);
      return stderr;
    };
    expect(await told(`clickhouse://loader:${secret}@${server.host}/x`)).toContain('Wrong password');
    expect(
      await told(`clickhouse://${server.host}/x`, { ...environment, MENDSHEET_CLICKHOUSE_PASSWORD: secret }),
    ).toContain('401');
    for (const wrong of [
      'https://loader:PW@h/x',
      'clickhouse://loader:PW@h',
      'clickhouse://loader:PW@h/x`y',
      'clickhouse://a,b/x',
      'clickhouse://loader:PW@h@evil/x',
      'clickhouse://loader:PW%zz@h/x',
    ])
      expect(await told(wrong.replace('PW', secret))).toContain('--to takes clickhouse://');
    // Over TLS a server that nobody vouches for gets nothing, as one that speaks none.
    expect(await told(`clickhouses://loader:${secret}@${server.host}/x`)).toContain('does not answer');
    await server.stop();
    const silent = `${server.host} does not answer: ECONNREFUSED`;
    expect(await told(`clickhouse://loader:${secret}@${server.host}/x`)).toContain(silent);
  });

  it('asks a server again that fails for a moment, and sends nobody else what it has', async () => {
    const [server] = await servers('flaky', 1);
    if (!server) throw new Error('no server');
    let asked = 0;
    const stolen: string[] = [];
    const thief = await listening((request, response) => {
      stolen.push(JSON.stringify(request.headers));
      response.end();
    });
    const forward = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const body: Buffer[] = [];
      for await (const chunk of request) body.push(chunk as Buffer);
      const { 'x-clickhouse-user': user, 'x-clickhouse-key': key } = request.headers;
      const answer = await fetch(`http://${server.host}${request.url}`, {
        method: 'POST',
        headers: { 'X-ClickHouse-User': String(user), 'X-ClickHouse-Key': String(key) },
        body: Buffer.concat(body),
      });
      // Each third time the server had it done and the line broke before it could say so.
      asked += 1;
      if (asked % 3 === 0) response.destroy();
      else if (asked % 7 === 0) response.writeHead(503).end('busy');
      else response.writeHead(answer.status).end(await answer.text());
    };
    const proxy = await listening((request, response) => void forward(request, response));
    const port = (of: Server): number => (of.address() as AddressInfo).port;
    const loaded = await mendsheet(['--out', out, '--to', `clickhouse://127.0.0.1:${port(proxy)}/flaky`]);
    expect([loaded.status, loaded.stderr]).toEqual([0, expect.stringContaining('days in flaky')]);
    await expectKnown(server, 'flaky');
    proxy.close();
    const elsewhere = await listening((_, response) => {
      response.writeHead(307, { Location: `http://127.0.0.1:${port(thief)}/` }).end();
    });
    const sent = await mendsheet(['--out', out, '--to', `clickhouse://127.0.0.1:${port(elsewhere)}/flaky`]);
    expect([sent.status, sent.stderr, stolen]).toEqual([2, expect.stringContaining('307'), []]);
    elsewhere.close();
    thief.close();
    await server.stop();
  });

  it('is as old as its folder: a name of a PC comes with --names alone, quotes and line ends in it stand for themselves', async () => {
    const [server] = await servers('named-server', 1);
    if (!server) throw new Error('no server');
    const input = join(work, 'names');
    mkdirSync(input);
    const name = `it's\t"a"\\n; DROP TABLE x --`;
    const line = 'mendsheet/1 windows-update 0.1.0 detect 26100.1 Ok | clock=O | Ok';
    writeFileSync(
      join(input, 'a.csv'),
      `DeviceName,Output,ModifiedTime\r\n"${name.replaceAll('"', '""')}","${line}",2026-11-28 10:00:00\r\n`,
    );
    // More days than an address could name.
    const days = Array.from({ length: 420 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
    writeFileSync(
      join(input, 'b.csv'),
      `DeviceId,Output,ModifiedTime\r\n${days.map((day) => `id-1,"${line}",${day} 10:00:00`).join('\r\n')}\r\n`,
    );
    const named = join(work, 'named');
    expect(await mendsheet([input, '--out', named, '--names', '--as-of', '2026-11-30 00:00:00'])).toMatchObject({
      status: 0,
    });
    expect(await mendsheet(['--out', named, '--to', `clickhouse://${server.host}/named`])).toMatchObject({ status: 0 });
    expect(await server.ask('SELECT count(), uniqExact(day) FROM named.runs')).toEqual(['421\t421']);
    const where = "WHERE device_kind = 'name' FORMAT JSONEachRow";
    const [told = ''] = await server.ask(`SELECT device_name FROM named.devices ${where}`);
    expect(JSON.parse(told)).toEqual({ device_name: name });
    const hidden = join(work, 'hidden');
    expect(await mendsheet([input, '--out', hidden, '--as-of', '2026-11-30 00:00:00'])).toMatchObject({ status: 0 });
    expect(await mendsheet(['--out', hidden, '--to', `clickhouse://${server.host}/hidden`])).toMatchObject({
      status: 0,
    });
    expect(await server.ask("SELECT count() FROM hidden.devices WHERE device_name = ''")).toEqual(['2']);
    await server.stop();
  });
});
