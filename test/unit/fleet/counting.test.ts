import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvCell } from '../../../src/fleet/csv-text.js';
import { sqlPath, sqlText } from '../../../src/fleet/database.js';
import { newcombe, wilson } from '../../../src/fleet/interval.js';
import { rowOfReport } from '../../../src/fleet/run-row.js';
import { aliasesOf, columnsOf, parseTime, whenceOf } from '../../../src/fleet/table-columns.js';
import { readReport } from '../../../src/spec/result.js';

it("gives Wilson's interval as Newcombe's paper of 1998 has it for 81 of 263, 15 of 148, 0 of 20 and 1 of 29", () => {
  const shown = [
    [81, 263],
    [15, 148],
    [0, 20],
    [1, 29],
  ].map(([count = 0, of = 0]) => wilson({ count, of }));
  expect(shown.map(({ low, high }) => [low.toFixed(4), high.toFixed(4)])).toEqual([
    ['0.2553', '0.3662'],
    ['0.0624', '0.1605'],
    ['0.0000', '0.1611'],
    ['0.0061', '0.1718'],
  ]);
});

it("gives Newcombe's interval of a difference as his paper has it for 56 of 70 less 48 of 80, and 10 of 10 less 0 of 10", () => {
  const { difference, low, high } = newcombe({ count: 56, of: 70 }, { count: 48, of: 80 });
  expect([difference, low, high].map((each) => each.toFixed(4))).toEqual(['0.2000', '0.0524', '0.3339']);
  const whole = newcombe({ count: 10, of: 10 }, { count: 0, of: 10 });
  expect([whole.low.toFixed(4), whole.high.toFixed(4)]).toEqual(['0.6075', '1.0000']);
});

it('keeps every interval between nothing and all, around its share', () => {
  const group = fc.nat(1000).chain((of) => fc.record({ count: fc.nat(of), of: fc.constant(of) }));
  fc.assert(
    fc.property(group, (share) => {
      const { low, high } = wilson(share);
      const middle = share.of === 0 ? 0.5 : share.count / share.of;
      return low >= 0 && high <= 1 && low <= middle + 1e-12 && high >= middle - 1e-12;
    }),
  );
});

it.each([
  ['2026-11-28 10:00:00', '2026-11-28 10:00:00'],
  ['2026-11-28T10:00:00.1234567Z', '2026-11-28 10:00:00'],
  ['2026-11-28T10:00:00+09:00', '2026-11-28 01:00:00'],
  ['2026-11-28 23:30 -0130', '2026-11-29 01:00:00'],
  ['11/28/2026 12:05:09 AM', '2026-11-28 00:05:09'],
  ['11/28/2026, 1:05 PM', '2026-11-28 13:05:00'],
  ['03/04/2026 10:00', null],
  ['28.11.2026 10:00', null],
  ['2026-02-30 10:00:00', null],
  ['2026-13-01 10:00:00', null],
  ['', null],
])('reads the time %s as %s', (text, expected) => expect(parseTime(text)).toBe(expected));

it('finds who a row is of by the names that consoles give their columns', () => {
  const at = (row: Record<string, string>): unknown => whenceOf(row, columnsOf(Object.keys(row)), false);
  const id = '0A0A0A0A-1111-4222-8333-444444444444';
  expect(at({ 'Device ID': id, 'Device name': 'PC' })).toMatchObject({
    device: id.toLowerCase(),
    kind: 'intune',
    name: '',
  });
  expect(at({ 'Microsoft Entra Device ID': `{${id}}` })).toMatchObject({ device: id.toLowerCase(), kind: 'entra' });
  expect(at({ ResourceID: '16777219' })).toMatchObject({ device: '16777219', kind: 'configmgr' });
  expect(at({ DeviceId: '00000000-0000-0000-0000-000000000000', DeviceName: 'PC' })).toMatchObject({ kind: 'name' });
  expect(at({ DeviceId: "x'); DROP TABLE runs", DeviceName: '' })).toBeNull();
  const named = at({ 'Device Name': 'pc-1' });
  expect(named).toMatchObject({ kind: 'name', device: expect.stringMatching(/^name-[0-9a-f]{32}$/) });
  expect(named).toEqual(at({ 'Device Name': ' PC-1 ' }));
  const row = { 'Device ID': id, 'Azure AD Device ID': 'b'.repeat(8), 'Device name': 'PC-1' };
  expect(aliasesOf(row, columnsOf(Object.keys(row)))).toEqual([
    ...[id.toLowerCase(), 'bbbbbbbb', (named as { device: string }).device, expect.stringMatching(/^file-/)],
  ]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', "=cmd|'/c calc'!A1"])(
  'makes the cell %j text',
  (text) => {
    expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

it('leaves other cells what they are', () => {
  expect([csvCell('a,"b"'), csvCell(-1), csvCell(null), csvCell(['a', 'b']), csvCell('0x80070005')]).toEqual([
    ...['"a,""b"""', '-1', '', 'a b', '0x80070005'],
  ]);
});

it('writes texts and paths as SQL that means them', () => {
  expect(sqlText("it's")).toBe("'it''s'");
  expect(sqlPath("C:\\a[1]\\*'?")).toBe("'C:/a[[]1]/[*]''[?]'");
});

const report = {
  format: 'mendsheet-result/2',
  product: 'windows-update',
  checklist: '0.1.0',
  script: 'diagnose.ps1',
  sha256: 'A'.repeat(64),
  device: 'a'.repeat(32),
  run: '0a0a0a0a-1111-4222-8333-444444444444',
  mode: 'detect',
  startedUtc: '2026-11-28T10:00:00Z',
  finishedUtc: '2026-11-28T10:01:00Z',
  milliseconds: 60_000,
  offsetMinutes: 540,
  bootedUtc: null,
  windows: { build: 26100, revision: 1, edition: 'Professional', kind: 'client' },
  exitCode: 0,
  checks: [],
};

it.each([
  ['notJson', JSON.stringify(report).slice(0, 100)],
  ['notReport', '[]'],
  ['notReport', '{"format":"other/1"}'],
  ['notReport', 'null'],
  ['unknownFormat', JSON.stringify({ ...report, format: 'mendsheet-result/3' })],
  ['invalidReport', JSON.stringify({ ...report, device: 'PC-1' })],
  ['invalidReport', JSON.stringify({ ...report, checks: [{ id: "x'--" }] })],
  ['invalidReport', JSON.stringify({ ...report, startedUtc: 'yesterday' })],
])('refuses a report as %s', (reason, text) => expect(readReport(text)).toBe(reason));

it('takes a report of format 2 that says what it follows and of which channel it is, and an earlier one that does not', () => {
  expect(readReport(JSON.stringify(report))).toMatchObject({ follows: null, channel: null });
  const follows = '0B0B0B0B-1111-4222-8333-444444444444';
  const later = readReport(JSON.stringify({ ...report, follows, channel: 'manual' }));
  if (typeof later === 'string') throw new Error(later);
  expect(rowOfReport(later, 'a.json', false)).toMatchObject({ follows: follows.toLowerCase(), channel: 'manual' });
  for (const wrong of [{ follows: "x'--" }, { channel: '=cmd' }])
    expect(readReport(JSON.stringify({ ...report, ...wrong }))).toBe('invalidReport');
});

it('takes a report of format 2, with or without a PC', () => {
  expect(readReport(`\ufeff${JSON.stringify(report)}`)).toMatchObject({ device: report.device });
  expect(readReport(JSON.stringify({ ...report, device: null, sha256: null }))).toMatchObject({ device: null });
});
