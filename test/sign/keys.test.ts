import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { readPfxSigner } from '../../src/sign/keys/pfx.js';
import { SignError } from '../../src/sign/sign-error.js';
import { isSignatureValid } from '../../src/sign/signature/signature.js';
import { readPemCertificates } from '../../src/sign/x509/certificate-pem.js';
import { describeCertificate, parseCertificate } from '../../src/sign/x509/certificate.js';
import { createDevelopmentKey, isDevelopmentCertificate } from '../../src/sign/x509/development-certificate.js';
import { certificateFromPem } from './support/fixtures.js';
import { authorityExtensions, type Issued, type KeyKind, makeCertificate, temporaryFolder } from './support/openssl.js';
import { describeWithTool, missingOpenssl, run } from '../tools.js';

const data = Buffer.from('what is signed');

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof SignError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('a development certificate', () => {
  it('is a self-signed RSA-3072 code signing certificate of two years', async () => {
    const notBefore = new Date('2026-01-02T03:04:05.678Z');
    const key = await createDevelopmentKey({ hostName: 'build-01', notBefore });
    const description = describeCertificate(key.certificate);
    expect(description).toMatchObject({
      subject: 'CN=Mendsheet development certificate (build-01)',
      issuer: 'CN=Mendsheet development certificate (build-01)',
      key: 'RSA 3072',
      uses: ['code signing'],
      isSelfSigned: true,
      isAuthority: false,
      notBefore: new Date('2026-01-02T03:04:05Z'),
      notAfter: new Date('2028-01-02T03:04:05Z'),
    });
    expect(isDevelopmentCertificate(key.certificate)).toBe(true);
    const independent = new X509Certificate(key.certificatePem);
    expect(independent.verify(independent.publicKey)).toBe(true);
    expect(independent.checkPrivateKey(createPrivateKey(key.privateKeyPem))).toBe(true);
    expect(independent.fingerprint.replaceAll(':', '').toLowerCase()).toBe(description.thumbprint);
    expect(independent.fingerprint256.replaceAll(':', '').toLowerCase()).toBe(description.sha256);
    expect(independent.serialNumber.toLowerCase()).toBe(description.serialNumber);
  });

  it('has one spelling only', async () => {
    const { certificate } = await createDevelopmentKey({ hostName: 'test', notBefore: new Date() });
    const tagged = Buffer.from(certificate.der);
    tagged[0] = 0x70;
    expect(codeOf(() => parseCertificate(tagged))).toBe('certificate-invalid');
    const der = Buffer.from(certificate.der);
    // The signature is the last field: a count of unused bits, then 384 bytes. Unused bits say the same in other bytes.
    der[der.length - 385] = 1;
    der[der.length - 1] = (der[der.length - 1] as number) & 0xfe;
    expect(codeOf(() => parseCertificate(der))).toBe('certificate-invalid');
  });

  it('keeps the common name within 64 characters', async () => {
    const key = await createDevelopmentKey({ hostName: 'h'.repeat(200), notBefore: new Date() });
    expect(describeCertificate(key.certificate).commonName).toHaveLength(64);
  });
});

