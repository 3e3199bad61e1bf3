import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { watchChecklist } from '../../src/cli/watch-checklist.js';

let root: string;
let watched: { close(): Promise<void> };
let changes: number;
let told: () => void;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'mendsheet-watch-'));
  mkdirSync(join(root, 'checks/group'), { recursive: true });
  writeFileSync(join(root, 'checks.yaml'), 'a');
  writeFileSync(join(root, 'checks/g.yaml'), 'a');
  changes = 0;
  told = () => {};
  watched = await watchChecklist(join(root, 'checks.yaml'), () => {
    changes += 1;
    told();
  });
});

afterEach(async () => {
  await watched.close();
  rmSync(root, { recursive: true, force: true });
});

/** Makes a change and waits until it was told. */
async function after(change: () => void): Promise<void> {
  const next = new Promise<void>((resolve) => (told = resolve));
  change();
  await next;
}

it('tells of the index, of files in folders, and of files in folders that are new', async () => {
  await after(() => writeFileSync(join(root, 'checks.yaml'), 'b'));
  await after(() => writeFileSync(join(root, 'checks/g.yaml'), 'b'));
  await after(() => mkdirSync(join(root, 'checks/new')));
  await after(() => writeFileSync(join(root, 'checks/new/a.detect.ps1'), 'a'));
  await after(() => rmSync(join(root, 'checks/new/a.detect.ps1')));
  expect(changes).toBeGreaterThan(4);
});

it('goes on telling of a file that an editor replaced', async () => {
  for (const text of ['b', 'c', 'd'])
    await after(() => {
      writeFileSync(join(root, 'checks.yaml.tmp'), text);
      renameSync(join(root, 'checks.yaml.tmp'), join(root, 'checks.yaml'));
    });
  await after(() => writeFileSync(join(root, 'checks.yaml'), 'e'));
  expect(changes).toBeGreaterThan(3);
});

it('tells of files that the index names outside checks/, also where they come later, and of no others', async () => {
  const include = (...paths: readonly string[]): void =>
    writeFileSync(join(root, 'checks.yaml'), `include: [${paths.join(', ')}]\nerror-codes: top.csv\n`);
  mkdirSync(join(root, 'more/deep'), { recursive: true });
  writeFileSync(join(root, 'more/deep/a.yaml'), 'a');
  writeFileSync(join(root, 'more/deep/foreign.yaml'), 'a');
  await after(() => include('more/deep/a.yaml', 'later/b.yaml'));
  await after(() => writeFileSync(join(root, 'more/deep/a.yaml'), 'b'));
  await after(() => writeFileSync(join(root, 'top.csv'), 'a'));
  await after(() => {
    mkdirSync(join(root, 'later'));
    writeFileSync(join(root, 'later/b.yaml'), 'a');
  });
  await after(() => writeFileSync(join(root, 'later/b.yaml'), 'b'));
  await after(() => rmSync(join(root, 'more/deep/a.yaml')));
  const told = changes;
  writeFileSync(join(root, 'more/deep/foreign.yaml'), 'b');
  writeFileSync(join(root, 'foreign.yaml'), 'b');
  await after(() => writeFileSync(join(root, 'checks/g.yaml'), 'c'));
  expect(changes).toBe(told + 1);
});
