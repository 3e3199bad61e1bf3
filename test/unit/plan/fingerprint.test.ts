import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { fingerprint } from '../../../src/plan/fingerprint.js';
import { bundled, repository, reviewDay } from '../../compile-bundled.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-fingerprint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
for (const name of ['checks.yaml', 'checks']) cpSync(join(repository, name), join(folder, name), { recursive: true });
const templates = loadTemplates(repository);

/** Unsigned hash and fingerprint of every script and snippet, by path. */
async function textsNow(): Promise<ReadonlyMap<string, { readonly text: string | undefined; readonly print: string }>> {
  const input = { indexPath: join(folder, 'checks.yaml'), templates, version: '0', today: reviewDay };
  const { plan, artefacts, diagnostics } = await compile(
    { ...input, signing: null, development: false },
    { until: 'channels' },
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([]);
  if (!plan) throw new Error('The checklist does not compile.');
  const hashes = new Map(artefacts?.map(({ path, unsignedSha256 }) => [path, unsignedSha256] as const));
  return new Map(
    [...plan.scripts, ...plan.snippets].map((each) => {
      const print = fingerprint(each, plan.catalog);
      return [each.path, { text: hashes.get(each.path), print }] as const;
    }),
  );
}

/** Of the checklist as it is: each edit is taken back, so it stands before every one. */
let before: Awaited<ReturnType<typeof textsNow>>;
beforeAll(async () => {
  before = await textsNow();
});

/** Kinds of edits, each of which changes what is emitted. */
const edits: readonly (readonly [what: string, path: string, from: string, to: string])[] = [
  ['the title of a check', 'checks/basics.yaml', 'title: { en: Clock,', 'title: { en: The clock,'],
  ['why it matters', 'checks/basics.yaml', 'A clock that is hours', 'Any clock that is hours'],
  ['its Japanese title', 'checks/basics.yaml', 'ja: 日付と時刻 }', 'ja: 時刻 }'],
  ['an item number', 'checks/servers.yaml', 'item: 28\n', 'item: 99\n'],
  ['a risk', 'checks/basics.yaml', 'disruption: medium, minutes: 4', 'disruption: low, minutes: 5'],
  ['an argument', 'checks/basics.yaml', 'limit-minutes: 60', 'limit-minutes: 61'],
  ['a sentence', 'checks/basics.yaml', 'No server answered as expected', 'No host answered as expected'],
  ['what it explains', 'checks/basics.yaml', "'0x80247163', ", ''],
  ['a body', 'checks/basics/clock.detect.ps1', '\n', '\n# Another line.\n'],
  ['a body of batch', 'checks/windows-recipes/recipes/service-start-type.repair.cmd', '\n', '\nrem Another line.\n'],
  ['a body of a recipe', 'checks/windows-recipes/recipes/service-start-type.repair.ps1', '\n', '\n# Another line.\n'],
  [
    'a sentence of a recipe',
    'checks/windows-recipes/recipes/service-start-type.yaml',
    'en: The service {Service} is disabled',
    'en: Service {Service} is disabled',
  ],
  ['a meaning of an error code', 'checks/error-codes.csv', ',Agent stopped as it should,', ',Agent stopped,'],
  ['the version', 'checks.yaml', "version: '0.1.0'", "version: '0.1.1'"],
  ['the title of the checklist', 'checks.yaml', 'en: Windows Update,', 'en: Updates,'],
  ['what is repaired by default', 'checks.yaml', '      - bits-rights\n', ''],
  [
    'the order of groups',
    'checks.yaml',
    '  - checks/basics.yaml\n  - checks/network.yaml\n',
    '  - checks/network.yaml\n  - checks/basics.yaml\n',
  ],
];

describe('the fingerprint of a script', () => {
  it.each(edits)('changes with %s, wherever the text does', async (_what, path, from, to) => {
    const original = readFileSync(join(folder, path), 'utf8');
    expect(original).toContain(from);
    writeFileSync(join(folder, path), original.replace(from, to));
    const after = await textsNow().finally(() => writeFileSync(join(folder, path), original));
    const edited = [...after].filter(([each, { text }]) => before.get(each)?.text !== text);
    expect(edited).not.toEqual([]);
    const missed = edited.filter(([each, { print }]) => before.get(each)?.print === print).map(([each]) => each);
    expect(missed).toEqual([]);
  });

  it('is that of before when every edit is taken back', async () => {
    expect(await textsNow()).toEqual(before);
  });

  it('reads a sentence whatever its name is', async () => {
    const { plan } = await bundled();
    const snippet = plan?.snippets.find(({ phase, shell }) => phase === 'detect' && shell === 'ps1');
    if (!plan || !snippet) throw new Error('The bundled checklist has detections to paste.');
    const prints = ['source', 'steps', 'span', 'guard', 'body'].flatMap((name) =>
      ['one', 'other'].map((en) => fingerprint({ ...snippet, says: { [name]: { en, ja: '文' } } }, plan.catalog)),
    );
    expect(new Set(prints).size).toBe(prints.length);
  });
});
