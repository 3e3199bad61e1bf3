import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The rules of deployment, by number. */
const numbers = [
  ...range(1, 16),
  ...range(20, 26),
  ...range(30, 31),
  ...range(40, 50),
  ...range(60, 62),
  ...range(70, 86),
];

const rows = new Map(
  Array.from(
    readFileSync('docs/channels.md', 'utf8').matchAll(/^\| (E\d\d) +\| ([^|]+?) +\| (.+?) +\|$/gm),
    ([, number = '', , kept = '']) => [number, kept] as const,
  ),
);

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `E${String(from + index).padStart(2, '0')}`);
}

it('docs/channels.md has a row for every rule', () => {
  expect([...rows.keys()]).toEqual(numbers);
});

it.each(numbers)('%s is kept by tests that exist, or says why it is not for us', (number) => {
  const kept = rows.get(number) ?? '';
  const named = Array.from(kept.matchAll(/`(test\/[^`]+)` "((?:[^"]|"(?! |;|$))*)"/g), ([, path = '', name = '']) => ({
    path,
    name,
  }));
  if (kept.startsWith('Not for us: ')) expect(kept.length).toBeGreaterThan(25);
  else expect(named.length).toBeGreaterThan(0);
  for (const { path, name } of named) {
    expect(existsSync(path)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(name);
  }
});
