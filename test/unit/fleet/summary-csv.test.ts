import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summariesOfFile } from '../../../src/fleet/read-summaries.js';
import { summaryCsv } from '../../../src/fleet/summary-csv.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mendsheet-decode-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const line = (middle: string, verdict = 'Problem'): string =>
  `mendsheet/1 windows-update 0.1.0 repair 26100.1 ${verdict} | ${middle} | ${verdict}`;

async function csvOf(content: string): Promise<readonly string[]> {
  const path = join(folder, 'given');
  writeFileSync(path, content);
  let columns: readonly string[] = [];
  const found = summariesOfFile(
    path,
    () => {},
    (names) => (columns = names),
  );
  const lines: string[] = [];
  for await (const text of summaryCsv(found, () => columns)) lines.push(text);
  return lines.join('').split('\r\n');
}

const own =
  'product,checklistVersion,mode,build,revision,verdict,notes,column,check,status,reasonKey,hresult,before,outcome';

it('gives a row a check, with device and time of the table, before and after the repair', async () => {
  const table = [
    'DeviceName,Before,After,Time',
    `"PC ""1"", spare",${line('a=P:full:0x80070070 b=P>O/R')},,10:00`,
    `PC-2,${line('a=O', 'Ok')},${line('a=N', 'Ok')},11:00`,
    'PC-3,No output,,12:00',
  ].join('\r\n');
  expect(await csvOf(table)).toEqual([
    `row.DeviceName,row.After,row.Time,${own}`,
    '"PC ""1"", spare",,10:00,windows-update,0.1.0,repair,26100,1,Problem,,Before,a,Problem,full,0x80070070,Problem,None',
    '"PC ""1"", spare",,10:00,windows-update,0.1.0,repair,26100,1,Problem,,Before,b,Ok,,,Problem,Repaired',
    'PC-2,,11:00,windows-update,0.1.0,repair,26100,1,Ok,,Before,a,Ok,,,Ok,None',
    'PC-2,,11:00,windows-update,0.1.0,repair,26100,1,Ok,,After,a,NotApplicable,,,NotApplicable,None',
    '',
  ]);
});

it('gives a row for a run that came to no check, with what was in the way', async () => {
  expect(await csvOf(line('!busy !exit:14'))).toEqual([
    own,
    'windows-update,0.1.0,repair,26100,1,Problem,busy exit:14,,,,,,,',
    '',
  ]);
});

it('lets a spreadsheet run nothing that a device is called', async () => {
  const [head, row] = await csvOf(`=A1,Output\r\n"=cmd|' /C calc'!A0",${line('a=O')}\r\n`);
  expect(head).toMatch(/^row\.=A1,/);
  expect(row).toMatch(/^'=cmd\|/);
});

it('gives nothing, and no header, where there is no summary', async () => {
  expect(await csvOf('a,b\r\n1,2\r\n')).toEqual(['']);
});
