import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pageSums, signPage } from '../src/assemble/sign-page.js';
import { signProduct } from '../src/assemble/sign-product.js';
import { sumsText } from '../src/assemble/manifest.js';
import { sha256 } from '../src/bytes/sha256.js';
import { compileChecklist } from '../src/cli/open-checklist.js';
import { comparePage, compareWithRebuild } from '../src/cli/rebuild.js';
import { readDist, readFolder, verifyPage, verifyProduct } from '../src/cli/verify-folder.js';
import { writeDist } from '../src/emit/write-dist.js';
import type { OutputFile } from '../src/ir/artefact.js';
import type { Manifest } from '../src/ir/manifest.js';
import { signScript } from '../src/sign/authenticode/sign-script.js';
import { stripBlock } from '../src/sign/authenticode/signature-block.js';
import { createDevelopmentKey } from '../src/sign/x509/development-certificate.js';
import { readPemSigner } from '../src/sign/keys/pem.js';
import type { Signer } from '../src/sign/keys/signer.js';

/**
 * Whoever holds the key, or has got into the computer that signs, can sign what he likes. Here he does: every file is listed and every
 * signature is right, so that nothing but a rebuild tells.
 */
const work = mkdtempSync(join(tmpdir(), 'mendsheet-rebuild-'));
const index = join(work, 'checks.yaml');
const dist = join(work, 'dist');
let signer: Signer;
let built: readonly OutputFile[];

beforeAll(async () => {
  mkdirSync(join(work, 'checks/services'), { recursive: true });
  writeFileSync(index, indexText);
  writeFileSync(join(work, 'checks/services/spooler.detect.ps1'), 'New-Finding -Status Ok\n');
  writeFileSync(join(work, 'checks/services.yaml'), groupText);
  const { privateKeyPem, certificatePem } = await createDevelopmentKey({ hostName: 'test', notBefore: new Date() });
  signer = readPemSigner({ key: privateKeyPem, certificates: certificatePem });
  const { files } = await compileChecklist(index, 'assemble', {
    signing: { signer, timestamp: undefined },
    development: true,
  });
  built = files ?? [];
});

beforeEach(() => writeDist(dist, built));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What `verify --rebuild` finds wrong in dist, without and with the rebuild. Paths below dist/. */
async function judge(): Promise<{ readonly plain: readonly string[]; readonly rebuilt: readonly string[] }> {
  const options = { trusted: signer.certificates };
  const { products, page, failures } = readDist(dist);
  const [{ folder, files }] = products as [(typeof products)[number]];
  const inFolder = (found: readonly { readonly path: string }[]) => found.map(({ path }) => `${folder}/${path}`);
  const plain = [...failures, ...verifyPage(page ?? new Map(), [files], options)].map(({ path }) => path);
  const { failures: other, plan } = await compareWithRebuild(files, index);
  // As the command does: a page is made over a product that is whole.
  const ofPage = other.length > 0 ? [] : comparePage(page ?? new Map(), files, plan);
  return {
    plain: [...plain, ...inFolder(verifyProduct(files, options))],
    rebuilt: [...inFolder(other), ...ofPage.map(({ path }) => path)],
  };
}

/** Changes files of the product, then makes manifest, hashes, catalog and page's hashes anew and signs them, as a key holder can. */
async function forge(
  change: (files: Map<string, Uint8Array>) => void | Promise<void>,
  manifestChange: Partial<Manifest> = {},
): Promise<void> {
  const own = built.flatMap(({ path, bytes }) => (path.startsWith('trial/') ? [[path.slice(6), bytes] as const] : []));
  const files = new Map<string, Uint8Array>(own);
  const manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString('utf8')) as Manifest;
  for (const path of ['manifest.json', 'SHA256SUMS', 'SHA256SUMS.p7s', 'trial.cat']) files.delete(path);
  await change(files);
  const entries = [...files].map(([path, bytes]) => ({
    ...manifest.files.find((entry) => entry.path === path),
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
    signed: path.endsWith('.ps1'),
  }));
  entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  const own2 = { ...manifest, ...manifestChange, files: manifestChange.files ?? entries };
  const text = Buffer.from(`${JSON.stringify(own2, null, 2)}\n`);
  files.set('manifest.json', text);
  files.set('SHA256SUMS', Buffer.from(sumsText([...entries, { path: 'manifest.json', sha256: sha256(text) }])));
  const listed = [...files].map(([path, bytes]) => ({ path, bytes }));
  const signed = await signProduct(listed, 'trial.cat', { signer, timestamp: undefined });
  await writePage(
    signed.map(({ path, bytes }) => ({ path: `trial/${path}`, bytes })),
    (page) => page,
  );
}

