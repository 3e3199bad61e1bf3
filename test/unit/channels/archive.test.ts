import { unzipSync, zipSync } from 'fflate';
import { wordsIn } from '../../../src/ir/catalog.js';
import { describe, expect, it } from 'vitest';
import { archivedScripts } from '../../../src/channels/archive.js';
import { channels } from '../../../src/channels/list.js';
import { sha256 } from '../../../src/bytes/sha256.js';
import { bundled } from '../../compile-bundled.js';

const { artefacts: made, plan } = await bundled();
const artefacts = made ?? [];
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

it('the scripts of each check alone are in an archive of the check, byte for byte, under the names by which they call each other', () => {
  const singles = (plan?.scripts ?? []).filter(({ role }) => role.kind === 'single');
  expect(singles.length).toBeGreaterThan(70);
  const archives = artefacts.filter(({ path }) => /^windows-update\/checks\/[^/]+\.zip$/.test(path));
  const members = archives.flatMap(({ path, bytes }) =>
    Object.entries(unzipSync(bytes)).map(
      ([name, own]) => [`${path.replace(/\.zip$/, '')}/${name}`, sha256(own)] as const,
    ),
  );
  const expected = singles.map(({ path }) => [path, artefacts.find((each) => each.path === path)!.sha256] as const);
  expect(new Map(members)).toEqual(new Map(expected));
  expect(members.length).toBe(expected.length);
});

describe('reading scripts out of an archive that anybody may have made', () => {
  const read = (archive: Uint8Array, name = 'windows-update-intune.zip'): readonly string[] => [
    ...archivedScripts(plan!, new Map([[name, archive]])).keys(),
  ];
  const script = new Uint8Array(Buffer.from('exit 0'));
  const wanted = 'windows-update/intune/all/detect.ps1';

  it('gives those that the plan has there, by their path below dist/, and no other', () => {
    const archive = zipSync({
      'windows-update-intune/all/detect.ps1': script,
      'windows-update-intune/all/other.ps1': script,
      'windows-update-rmm/14-download-cache/detect.ps1': script,
      '../windows-update-intune/all/detect.ps1': script,
      'intune/all/detect.ps1': script,
      'detect.ps1': script,
    });
    expect(read(archive)).toEqual([wanted]);
    expect(read(archive, 'windows-update-rmm.zip')).toEqual(['windows-update/rmm/14-download-cache/detect.ps1']);
    expect(read(archive, 'checks/14-download-cache.zip')).toEqual([
      'windows-update/checks/14-download-cache/detect.ps1',
    ]);
    expect(read(archive, 'other.zip')).toEqual([]);
  });

  it('unpacks nothing that is larger than any script', () => {
    const large = zipSync({ 'windows-update-intune/all/detect.ps1': new Uint8Array(10_000_001) });
    expect(read(large)).toEqual([]);
  });

  it('gives nothing where it cannot read', () => {
    const archive = zipSync({ 'windows-update-intune/all/detect.ps1': script });
    expect(read(new Uint8Array())).toEqual([]);
    expect(read(archive.slice(0, 40))).toEqual([]);
    expect(read(archive.slice(0, -10))).toEqual([]);
  });
});

it.each(channels.map(({ name }) => name))('E97 lists every file once, under a name of the product: %s', (name) => {
  const archive = artefacts.find(({ path }) => path === nameOf(name));
  const readMe = Buffer.from(unzipSync(archive!.bytes)[`windows-update-${name}/README.txt`]!).toString('utf8');
  const listed = Array.from(readMe.matchAll(/^[0-9a-f]{64} +\d+ (.+)\r$/gm), ([, path = '']) => path.toLowerCase());
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.filter((path, at) => listed.indexOf(path) !== at)).toEqual([]);
  const archives = artefacts.filter(({ path }) => path.endsWith('.zip')).map(({ path }) => path.toLowerCase());
  expect(archives.filter((path) => path === nameOf(name))).toHaveLength(1);
});
