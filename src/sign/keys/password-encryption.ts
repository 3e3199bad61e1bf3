import { createDecipheriv, pbkdf2Sync } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import { type AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { concatBytes } from '../asn1/bytes.js';
import { decodeBer } from '../asn1/der-codec.js';
import { SignError } from '../sign-error.js';
import { Pbes2Parameters, Pbkdf2Parameters, Pkcs12PbeParameters } from './pbe-schema.js';
import { checkIterations, derivePkcs12Key, howToExport, type KeyPurpose, pkcs12Passwords } from './pkcs12-key.js';

const pbes2Oid = '1.2.840.113549.1.5.13';
const pbkdf2Oid = '1.2.840.113549.1.5.12';
const sha1Hmac = '1.2.840.113549.2.7';

const hmacHashes: ReadonlyMap<string, string> = new Map([
  [sha1Hmac, 'sha1'],
  ['1.2.840.113549.2.9', 'sha256'],
  ['1.2.840.113549.2.10', 'sha384'],
  ['1.2.840.113549.2.11', 'sha512'],
]);

interface Cipher {
  readonly name: string;
  readonly keyLength: number;
}

const ciphers: ReadonlyMap<string, Cipher> = new Map([
  ['2.16.840.1.101.3.4.1.2', { name: 'aes-128-cbc', keyLength: 16 }],
  ['2.16.840.1.101.3.4.1.22', { name: 'aes-192-cbc', keyLength: 24 }],
  ['2.16.840.1.101.3.4.1.42', { name: 'aes-256-cbc', keyLength: 32 }],
  ['1.2.840.113549.3.7', { name: 'des-ede3-cbc', keyLength: 24 }],
]);

/** Key lengths of the 3DES schemes of RFC 7292 appendix C. */
const tripleDesKeyLengths: ReadonlyMap<string, number> = new Map([
  ['1.2.840.113549.1.12.1.3', 24],
  ['1.2.840.113549.1.12.1.4', 16],
]);

const oldSchemes: ReadonlyMap<string, string> = new Map([
  ['1.2.840.113549.1.12.1.1', 'RC4'],
  ['1.2.840.113549.1.12.1.2', 'RC4'],
  ['1.2.840.113549.1.12.1.5', 'RC2'],
  ['1.2.840.113549.1.12.1.6', 'RC2'],
]);

const maxIterations = 2_000_000;

/**
 * Decrypts what a password protects in a PFX: PBES2 with PBKDF2 and AES or 3DES (RFC 8018), or the 3DES schemes of PKCS#12.
 *
 * Throws SignError `password-wrong` when the padding does not come out, `pfx-unsupported` for other schemes, RC2 among them,
 * `der-invalid` for damaged parameters.
 */
export function decryptWithPassword(scheme: AlgorithmIdentifier, password: string, data: Uint8Array): Uint8Array {
  const parameters = new Uint8Array(scheme.parameters ?? new ArrayBuffer(0));
  const keyLength = tripleDesKeyLengths.get(scheme.algorithm);
  if (keyLength !== undefined) return decryptPkcs12(keyLength, parameters, password, data);
  if (scheme.algorithm === pbes2Oid) return decryptPbes2(parameters, password, data);
  const old = oldSchemes.get(scheme.algorithm);
  if (old)
    throw new SignError(
      'pfx-unsupported',
      `The PFX is encrypted with ${old}, which is not safe and not supported. ${howToExport}`,
    );
  throw new SignError(
    'pfx-unsupported',
    `The PFX is encrypted with an unknown method (${scheme.algorithm}). ${howToExport}`,
  );
}

function decryptPbes2(encoded: Uint8Array, password: string, data: Uint8Array): Uint8Array {
  const parameters = decodeBer(encoded, Pbes2Parameters, 'The encryption of the PFX');
  const { keyDerivationFunc, encryptionScheme } = parameters;
  const cipher = ciphers.get(encryptionScheme.algorithm);
  if (keyDerivationFunc.algorithm !== pbkdf2Oid || !cipher) {
    const names = `${keyDerivationFunc.algorithm}, ${encryptionScheme.algorithm}`;
    throw new SignError('pfx-unsupported', `The PFX is encrypted with an unknown method (${names}). ${howToExport}`);
  }
  const derivation = decodeBer(parametersOf(keyDerivationFunc), Pbkdf2Parameters, 'The encryption of the PFX');
  const hash = hmacHashes.get(derivation.prf?.algorithm ?? sha1Hmac);
  if (!hash) throw new SignError('pfx-unsupported', `The PFX uses an unknown hash. ${howToExport}`);
  const iterations = checkIterations(derivation.iterationCount, maxIterations);
  // PBES2 takes the password as UTF-8, unlike the schemes of PKCS#12 itself (RFC 8018 chapter 3).
  const key = pbkdf2Sync(
    Buffer.from(password, 'utf8'),
    new Uint8Array(derivation.salt),
    iterations,
    cipher.keyLength,
    hash,
  );
  const iv = decodeBer(parametersOf(encryptionScheme), OctetString, 'The encryption of the PFX');
  return decrypt(cipher.name, key, new Uint8Array(iv.buffer), data);
}

function decryptPkcs12(keyLength: number, encoded: Uint8Array, password: string, data: Uint8Array): Uint8Array {
  const { salt, iterations } = decodeBer(encoded, Pkcs12PbeParameters, 'The encryption of the PFX');
  const open = (form: Uint8Array) => {
    const derive = (purpose: KeyPurpose, length: number) =>
      derivePkcs12Key('sha1', purpose, form, new Uint8Array(salt), iterations, length);
    const key = derive('encryption', keyLength);
    const fullKey = keyLength === 24 ? key : concatBytes(key, key.subarray(0, 8));
    return decrypt('des-ede3-cbc', fullKey, derive('iv', 8), data);
  };
  const [first, second] = pkcs12Passwords(password);
  if (!second) return open(first);
  try {
    return open(first);
  } catch {
    return open(second);
  }
}

function decrypt(cipher: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  try {
    const decipher = createDecipheriv(cipher, key, iv);
    return new Uint8Array(Buffer.concat([decipher.update(data), decipher.final()]));
  } catch {
    throw new SignError('password-wrong', 'The PFX cannot be opened: the password is wrong, or the file is damaged.');
  }
}

function parametersOf(algorithm: AlgorithmIdentifier): Uint8Array {
  return new Uint8Array(algorithm.parameters ?? new ArrayBuffer(0));
}
