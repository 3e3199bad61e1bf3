import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../src/bytes/sha256.js';
import { openDatabase } from '../../src/fleet/database.js';
import { clearWork, updateDataset } from '../../src/fleet/update-dataset.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool, missingDuckDb } from '../tools.js';
import { snapshotIn } from './snapshot-in.js';
import { makeFleet, type Known } from './make-fleet.mjs';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-fleet-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const main = join(repository, 'build/cli/main.js');

function mendsheet(args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [main, 'fleet', ...args], {
    cwd: repository,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
}

/** Every file of a dataset by its path, as a hash. */
function partsOf(out: string): ReadonlyMap<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.parquet'));
  return new Map(names.sort().map((name) => [name, sha256(readFileSync(join(out, name)))]));
}

function rows(out: string, sql: string): readonly Record<string, unknown>[] {
  const { status, stdout, stderr } = mendsheet(['--out', out, '--sql', sql, '--format', 'json']);
  expect([status, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as readonly Record<string, unknown>[];
}

const line = (status: string): string => {
  const verdict = { O: 'Ok', P: 'Problem', U: 'Unknown' }[status[0] ?? ''] ?? 'Ok';
  return `mendsheet/1 windows-update 0.1.0 detect 26100.1 ${verdict} | clock=${status} | ${verdict}`;
};

describeWithTool('a made fleet', missingDuckDb(), () => {
  // `npm run bench -- made-fleet` asks the same of a hundred thousand PCs.
  const devices = Number(process.env['MENDSHEET_FLEET_DEVICES'] ?? 2000);
  const out = join(work, 'fleet');
  let made: { inputs: string; inventory: string; asOf: string; known: Known };
  const args = (to: string, ...inputs: readonly string[]): readonly string[] => [
    ...inputs,
    ...['--out', to, '--as-of', made.asOf, '--inventory', made.inventory],
  ];

  beforeAll(() => {
    made = makeFleet(join(work, 'made'), { devices, seed: 7, checks: 12 });
    expect(mendsheet(args(out, made.inputs))).toMatchObject({ status: 0 });
  });

  it('has in it what makes counting hard', () => {
    const { states, repairs, refused, effects } = made.known;
    for (const state of ['problem', 'undecided', 'ok', 'stale', 'undated', 'notReported'] as const)
      expect([state, states[state] > 0]).toEqual([state, true]);
    for (const key of ['repaired', 'failed', 'cameBack'] as const)
      expect(repairs.reduce((sum, each) => sum + each[key], 0)).toBeGreaterThan(5);
    expect(refused.map(({ reason }) => reason).sort()).toEqual(['cutSummary', 'invalidReport', 'notJson']);
    expect(effects.some(({ repaired, notRepaired }) => repaired[1] > 20 && notRepaired[1] > 20)).toBe(true);
  });

  it('is counted as it was made', () => {
    const found = snapshotIn(out);
    const { known } = made;
    const { devices, states, runs, refused, trend } = found;
    expect({ devices, states, runs, refused, trend }).toEqual({
      ...{ devices: known.devices, states: known.states, runs: known.runs, refused: known.refused, trend: known.trend },
    });
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect([...found.checks].sort(byId)).toEqual([...known.checks].sort(byId));
    const byCheck = (a: { check: string }, b: { check: string }): number => (a.check < b.check ? -1 : 1);
    expect([...found.repairs].sort(byCheck)).toEqual([...known.repairs].sort(byCheck));
    const effects = found.effects
      .filter(({ ring }) => ring === '')
      .map(({ check, repaired, notRepaired }) => ({
        check,
        repaired: [repaired.count, repaired.of],
        notRepaired: [notRepaired.count, notRepaired.of],
      }));
    const repaired = known.effects.filter(({ repaired: [, of] }) => of > 0);
    expect([...effects].sort(byCheck)).toEqual([...repaired].sort(byCheck));
  });

  it('leaves no PC out of a sum', () => {
    const found = snapshotIn(out);
    const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(found.states)).toBe(found.devices);
    for (const { id, states } of found.checks) expect([id, sum(states)]).toEqual([id, found.devices]);
  });

  it('is not read twice, and nothing changes when it is', () => {
    const before = partsOf(out);
    expect(before.size).toBeGreaterThan(50);
    const again = mendsheet(args(out, made.inputs));
    expect(again.stderr).toContain('0 runs read');
    expect(partsOf(out)).toEqual(before);
    // Without the ledger all is read again.
    rmSync(join(out, 'fleet.duckdb'));
    expect(mendsheet(args(out, made.inputs)).stderr).not.toContain(' 0 runs read');
    expect(partsOf(out)).toEqual(before);
    expect(snapshotIn(out).states).toEqual(made.known.states);
  });

  it('gives the same bytes file by file, in the opposite order', () => {
    const other = join(work, 'other');
    const top = readdirSync(made.inputs).sort().reverse();
    for (const name of top) expect(mendsheet(args(other, join(made.inputs, name))).status).toBe(0);
    expect(partsOf(other)).toEqual(partsOf(out));
  });

  it('comes to the same end after it was killed', async () => {
    const killed = join(work, 'killed');
    for (const wait of [400, 900, 1500]) {
      const child = spawn(process.execPath, [main, 'fleet', ...args(killed, made.inputs)], { stdio: 'ignore' });
      const timer = setTimeout(() => child.kill('SIGKILL'), (wait * devices) / 2000);
      await once(child, 'exit');
      clearTimeout(timer);
    }
    expect(mendsheet(args(killed, made.inputs)).status).toBe(0);
    expect(partsOf(killed)).toEqual(partsOf(out));
    expect(snapshotIn(killed).states).toEqual(made.known.states);
  });

  it('comes to the same end where some days were written and the ledger was not', () => {
    const half = join(work, 'half');
    cpSync(out, half, { recursive: true });
    rmSync(join(half, 'fleet.duckdb'));
    const days = readdirSync(join(half, 'runs')).sort();
    for (const day of days.slice(0, 9)) rmSync(join(half, 'runs', day), { recursive: true });
    for (const day of days.slice(0, 4)) rmSync(join(half, 'results', day), { recursive: true });
    writeFileSync(join(half, 'results', days[6] ?? '', 'part.parquet.new'), 'cut off');
    expect(mendsheet(args(half, made.inputs)).status).toBe(0);
    expect(partsOf(half)).toEqual(partsOf(out));
  });

  it('tells no name of a person or a PC unless it is asked to', () => {
    for (const table of ['runs', 'results', 'devices', 'current', 'inventory'])
      expect(
        rows(
          out,
          `SELECT count(*) AS n FROM ${table} t WHERE regexp_matches(t::VARCHAR, 'someone@|PC-[0-9]|LONE-|NEW-')`,
        ),
      ).toEqual([{ n: 0 }]);
    const named = join(work, 'named');
    expect(mendsheet([...args(named, join(made.inputs, 'week-0.csv')), '--names']).status).toBe(0);
    const csv = mendsheet([
      '--out',
      named,
      '--sql',
      "SELECT device_name FROM runs WHERE device_name LIKE '=%'",
      '--format',
      'csv',
    ]);
    expect(csv.stdout.split('\r\n').filter((cell) => /^"?=/.test(cell))).toEqual([]);
    expect(csv.stdout).toContain(`'=cmd|'/c calc'!A`);
  });
});

describeWithTool('a day with more results than a row group of Parquet holds', missingDuckDb(), () => {
  const names = ['first.csv', 'second.csv'].map((name) => join(work, name));

  beforeAll(() => {
    // Many checks a PC, so that few rows have many results: 1,800 PCs in each file, 162,000 results on each of two days.
    const checks = (at: number): string =>
      Array.from({ length: 90 }, (_, check) => `check-${check}=${(at + check) % 7 === 0 ? 'P' : 'O'}`).join(' ');
    for (const [file, name] of names.entries()) {
      const table = Array.from({ length: 1800 }, (_, at) => {
        // PCs of both files stand between each other, and some are in both.
        const id = `pc-${String(at * 2 + (at % 9 === 0 ? 0 : file)).padStart(5, '0')}`;
        return `${id},"mendsheet/1 windows-update 0.1.0 detect 26100.1 Problem | ${checks(at)} | Problem",2026-11-${20 + (at % 2)} 10:00:00\r\n`;
      });
      writeFileSync(name, `DeviceId,Output,ModifiedTime\r\n${table.join('')}`);
    }
  });

  const read = async (readings: readonly (readonly string[])[], sortedRuns?: number): Promise<unknown> => {
    const out = mkdtempSync(join(work, 'parts-'));
    const database = await openDatabase(join(out, 'fleet.duckdb'), {});
    try {
      clearWork(out);
      for (const files of readings) await updateDataset(database, out, files, false, () => {}, sortedRuns);
    } finally {
      database.close();
    }
    return partsOf(out);
  };

  it('has the same bytes in any order, and however much is sorted at once', async () => {
    const [first = '', second = ''] = names;
    const all = (await read([[first, second]])) as ReadonlyMap<string, string>;
    expect([...all.keys()]).toHaveLength(4);
    expect(await read([[first], [second]])).toEqual(all);
    expect(await read([[second], [first]])).toEqual(all);
    // A day in parts, with and without what was there before.
    expect(await read([[first, second]], 700)).toEqual(all);
    expect(await read([[second], [first]], 700)).toEqual(all);
    // Days one by one.
    expect(await read([[first, second]], 2000)).toEqual(all);
  });
});

describeWithTool('what consoles export', missingDuckDb(), () => {
  const read = (name: string, content: string | Buffer, ...more: readonly string[]): string => {
    const folder = mkdtempSync(join(work, 'shape-'));
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', name), content);
    const args = [join(folder, 'in'), '--out', join(folder, 'out'), '--as-of', '2026-11-30 00:00:00', ...more];
    expect(mendsheet(args)).toMatchObject({ status: 0 });
    return join(folder, 'out');
  };
  const query =
    "SELECT device_kind, phase, strftime(started, '%Y-%m-%d %H:%M') AS started, verdict FROM runs ORDER BY phase DESC";

  it('of Intune, by the names of its report', () => {
    // All that Microsoft's page on reports lists for it, in that order.
    const cells = {
      ...{ PolicyId: 'p', DeviceId: '0A0A0A0A-1111-4222-8333-444444444444', UserId: 'u', InternalVersion: '3' },
      ...{ ModifiedTime: '2026-11-28 10:00:00.0000000', PostRemediationDetectionScriptError: '' },
      ...{
        PostRemediationDetectionScriptOutput: line('O'),
        PreRemediationDetectionScriptError: 'a "quoted", cell\r\nof lines',
      },
      ...{ PreRemediationDetectionScriptOutput: line('P'), RemediationScriptErrorDetails: '', RemediationStatus: '2' },
      ...{ DeviceName: 'PC', OSVersion: '10.0.26100.1', UPN: 'someone@example.com', UserEmail: 'someone@example.com' },
      ...{ UserName: 'Some One', DetectionStatus: '3', UniqueKustoKey: 'k', DetectionScriptStatus: '3' },
      RemediationScriptStatus: '2',
    };
    const quoted = Object.values(cells).map((cell) => `"${cell.replaceAll('"', '""')}"`);
    const table = `${Object.keys(cells).join(',')}\r\n${quoted.join(',')}\r\n`;
    const expected = [
      { device_kind: 'intune', phase: 'before', started: '2026-11-28 10:00', verdict: 'Problem' },
      { device_kind: 'intune', phase: 'after', started: '2026-11-28 10:00', verdict: 'Ok' },
    ];
    expect(rows(read('a.csv', `\ufeff${table}`), query)).toEqual(expected);
    const wide = read('b.csv', Buffer.from(`\ufeff${table}`, 'utf16le'));
    expect(rows(wide, query)).toEqual(expected);
    expect(rows(wide, 'SELECT outcome, before, status FROM results ORDER BY outcome')).toEqual([
      { outcome: 'None', before: 'Problem', status: 'Problem' },
      { outcome: 'Repaired', before: 'Problem', status: 'Ok' },
    ]);
  });

  it('of ConfigMgr, with a number for the PC and the American time', () => {
    const table = `Resource ID,Device Name,Script Output,Last Update Time\r\n16777219,PC-9,"${line('U')}",11/28/2026 1:05:00 PM\r\n`;
    expect(rows(read('a.csv', table), query)).toEqual([
      { device_kind: 'configmgr', phase: '', started: '2026-11-28 13:05', verdict: 'Unknown' },
    ]);
  });

  it.each(['utf16le', 'utf16be', 'utf8'] as const)('of ConfigMgr as SQL and PowerShell write it, in %s', (encoding) => {
    const table = `"ResourceID","DeviceName","ScriptOutput","LastUpdateTime"\r\n"16777220","PC-10","${line('P')}","2026-11-28T13:05:00"\r\n`;
    for (const [at, mark] of ['\ufeff', ''].entries()) {
      const bytes = Buffer.from(mark + table, encoding === 'utf8' ? 'utf8' : 'utf16le');
      const out = read(`${encoding}-${at}.csv`, encoding === 'utf16be' ? bytes.swap16() : bytes);
      expect(rows(out, 'SELECT device, device_kind, channel, verdict, started::VARCHAR AS started FROM runs')).toEqual([
        {
          device: '16777220',
          device_kind: 'configmgr',
          channel: 'configmgr',
          verdict: 'Problem',
          started: '2026-11-28 13:05:00',
        },
      ]);
    }
  });

  it('of Windows PowerShell, which redirects JSON as UTF-16, and what such a run follows', () => {
    const report = {
      ...{
        format: 'mendsheet-result/2',
        product: 'windows-update',
        checklist: '0.1.0',
        script: 'reset-components.ps1',
      },
      ...{ sha256: 'A'.repeat(64), device: 'a'.repeat(32), mode: 'undo', checks: [] },
      ...{ run: '0a0a0a0a-1111-4222-8333-444444444444', follows: '0B0B0B0B-1111-4222-8333-444444444444' },
      ...{ startedUtc: '2026-11-28T10:00:00Z', finishedUtc: '2026-11-28T10:01:00Z', milliseconds: 60_000 },
      ...{ offsetMinutes: 540, bootedUtc: null, exitCode: 0, channel: 'manual' },
      windows: { build: 26100, revision: 1, edition: 'Professional', kind: 'client' },
    };
    const out = read('pc.json', Buffer.from(`\ufeff${JSON.stringify(report)}`, 'utf16le'));
    expect(rows(out, 'SELECT mode, follows, channel FROM runs')).toEqual([
      { mode: 'undo', follows: report.follows.toLowerCase(), channel: 'manual' },
    ]);
  });

  it('of scripts that name their PC: reports of one run are one, whatever their files are called', () => {
    const report = {
      ...{ format: 'mendsheet-result/2', product: 'windows-update', checklist: '0.1.0', script: 'diagnose.ps1' },
      ...{
        sha256: 'A'.repeat(64),
        device: 'a'.repeat(32),
        run: '0a0a0a0a-1111-4222-8333-444444444444',
        mode: 'detect',
      },
      ...{ startedUtc: '2026-11-28T10:00:00Z', finishedUtc: '2026-11-28T10:01:00Z', milliseconds: 60_000 },
      ...{ offsetMinutes: 540, bootedUtc: '2026-11-27T10:00:00Z', exitCode: 0, checks: [] },
      windows: { build: 26100, revision: 1, edition: 'Professional', kind: 'client' },
    };
    const out = read('one.json', JSON.stringify(report));
    const folder = join(out, '../in');
    writeFileSync(join(folder, 'two.json'), JSON.stringify(report, null, 2));
    writeFileSync(join(folder, 'three.json'), JSON.stringify({ ...report, run: report.run.replace('0a', '0b') }));
    expect(mendsheet([folder, '--out', out, '--as-of', '2026-11-30 00:00:00']).status).toBe(0);
    expect(rows(out, 'SELECT device, device_kind, checklist_version, count(*) AS runs FROM runs GROUP BY ALL')).toEqual(
      [{ device: 'a'.repeat(32), device_kind: 'machine', checklist_version: '0.1.0', runs: 2 }],
    );
  });

  it('puts aside what is damaged, by its place and reason', () => {
    const table =
      'DeviceId,DeviceName,Output,ModifiedTime\r\n' +
      `,,"${line('O')}",2026-11-28 10:00:00\r\nid-1,PC,"${line('O').slice(0, -4)}",2026-11-28 10:00:00\r\nid-2,PC,"${line('O')}",never\r\n`;
    const out = read('a.csv', table);
    expect(rows(out, 'SELECT file, place, reason FROM refusals ORDER BY place')).toEqual([
      { file: 'a.csv', place: 'row 2', reason: 'noDevice' },
      { file: 'a.csv', place: 'row 3', reason: 'cutSummary' },
    ]);
    expect(snapshotIn(out).states).toMatchObject({ undated: 1, ok: 0 });
  });

  it('reads a zip file of anybody only as far as it is sound', () => {
    const out = read('a.zip', Buffer.from('PK no zip'));
    expect(snapshotIn(out).refused).toEqual([{ reason: 'refusedZip', count: 1 }]);
    expect(snapshotIn(out).devices).toBe(0);
  });
});

describeWithTool('mendsheet fleet', missingDuckDb(), () => {
  it('says in a line what is wrong with what it is given', () => {
    const none = join(work, 'none');
    mkdirSync(none);
    const wrong = (args: readonly string[]): readonly unknown[] => {
      const { status, stderr } = mendsheet(args);
      return [status, stderr.trim().split('\n').length, stderr.trim()];
    };
    expect(wrong([])).toEqual([2, 1, expect.stringContaining('Name folders or files')]);
    expect(wrong([none, '--out', join(work, 'x')])).toEqual([2, 1, expect.stringContaining('no file with reports')]);
    expect(wrong([join(work, 'missing'), '--out', join(work, 'x')])).toEqual([
      2,
      1,
      expect.stringContaining('no such file'),
    ]);
    expect(wrong(['--sql', 'SELECT 1', '--out', join(work, 'x')])).toEqual([2, 1, expect.stringContaining('no fleet')]);
    expect(wrong([none, '--as-of', 'yesterday'])).toEqual([2, 1, expect.stringContaining('--as-of takes')]);
    expect(existsSync(join(work, 'x'))).toBe(false);
  });

  it('comes to its end where nobody reads what it says', async () => {
    const folder = join(work, 'unread');
    mkdirSync(folder);
    for (let at = 0; at < 30; at += 1) writeFileSync(join(folder, `pc-${at}.txt`), line('O'));
    const out = join(work, 'unread-out');
    const child = spawn(process.execPath, [main, 'fleet', folder, '--out', out], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.destroy();
    child.stdout.destroy();
    const [status] = (await once(child, 'exit')) as [number];
    expect(status).toBe(0);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
    expect(rows(out, 'SELECT count(*) AS n FROM devices')).toEqual([{ n: 30 }]);
  });

  it('answers queries that read the fleet, and lets them reach nothing else', () => {
    const out = join(work, 'asked');
    const folder = join(work, 'asked-in');
    mkdirSync(folder);
    writeFileSync(join(folder, 'pc.txt'), line('O'));
    expect(mendsheet([folder, '--out', out])).toMatchObject({ status: 0 });
    const secret = join(work, 'secret.csv');
    writeFileSync(secret, 'a,b\n1,2\n');
    const evil = join(work, 'evil');
    const before = readdirSync(work, { recursive: true, encoding: 'utf8' }).sort();
    const wrong = [
      `SELECT * FROM read_text('${secret}')`,
      `SELECT * FROM '${secret}'`,
      `SELECT * FROM read_csv('${join(out, 'runs', '..', '..', 'secret.csv')}')`,
      `SELECT * FROM glob('${work}/*')`,
      `SELECT * FROM sniff_csv('${secret}')`,
      `SELECT * FROM 'https://127.0.0.1:9/x.csv'`,
      `COPY (SELECT 1) TO '${evil}'`,
      `COPY (SELECT 1) TO '${join(out, 'runs', 'evil')}'`,
      `EXPORT DATABASE '${evil}'`,
      `ATTACH '${evil}'`,
      'INSTALL httpfs',
      'LOAD httpfs',
      'SET enable_external_access = true',
      'RESET enable_external_access',
      'DELETE FROM ledger',
      'DROP TABLE ledger',
      'CREATE TABLE evil (x INTEGER)',
      'CREATE TEMP TABLE evil (x INTEGER)',
      'SELECT 1; SELECT 2',
      `SELECT 1) TO '${evil}' (FORMAT csv); --`,
      `EXPLAIN ANALYZE COPY (SELECT 1) TO '${evil}'`,
      "SELECT * FROM query('DELETE FROM ledger')",
      'SELEC',
      '',
    ];
    const parquet = ['--format', 'parquet', '--output', join(work, 'answer.parquet')];
    for (const [at, sql] of wrong.entries()) {
      // What is written as Parquet is one statement with the query in it, so those that would leave it are tried there.
      const more = at % 5 === 0 || sql.includes(')') ? parquet : [];
      const { status, stdout, stderr } = mendsheet(['--out', out, '--sql', sql, ...more]);
      expect([sql, status, stdout, stderr]).toEqual([sql, 2, '', expect.stringMatching(/^mendsheet: /)]);
    }
    expect(readdirSync(work, { recursive: true, encoding: 'utf8' }).sort()).toEqual(before);
    expect(rows(out, 'FROM runs SELECT count(*) AS n -- all of them')).toEqual([{ n: 1 }]);
    const answer = join(work, 'answer.parquet');
    expect(
      mendsheet(['--out', out, '--sql', 'SELECT 1 AS one -- x', '--format', 'parquet', '--output', answer]),
    ).toMatchObject({ status: 0 });
    expect(readFileSync(answer).subarray(0, 4).toString()).toBe('PAR1');
    // It may have been moved, and one that was killed has left what it wrote last in a file of its own.
    renameSync(out, `${out}-moved`);
    expect(rows(`${out}-moved`, 'SELECT count(*) AS n FROM results')).toEqual([{ n: 1 }]);
  });

  it('takes the place of nothing that is not its own', () => {
    const desk = join(work, 'desk');
    for (const name of ['work', 'lists']) {
      mkdirSync(join(desk, name), { recursive: true });
      writeFileSync(join(desk, name, 'notes.txt'), 'mine');
    }
    writeFileSync(join(desk, 'pc.txt'), line('O'));
    const { status, stderr } = mendsheet([join(desk, 'pc.txt'), '--out', desk]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('and no fleet')]);
    expect(readdirSync(desk, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      'lists',
      'lists/notes.txt',
      'pc.txt',
      'work',
      'work/notes.txt',
    ]);
    expect(mendsheet([join(desk, 'pc.txt'), '--out', join(desk, 'pc.txt')]).stderr).toContain('is no folder');
  });
});
