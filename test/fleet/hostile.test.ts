import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { openDatabase, type Row } from '../../src/fleet/database.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool, missingDuckDb } from '../tools.js';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-hostile-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const main = join(repository, 'build/cli/main.js');

const line = (status: string): string => {
  const verdict = { O: 'Ok', P: 'Problem', U: 'Unknown' }[status[0] ?? ''] ?? 'Ok';
  return `mendsheet/1 windows-update 0.1.0 detect 26100.1 ${verdict} | clock=${status} | ${verdict}`;
};
const report = (more: object): string =>
  JSON.stringify({
    ...{ format: 'mendsheet-result/2', product: 'windows-update', checklist: '0.1.0', script: 'diagnose.ps1' },
    ...{ sha256: 'A'.repeat(64), device: 'a'.repeat(32), run: '0a0a0a0a-1111-4222-8333-444444444444', mode: 'detect' },
    ...{ startedUtc: '2026-11-28T10:00:00Z', finishedUtc: '2026-11-28T10:01:00Z', milliseconds: 60_000 },
    ...{ offsetMinutes: 540, bootedUtc: '2026-11-27T10:00:00Z', exitCode: 0 },
    windows: { build: 26100, revision: 1, edition: 'Professional', kind: 'client' },
    checks: [check('Ok')],
    ...more,
  });
const check = (status: string): object => ({
  ...{ id: 'clock', status, reasonKey: '', hresults: [], before: status, outcome: 'None', milliseconds: 1 },
});

let made = 0;
/** A fleet of files, by their names. */
function read(files: Readonly<Record<string, string | Uint8Array>>, ...more: readonly string[]): string {
  const folder = join(work, `${(made += 1)}`);
  mkdirSync(join(folder, 'in'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, 'in', name), content);
  const args = [join(folder, 'in'), '--out', join(folder, 'out'), '--as-of', '2026-11-30 00:00:00', ...more];
  const { status, stderr } = spawnSync(process.execPath, [main, 'fleet', ...args], {
    cwd: repository,
    encoding: 'utf8',
  });
  expect([stderr, status]).toEqual([stderr, 0]);
  return join(folder, 'out');
}

async function rows(out: string, sql: string): Promise<readonly Row[]> {
  const database = await openDatabase(join(out, 'fleet.duckdb'), { access_mode: 'READ_ONLY' });
  try {
    return await database.rows(sql);
  } finally {
    database.close();
  }
}

