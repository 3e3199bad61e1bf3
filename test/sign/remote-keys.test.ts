import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Certificate } from '../../src/sign/x509/certificate.js';
import { encodeEcdsaSignature } from '../../src/sign/signature/ecdsa-signature.js';
import { createExternalSigner, type DigestRequest } from '../../src/sign/keys/external-key.js';
import { openPkcs11Signer, type Pkcs11, type Pkcs11Signer } from '../../src/sign/keys/pkcs11-key.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { certificateFromPem, reasonsOf, sampleScript } from './support/fixtures.js';
import { authorityExtensions, type Issued, type KeyKind, makeCertificate, temporaryFolder } from './support/openssl.js';
import { makeToken, missingToken, softhsmLibrary } from './support/softhsm.js';
import { describeWithTool, missingOpenssl, run } from '../tools.js';

const tokenIsMissing = await missingToken();
const kinds: readonly KeyKind[] = ['rsa:3072', 'P-256', 'P-384'];

describe('encodeEcdsaSignature', () => {
  it.each([
    ['7f01', '300602017f020101'],
    ['80ff', '3008020200800202' + '00ff'],
    ['0000', '3006020100020100'],
    ['00010080', '30070201010202' + '0080'],
  ])('%s gives %s', (sideBySide, der) => {
    expect(Buffer.from(encodeEcdsaSignature(Buffer.from(sideBySide, 'hex')) ?? []).toString('hex')).toBe(der);
  });

  it('refuses an odd length', () => {
    expect(encodeEcdsaSignature(new Uint8Array(3))).toBeUndefined();
    expect(encodeEcdsaSignature(new Uint8Array())).toBeUndefined();
  });
});

