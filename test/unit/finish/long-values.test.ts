import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compile, type Compiled } from '../../../src/compile.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { repository } from '../../compile-bundled.js';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-long-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The longest name of its kind. */
const name = (begins: string, length = 60): string => `${begins}-${'abcdefghi-'.repeat(9)}`.slice(0, length - 1) + 'z';
const english = (length: number): string =>
  `${'Wordword '
    .repeat(200)
    .slice(0, length - 1)
    .trimEnd()}x`.padEnd(length, 'y');
const japanese = (length: number): string => '長い題名。'.repeat(200).slice(0, length);
const words = (length: number): string => `{ en: '${english(length)}', ja: '${japanese(length)}' }`;
const pascal = (kebab: string): string =>
  kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

const [product, group, recipe, argument, reason] = [
  name('product', 40),
  name('group'),
  name('recipe'),
  name('argument'),
  name('reason'),
];
const list = Array.from({ length: 30 }, (_, at) => `'${english(300)}${at}'`).join(', ');
const values = (first: string): string =>
  `{ ${argument}: ${first}, other: '${english(1000)}', list: [${list}], key: 'HKLM:\\${'abc def\\'.repeat(100)}x' }`;

/** No two checks have one title. */
const ofItem = (title: string, item: number): string => title.replace(/^(\{ en: ')[^ ]{3}/, `$1${item}`);

/** A check in which everything is as long as it may be. */
function check(id: string, item: number, how: string, risk: string): string {
  return `  - id: ${id}
    item: ${item}
    title: ${ofItem(words(100), item)}
    why: ${words(900)}
    severity: high
    applies: [feature-upgrade, quality-update]
    where: { builds: { min: 10000, max: 999999 }, edition-ids: [${'A'.repeat(60)}, ${'B'.repeat(60)}, ${'C'.repeat(60)}] }
    needs: [admin, internet]
    risk: ${risk}
    explains: [${Array.from({ length: 16 }, (_, at) => `'0x800700${(at + 16).toString(16)}'`).join(', ')}]
    says: { ${reason}: ${words(900)} }
    answers: [{ reasons: [${reason}], sure: likely, do: ${words(900)} }]
${how}`;
}

const ids = [name('first'), name('second'), name('third')];
const input = name('input');
const standing = JSON.stringify(`${'a'.repeat(38)}${"'".repeat(222)}`);
const parameters = `param(\n    [string] $${pascal(argument)},\n    [string] $Other,\n    [string[]] $List,\n    [string] $Key\n)\n`;
const find = `$key = '${reason}'\nNew-Finding -Status Problem -Reason $key\n`;
const loud = '{ disruption: high, minutes: 1440, restart: true }';
const files: Readonly<Record<string, string>> = {
  'checks.yaml': `product: ${product}
title: ${words(45)}
publisher: '${english(110)}'
version: '100000000.100000000.100000000-betaOfTwentyLetters'
languages: [en, ja]
scripts:
  - { name: ${name('diagnose', 40)}, phase: detect, editions: [ps1, cmd] }
  - { name: ${name('reset', 40)}, phase: repair, editions: [ps1, cmd], defaults: [${ids.join(', ')}] }
  - { name: ${name('collect', 40)}, phase: collect, editions: [ps1] }
applies: { feature-upgrade: ${words(40)}, quality-update: ${words(40)} }
include: [checks/${group}.yaml]
guard: { says: { ${name('busy')}: ${words(900)} } }
`,
  'checks/guard.ps1': `New-GuardStop -Code 14 -Reason '${name('busy')}'\n`,
  [`checks/${group}.yaml`]: [
    `group: ${group}\ntitle: ${words(100)}\nchecks:\n`,
    check(ids[0] as string, 997, `    use: ${recipe}\n    with: ${values(JSON.stringify("x'".repeat(500)))}\n`, loud),
    check(
      ids[1] as string,
      998,
      `    inputs: { ${input}: { matches: '^${'[a-z]'.repeat(38)}.+$', says: ${words(900)}, default: ${standing} } }\n    with: ${values(`{ input: ${input} }`)}\n`,
      loud,
    ),
    check(ids[2] as string, 999, `    with: ${values('1')}\n`, '{ disruption: none, minutes: 1, restart: false }'),
  ].join(''),
  [`checks/recipes/${recipe}.yaml`]: `recipe: ${recipe}
takes:
  ${argument}: { type: string }
  other: { type: string }
  list: { type: string-list }
  key: { type: registry-path }
says: { ${reason}: ${words(900)} }
`,
  [`checks/recipes/${recipe}.detect.ps1`]: `${parameters}${find}`,
  [`checks/recipes/${recipe}.repair.ps1`]: `${parameters}Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\Contoso' -Name 'Other' -Value "REG_SZ:$Other"\n`,
  ...Object.fromEntries(
    ids.slice(1).flatMap((id) => [
      [`checks/${group}/${id}.detect.ps1`, `${parameters}${find}`],
      [
        `checks/${group}/${id}.repair.ps1`,
        `${parameters}Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\Contoso' -Name 'Other' -Value "REG_SZ:$Other"\n`,
      ],
      [`checks/${group}/${id}.collect.ps1`, `${parameters}Add-BundleFile -Path $Other\n`],
    ]),
  ),
};

async function look(): Promise<Compiled> {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return compile(
    {
      indexPath: join(root, 'checks.yaml'),
      templates: loadTemplates(repository),
      version: '10.10.10',
      today: '2026-01-01',
      signing: null,
      development: true,
    },
    { until: 'look', clean: null },
  );
}

it('lets no value of a checklist make a line that is too long in an emitted file', async () => {
  const { diagnostics, plan } = await look();
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, message, span }) => `${code} ${span.source.path} ${message}`)).toEqual([]);
  // All of it was looked at: scripts, those of channels, snippets.
  expect(plan?.scripts.some(({ path }) => path.includes('/intune/'))).toBe(true);
  expect(plan?.snippets).toHaveLength(3);
});

it('says at its line which name or title is too long, and how long it may be', () => {
  const index = files['checks.yaml']?.replace(words(45), words(46)).replace(product, `${product}z`) ?? '';
  const long = (text: string, item: number): string => text.replace(ofItem(words(100), item), ofItem(words(101), item));
  const checks = [997, 998, 999].reduce(long, files[`checks/${group}.yaml`]?.replace(words(100), words(101)) ?? '');
  withFiles({ ...files, 'checks.yaml': index, [`checks/${group}.yaml`]: checks }, (folder) => {
    const said = runFrontEnd(join(folder, 'checks.yaml')).diagnostics.map(({ code, message }) => `${code} ${message}`);
    expect(said).toEqual([
      expect.stringMatching(/^spec\/out-of-range "product" .* 40/),
      ...Array(2).fill(expect.stringMatching(/^spec\/out-of-range .* 45/)),
      ...Array(8).fill(expect.stringMatching(/^spec\/out-of-range .* 100/)),
    ]);
  });
});
