import { ECDSASigValue } from '@peculiar/asn1-ecc';
import { concatBytes, toArrayBuffer } from '../asn1/bytes.js';
import { encodeDer } from '../asn1/der-codec.js';

/**
 * An ECDSA signature as SEQUENCE { r, s } (RFC 3279 2.2.3), made from r and s of equal length side by side: the form in which tokens
 * and cloud services give it (PKCS#11 "ECDSA", JWS of RFC 7518 3.4). Undefined when the length is odd or zero.
 */
export function encodeEcdsaSignature(sideBySide: Uint8Array): Uint8Array | undefined {
  const half = sideBySide.length / 2;
  if (half === 0 || !Number.isInteger(half)) return undefined;
  const value = new ECDSASigValue({
    r: toArrayBuffer(toInteger(sideBySide.subarray(0, half))),
    s: toArrayBuffer(toInteger(sideBySide.subarray(half))),
  });
  return encodeDer(value);
}

/** Content octets of a positive INTEGER in its shortest form. */
function toInteger(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const significant = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return (significant[0] as number) < 0x80 ? significant : concatBytes(Uint8Array.of(0), significant);
}
