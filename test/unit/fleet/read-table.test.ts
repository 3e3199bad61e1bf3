import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowsOfTable, separatorOf, type Separator } from '../../../src/fleet/read-table.js';
import { textOfBytes } from '../../../src/fleet/read-text.js';

async function* inPieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(
  text: string,
  separator: Separator = ',',
  length = 1 << 20,
): Promise<{ readonly rows: readonly (readonly string[])[]; readonly damaged: number }> {
  const rows: (readonly string[])[] = [];
  let damaged = 0;
  for await (const row of rowsOfTable(inPieces(text, length), separator, () => (damaged += 1)))
    rows.push(Object.values(row));
  return { rows, damaged };
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

it('gives each cell as it was, whatever it holds, in whatever pieces the text comes', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', '\r\n', 'é', '修', ' ', '=') });
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom<Separator>(',', ';', '\t'),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.integer({ min: 1, max: 40 }),
      fc.boolean(),
      async (cells, separator, lineEnd, length, isEnded) => {
        // Cells that need no quotes stand without them in half of the rows.
        const line = (row: readonly string[], at: number): string =>
          row.map((one) => (at % 2 === 0 || !/^[aé修 =]*$/.test(one) ? quoted(one) : one)).join(separator);
        const text = [['A', 'B', 'C'].join(separator), ...cells.map(line)].join(lineEnd) + (isEnded ? lineEnd : '');
        expect(await read(text, separator, length)).toEqual({ rows: cells, damaged: 0 });
      },
    ),
  );
});

it('gives a short row all columns, whichever row it is, and takes cells without a column for nothing', async () => {
  const { rows } = await read('A,B,C\r\n1\r\n1,2,3,4\r\n');
  expect(rows).toEqual([
    ['1', '', ''],
    ['1', '2', '3'],
  ]);
});

it.each([
  ['never closed', 'id-1,"never closed\nid-2,"two","2"\nid-3,"three",3\n', 1],
  ['closed and opened again', 'id-1,"one\nid-2,"a","b"\nid-3,"three",3\n', 1],
  ['with a quote for an inch', 'id-1,"13" screen",1\nid-2,"two",2\nid-3,"three",3\n', 0],
])('a row whose quote is %s takes nothing of another PC', async (_, rest, damaged) => {
  for (const length of [1, 7, 1000]) {
    const found = await read(`Id,Said,Time\n${rest}`, ',', length);
    expect(found.damaged).toBe(damaged);
    for (const row of found.rows) expect(row.filter((cell) => cell.includes('id-'))).toHaveLength(1);
    expect(found.rows.at(-1)).toEqual(['id-3', 'three', '3']);
  }
});

it('passes over a row that is longer than any is, and takes the next one', async () => {
  const found = await read(`A,B\n1,"${'x'.repeat(3_000_000)}"\n2,"y"\n3,${'z'.repeat(3_000_000)}\n4,w\n`);
  expect(found).toEqual({
    rows: [
      ['2', 'y'],
      ['4', 'w'],
    ],
    damaged: 2,
  });
  expect(await read(`${'A,'.repeat(2_000_000)}\n1,2\n`)).toEqual({ rows: [], damaged: 1 });
});

it('looks at no text more than twice, however its quotes stand', async () => {
  for (const unit of ['a,""x\n', 'a,"b\n', '"\n', 'a,"b"c\n', ',', '"a"a', '\n']) {
    const text = `A,B\n${unit.repeat(400_000 / unit.length)}`;
    let rows = 0;
    for await (const row of rowsOfTable(inPieces(text, 1 << 20), ',')) rows += Number(row !== null);
    expect(rows).toBeLessThanOrEqual(400_000);
  }
});

it.each(['utf8', 'utf16le', 'utf16be'] as const)('reads %s with a mark and without', async (encoding) => {
  const encode = (text: string): Buffer =>
    encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, encoding);
  for (const mark of ['', '\ufeff']) {
    let text = '';
    for await (const piece of textOfBytes(encode(`${mark}Gerät,修復\r\n`))) text += piece;
    expect([mark, text]).toEqual([mark, 'Gerät,修復\r\n']);
  }
});

it('knows the sign of a table, and a log as none', () => {
  expect(['A,B', 'A;B', 'A\tB', '"A;B",C'].map(separatorOf)).toEqual([',', ';', '\t', ',']);
  expect(['A', '10:00,started', 'mendsheet/1 a,b'].map(separatorOf)).toEqual([null, null, null]);
});
