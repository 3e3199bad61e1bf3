import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CatalogFile, encodeCatalog, readCatalogEntries, signCatalog } from '../../src/sign/catalog/catalog.js';
import { type Certificate, describeCertificate } from '../../src/sign/x509/certificate.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { findDerFault } from '../../src/sign/asn1/strict-der.js';
import { verifyCatalog } from '../../src/sign/catalog/verify-catalog.js';
import { buildDotnetVerifier, runDotnetVerifier } from './support/dotnet.js';
import { developmentSigner, reasonsOf, replaceBytes, sampleScript } from './support/fixtures.js';
import { temporaryFolder } from './support/openssl.js';
import { describeWithTool, missingDotnet, missingOsslsigncode, tryRun } from '../tools.js';

const time = new Date('2026-05-06T07:08:09.123Z');
const files: readonly CatalogFile[] = [
  { path: 'diagnose.ps1', content: sampleScript },
  { path: 'reset-components.cmd', content: Buffer.from('@echo off\r\nexit /b 0\r\n') },
  { path: 'checks/01-clock/detect.ps1', content: Buffer.from('exit 0\r\n') },
  { path: 'checks/02-copy/detect.ps1', content: Buffer.from('exit 0\r\n') },
  { path: 'empty.txt', content: new Uint8Array() },
];

let signer: Signer;
let certificate: Certificate;
let pem: string;
let catalog: Uint8Array;

beforeAll(async () => {
  ({ signer, certificate, pem } = await developmentSigner());
  catalog = await signCatalog(files, signer, { time, programName: 'Mendsheet' });
});

describe('signCatalog', () => {
  it('lists every file by its SHA-256', () => {
    const content = encodeCatalog(files, time);
    expect(findDerFault(content)).toBeUndefined();
    const expected = files.map(({ path, content: bytes }) => {
      const hash = bytes.length === 0 ? '' : createHash('sha256').update(bytes).digest('hex');
      return [path.replaceAll('/', '\\'), hash];
    });
    expect(Object.fromEntries(readCatalogEntries(content))).toEqual(Object.fromEntries(expected));
  });

  it('verifies, and gives the same bytes in any order of files', async () => {
    expect(verifyCatalog(catalog, files, { trusted: [certificate] }).failures).toEqual([]);
    const again = await signCatalog(files, signer, { time, programName: 'Mendsheet' });
    expect(Buffer.compare(again, catalog)).toBe(0);
  });

  it.each(['/absolute.ps1', 'C:\\x.ps1', '..\\x.ps1', 'a/../x.ps1', 'a//x.ps1', 'a/', '.', '日本.ps1', ''])(
    'refuses the path "%s"',
    async (path) => {
      const list = [{ path, content: sampleScript }];
      await expect(signCatalog(list, signer, { time })).rejects.toMatchObject({ code: 'content-invalid' });
    },
  );

  it('verifies over more files than the ASN.1 library reads by itself', async () => {
    const many = Array.from({ length: 400 }, (_, index) => ({
      path: `checks/${index}.ps1`,
      content: Buffer.of(index >> 8, index),
    }));
    const large = await signCatalog(many, signer, { time });
    expect(verifyCatalog(large, many, { trusted: [certificate], at: new Date() }).failures).toEqual([]);
  });

  it('refuses a path that stands twice, and programs', async () => {
    const twice = [...files, { path: 'DIAGNOSE.PS1', content: sampleScript }];
    await expect(signCatalog(twice, signer, { time })).rejects.toThrow(/twice/);
    const program = [{ path: 'a.exe', content: Buffer.from('MZ\x90\x00') }];
    await expect(signCatalog(program, signer, { time })).rejects.toThrow(/another way/);
  });
});

describe('verifyCatalog', () => {
  const verify = (list: readonly CatalogFile[]) => verifyCatalog(catalog, list, { trusted: [certificate] });

  it('names each file that differs', () => {
    const [first, second, ...rest] = files as [CatalogFile, CatalogFile, ...CatalogFile[]];
    const changed = { ...first, content: replaceBytes(first.content, 3, 1, Uint8Array.of(0x21)) };
    const result = verify([changed, ...rest, { path: 'more.cmd', content: sampleScript }]);
    expect(result.failures.map(({ reason, message }) => `${reason}: ${message}`)).toEqual([
      'file-changed: The file "diagnose.ps1" is not the one in the catalog.',
      'file-unlisted: The file "more.cmd" is not in the catalog.',
      `file-missing: The file "${second.path}" of the catalog is not there.`,
    ]);
  });

  it('refuses a catalog of other files, and one of another signer', async () => {
    const other = await signCatalog(files.slice(1), signer, { time });
    expect(reasonsOf(verifyCatalog(other, files, { trusted: [certificate] }))).toEqual(['file-unlisted']);
    const stranger = await developmentSigner();
    const swapped = await signCatalog(files, stranger.signer, { time });
    expect(reasonsOf(verifyCatalog(swapped, files, { trusted: [certificate] }))).toContain('signer-untrusted');
  });

  it('refuses every changed byte', () => {
    const accepted: number[] = [];
    for (let at = 0; at < catalog.length; at++) {
      const bytes = replaceBytes(catalog, at, 1, Uint8Array.of((catalog[at] as number) ^ 0x01));
      if (verifyCatalog(bytes, files, { trusted: [certificate] }).failures.length === 0) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });
});

describe('other programs', () => {
  const folder = temporaryFolder();
  const paths = {
    catalog: join(folder, 'product.cat'),
    ca: join(folder, 'ca.pem'),
    script: join(folder, 'diagnose.ps1'),
  };
  beforeAll(() => {
    writeFileSync(paths.catalog, catalog);
    writeFileSync(paths.ca, pem);
    writeFileSync(paths.script, sampleScript);
  });

  describeWithTool('osslsigncode and catalogs', missingOsslsigncode(), () => {
    it('accepts the catalog, and a script by it', () => {
      const alone = tryRun('osslsigncode', ['verify', '-in', paths.catalog, '-CAfile', paths.ca]);
      expect(alone).toMatch(/^Succeeded$/m);
      const args = ['verify', '-catalog', paths.catalog, '-in', paths.script, '-CAfile', paths.ca];
      expect(tryRun('osslsigncode', args)).toMatch(/^Succeeded$/m);
      writeFileSync(paths.script, 'exit 1\r\n');
      expect(tryRun('osslsigncode', args)).not.toMatch(/^Succeeded$/m);
    });
  });

  describeWithTool('.NET SignedCms and catalogs', missingDotnet(), () => {
    it('accepts the catalog', () => {
      const lines = runDotnetVerifier(buildDotnetVerifier(), ['catalog', paths.catalog]);
      expect(lines).toEqual([`ok ${describeCertificate(certificate).thumbprint}`]);
    });
  });
});
