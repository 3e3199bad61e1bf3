import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkProduct } from '../src/assemble/check-product.js';
import { productFiles } from '../src/assemble/product-files.js';
import { readFolder, verifyProduct, type ProductFiles } from '../src/cli/verify-folder.js';
import { memoize } from '../src/source/memoize.js';
import { sha256 } from '../src/bytes/sha256.js';
import { writeDist } from '../src/emit/write-dist.js';
import { signProduct } from '../src/assemble/sign-product.js';
import { createDevelopmentKey } from '../src/sign/x509/development-certificate.js';
import { readPemSigner } from '../src/sign/keys/pem.js';
import type { Signer } from '../src/sign/keys/signer.js';
import { verifyCatalog } from '../src/sign/catalog/verify-catalog.js';
import { compileBundled } from './compile-bundled.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-product-'));
let signer: Signer;
let other: Signer;
let product: ProductFiles;

async function newSigner(): Promise<Signer> {
  const { privateKeyPem, certificatePem } = await createDevelopmentKey({
    hostName: 'test',
    notBefore: new Date('2026-01-01'),
    days: 3650,
  });
  return readPemSigner({ key: privateKeyPem, certificates: certificatePem });
}

async function build(by: Signer): Promise<ProductFiles> {
  const { artefacts } = await compileBundled({ signer: by, timestamp: undefined });
  const shared = {
    product: 'windows-update',
    version: '0.1.0',
    compiler: '0.1.0',
    source: '0'.repeat(64),
    signer: null,
    companions: new Map([['result.schema.json', '{}\n']]),
    packages: [],
  };
  const files = productFiles({ ...shared, artefacts: artefacts ?? [] });
  const signed = await signProduct(files, 'windows-update.cat', { signer: by, timestamp: undefined });
  await writeDist(folder, signed);
  return readFolder(folder).files;
}

beforeAll(async () => {
  signer = await newSigner();
  other = await newSigner();
  product = await build(signer);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = new Date('2026-06-01');
const verify = (files: ProductFiles): readonly string[] =>
  verifyProduct(files, { trusted: signer.certificates, at }).map(({ path }) => path);

// Each round changes one file; the others are the same objects as before.
const hashOf = memoize((bytes: Uint8Array) => sha256(bytes));

function changed(path: string, change: (bytes: Buffer) => Uint8Array): ProductFiles {
  return new Map([...product, [path, change(Buffer.from(product.get(path) ?? []))]]);
}

describe('a whole product', () => {
  it('verifies as it was built', () => expect(verify(product)).toEqual([]));

  it('is refused after any change of a single byte of any file', () => {
    const paths = [...product.keys()];
    const bare = new Set(['windows-update.cat', 'SHA256SUMS.p7s']);
    let tried = 0;
    for (let round = 0; round < 1_500; round++) {
      // Some go to the two files that the manifest does not list, which only signatures protect.
      const path = (round % 25 === 0 ? [...bare][round % 2] : paths[randomInt(paths.length)]) as string;
      const files = changed(path, (bytes) => mutate(bytes, round % 3));
      const faults = bare.has(path) ? catalogFaults(files) : checkProduct(files, hashOf).length;
      if (faults === 0) throw new Error(`a change of ${path} went unnoticed`);
      tried++;
    }
    expect(tried).toBe(1_500);
  });

  it('is refused with a catalog, hashes and manifest that another key signed', async () => {
    const foreign = await build(other);
    for (const path of ['windows-update.cat', 'SHA256SUMS.p7s', 'diagnose.ps1']) {
      expect(verify(new Map([...product, [path, foreign.get(path) ?? new Uint8Array()]]))).toContain(path);
    }
  });

  it('is refused with a file too many or too few', () => {
    expect(verify(new Map([...product, ['extra.cmd', Buffer.from('echo')]]))).toEqual(
      expect.arrayContaining(['extra.cmd', 'windows-update.cat']),
    );
    const fewer = new Map(product);
    fewer.delete('diagnose.cmd');
    expect(verify(fewer)).toEqual(expect.arrayContaining(['diagnose.cmd', 'windows-update.cat']));
  });

  it('is refused once the certificate has expired, since nothing is timestamped', () => {
    const late = verifyProduct(product, { trusted: signer.certificates, at: new Date('2037-01-01') });
    expect(new Set(late.map(({ path }) => path)).size).toBeGreaterThan(20);
  });

  it('is refused for another publisher, though the authority is trusted', () => {
    const faults = verifyProduct(product, {
      trusted: signer.certificates,
      at,
      publisher: { subject: 'CN=Somebody', issuer: 'CN=Else' },
    });
    expect(faults.length).toBeGreaterThan(20);
  });
});

function catalogFaults(files: ProductFiles): number {
  const members = [...files]
    .filter(([path]) => path !== 'windows-update.cat')
    .map(([path, content]) => ({ path, content }));
  return verifyCatalog(files.get('windows-update.cat') ?? new Uint8Array(), members, {
    trusted: signer.certificates,
    at,
  }).failures.length;
}

/** Changes, adds or removes one byte at a random place. */
function mutate(bytes: Buffer, kind: number): Buffer {
  const place = randomInt(bytes.length);
  if (kind === 0) {
    bytes[place] = ((bytes[place] ?? 0) + randomInt(1, 256)) & 0xff;
    return bytes;
  }
  const rest = bytes.subarray(kind === 1 ? place + 1 : place);
  return Buffer.concat([bytes.subarray(0, place), kind === 1 ? Buffer.alloc(0) : Buffer.from([randomInt(256)]), rest]);
}
