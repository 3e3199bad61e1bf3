import { type KeyObject, sign, verify } from 'node:crypto';
import { SignError } from '../sign-error.js';
import { type SignatureAlgorithm } from './algorithms.js';

/** Signs data with a key in memory, off the main thread. Rejects with SignError `key-unsupported`. */
export function signLocally(algorithm: SignatureAlgorithm, key: KeyObject, data: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(algorithm.hash, data, key, (error, signature) => {
      if (error) reject(new SignError('key-unsupported', 'The private key could not be used for signing.'));
      else resolve(new Uint8Array(signature));
    });
  });
}

/** Whether a signature over `data` is right. False also when key and algorithm do not fit. Never throws. */
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
