import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const files = [join('templates', 'ps1'), join('src', 'channels')].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ps1') && !path.startsWith('snippet'))
    .map((path) => join(folder, path)),
);

it('keeps templates within the width of the house', () => {
  expect(files).toContain(join('src', 'channels', 'gpo', 'install.main.ps1'));
  const wide = files.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > 115 ? [`${path}:${index + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});

it('reads no member by ForEach-Object -MemberName, which gives nothing under -WhatIf', () => {
  expect(files.filter((path) => /\s-MemberName\b/.test(readFileSync(path, 'utf8')))).toEqual([]);
});
