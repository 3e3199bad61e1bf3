import { createPrivateKey, type KeyObject } from 'node:crypto';
import { SignError } from '../sign-error.js';
import { type HashName } from '../signature/algorithms.js';
import { readPemCertificates } from '../x509/certificate-pem.js';
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

const keyBlock = /-----BEGIN ((?:ENCRYPTED |RSA |EC )?PRIVATE KEY)-----[\s\S]*?-----END \1-----/g;

/**
 * A signer from PEM texts (RFC 7468).
 * Throws SignError: `key-unreadable`, `key-encrypted` when a password is needed, `password-wrong`, `certificate-missing`,
 * `certificate-invalid`, `key-mismatch`, `key-unsupported`.
 */
export function readPemSigner(source: PemSource): Signer {
  return localSigner(readPemKey(source.key, source.password), readPemCertificates(source.certificates), source.hash);
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
