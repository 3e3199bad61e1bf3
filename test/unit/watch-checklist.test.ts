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
