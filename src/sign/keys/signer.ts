import { type KeyObject, createPublicKey } from 'node:crypto';
import { equalBytes } from '../asn1/bytes.js';
import { SignError } from '../sign-error.js';
import { algorithmForKey, type HashName, type SignatureAlgorithm } from '../signature/algorithms.js';
import { canonicalSignature, isSignatureValid, signLocally } from '../signature/signature.js';
import { type Certificate, isSelfIssued, sameCertificate } from '../x509/certificate.js';

/** Something that can sign: a key in memory, in a token, or behind a command. */
export interface Signer {
  /** The signing certificate first, then its issuers upwards; a self-signed root may be the last. */
  readonly certificates: readonly [Certificate, ...Certificate[]];
  readonly algorithm: SignatureAlgorithm;
  /**
   * Signs data (not a digest of it). RSA gives a PKCS#1 v1.5 signature, ECDSA a DER SEQUENCE { r, s }.
   * Rejects with SignError when the key cannot be used.
   */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/**
 * A signer with a private key in memory. `certificates` may stand in any order and hold others than the key's own.
 * `hash` defaults to SHA-256, or SHA-384 for P-384.
 * Throws SignError `key-mismatch` when no certificate belongs to the key, `key-unsupported` for keys that cannot be used.
 */
export function localSigner(privateKey: KeyObject, certificates: readonly Certificate[], hash?: HashName): Signer {
  const publicKey = createPublicKey(privateKey);
  const algorithm = algorithmForKey(publicKey, hash);
  return {
    certificates: orderCertificates(publicKey, certificates),
    algorithm,
    sign: (data) => signLocally(algorithm, privateKey, data),
  };
}

/**
 * The certificate of a public key, then its issuers as far as they are given. Others are left out.
 * Throws SignError `certificate-missing` for none at all and `key-mismatch` when none belongs to the key.
 */
export function orderCertificates(
  publicKey: KeyObject,
  certificates: readonly Certificate[],
): readonly [Certificate, ...Certificate[]] {
  if (certificates.length === 0) throw new SignError('certificate-missing', 'There is no certificate beside the key.');
  const leaf = certificates.find((certificate) => sameKey(certificate.publicKey, publicKey));
  if (!leaf) throw new SignError('key-mismatch', 'None of the certificates belongs to the private key.');
  const ordered: [Certificate, ...Certificate[]] = [leaf];
  for (let current = leaf; !isSelfIssued(current);) {
    const issuer = certificates.find(
      (candidate) =>
        equalBytes(candidate.subject, current.issuer) && !ordered.some((known) => sameCertificate(known, candidate)),
    );
    if (!issuer) break;
    ordered.push(issuer);
    current = issuer;
  }
  return ordered;
}

/**
 * KeyObject.equals is not used: for keys of two kinds it leaves an error behind in OpenSSL, and the next key that is read
 * fails with it (seen with Node 20).
 */
function sameKey(a: KeyObject, b: KeyObject): boolean {
  return a.export({ format: 'der', type: 'spki' }).equals(b.export({ format: 'der', type: 'spki' }));
}

/**
 * Signs and checks the result with the certificate's public key, so that a wrong key, a wrong chain or a signature in another
 * form never leaves. Whatever key made it, an ECDSA signature leaves with the lower s. Rejects with SignError `signature-wrong`.
 */
export async function signAndCheck(signer: Signer, data: Uint8Array): Promise<Uint8Array> {
  const { algorithm } = signer;
  const { publicKey } = signer.certificates[0];
  const signature = canonicalSignature(algorithm, publicKey, await signer.sign(data));
  if (signature && isSignatureValid(algorithm, publicKey, data, signature)) return signature;
  throw new SignError(
    'signature-wrong',
    'The signature that was made does not fit the signing certificate; check that key and certificate belong together.',
  );
}
