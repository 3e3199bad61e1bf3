import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readingCommands } from '../../src/lint/body-rules.js';

const allowed = [...readingCommands.keys()];
const readList = readFileSync('templates/ps1/parts/capture/Get-ReadList.ps1', 'utf8');
const reckoning = new Set(
  Array.from(
    /\$none = ([^\n]+(?:\n {4}'[^\n]+)*)/.exec(readList)?.[1]?.matchAll(/'([^']+)'/g) ?? [],
    ([, name]) => name,
  ),
);
/** What a recording keeps of the commands that bodies may call. */
const recorded = allowed.filter((name) => !reckoning.has(name));

it('knows which commands only reckon', () => {
  expect(reckoning.size).toBeGreaterThan(15);
  expect(recorded).toContain('Get-CimInstance');
});

it('has no read behind a pipe, which a recording would not see', () => {
  const files = [
    ...readdirSync('checks', { recursive: true, encoding: 'utf8' }).map((path) => join('checks', path)),
    ...readdirSync('templates/ps1/parts/runtime', { recursive: true, encoding: 'utf8' }).map((path) =>
      join('templates/ps1/parts/runtime', path),
    ),
  ].filter((path) => path.endsWith('.ps1') && !path.includes('scenarios'));
  const behind = new RegExp(`\\|\\s*(?:${recorded.join('|')})\\b`, 'i');
  expect(files.length).toBeGreaterThan(80);
  expect(files.filter((path) => behind.test(readFileSync(path, 'utf8')))).toEqual([]);
});
