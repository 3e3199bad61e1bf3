import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('keeps templates within the width of the house', () => {
  const folder = join('templates', 'ps1');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ps1') && !path.startsWith('snippet'),
  );
  const wide = files.flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > 115 ? [`${path}:${index + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});