describeWithTool('keys that openssl made', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const passwords = ['secret', 'pa ss"wörd-日本', ''];
  let authority: Issued;
  const issued = new Map<KeyKind, Issued>();

  beforeAll(() => {
    authority = makeCertificate(folder, { name: 'Example Root', kind: 'P-256', extensions: authorityExtensions });
    for (const kind of ['rsa:2048', 'rsa:3072', 'P-256', 'P-384'] as const) {
      issued.set(kind, makeCertificate(folder, { name: `Signer ${kind}`, kind, issuer: authority }));
    }
  });

  it.each(['rsa:2048', 'rsa:3072', 'P-256', 'P-384'] as const)('reads %s in every PEM form', async (kind) => {
    const { key, keyFile, certificate } = issued.get(kind) as Issued;
    const tool = kind.startsWith('rsa') ? 'rsa' : 'ec';
    const traditional = run('openssl', [tool, '-in', keyFile, ...(tool === 'rsa' ? ['-traditional'] : [])]).toString();
    const password = passwords[1] as string;
    const encrypted = run('openssl', [
      'pkcs8',
      '-topk8',
      '-in',
      keyFile,
      '-v2',
      'aes-256-cbc',
      '-passout',
      `pass:${password}`,
    ]).toString();
    expect(traditional).toMatch(/BEGIN (RSA|EC) PRIVATE KEY/);
    expect(encrypted).toContain('BEGIN ENCRYPTED PRIVATE KEY');
    const certificates = `${authority.certificate}\n${certificate}`;
    for (const source of [{ key }, { key: traditional }, { key: encrypted, password }]) {
      const signer = readPemSigner({ ...source, certificates });
      expect(signer.certificates.map((each) => describeCertificate(each).commonName)).toEqual([
        `Signer ${kind}`,
        'Example Root',
      ]);
      expect(signer.algorithm).toEqual({
        key: tool === 'rsa' ? 'rsa' : 'ecdsa',
        hash: kind === 'P-384' ? 'sha384' : 'sha256',
      });
      const signature = await signer.sign(data);
      expect(isSignatureValid(signer.algorithm, signer.certificates[0].publicKey, data, signature)).toBe(true);
    }
  });

  it('describes a certificate as openssl does', () => {
    const { certificate, certificateFile } = issued.get('P-384') as Issued;
    const description = describeCertificate(certificateFromPem(certificate));
    const text = run('openssl', [
      'x509',
      '-in',
      certificateFile,
      '-noout',
      '-serial',
      '-fingerprint',
      '-sha1',
      '-dates',
    ]).toString();
    expect(text.toLowerCase()).toContain(`serial=${description.serialNumber}`);
    expect(text.replaceAll(':', '').toLowerCase()).toContain(`fingerprint=${description.thumbprint}`);
    expect(description.subject).toBe('O=Example, CN=Signer P-384');
    expect(description.issuer).toBe('O=Example, CN=Example Root');
    expect(description.key).toBe('EC secp384r1');
  });

  it('says what is wrong with a key', () => {
    const rsa = issued.get('rsa:2048') as Issued;
    const other = issued.get('P-256') as Issued;
    const encrypted = run('openssl', ['pkcs8', '-topk8', '-in', rsa.keyFile, '-passout', 'pass:secret']).toString();
    const certificates = rsa.certificate;
    expect(codeOf(() => readPemSigner({ key: encrypted, certificates }))).toBe('key-encrypted');
    expect(codeOf(() => readPemSigner({ key: encrypted, certificates, password: 'wrong' }))).toBe('password-wrong');
    expect(
      codeOf(() => readPemSigner({ key: encrypted.replace('MII', 'MIJ'), certificates, password: 'secret' })),
    ).toBe('password-wrong');
    expect(codeOf(() => readPemSigner({ key: rsa.key, certificates: '' }))).toBe('certificate-missing');
    expect(codeOf(() => readPemSigner({ key: rsa.key, certificates: other.certificate }))).toBe('key-mismatch');
    expect(codeOf(() => readPemSigner({ key: rsa.certificate, certificates }))).toBe('key-unreadable');
    expect(codeOf(() => readPemSigner({ key: rsa.key + other.key, certificates }))).toBe('key-unreadable');
    expect(codeOf(() => readPemCertificates(rsa.certificate.replace('MII', 'MIJ')))).toBe('certificate-invalid');
  });

  it.each(['rsa:1024', 'P-521', 'ed25519'] as const)('refuses %s', (kind) => {
    const { key, certificate } = makeCertificate(folder, { name: kind, kind });
    expect(codeOf(() => readPemSigner({ key, certificates: certificate }))).toBe('key-unsupported');
  });

  describe('PFX', () => {
    const makePfx = (kind: KeyKind, password: string, options: readonly string[]): Buffer => {
      const { keyFile, certificateFile } = issued.get(kind) as Issued;
      const out = join(folder, 'made.pfx');
      const files = ['-inkey', keyFile, '-in', certificateFile, '-certfile', authority.certificateFile, '-out', out];
      run('openssl', ['pkcs12', '-export', ...files, '-passout', `pass:${password}`, ...options]);
      return readFileSync(out);
    };
    const schemes: readonly (readonly [string, readonly string[]])[] = [
      ['AES-256 with SHA-256', []],
      ['AES-128 with a SHA-512 MAC', ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-128-CBC', '-macalg', 'sha512']],
      ['AES-192 with a SHA-384 MAC', ['-keypbe', 'AES-192-CBC', '-certpbe', 'AES-192-CBC', '-macalg', 'sha384']],
      ['3DES in PBES2', ['-keypbe', 'DES-EDE3-CBC', '-certpbe', 'DES-EDE3-CBC']],
      ['3DES as Windows wrote it', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
      ['3DES with two keys', ['-keypbe', 'PBE-SHA1-2DES', '-certpbe', 'PBE-SHA1-2DES', '-macalg', 'sha1']],
      ['certificates in clear text', ['-certpbe', 'NONE']],
      ['a key in clear text', ['-keypbe', 'NONE']],
      ['100000 rounds', ['-iter', '100000']],
      ['no MAC', ['-nomac']],
    ];

    it.each(schemes)(
      'reads one with %s',
      async (_, options) => {
        for (const kind of ['rsa:2048', 'P-384'] as const) {
          for (const password of passwords) {
            const signer = readPfxSigner({ pfx: makePfx(kind, password, options), password });
            expect(signer.certificates).toHaveLength(2);
            const signature = await signer.sign(data);
            const leaf = new X509Certificate((issued.get(kind) as Issued).certificate);
            expect(isSignatureValid(signer.algorithm, leaf.publicKey, data, signature)).toBe(true);
          }
        }
      },
      60_000,
    );

    it('refuses a wrong password', () => {
      for (const [, options] of schemes) {
        const code = codeOf(() => readPfxSigner({ pfx: makePfx('P-256', 'secret', options), password: 'Secret' }));
        // Without a MAC a wrong password can also come out as a key that is none.
        expect(['password-wrong', 'key-unreadable', 'pfx-unreadable']).toContain(code);
        if (!options.includes('-nomac')) expect(code).toBe('password-wrong');
      }
    });

    it.each(['PBE-SHA1-RC2-40', 'PBE-SHA1-RC2-128'])('refuses %s and says how to export again', (scheme) => {
      const legacy = ['-legacy', '-keypbe', 'PBE-SHA1-3DES', '-certpbe', scheme, '-macalg', 'sha1'];
      const pfx = makePfx('rsa:2048', 'secret', legacy);
      expect(() => readPfxSigner({ pfx, password: 'secret' })).toThrow(/RC2.*AES256_SHA256/s);
      expect(codeOf(() => readPfxSigner({ pfx, password: 'secret' }))).toBe('pfx-unsupported');
    });

    it('says when there is no key', () => {
      const pfx = makePfx('P-256', 'secret', ['-nokeys']);
      expect(codeOf(() => readPfxSigner({ pfx, password: 'secret' }))).toBe('key-unreadable');
    });
  });
});