describeWithTool('a fleet of files that somebody made to harm', missingDuckDb(), () => {
  it('names with quotes, line ends and formulas stand for themselves, in SQL, on pages and in spreadsheets', async () => {
    const names = [
      `it's "x".json`,
      `a\nb.json`,
      `'); DROP TABLE ledger; --.json`,
      `=cmd|' C'!A0.json`,
      '<script>alert(1)</script>.txt'.replaceAll('/', '\u2044'),
    ];
    const files = Object.fromEntries(
      names.map((name, at) => [
        name,
        at < 4 ? report({ device: null, run: `0a0a0a0a-1111-4222-8333-44444444444${at}` }) : line('P'),
      ]),
    );
    const table = `DeviceName,Output,ModifiedTime\r\n"@SUM(1)'"";--","${line('P')}",2026-11-28 10:00:00\r\n"\t=1+1","${line('P')}",2026-11-28 10:00:00\r\n`;
    const out = read({ ...files, 'broken;=1.json': '{', 'a.csv': table }, '--names');
    expect(await rows(out, 'SELECT count(*) AS n, count(DISTINCT device) AS devices FROM runs')).toEqual([
      { n: 7, devices: 7 },
    ]);
    expect(await rows(out, 'SELECT count(*) AS n FROM ledger')).toEqual([{ n: 7 }]);
    const lists = readdirSync(join(out, 'lists')).filter((name) => name.endsWith('.csv'));
    const text = lists.map((name) => readFileSync(join(out, 'lists', name), 'utf8')).join('\r\n');
    expect(text).toContain('SUM(1)');
    expect(/(?:^|[\r\n,])"?\s*[=+@]/.exec(text.replaceAll('\ufeff', ''))?.[0]).toBeUndefined();
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    for (const page of pages) expect(readFileSync(join(out, page), 'utf8')).not.toContain('<script');
  });

  it('a line of 200 MB costs no memory, whatever it begins like, and neither do a header and a cell of that length', async () => {
    const folder = join(work, 'long');
    mkdirSync(folder);
    const fill = (name: string, start: string, end: string): void => {
      const file = openSync(join(folder, name), 'w');
      writeSync(file, start);
      for (let at = 0; at < 200; at += 1) writeSync(file, 'a'.repeat(1_000_000));
      writeSync(file, end);
      closeSync(file);
    };
    fill('line.txt', 'mendsheet/1 ', `\n${line('O')}\n`);
    fill('header.csv', 'DeviceId,DeviceName,', '\n');
    fill('cell.csv', 'DeviceId,Output\nid-1,"', `"\nid-2,"${line('O')}"\n`);
    fill('open.csv', 'DeviceId,Output\nid-3,"mendsheet/1 ', '');
    fill('report.json', '{"format":"mendsheet-result/2","product":"', '"}');
    const out = join(work, 'long-out');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=160', main, 'fleet', folder, '--out', out, '--as-of', '2026-11-30 00:00:00'],
      { cwd: repository, encoding: 'utf8' },
    );
    expect([stderr, status]).toEqual([expect.stringContaining('tooLarge'), 0]);
    // Where a cell ends that is longer than any can be told of no file, so what follows it may be lost with it.
    expect(await rows(out, "SELECT count(*) AS n FROM runs WHERE source = 'line'")).toEqual([{ n: 1 }]);
    expect(await rows(out, 'SELECT count(DISTINCT file) AS n FROM refusals')).toEqual([{ n: 4 }]);
  });

  it('zip files that unpack without end, lead elsewhere or are links are put aside, and nothing is written by them', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(300_000_000) }, { level: 9 });
    const nested = zipSync({ 'b.zip': zipSync({ 'a.json': Buffer.from(report({})) }) });
    const paths = zipSync({
      '../../../evil.json': Buffer.from(report({})),
      '/etc/evil.json': Buffer.from(report({})),
      'C:\\evil.json': Buffer.from(report({})),
    });
    const folder = join(work, 'links');
    mkdirSync(folder);
    writeFileSync(join(work, 'secret.json'), report({ device: 'c'.repeat(32) }));
    const out = read({
      'bomb.zip': bomb,
      'nested.zip': nested,
      'paths.zip': paths,
      'good.json': report({ device: 'b'.repeat(32) }),
    });
    expect(
      (await rows(out, 'SELECT DISTINCT file, reason FROM refusals ORDER BY file')).map(({ file }) => file),
    ).toContain('bomb.zip');
    expect(await rows(out, `SELECT count(*) AS n FROM runs WHERE device = '${'b'.repeat(32)}'`)).toEqual([{ n: 1 }]);
    const all = readdirSync(work, { recursive: true, encoding: 'utf8' });
    expect(all.filter((name) => name.includes('evil'))).toEqual([]);
    const input = join(out, '../in');
    symlinkSync(join(work, 'secret.json'), join(input, 'link.json'));
    symlinkSync(work, join(input, 'round'));
    const again = spawnSync(process.execPath, [main, 'fleet', input, '--out', out], {
      cwd: repository,
      encoding: 'utf8',
    });
    expect(again.stderr).toContain(' 0 runs read');
  });

  it('two runs at once on one folder: one reads, the other says so, and the numbers are right', async () => {
    const input = join(work, 'both');
    mkdirSync(input);
    const table = Array.from({ length: 3000 }, (_, at) => `id-${at},"${line('P')}",2026-11-28 10:00:00`).join('\r\n');
    writeFileSync(join(input, 'a.csv'), `DeviceId,Output,ModifiedTime\r\n${table}\r\n`);
    const out = join(work, 'both-out');
    const runs = [1, 2, 3].map(() =>
      spawn(process.execPath, [main, 'fleet', input, '--out', out, '--as-of', '2026-11-30 00:00:00'], {
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    );
    const said = await Promise.all(
      runs.map(async (child) => {
        let text = '';
        child.stderr.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        const [code] = (await once(child, 'close')) as [number];
        return { code, text };
      }),
    );
    expect(said.some(({ code }) => code === 0)).toBe(true);
    for (const { code, text } of said)
      if (code !== 0) expect([code, text]).toEqual([2, expect.stringMatching(/Another run has .* open/)]);
    expect(await rows(out, 'SELECT count(*) AS n FROM devices')).toEqual([{ n: 3000 }]);
  });

  it('a clock in the far future or past says nothing of now, and does not hide what came before', async () => {
    const at = (time: string, run: number, status: string): string =>
      report({
        startedUtc: time,
        finishedUtc: time,
        run: `0a0a0a0a-1111-4222-8333-44444444444${run}`,
        checks: [check(status)],
      });
    const out = read({
      'a.json': at('2026-11-28T10:00:00Z', 1, 'Ok'),
      'b.json': at('9999-12-31T23:59:59Z', 2, 'Problem'),
      'c.json': at('2027-06-01T00:00:00Z', 3, 'Problem'),
      'd.json': at('1601-01-01T00:00:00Z', 4, 'Problem'),
      'e.json': at('0001-01-01T00:00:00Z', 5, 'Problem'),
      'f.csv': `DeviceId,Output,ModifiedTime\r\nid-1,"${line('P')}",2999-01-01 00:00:00\r\n`,
    });
    expect(await rows(out, 'SELECT device, state, undated FROM devices ORDER BY device')).toEqual([
      { device: 'a'.repeat(32), state: 'ok', undated: 4 },
      { device: 'id-1', state: 'undated', undated: 1 },
    ]);
  });

  it('of one run with two accounts the same one counts, in any order; a PC with a new id is another one', async () => {
    const first = report({ checks: [check('Ok')] });
    const second = report({ checks: [check('Problem'), { ...check('Problem'), id: 'other' }] });
    const one = read({ 'a.json': first, 'b.json': second });
    const two = read({ 'a.json': second, 'b.json': first });
    const all = 'SELECT device, run, check_id, status FROM results ORDER BY ALL';
    expect(await rows(one, all)).toEqual(await rows(two, all));
    expect(await rows(one, 'SELECT count(*) AS n FROM runs')).toEqual([{ n: 1 }]);
    const entra = '0a0a0a0a-1111-4222-8333-00aa00bb00cc';
    const changed = read({
      'a.json': first,
      'b.json': report({ device: entra, run: '0b0b0b0b-1111-4222-8333-444444444444' }),
    });
    expect(await rows(changed, 'SELECT device, device_kind FROM devices ORDER BY device')).toEqual([
      { device: entra, device_kind: 'entra' },
      { device: 'a'.repeat(32), device_kind: 'machine' },
    ]);
  });

  it('what says two things of one check says nothing: reports, lines and bundles are put aside whole', async () => {
    const twice = line('O').replace('clock=O', 'clock=O bits=O clock=P');
    const bundle = (...statuses: readonly string[]): string => {
      const results = statuses.map((status) => ({
        ...{ check: 'clock', status, reason: '', hresults: [], evidence: {} },
      }));
      return JSON.stringify({
        ...{ format: 'mendsheet-capture/1', product: 'windows-update', version: '0.1.0', script: 'collect-logs.ps1' },
        ...{ sha256: 'A'.repeat(64), arguments: {}, startedUtc: '2026-11-28T10:00:00Z', zone: 'UTC', culture: 'en-US' },
        ...{ powershell: '5.1', environment: {}, redacted: true, absent: [], answers: [], reads: [], results },
      });
    };
    const out = read({
      'a.json': report({ checks: [check('Ok'), check('Problem')] }),
      'b.csv': `DeviceId,Output,ModifiedTime\r\npc-1,"${twice}",2026-11-29 10:00:00\r\npc-2,"${line('O')}",2026-11-29 10:00:00`,
      'c.log': `${twice}\n`,
      'd.json': bundle('Ok', 'Problem'),
      'e.json': bundle('Ok'),
    });
    expect(await rows(out, 'SELECT device_kind, source FROM devices ORDER BY ALL')).toEqual([
      { device_kind: 'file', source: 'bundle' },
      { device_kind: 'intune', source: 'table' },
    ]);
    expect(await rows(out, 'SELECT file, place, reason FROM refusals ORDER BY file')).toEqual([
      { file: 'a.json', place: 'a.json', reason: 'invalidReport' },
      { file: 'b.csv', place: 'row 2', reason: 'cutSummary' },
      { file: 'c.log', place: 'c.log', reason: 'cutSummary' },
      { file: 'd.json', place: 'd.json', reason: 'invalidCapture' },
    ]);
  });

  it('whatever a query gives has a cell: lists, structures and maps, on one line for people', () => {
    const out = read({ 'a.json': report({}) });
    const ask = (sql: string, format: string): readonly (number | string | null)[] => {
      const { status, stdout } = spawnSync(
        process.execPath,
        [main, 'fleet', '--out', out, '--format', format, '--sql', sql],
        { encoding: 'utf8' },
      );
      return [status, stdout];
    };
    const sql =
      "SELECT {'k': '=1', 'n': NULL} AS s, MAP {'=a': 1} AS m, [[1, 2], []] AS l, ['=b', NULL] AS p, INTERVAL 1 DAY AS i, 'x' || chr(13) || chr(10) || 'y' AS t";
    const s = '{"k":"=1","n":null}';
    const m = '[{"key":"=a","value":1}]';
    const i = '{"months":0,"days":1,"micros":"0"}';
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    expect(ask(sql, 'csv')).toEqual([
      0,
      `s,m,l,p,i,t\r\n${quoted(s)},${quoted(m)},"[[1,2],[]]",'=b ,${quoted(i)},"x\r\ny"\r\n`,
    ]);
    const [status, table] = ask(sql, 'table');
    expect(status).toBe(0);
    expect(String(table).trimEnd().split('\n')[2]?.split(/  +/)).toEqual([s, m, '[[1,2],[]]', '=b', i, 'x y']);
  });

  it.each(['utf8', 'utf16le'] as const)(
    'an inventory in %s with a mark: ids of one row are one PC, and a name of two PCs is nobody',
    async (encoding) => {
      const entra = '0a0a0a0a-1111-4222-8333-00aa00bb00cc';
      const table = `\ufeffDevice ID,Entra device ID,Device name,Ring\r\n0c0c0c0c-1111-4222-8333-00aa00bb00cc,${entra.toUpperCase()},PC-1,pilot\r\nid-2,,TWIN,broad\r\nid-3,,TWIN,broad\r\n`;
      const inventory = join(work, `inventory-${encoding}.csv`);
      writeFileSync(inventory, Buffer.from(table, encoding));
      const out = read(
        {
          'a.json': report({ device: entra }),
          'b.csv': `DeviceName,Output,ModifiedTime\r\nPC-1,"${line('P')}",2026-11-29 10:00:00\r\nTWIN,"${line('P')}",2026-11-29 10:00:00\r\n`,
        },
        ...['--inventory', inventory],
      );
      expect(
        await rows(
          out,
          "SELECT device, state, ring, runs FROM devices WHERE device_kind IS NULL OR ring <> '' ORDER BY device",
        ),
      ).toEqual([
        { device: '0c0c0c0c-1111-4222-8333-00aa00bb00cc', state: 'problem', ring: 'pilot', runs: 2 },
        { device: 'id-2', state: 'notReported', ring: 'broad', runs: 0 },
        { device: 'id-3', state: 'notReported', ring: 'broad', runs: 0 },
      ]);
      expect(await rows(out, 'SELECT count(*) AS n, sum(runs) AS runs FROM devices')).toEqual([{ n: 4, runs: 3 }]);
    },
  );
});
