import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('keeps templates within the width of the house', () => {
  const files = [join('templates', 'ps1'), join('src', 'channels')].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ps1') && !path.startsWith('snippet'))
      .map((path) => join(folder, path)),
  );
  expect(files).toContain(join('src', 'channels', 'gpo', 'install.main.ps1'));
  const wide = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > 115 ? [`${path}:${index + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});
