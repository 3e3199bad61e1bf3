import { renderedText } from '../src/bytes/encode-text.js';
import { renderPlan } from '../src/render/render-plan.js';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Artefact } from '../src/ir/artefact.js';
import { bundled, compileBundled, repository } from './compile-bundled.js';

/**
 * The real product, unsigned, as committed files: what a reviewer reads to see what changes on people's computers.
 * Every script of a checklist is built from the same parts, so the six main ones and one of each other kind stand for all;
 * a set of another language has the same parts again, so one of its scripts does.
 */
const golden = [
  'windows-update/diagnose.ps1',
  'windows-update/diagnose.cmd',
  'windows-update/reset-components.ps1',
  'windows-update/reset-components.cmd',
  'windows-update/collect-logs.ps1',
  'windows-update/collect-logs.cmd',
  'windows-update/windows-kit.ps1',
  'windows-update/checks/14-download-cache/detect.ps1',
  'windows-update/de/collect-logs.ps1',
  'windows-update/intune/6-msiserver-start-type/detect.ps1',
  'windows-update/intune/6-msiserver-start-type/repair.ps1',
  'windows-update/snippets/6-wuauserv-start-type.ps1.txt',
  'windows-update/snippets/14-download-cache.ps1.txt',
  'windows-update/snippets/14-download-cache.cmd.txt',
];

let artefacts: readonly Artefact[];

beforeAll(async () => {
  const { artefacts: made, diagnostics } = await bundled();
  expect(diagnostics).toEqual([]);
  artefacts = made ?? [];
});

describe('emitted files', () => {
  it.each(golden)('%s is what was reviewed', async (path) => {
    const artefact = artefacts.find((each) => each.path === path);
    const text = Buffer.from(artefact?.bytes ?? []).toString('utf8');
    await expect(text).toMatchFileSnapshot(join(repository, 'test/golden', path));
  });

  it('say what a gallery asks for where a person would get them there: one id a script, in every language', () => {
    const guids = artefacts.flatMap(({ path, bytes }) => {
      const guid = /^\.GUID (\S+)\r$/m.exec(Buffer.from(bytes).toString('utf8'))?.[1];
      return guid === undefined || !path.endsWith('.ps1') ? [] : [[path.replace('/de/', '/'), guid] as const];
    });
    expect(guids.length).toBe(6);
    expect(new Map(guids).size).toBe(3);
    expect(new Set(guids.map(([, guid]) => guid)).size).toBe(3);
  });

  /** PowerShell that people start; services, consoles and cmd.exe take ASCII. */
  const forPeople = /^windows-update\/(?:de\/)?(?:[^/]+|checks\/[^/]+\/[^/]+)\.ps1$/;

  it('are 7-bit ASCII with CRLF and no byte order mark, all but PowerShell for people', () => {
    const texts = artefacts.filter(({ path }) => /\.(?:ps1|cmd|txt)$/.test(path) && !forPeople.test(path));
    const bad = texts.filter(({ bytes }) => !/^(?:[\x20-\x7e]*\r\n)+$/.test(Buffer.from(bytes).toString('latin1')));
    expect(texts.length).toBeGreaterThan(100);
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it('are UTF-8 with CRLF and one byte order mark where they are PowerShell for people', () => {
    const texts = artefacts.filter(({ path }) => forPeople.test(path));
    const whole = /^\ufeff(?:[^\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\ufffd]*\r\n)+$/u;
    const bad = texts.filter(({ bytes }) => !whole.test(Buffer.from(bytes).toString('utf8')));
    expect(texts.length).toBeGreaterThan(60);
    expect(bad.map(({ path }) => path)).toEqual([]);
  });

  it.each(golden.filter((path) => forPeople.test(path)))(
    '%s says in its first 60 lines what it is, in its other language',
    (path) => {
      const text = Buffer.from(artefacts.find((each) => each.path === path)?.bytes ?? []).toString('utf8');
      const words = path.startsWith('windows-update/de/')
        ? /: sammelt Protokolle in einer ZIP-Datei/
        : /[\u3040-\u30ff]{3}.*\u3002/;
      expect(text.split('\r\n', 60).join('\n')).toMatch(words);
    },
  );

  it('hide no words: nothing decodes what it says', () => {
    const scripts = artefacts.filter(({ path }) => path.endsWith('.ps1'));
    const decoding = scripts.filter(({ bytes }) =>
      // Keys of an encrypted app, and scripts as Intune gives them back, are no words of ours.
      /UTF7|ConvertFrom-StringData|FromBase64String(?!\(\$(?:keys\.|content\)))|Unescape/i.test(
        Buffer.from(bytes).toString('utf8'),
      ),
    );
    expect(decoding.map(({ path }) => path)).toEqual([]);
  });

  it('say keys and English alone where they are scripts of channels', () => {
    const scripts = artefacts.filter(({ path }) => path.endsWith('.ps1') && !forPeople.test(path));
    const others = scripts.filter(({ bytes }) =>
      /'(?:ja|de)'|Get-UICulture/.test(Buffer.from(bytes).toString('latin1')),
    );
    expect(others.map(({ path }) => path)).toEqual([]);
  });

  // 422,500 and 332,500 bytes with a signature and its timestamp, which take up to 10,000 bytes. A diagnosis tells causes apart
  // and says what is to be done for each, in two languages; a repair has the table of error codes, since it tells what
  // failed by them.
  it.each([
    ['windows-update/diagnose.ps1', 412_500],
    ['windows-update/reset-components.ps1', 322_500],
    ['windows-update/de/diagnose.ps1', 412_500],
    ['windows-update/de/reset-components.ps1', 322_500],
  ])('%s leaves room for its signature within its limit', (path, limit) => {
    expect(artefacts.find((each) => each.path === path)?.bytes.length).toBeLessThanOrEqual(limit);
  });

  it('are made of pieces that fill whole lines where scripts share them, since lines are looked at piece by piece', async () => {
    const { plan } = await bundled();
    if (!plan) throw new Error('there is no plan');
    const torn: string[] = [];
    for (const { path, pieces } of renderPlan(plan, { version: '0.1.0', developmentCertificate: false }).value) {
      const text = renderedText({ pieces });
      let start = 0;
      for (const piece of pieces) {
        const end = start + piece.text.length;
        const isWhole =
          /^\n?$/.test(text.slice(Math.max(0, start - 1), start)) && /^\n?$/.test(text.slice(end, end + 1));
        if (piece.blocks.length > 0 && !isWhole) torn.push(`${path}: ${piece.text.slice(0, 60)}`);
        start = end;
      }
    }
    expect(torn).toEqual([]);
  });

  it('are the same bytes in a second build', async () => {
    const { artefacts: again } = await compileBundled();
    expect(again?.map(({ path, sha256 }) => [path, sha256])).toEqual(
      artefacts.map(({ path, sha256 }) => [path, sha256]),
    );
  });
});
