import { createHash } from 'node:crypto';
import { SignError } from '../sign-error.js';
import { algorithmForKey, type HashName, type SignatureAlgorithm } from '../signature/algorithms.js';
import { encodeEcdsaSignature } from '../signature/ecdsa-signature.js';
import { isSignatureValid } from '../signature/signature.js';
import { type Certificate } from '../x509/certificate.js';
import { orderCertificates, type Signer } from './signer.js';

/** What a key outside of this process is asked to do. */
export interface DigestRequest {
  /** The raw digest of what is signed. */
  readonly digest: Uint8Array;
  readonly algorithm: SignatureAlgorithm;
  /** The algorithm's name in JOSE, which key services use: RS256, RS384, RS512, ES256, ES384 (RFC 7518 3.1). */
  readonly name: string;
}

export interface ExternalKey {
  /** The signing certificate first; the others in any order. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  /** When left out SHA-256, or SHA-384 for P-384. */
  readonly hash?: HashName | undefined;
  /**
   * Signs a digest: with RSA the PKCS#1 v1.5 signature of it, with ECDSA either DER or r and s side by side. Raw bytes, or their
   * text in Base64 or Base64url.
   */
  readonly signDigest: (request: DigestRequest) => Promise<Uint8Array>;
}

/**
 * A signer whose key is somewhere else: behind a command, in a cloud service. Only a digest leaves this process.
 *
 * The answer may have any of the forms that such services give; the one that fits the certificate is taken. Throws SignError
 * `key-unsupported`. Signing rejects with SignError `signature-wrong` when no form fits, and with what signDigest rejects with.
 */
export function createExternalSigner(key: ExternalKey): Signer {
  const [leaf] = key.certificates;
  const algorithm = algorithmForKey(leaf.publicKey, key.hash);
  return {
    certificates: orderCertificates(leaf.publicKey, key.certificates),
    algorithm,
    sign: async (data) => {
      const digest = createHash(algorithm.hash).update(data).digest();
      const answer = await key.signDigest({ digest, algorithm, name: joseName(algorithm) });
      for (const signature of readingsOf(answer, algorithm)) {
        if (isSignatureValid(algorithm, leaf.publicKey, data, signature)) return signature;
      }
      throw new SignError(
        'signature-wrong',
        `The external key gave ${answer.length} bytes that are no signature of the certificate's key; check that both belong together.`,
      );
    },
  };
}

/** The JOSE name of an algorithm. ECDSA names stand for a curve and its digest, so only the usual pairs have one. */
function joseName(algorithm: SignatureAlgorithm): string {
  return `${algorithm.key === 'rsa' ? 'RS' : 'ES'}${algorithm.hash.slice('sha'.length)}`;
}

function readingsOf(answer: Uint8Array, algorithm: SignatureAlgorithm): Uint8Array[] {
  const text = Buffer.from(answer).toString('latin1').trim();
  const isBase64 = /^[A-Za-z0-9+/_\-\s]+={0,2}$/.test(text);
  const raw = isBase64 ? [answer, new Uint8Array(Buffer.from(text, 'base64'))] : [answer];
  if (algorithm.key === 'rsa') return raw;
  return raw.flatMap((bytes) => [bytes, encodeEcdsaSignature(bytes) ?? bytes]);
}
