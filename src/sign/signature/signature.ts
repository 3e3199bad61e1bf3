import { type KeyObject, sign, verify } from 'node:crypto';
import { equalBytes } from '../asn1/bytes.js';
import { SignError } from '../sign-error.js';
import { type SignatureAlgorithm } from './algorithms.js';
import { toLowS } from './ecdsa-signature.js';

/** Signs data with a key in memory, off the main thread. Rejects with SignError `key-unsupported`. */
export function signLocally(algorithm: SignatureAlgorithm, key: KeyObject, data: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(algorithm.hash, data, key, (error, signature) => {
      if (error) reject(new SignError('key-unsupported', 'The private key could not be used for signing.'));
      else resolve(new Uint8Array(signature));
    });
  });
}

/**
 * Whether a signature over `data` is right, in any spelling: issuers of certificates write high and low s. False also when key and
 * algorithm do not fit. Never throws.
 */
export function isSignatureValid(
  algorithm: SignatureAlgorithm,
  publicKey: KeyObject,
  data: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.asymmetricKeyType !== (algorithm.key === 'rsa' ? 'rsa' : 'ec')) return false;
  try {
    return verify(algorithm.hash, data, publicKey, signature);
  } catch {
    return false;
  }
}

/**
 * A valid signature in its one spelling: ECDSA with the lower s (RSA has no other). Undefined when the algorithm is ECDSA and the
 * signature has no such form.
 */
export function canonicalSignature(
  algorithm: SignatureAlgorithm,
  publicKey: KeyObject,
  signature: Uint8Array,
): Uint8Array | undefined {
  return algorithm.key === 'rsa' ? signature : toLowS(signature, publicKey);
}

/** Whether a valid signature is written in its one spelling, so that nobody can have changed it without the key. */
export function isCanonicalSignature(
  algorithm: SignatureAlgorithm,
  publicKey: KeyObject,
  signature: Uint8Array,
): boolean {
  const canonical = canonicalSignature(algorithm, publicKey, signature);
  return canonical !== undefined && equalBytes(canonical, signature);
}