async function writePage(
  product: readonly OutputFile[],
  change: (page: readonly OutputFile[]) => readonly OutputFile[],
): Promise<void> {
  const page = built.filter(({ path }) => !path.startsWith('trial/') && !path.startsWith('SHA256SUMS'));
  const sums = product.filter(({ path }) => path === 'trial/SHA256SUMS');
  await writeDist(dist, [...product, ...(await signPage(change(page), sums, { signer, timestamp: undefined }))]);
}

const productOf = (): readonly OutputFile[] => built.filter(({ path }) => path.startsWith('trial/'));

describe('verify --rebuild', () => {
  it('finds nothing in what was built', async () => {
    expect(await judge()).toEqual({ plain: [], rebuilt: [] });
    await forge(() => {});
    expect(await judge()).toEqual({ plain: [], rebuilt: [] });
  });

  it.each([
    'helper.bat',
    'tools/run.exe',
    'module.psm1',
    'run.vbs',
    'autorun.inf',
    'diagnose.ps1.lnk',
    'desktop.ini',
    '.hidden',
    'no-extension',
    'checks/desktop.ini',
    'Diagnose.ps1x',
    'trial.cat.bak',
    'other.cat',
    'SHA256SUMS.p7s.txt',
    'diagnose.cmd ',
    'sbom.json',
    'index.html',
    '__proto__',
  ])('refuses a planted %j', async (name) => {
    await forge((files) => void files.set(name, Buffer.from('start calc.exe\r\n')));
    const { plain, rebuilt } = await judge();
    expect(plain).toEqual([]);
    expect(rebuilt).toEqual(expect.arrayContaining([`trial/${name}`, 'trial/manifest.json']));
  });

  it('refuses a change of any file, and each that is not there', async () => {
    const paths = productOf().map(({ path }) => path.slice(6));
    const made = paths.filter((path) => !/^(?:manifest\.json|SHA256SUMS|.*\.p7s|.*\.cat)$/.test(path));
    expect(made.length).toBeGreaterThan(8);
    for (const path of made) {
      await forge(async (files) => {
        const bytes = files.get(path) ?? Buffer.of();
        const more = Buffer.from(path.endsWith('.json') ? ' ' : '# more\r\n');
        files.set(
          path,
          path.endsWith('.ps1')
            ? await signScript(Buffer.concat([stripBlock(bytes), more]), signer, { programName: 'Trial' })
            : Buffer.concat([bytes, more]),
        );
      });
      const changed = await judge();
      expect([path, changed.plain]).toEqual([path, []]);
      expect(changed.rebuilt).toContain(`trial/${path}`);
      await forge((files) => void files.delete(path));
      expect((await judge()).rebuilt).toContain(`trial/${path}`);
    }
  }, 300_000);

  it.each<[string, Partial<Manifest>]>([
    ['hash of the checklist', { source: '0'.repeat(64) }],
    ['version', { version: '99.0.0' }],
    ['signer', { signer: null }],
    ['more', { note: 'approved' } as Partial<Manifest>],
  ])('refuses a manifest with another %s', async (_, change) => {
    await forge(() => {}, change);
    const { rebuilt } = await judge();
    expect(rebuilt).toContain('trial/manifest.json');
  });

  it('refuses a planted and a changed file of the page', async () => {
    await writePage(productOf(), (page) => [...page, { path: 'assets/more.js', bytes: Buffer.from('alert(1)') }]);
    expect(await judge()).toEqual({ plain: [], rebuilt: ['SHA256SUMS', 'assets/more.js'] });
    await writePage(productOf(), (page) =>
      page.map((file) =>
        file.path === 'index.html' ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.of(32)]) } : file,
      ),
    );
    expect(await judge()).toEqual({ plain: [], rebuilt: ['index.html', 'SHA256SUMS'] });
  });

  it('states the hashes of a page by one function', () => {
    const sums = productOf().filter(({ path }) => path === 'trial/SHA256SUMS');
    const page = built.filter(({ path }) => !path.startsWith('trial/') && !path.startsWith('SHA256SUMS'));
    expect(Buffer.from(pageSums(page, sums).bytes)).toEqual(
      Buffer.from(built.find(({ path }) => path === 'SHA256SUMS')?.bytes ?? []),
    );
  });
});

