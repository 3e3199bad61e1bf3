import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Artefact } from '../src/ir/artefact.js';
import { compileBundled, repository } from './compile-bundled.js';

/**
 * The real product, unsigned, as committed files: what a reviewer reads to see what changes on people's computers.
 * Every script of a checklist is built from the same parts, so the six main ones and one of each other kind stand for all.
 */
const golden = [
  'windows-update/diagnose.ps1',
  'windows-update/diagnose.cmd',
  'windows-update/reset-components.ps1',
  'windows-update/reset-components.cmd',
  'windows-update/collect-logs.ps1',
  'windows-update/collect-logs.cmd',
  'windows-update/checks/14-download-cache/detect.ps1',
  'windows-update/intune/6-msiserver-start-type/detect.ps1',
  'windows-update/intune/6-msiserver-start-type/repair.ps1',
  'windows-update/snippets/6-wuauserv-start-type.ps1.txt',
  'windows-update/snippets/14-download-cache.ps1.txt',
  'windows-update/snippets/14-download-cache.cmd.txt',
];

let artefacts: readonly Artefact[];

beforeAll(async () => {
  const { artefacts: made, diagnostics } = await compileBundled();
  expect(diagnostics).toEqual([]);
  artefacts = made ?? [];
});

describe('emitted files', () => {
  it.each(golden)('%s is what was reviewed', async (path) => {
    const artefact = artefacts.find((each) => each.path === path);
    const text = Buffer.from(artefact?.bytes ?? []).toString('latin1');
    await expect(text).toMatchFileSnapshot(join(repository, 'test/golden', path));
  });

  it('are 7-bit ASCII with CRLF and no byte order mark', () => {
    const texts = artefacts.filter(({ path }) => /\.(?:ps1|cmd|txt)$/.test(path));
    const bad = texts.filter(({ bytes }) => !/^(?:[\x20-\x7e]*\r\n)+$/.test(Buffer.from(bytes).toString('latin1')));
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  // 280,000 and 220,000 bytes with a signature and its timestamp, which take up to 10,000 bytes.
  it.each([
    ['windows-update/diagnose.ps1', 270_000],
    ['windows-update/reset-components.ps1', 210_000],
  ])('%s leaves room for its signature within its limit', (path, limit) => {
    expect(artefacts.find((each) => each.path === path)?.bytes.length).toBeLessThanOrEqual(limit);
  });

  it('are the same bytes in a second build', async () => {
    const { artefacts: again } = await compileBundled();
    expect(again?.map(({ path, sha256 }) => [path, sha256])).toEqual(
      artefacts.map(({ path, sha256 }) => [path, sha256]),
    );
  });
});
