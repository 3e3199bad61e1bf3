import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type HashName } from '../signature/algorithms.js';
import { type Certificate, parseCertificate } from '../x509/certificate.js';
import { SignError } from '../sign-error.js';
import { localSigner, type Signer } from './signer.js';

export interface PemSource {
  /** A private key: PKCS#8, encrypted or not, or the older forms `RSA PRIVATE KEY` and `EC PRIVATE KEY`. */
  readonly key: string;
  /** Certificates in any order, the key's own among them. May be the same text as `key`. */
  readonly certificates: string;
  /** For an encrypted key. */
  readonly password?: string | undefined;
  /** The digest; when left out SHA-256, or SHA-384 for P-384. */
  readonly hash?: HashName | undefined;
}

const certificateBlock = /-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g;
const keyBlock = /-----BEGIN ((?:ENCRYPTED |RSA |EC )?PRIVATE KEY)-----[\s\S]*?-----END \1-----/g;

/**
 * A signer from PEM texts (RFC 7468).
 * Throws SignError: `key-unreadable`, `key-encrypted` when a password is needed, `password-wrong`, `certificate-missing`,
 * `certificate-invalid`, `key-mismatch`, `key-unsupported`.
 */
export function readPemSigner(source: PemSource): Signer {
  return localSigner(readPemKey(source.key, source.password), readPemCertificates(source.certificates), source.hash);
}

/** All certificates in a PEM text, in its order; other blocks are passed over. Throws SignError `certificate-invalid`. */
export function readPemCertificates(text: string): readonly Certificate[] {
  return [...text.matchAll(certificateBlock)].map(([, base64]) => {
    return parseCertificate(Buffer.from((base64 as string).replaceAll(/\s/g, ''), 'base64'));
  });
}

/** A certificate as PEM, LF line ends. */
export function encodeCertificatePem(certificate: Certificate): string {
  const lines =
    Buffer.from(certificate.der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function readPemKey(text: string, password: string | undefined): KeyObject {
  const blocks = text.match(keyBlock) ?? [];
  const [block] = blocks;
  if (!block) throw new SignError('key-unreadable', 'There is no private key in the PEM text.');
  if (blocks.length > 1)
    throw new SignError('key-unreadable', 'There is more than one private key in the PEM text; leave only one.');
  const isEncrypted = block.startsWith('-----BEGIN ENCRYPTED') || block.includes('Proc-Type: 4,ENCRYPTED');
  if (isEncrypted && password === undefined) {
    throw new SignError('key-encrypted', 'The private key is encrypted; give its password.');
  }
  try {
    return createPrivateKey({ key: block, format: 'pem', ...(isEncrypted ? { passphrase: password as string } : {}) });
  } catch {
    // What OpenSSL says is dropped: it does not help, and must never be able to quote a key or a password.
    if (isEncrypted)
      throw new SignError(
        'password-wrong',
        'The private key cannot be opened: the password is wrong, or the file is damaged.',
      );
    throw new SignError(
      'key-unreadable',
      'The private key cannot be read: the PEM text is damaged or of an unknown kind.',
    );
  }
}
