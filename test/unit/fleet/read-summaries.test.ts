import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summariesOfFile, type FoundSummary } from '../../../src/fleet/read-summaries.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mendsheet-decode-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (verdict: string, entry = 'a=O'): string =>
  `mendsheet/1 windows-update 0.1.0 detect 26100.1 ${verdict} | ${entry} | ${verdict}`;

async function read(content: string | Buffer): Promise<readonly FoundSummary[]> {
  const path = join(folder, 'given');
  writeFileSync(path, content);
  const found: FoundSummary[] = [];
  for await (const summary of summariesOfFile(path)) found.push(summary);
  return found;
}

/** Two columns of output, as the device status of a remediation has them. */
const header =
  'DeviceId,DeviceName,PreRemediationDetectionScriptOutput,PostRemediationDetectionScriptOutput,ModifiedTime';
const table = [
  header,
  `id-1,PC-1,"${line('Problem', 'a=P:full')}","${line('Ok')}",2026-11-28 10:00:00`,
  `id-2,"PC ""two"", spare","${line('Ok')}",,2026-11-28 11:00:00`,
  'id-3,PC-3,No output,,2026-11-28 12:00:00',
  '',
].join('\r\n');

it.each([
  ['UTF-8', Buffer.from(table)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${table}`)],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${table}`, 'utf16le')],
])('keeps device, time, and whether it was before or after the repair: %s', async (_, bytes) => {
  const found = await read(bytes);
  expect(found.map(({ column, verdict, row }) => [row?.['DeviceName'], column, verdict])).toEqual([
    ['PC-1', 'PreRemediationDetectionScriptOutput', 'Problem'],
    ['PC-1', 'PostRemediationDetectionScriptOutput', 'Ok'],
    ['PC "two", spare', 'PreRemediationDetectionScriptOutput', 'Ok'],
  ]);
  expect(found[0]?.row).toEqual({ DeviceId: 'id-1', DeviceName: 'PC-1', ModifiedTime: '2026-11-28 10:00:00' });
});

it.each([
  ['Japanese names', 'デバイス名,修復前の検出の出力,修復後の検出の出力', ','],
  ['German names', 'Gerätename,Übersicht,Danach', ','],
  ['a name that is a sign', '#,Device,Post', ','],
  ['what a spreadsheet writes in Germany', 'Gerätename;"Ausgabe; vorher";Danach', ';'],
  ['tabs', 'Device\tBefore\tAfter', '\t'],
])('keeps the device and both sides of a repair in a table with %s', async (_, names, sign) => {
  const output = (text: string): string => `"${text}"`;
  const row = ['PC-1', output(line('Problem', 'a=P:full')), output(line('Ok'))].join(sign);
  const found = await read([names, row, ['PC-2', 'No output', ''].join(sign), ''].join('\r\n'));
  const [device, before, after] = names.split(sign === ';' ? /;(?! )/ : sign).map((name) => name.replaceAll('"', ''));
  expect(found.map(({ column, verdict, row: rest }) => [rest?.[device!], column, verdict])).toEqual([
    ['PC-1', before, 'Problem'],
    ['PC-1', after, 'Ok'],
  ]);
});

it.each(['2026-11-28 10:00, started; run 1', '10:00\tstarted', 'a sentence'])(
  'takes %j for no header: what follows are lines',
  async (first) => {
    const found = await read(`${first}\n${line('Ok')}\nPC, again: ${line('Unknown')}\n`);
    expect(found.map(({ verdict, row }) => [verdict, row])).toEqual([
      ['Ok', undefined],
      ['Unknown', undefined],
    ]);
  },
);

it('tells of each row without a summary', async () => {
  const path = join(folder, 'silent');
  writeFileSync(path, `${table}id-4,PC-4,,,\r\n`);
  let silent = 0;
  for await (const summary of summariesOfFile(path, () => (silent += 1))) void summary;
  expect(silent).toBe(2);
});

it('finds lines in any other text, with what stands around them', async () => {
  const found = await read(`2026-11-28 said: ${line('Ok')}\nnoise\n[${line('Unknown')}]\r\nmendsheet/1 cut`);
  expect(found.map(({ verdict, row }) => [verdict, row])).toEqual([
    ['Ok', undefined],
    ['Unknown', undefined],
  ]);
});

it('passes over a damaged row, a column that is too many, and a line without an end', async () => {
  const damaged = `${table}id-4,PC-4,"never closed ${line('Ok')}\r\n`.replace(',PC-3,', ',PC-3,more,and more,');
  expect((await read(damaged)).filter(({ row }) => row?.['DeviceId'] !== 'id-4').length).toBe(3);
  expect((await read(`${'x'.repeat(3_000_000)}\n${line('Ok')}\n`)).length).toBe(1);
  expect(await read('')).toEqual([]);
  expect(await read(Buffer.from([0xff, 0xfe, 0x00]))).toEqual([]);
});

it('reads a table of a large fleet to its end', async () => {
  const row = (device: number): string => `id-${device},PC-${device},"${line('Ok')}","${line('Ok')}",2026-11-28`;
  const found = await read(`${header}\r\n${Array.from({ length: 60_000 }, (_, device) => row(device)).join('\r\n')}`);
  expect(found.length).toBe(120_000);
  expect(found.at(-1)?.row?.['DeviceId']).toBe('id-59999');
});
