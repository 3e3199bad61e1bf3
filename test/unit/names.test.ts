import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What people read or run. Tests and what is made from these texts are left out. */
const roots = [
  ...['.ci', '.config', '.github', 'checks', 'docs', 'examples', 'src', 'templates'],
  ...['CHANGELOG.md', 'CONTRIBUTING.md', 'README.md', 'action.yml', 'checks.yaml', 'package.json'],
];

const files = roots.flatMap((root) =>
  statSync(root).isDirectory()
    ? readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((path) => join(root, path))
        .filter((path) => !/(?:^|\/)(?:node_modules|dist)\//.test(path) && statSync(path).isFile())
    : [root],
);

/** npx and its like, options, and the program by its bare name: the registry would be asked for a name that is not ours. */
const bareName = /\b(?:npx|npm (?:exec|x|install|i)|pnpm dlx|yarn dlx|bunx)(?:\s+-\S+)*\s+"?mendsheet\b/;

it.each([
  ['npx mendsheet check', true],
  ['npx --yes mendsheet@0.1.0 check', true],
  ['npm exec -- mendsheet check', true],
  ['npm install --global mendsheet', true],
  ['npx --no @mendsheet/cli check', false],
  ['mendsheet check', false],
])('the search finds in "%s": %s', (text, found) => {
  expect(bareName.test(text)).toBe(found);
});

it('tells nobody to get the program by a name that is not ours', () => {
  expect(files.length).toBeGreaterThan(500);
  const lines = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (bareName.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(lines).toEqual([]);
});