describe('verify of a folder', () => {
  it.each(['empty', 'trial/empty', 'trial/checks/a/b'])('refuses the empty folder %s', async (path) => {
    mkdirSync(join(dist, path), { recursive: true });
    expect((await judge()).plain).toEqual([path]);
  });

  it.each([
    ['to a file', 'trial/link.ps1', 'diagnose.ps1'],
    ['to a folder', 'trial/link', '..'],
    ['to nothing', 'link', 'nowhere'],
    ['out of the folder', 'trial/hosts', '/etc/hosts'],
  ])('refuses a link %s', async (_, path, target) => {
    symlinkSync(target, join(dist, path));
    expect((await judge()).plain).toEqual([path]);
  });

  it('refuses a listed file that a link stands for', async () => {
    rmSync(join(dist, 'trial/diagnose.cmd'));
    writeFileSync(join(work, 'elsewhere.cmd'), built.find(({ path }) => path === 'trial/diagnose.cmd')?.bytes ?? '');
    symlinkSync(join(work, 'elsewhere.cmd'), join(dist, 'trial/diagnose.cmd'));
    expect((await judge()).plain).toContain('trial/diagnose.cmd');
  });

  // Of these, no catalog can be made, whoever has the key.
  it.each([
    'DIAGNOSE.cmd',
    'diagnose.cmd.',
    'MANIFEST.json',
    'sha256sums',
    '\u200bdiagnose.cmd',
    'checks\\diagnose.cmd',
    '日本語.txt',
    'con.\u001b[2J.cmd',
  ])('refuses the name %j, which Windows or a reader would take for another', async (name) => {
    writeFileSync(join(dist, 'trial', name), 'start calc.exe');
    const { plain, rebuilt } = await judge();
    expect(plain).toContain(`trial/${name}`);
    expect(rebuilt).toEqual([`trial/${name}`]);
  });

  it('refuses a name that is no text', () => {
    writeFileSync(Buffer.concat([Buffer.from(`${dist}/trial/a`), Buffer.of(0xff)]), 'x');
    expect(readFolder(dist).failures).toHaveLength(1);
  });

  it('refuses a copy of a product under another name', async () => {
    const copy = productOf().map(({ path, bytes }) => ({ path: path.replace('trial/', 'copy/'), bytes }));
    await writeDist(dist, [...built, ...copy]);
    const { page } = readDist(dist);
    expect(verifyPage(page ?? new Map(), [], { trusted: signer.certificates }).map(({ path }) => path)).toContain(
      'copy/SHA256SUMS',
    );
  });
});

const indexText = `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts: [{ name: diagnose, phase: detect, editions: [ps1, cmd] }]
include: [checks/services.yaml]
`;

const groupText = `group: services
title: { en: Services, ja: サービス }
checks:
  - id: spooler
    item: 1
    title: { en: Spooler, ja: スプーラー }
    why: { en: W., ja: 理由です。 }
    severity: low
`;
