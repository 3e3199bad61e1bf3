import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

/** The rules of deployment, by number. */
const numbers = [
  ...range(1, 16),
  ...range(20, 26),
  ...range(30, 31),
  ...range(40, 50),
  ...range(60, 62),
  ...range(70, 104),
];

const rows = new Map(
  Array.from(
    readFileSync('docs/channels.md', 'utf8').matchAll(/^\| (E\d{2,3}) +\| ([^|]+?) +\| (.+?) +\|$/gm),
    ([, number = '', , kept = '']) => [number, kept] as const,
  ),
);

/**
 * Names of tests and of groups of them in a file, and rows of the tables that `it.each` takes, which begin with a text. What a comment
 * says is none, and neither is a test that is switched off.
 */
function titlesIn(text: string): readonly string[] {
  const code = text.replace(/\/\*[^]*?\*\/|<#[^]*?#>|^\s*(?:\/\/|#).*$/gm, '');
  const called = code.matchAll(/(?:\b(?:it|describe|describeWithTool)|\))\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1\s*,/g);
  const pester = code.matchAll(/^\s*(?:Describe|Context|It) '((?:[^']|'')*)'(?! -Skip\s)/gm);
  const rows = code.matchAll(/^\s*\[?(['"`].*)$/gm);
  return [
    ...Array.from(called, ([, , title = '']) => title.replace(/\\(.)/g, '$1')),
    ...Array.from(rows, ([, row = '']) => row),
    ...Array.from(pester, ([, title = '']) => title.replaceAll("''", "'")),
  ];
}

function range(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `E${String(from + index).padStart(2, '0')}`);
}

it('has a row for every rule that code or the title of a test names', () => {
  const files = ['src', 'templates', 'test'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((path) => `${root}/${path}`)
      .filter((path) => /\.(?:ts|ps1|hbs|yaml|cmd)$/.test(path) && !/^test\/(?:golden|diagnostics)\//.test(path)),
  );
  const named = files.flatMap((path) =>
    Array.from(
      readFileSync(path, 'utf8').matchAll(/(?:['"`]|\b(?:rule|rules|see) )(E\d{2,3})(?= )/g),
      ([, rule = '']) => ({
        rule,
        path,
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ rule }) => !rows.has(rule))).toEqual([]);
});

it('says of every rule from E78 on where it was read or seen, and when', () => {
  const text = readFileSync('docs/channels.md', 'utf8');
  const undated = numbers
    .filter((number) => Number(number.slice(1)) >= 78)
    .filter(
      (number) =>
        !new RegExp(`^\\| ${number} +\\| [^|]*\\([^|]*(?:20\\d\\d|this project)[^|]*\\) +\\|`, 'm').test(text),
    );
  expect(undated).toEqual([]);
});

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
    expect(titlesIn(readFileSync(path, 'utf8')).filter((title) => title.includes(name))).not.toEqual([]);
  }
});

it('takes the name of a test that runs for one, and nothing else', () => {
  const text = [
    "// it('said', () => {",
    "/* it('also said', () => {",
    ' */',
    "it('runs', () => expect('a value', 'b').toBe(1));",
    "it.skip('is off', () => {});",
    "it.each([['a row', 1]])('runs for %s', (row) => {});",
    "const x = 'no name';",
    "# It 'noted' {",
    "    It 'runs in Pester' {",
    "    It 'is off there' -Skip {",
    "    ['a case', 2],",
  ].join('\n');
  expect(titlesIn(text)).toEqual(['runs', 'runs for %s', "'a case', 2],", 'runs in Pester']);
});
