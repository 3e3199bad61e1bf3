import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { currentCheckSql } from '../../src/fleet/former-checks.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool, missingDuckDb } from '../tools.js';
import { snapshotIn } from './snapshot-in.js';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-former-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));
const main = join(repository, 'build/cli/main.js');

function mendsheet(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: work, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, stderr]);
  return stdout;
}

/** A checklist of one check, which had these ids before. */
function checklist(name: string, formerly: readonly string[]): string {
  mendsheet('new', 'checklist', name);
  const group = join(work, name, 'checks/services.yaml');
  const text = readFileSync(group, 'utf8').replace(
    '- id: spooler-start-type\n',
    `$&    formerly: [${formerly.join(', ')}]\n`,
  );
  writeFileSync(group, text);
  return join(work, name, 'checks.yaml');
}

const line = (product: string, id: string, status: 'O' | 'P'): string => {
  const verdict = status === 'O' ? 'Ok' : 'Problem';
  return `mendsheet/1 ${product} 0.1.0 detect 26100.1 ${verdict} | ${id}=${status} | ${verdict}`;
};

const table = (...rows: readonly (readonly [device: string, day: string, before: string, after: string])[]): string =>
  [
    'DeviceId,PreRemediationDetectionScriptOutput,PostRemediationDetectionScriptOutput,ModifiedTime',
    ...rows.map(([device, day, before, after]) => `${device},"${before}","${after}",2026-11-${day} 10:00:00`),
  ].join('\r\n');

it('is the id itself where nothing was renamed, and of one checklist only', () => {
  expect(currentCheckSql('id', [])).toBe('id');
  expect(currentCheckSql('id', [{ product: 'cl', former: 'old', check: 'new' }])).toBe(
    "CASE WHEN product = 'cl' AND id = 'old' THEN 'new' ELSE id END",
  );
});

describeWithTool('a check that was renamed', missingDuckDb(), () => {
  const [oldest, older, now] = ['printing', 'spooler', 'spooler-start-type'];

  it('is one check, whatever reports call it: counts, repairs, effects, lists and queries', () => {
    const index = checklist('cl', [oldest, older]);
    mkdirSync(join(work, 'in'));
    writeFileSync(
      join(work, 'in', 'export.csv'),
      table(
        // Well under the new name after a problem under an old one.
        ['pc-a', '20', line('cl', oldest, 'P'), ''],
        ['pc-a', '27', line('cl', now, 'O'), ''],
        // Repaired under an old name, a problem again under the new one.
        ['pc-b', '20', line('cl', older, 'P'), line('cl', older, 'O')],
        ['pc-b', '26', line('cl', now, 'P'), ''],
        ['pc-c', '28', line('cl', older, 'P'), ''],
        // A check of another checklist is another one.
        ['pc-d', '28', line('other', oldest, 'P'), ''],
      ),
    );
    const [out, apart] = [join(work, 'out'), join(work, 'apart')];
    const read = ['fleet', join(work, 'in'), '--as-of', '2026-11-30 10:00:00'];
    const without = ['--index', 'none.yaml'];
    mendsheet(...read, '--out', out, '--index', index);
    const { checks, repairs, effects } = snapshotIn(out);
    expect(checks.map(({ id, states }) => [id, states.problem, states.ok, states.notLooked])).toEqual([
      [now, 2, 1, 1],
      [oldest, 1, 0, 3],
    ]);
    expect(repairs).toEqual([{ check: now, repaired: 0, failed: 0, cameBack: 1 }]);
    // Of pc-a and pc-b the last look within seven days; the days of pc-c are not over.
    expect(
      effects.map(({ check, repaired, notRepaired, left }) => [
        check,
        repaired.count,
        repaired.of,
        notRepaired.count,
        notRepaired.of,
        left,
      ]),
    ).toEqual([[now, 0, 1, 1, 1, 1]]);
    const ask = (sql: string): unknown =>
      JSON.parse(mendsheet('fleet', '--out', out, '--format', 'json', '--sql', sql));
    expect(ask('SELECT product, check_id, count(*) AS n FROM results GROUP BY ALL ORDER BY ALL')).toEqual([
      { product: 'cl', check_id: now, n: 6 },
      { product: 'other', check_id: oldest, n: 1 },
    ]);
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('Start type of the print spooler');

    // What was read stays as it was reported: the same bytes, with a checklist at hand and without.
    mendsheet(...read, '--out', apart, ...without);
    const part = 'results/day=2026-11-20/part.parquet';
    expect(readFileSync(join(out, part))).toEqual(readFileSync(join(apart, part)));
    expect(
      snapshotIn(apart)
        .checks.map(({ id }) => id)
        .sort(),
    ).toEqual([oldest, older, now].sort());

    // Known from now on, without the checklist too, and anew as soon as another version of it is there.
    mendsheet(...read, '--out', out, ...without);
    expect(snapshotIn(out).checks).toEqual(checks);
    mendsheet(...read, '--out', out, '--index', rewritten(index));
    expect(
      snapshotIn(out)
        .checks.map(({ id }) => id)
        .sort(),
    ).toEqual([oldest, now].sort());
  });

  /** The next version of a checklist, which names one id before. */
  function rewritten(index: string): string {
    const group = join(index, '../checks/services.yaml');
    writeFileSync(group, readFileSync(group, 'utf8').replace(/formerly: .*/, `formerly: [${older}]`));
    return index;
  }
});