describeWithTool('a key behind a command', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const issued = new Map<KeyKind, Issued>();
  let root: Issued;
  let trusted: readonly Certificate[];

  beforeAll(() => {
    root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
    trusted = [certificateFromPem(root.certificate)];
    for (const kind of kinds) issued.set(kind, makeCertificate(folder, { name: `Signer ${kind}`, kind, issuer: root }));
  });

  /** What a cloud service's command line does: digest in, signature out. */
  const askOpenssl = (kind: KeyKind, request: DigestRequest): Buffer => {
    const { keyFile } = issued.get(kind) as Issued;
    return run(
      'openssl',
      ['pkeyutl', '-sign', '-inkey', keyFile, '-pkeyopt', `digest:${request.algorithm.hash}`],
      request.digest,
    );
  };
  const sideBySide = (der: Buffer, kind: KeyKind): Buffer => {
    const size = kind === 'P-384' ? 48 : 32;
    const integers: Buffer[] = [];
    for (let at = 2; at < der.length; at += 2 + (der[at + 1] as number)) {
      const value = der.subarray(at + 2, at + 2 + (der[at + 1] as number));
      integers.push(Buffer.concat([Buffer.alloc(size), value]).subarray(-size));
    }
    return Buffer.concat(integers);
  };
  const forms: readonly (readonly [string, (raw: Buffer) => Buffer])[] = [
    ['raw bytes', (raw) => raw],
    ['Base64', (raw) => Buffer.from(`${raw.toString('base64')}\n`)],
    ['wrapped Base64', (raw) => Buffer.from((raw.toString('base64').match(/.{1,64}/g) ?? []).join('\n'))],
    ['Base64url', (raw) => Buffer.from(raw.toString('base64url'))],
  ];

  it.each(kinds)('signs with %s, in every form of answer', async (kind) => {
    const certificates = [certificateFromPem((issued.get(kind) as Issued).certificate)] as const;
    const answers = kind.startsWith('rsa')
      ? [askOpenssl]
      : [askOpenssl, (...args: Parameters<typeof askOpenssl>) => sideBySide(askOpenssl(...args), kind)];
    for (const answer of answers) {
      for (const [, form] of forms) {
        const signer = createExternalSigner({
          certificates,
          signDigest: async (request) => form(answer(kind, request)),
        });
        const signed = await signScript(sampleScript, signer);
        expect(verifyScript(signed, { trusted }).failures).toEqual([]);
      }
    }
  });

  it('is told the digest and the algorithm, and nothing else', async () => {
    const requests: DigestRequest[] = [];
    for (const kind of kinds) {
      const certificates = [certificateFromPem((issued.get(kind) as Issued).certificate)] as const;
      const signDigest = async (request: DigestRequest) => {
        requests.push(request);
        return askOpenssl(kind, request);
      };
      await signScript(sampleScript, createExternalSigner({ certificates, signDigest }));
    }
    expect(requests.map(({ digest, algorithm, name }) => [digest.length, algorithm.key, name])).toEqual([
      [32, 'rsa', 'RS256'],
      [32, 'ecdsa', 'ES256'],
      [48, 'ecdsa', 'ES384'],
    ]);
  });

  it('is refused when it is another key, or answers nonsense', async () => {
    const certificates = [certificateFromPem((issued.get('P-256') as Issued).certificate)] as const;
    const other = makeCertificate(folder, { name: 'Other', kind: 'P-256' });
    issued.set('P-521', other);
    for (const answer of [
      new Uint8Array(),
      Buffer.from('error: no such key'),
      Buffer.alloc(64),
      Buffer.alloc(64, 'A'),
    ]) {
      const signer = createExternalSigner({ certificates, signDigest: async () => answer });
      await expect(signScript(sampleScript, signer)).rejects.toMatchObject({ code: 'signature-wrong' });
    }
    const wrong = createExternalSigner({ certificates, signDigest: async (request) => askOpenssl('P-521', request) });
    await expect(signScript(sampleScript, wrong)).rejects.toMatchObject({ code: 'signature-wrong' });
  });

  describeWithTool('in a PKCS#11 token', tokenIsMissing, () => {
    const pin = '8642';
    const library = softhsmLibrary as string;
    const open: Pkcs11Signer[] = [];
    let create: () => Pkcs11;

    beforeAll(async () => {
      const { PKCS11 } = (await import('pkcs11js' as string)) as { PKCS11: new () => Pkcs11 };
      create = () => new PKCS11();
      const keys = kinds.map((kind) => ({ label: kind, keyFile: (issued.get(kind) as Issued).keyFile }));
      process.env['SOFTHSM2_CONF'] = makeToken(folder, pin, keys);
    });

    afterAll(() => {
      for (const signer of open) signer.close();
      delete process.env['SOFTHSM2_CONF'];
    });

    const certificatesOf = (kind: KeyKind) => [certificateFromPem((issued.get(kind) as Issued).certificate)];

    it.each(kinds)('signs with %s', async (kind) => {
      const signer = openPkcs11Signer(create(), { library, pin, label: kind, certificates: certificatesOf(kind) });
      const files = await Promise.all(Array.from({ length: 5 }, () => signScript(sampleScript, signer)));
      signer.close();
      for (const file of files) expect(reasonsOf(verifyScript(file, { trusted }))).toEqual([]);
    });

    it('says what there is when something is not found, and tells no PIN', async () => {
      const attempts: readonly (readonly [Partial<Parameters<typeof openPkcs11Signer>[1]>, string, RegExp])[] = [
        [{ token: 'other' }, 'key-unreadable', /"release"/],
        [{ label: 'other' }, 'key-unreadable', /"rsa:3072"/],
        [{}, 'key-unreadable', /Name one key/],
        [{ label: 'P-256', pin: '1111' }, 'password-wrong', /PIN is wrong/],
        [{ label: 'P-256', certificates: [] }, 'certificate-missing', /PEM/],
        [{ library: '/nonexistent.so' }, 'key-unreadable', /cannot be loaded/],
      ];
      for (const [change, code, words] of attempts) {
        const key = { library, pin, certificates: certificatesOf('P-256'), ...change };
        const failing = (() => {
          try {
            open.push(openPkcs11Signer(create(), key));
          } catch (error) {
            return error as Error;
          }
          throw new Error('It opened.');
        })();
        expect(failing).toMatchObject({ code });
        expect(failing.message).toMatch(words);
        expect(failing.message).not.toContain(key.pin);
      }
    });

    it('refuses a certificate of another key', async () => {
      const signer = openPkcs11Signer(create(), {
        library,
        pin,
        label: 'P-256',
        certificates: certificatesOf('P-384'),
      });
      await expect(signScript(sampleScript, signer)).rejects.toMatchObject({ code: 'signature-wrong' });
      signer.close();
    });
  });
});
