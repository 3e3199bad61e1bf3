import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/load/read-csv.js';
import { spanOf } from '../../../src/source/source-tree.js';

const read = (text: string): ReturnType<typeof readCsv> => readCsv({ path: 'x.csv', text });

/** A field as RFC 4180 writes it. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const field = fc.string({ unit: fc.constantFrom('a', 'Z', '0', ',', '"', ' ', '時', '\\', "'", ';') });
const bareField = field.filter((text) => !/[",]/.test(text));

describe('readCsv', () => {
  it('gives back what was written, quoted or not, and knows where each field stands', () => {
    const row = fc.array(
      fc.oneof(
        bareField.map((text) => [text, text]),
        field.map((text) => [text, quoted(text)]),
      ),
      {
        minLength: 3,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), fc.boolean(), (rows, ends) => {
        const lines = rows.map((cells) => cells.map(([, written]) => written).join(','));
        const text = ['a,b,c', ...lines].join('\n') + (ends ? '\n' : '');
        const { value, diagnostics } = read(text);
        expect(diagnostics).toEqual([]);
        const wanted = rows.map(([a, b, c]) => ({ a: a?.[0], b: b?.[0], c: c?.[0] }));
        expect(JSON.parse(JSON.stringify(value?.value))).toEqual({ columns: ['a', 'b', 'c'], rows: wanted });
        rows.forEach((cells, at) => {
          const { start, end } = spanOf(value as NonNullable<typeof value>, ['rows', at, 'b']);
          expect(text.slice(start, end).replaceAll('""', '"')).toBe(cells[1]?.[0]);
        });
      }),
    );
  });

  it('never throws, and says something of every line that it leaves out', () => {
    const hostile = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '\t', '\ud800', '=') });
    fc.assert(
      fc.property(hostile, (text) => {
        const { value, diagnostics } = read(text);
        const rows = value ? (value.value as { rows: unknown[] }).rows.length : 0;
        const lines = text.replace(/\n$/, '').split('\n').length - 1;
        if (rows < lines) expect(diagnostics.length).toBeGreaterThanOrEqual(value ? lines - rows : 1);
      }),
    );
  });

  it('stays in its line when a quotation mark is never closed', () => {
    const { value, diagnostics } = read('a,b\n1,"2\n3,4\n');
    expect(diagnostics.map(({ code, span }) => [code, span.start])).toEqual([['load/csv-syntax', 6]]);
    expect(value?.value).toMatchObject({ rows: [{ a: '3', b: '4' }] });
  });
});
