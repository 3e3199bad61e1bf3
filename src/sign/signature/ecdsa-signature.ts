import { type KeyObject } from 'node:crypto';
import { concatBytes, toHex } from '../asn1/bytes.js';
import { derTags, derValue } from '../asn1/der-writer.js';
import { derChildren, derContent } from '../asn1/strict-der.js';

/** The orders n of the curves' base points (FIPS 186-5, SP 800-186 3.2.1), by the names that OpenSSL gives the curves. */
const curveOrders: ReadonlyMap<string, bigint> = new Map([
  ['prime256v1', 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n],
  ['secp384r1', 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n],
  [
    'secp521r1',
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ],
]);

/**
 * An ECDSA signature as Ecdsa-Sig-Value, SEQUENCE { r, s } (RFC 3279 2.2.3), made from r and s of equal length side by side: the form
 * in which tokens and cloud services give it (PKCS#11 "ECDSA", JWS of RFC 7518 3.4). Undefined when the length is odd or zero.
 */
export function encodeEcdsaSignature(sideBySide: Uint8Array): Uint8Array | undefined {
  const half = sideBySide.length / 2;
  if (half === 0 || !Number.isInteger(half)) return undefined;
  return derValue(
    derTags.sequence,
    derValue(derTags.integer, toInteger(sideBySide.subarray(0, half))),
    derValue(derTags.integer, toInteger(sideBySide.subarray(half))),
  );
}

/**
 * The one spelling of an ECDSA signature that is written and accepted: the smaller of s and n - s.
 *
 * Both verify, so whoever holds a signature can turn one into the other without the key. `signature` is an Ecdsa-Sig-Value.
 * Undefined when it is none, or one of a curve other than P-256, P-384 and P-521. Never throws.
 */
export function toLowS(signature: Uint8Array, publicKey: KeyObject): Uint8Array | undefined {
  const order = curveOrders.get(publicKey.asymmetricKeyDetails?.namedCurve ?? '');
  const [r, second, ...more] = derChildren(derTags.sequence, signature);
  const content = derContent(derTags.integer, second);
  if (order === undefined || !r || !content || content.length === 0 || more.length > 0) return undefined;
  const s = BigInt(`0x${toHex(content)}`);
  if (s <= order / 2n) return signature;
  if (s >= order) return undefined;
  const hex = (order - s).toString(16);
  const low = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  return derValue(derTags.sequence, r, derValue(derTags.integer, toInteger(low)));
}

/** Content octets of a positive INTEGER in its shortest form. */
function toInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return (significant[0] as number) < 0x80 ? significant : concatBytes(Uint8Array.of(0), significant);
}
