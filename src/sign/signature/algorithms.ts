import { type KeyObject } from 'node:crypto';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { SignError } from '../sign-error.js';

/** Digests that are accepted for signing. SHA-1 is left out on purpose: Windows no longer trusts it. */
export type HashName = 'sha256' | 'sha384' | 'sha512';

/** How a signer signs: RSA is PKCS#1 v1.5, the only padding Authenticode defines; ECDSA is DER SEQUENCE { r, s }. */
export interface SignatureAlgorithm {
  readonly key: 'rsa' | 'ecdsa';
  readonly hash: HashName;
}

const hashOids: ReadonlyMap<string, HashName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

const ecdsaOids: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
]);

const rsaWithHashOids: ReadonlyMap<string, HashName> = new Map([
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
]);

const rsaEncryption = '1.2.840.113549.1.1.1';

/** The digest's AlgorithmIdentifier with NULL parameters, the form signtool writes. */
export function digestAlgorithmIdentifier(hash: HashName): AlgorithmIdentifier {
  return new AlgorithmIdentifier({ algorithm: oidOf(hashOids, hash), parameters: null });
}

/** The digest an object identifier stands for; undefined for SHA-1, MD5 and anything unknown. */
export function hashOfOid(oid: string): HashName | undefined {
  return hashOids.get(oid);
}

/**
 * The digestEncryptionAlgorithm of a SignerInfo: rsaEncryption with NULL for RSA (not sha256WithRSAEncryption), ecdsa-with-SHA2
 * without parameters for EC (RFC 5754 3.3). Read from blocks that signtool made.
 */
export function signerInfoAlgorithmIdentifier(algorithm: SignatureAlgorithm): AlgorithmIdentifier {
  if (algorithm.key === 'rsa') return new AlgorithmIdentifier({ algorithm: rsaEncryption, parameters: null });
  return new AlgorithmIdentifier({ algorithm: oidOf(ecdsaOids, algorithm.hash) });
}

/** The reverse of signerInfoAlgorithmIdentifier; `hash` is the SignerInfo's digest. Undefined when the two do not fit together. */
export function signatureAlgorithmOf(oid: string, hash: HashName): SignatureAlgorithm | undefined {
  if (oid === rsaEncryption) return { key: 'rsa', hash };
  return ecdsaOids.get(oid) === hash ? { key: 'ecdsa', hash } : undefined;
}

/** The signatureAlgorithm of a certificate: sha256WithRSAEncryption and the like (RFC 4055 5, RFC 5758 3.2). */
export function certificateAlgorithmIdentifier(algorithm: SignatureAlgorithm): AlgorithmIdentifier {
  if (algorithm.key === 'ecdsa') return new AlgorithmIdentifier({ algorithm: oidOf(ecdsaOids, algorithm.hash) });
  return new AlgorithmIdentifier({ algorithm: oidOf(rsaWithHashOids, algorithm.hash), parameters: null });
}

/** What a certificate's signature algorithm stands for; undefined for SHA-1, RSA-PSS and anything unknown. */
export function certificateAlgorithmOf(oid: string): SignatureAlgorithm | undefined {
  const rsaHash = rsaWithHashOids.get(oid);
  if (rsaHash) return { key: 'rsa', hash: rsaHash };
  const ecdsaHash = ecdsaOids.get(oid);
  return ecdsaHash ? { key: 'ecdsa', hash: ecdsaHash } : undefined;
}

/**
 * The algorithm that fits a key: RSA of 2048 to 4096 bits and P-256 with SHA-256, P-384 with SHA-384; `hash` overrides.
 * Throws SignError `key-unsupported` for any other key.
 */
export function algorithmForKey(key: KeyObject, hash?: HashName): SignatureAlgorithm {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') {
    const bits = details.modulusLength ?? 0;
    if (bits >= 2048 && bits <= 4096) return { key: 'rsa', hash: hash ?? 'sha256' };
    throw new SignError('key-unsupported', `The RSA key has ${bits} bits; use one of 2048 to 4096 bits.`);
  }
  if (key.asymmetricKeyType === 'ec') {
    if (details.namedCurve === 'prime256v1') return { key: 'ecdsa', hash: hash ?? 'sha256' };
    if (details.namedCurve === 'secp384r1') return { key: 'ecdsa', hash: hash ?? 'sha384' };
    throw new SignError(
      'key-unsupported',
      `The elliptic curve "${details.namedCurve ?? 'unknown'}" is not supported; use P-256 or P-384.`,
    );
  }
  throw new SignError(
    'key-unsupported',
    `A key of type "${key.asymmetricKeyType ?? 'unknown'}" cannot sign scripts; use RSA or ECDSA.`,
  );
}

function oidOf(oids: ReadonlyMap<string, HashName>, hash: HashName): string {
  for (const [oid, name] of oids) if (name === hash) return oid;
  throw new SignError('key-unsupported', `The digest "${hash}" is not supported.`);
}
