import { unzipSync } from 'fflate';
import { wordsIn } from '../../../src/ir/catalog.js';
import { expect, it } from 'vitest';
import { channels } from '../../../src/channels/list.js';
import { sha256 } from '../../../src/bytes/sha256.js';
import { bundled } from '../../compile-bundled.js';

const artefacts = (await bundled()).artefacts ?? [];
const nameOf = (channel: string): string => `windows-update/windows-update-${channel}.zip`;

it.each(channels.map(({ name }) => name))('%s: one archive holds what the folder holds, byte for byte', (name) => {
  const archive = artefacts.find(({ path }) => path === nameOf(name));
  const content = new Map(Object.entries(unzipSync(archive?.bytes ?? new Uint8Array())));
  const prefix = `windows-update/${name}/`;
  const files = artefacts.filter(({ path }) => path.startsWith(prefix));
  expect(files.length).toBeGreaterThan(1);
  for (const { path, bytes } of files) {
    const found = content.get(`windows-update-${name}/${path.slice(prefix.length)}`);
    expect(found && sha256(found), path).toBe(sha256(bytes));
  }
  expect(content.size).toBe(files.length + 1);
});

it.each(channels.map(({ name, words }) => [name, words] as const))(
  '%s: its README has the steps in each language, and a line a file that sha256sum can read',
  (name, words) => {
    const archive = artefacts.find(({ path }) => path === nameOf(name));
    const readMe = Buffer.from(unzipSync(archive!.bytes)[`windows-update-${name}/README.txt`]!).toString('utf8');
    expect(readMe.startsWith('\ufeff')).toBe(true);
    expect(readMe).not.toMatch(/[^\r]\n|\{Product\}/);
    for (const step of words.steps)
      for (const language of ['en', 'ja', 'de'])
        expect(readMe).toContain(wordsIn(step, language).replaceAll('{Product}', 'windows-update'));
    for (const { path, sha256: hash } of artefacts)
      if (path.startsWith(`windows-update/${name}/`)) expect(readMe).toContain(hash);
  },
);

it.each(channels.map(({ name }) => name))('E97 lists every file once, under a name of the product: %s', (name) => {
  const archive = artefacts.find(({ path }) => path === nameOf(name));
  const readMe = Buffer.from(unzipSync(archive!.bytes)[`windows-update-${name}/README.txt`]!).toString('utf8');
  const listed = Array.from(readMe.matchAll(/^[0-9a-f]{64} +\d+ (.+)\r$/gm), ([, path = '']) => path.toLowerCase());
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.filter((path, at) => listed.indexOf(path) !== at)).toEqual([]);
  const archives = artefacts.filter(({ path }) => path.endsWith('.zip')).map(({ path }) => path.toLowerCase());
  expect(archives.filter((path) => path === nameOf(name))).toHaveLength(1);
});
