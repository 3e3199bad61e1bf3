import { createHash } from 'node:crypto';
import { concatBytes } from '../asn1/bytes.js';
import { SignError } from '../sign-error.js';

/** What to do with a PFX that cannot be read. Ends a sentence of its own. */
export const howToExport =
  'Export it again with AES: Export-PfxCertificate -CryptoAlgorithmOption AES256_SHA256, or "AES256-SHA256" in the export wizard of Windows.';

const maxIterations = 500_000;

export type KeyPurpose = 'encryption' | 'iv' | 'mac';

/** The ID byte of RFC 7292 appendix B.3. */
const purposeIds: Readonly<Record<KeyPurpose, number>> = { encryption: 1, iv: 2, mac: 3 };

/** Block sizes in bytes of the digests that PKCS#12 files use. */
const blockLengths: ReadonlyMap<string, number> = new Map([
  ['sha1', 64],
  ['sha256', 64],
  ['sha384', 128],
  ['sha512', 128],
]);

/**
 * The bytes that PKCS#12 derives keys from: the password in UTF-16BE with a terminating zero (RFC 7292 appendix B.1).
 * An empty password has two forms, since some programs write its terminating zero and others nothing at all.
 */
export function pkcs12Passwords(password: string): readonly [Uint8Array, Uint8Array?] {
  const terminated = new Uint8Array(Buffer.from(`${password}\0`, 'utf16le').swap16());
  return password === '' ? [terminated, new Uint8Array(0)] : [terminated];
}

/**
 * The key derivation of RFC 7292 appendix B.2. `password` is one of pkcs12Passwords; `length` is in bytes.
 * Throws SignError `pfx-unsupported` for an unknown digest or too many iterations.
 */
export function derivePkcs12Key(
  hash: string,
  purpose: KeyPurpose,
  password: Uint8Array,
  salt: Uint8Array,
  iterations: number,
  length: number,
): Uint8Array {
  const block = blockLengths.get(hash);
  if (block === undefined) throw new SignError('pfx-unsupported', `The PFX uses an unknown hash. ${howToExport}`);
  const count = checkIterations(iterations, maxIterations);
  const diversifier = new Uint8Array(block).fill(purposeIds[purpose]);
  const input = concatBytes(repeatTo(salt, block), repeatTo(password, block));
  let key: Uint8Array = new Uint8Array(0);
  while (key.length < length) {
    let digest = createHash(hash).update(diversifier).update(input).digest();
    for (let round = 1; round < count; round++) digest = createHash(hash).update(digest).digest();
    key = concatBytes(key, digest);
    const addend = repeatTo(digest, block).subarray(0, block);
    for (let at = 0; at < input.length; at += block) addPlusOne(input.subarray(at, at + block), addend);
  }
  return key.subarray(0, length);
}

/** The bytes repeated to fill a whole number of blocks; nothing for no bytes. */
function repeatTo(bytes: Uint8Array, block: number): Uint8Array {
  const filled = new Uint8Array(Math.ceil(bytes.length / block) * block);
  return filled.map((_, at) => bytes[at % bytes.length] as number);
}

/** target = target + addend + 1, as big-endian numbers that wrap around. */
function addPlusOne(target: Uint8Array, addend: Uint8Array): void {
  let carry = 1;
  for (let at = target.length - 1; at >= 0; at--) {
    carry += (target[at] as number) + (addend[at] as number);
    target[at] = carry & 0xff;
    carry >>= 8;
  }
}

/**
 * The count of rounds, when it is a sane one: a count that takes minutes is damage, or made to keep us busy.
 * Throws SignError `pfx-unsupported`.
 */
export function checkIterations(iterations: number, limit: number): number {
  // Large integers come out of the ASN.1 classes as text.
  const count = Number(iterations);
  if (Number.isInteger(count) && count >= 1 && count <= limit) return count;
  throw new SignError(
    'pfx-unsupported',
    `The PFX asks for more than ${limit} rounds of key derivation, or for none. ${howToExport}`,
  );
}
