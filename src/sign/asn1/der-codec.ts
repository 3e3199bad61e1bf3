import { AsnConvert, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';
import { SignError } from '../sign-error.js';
import { findDerFault } from './strict-der.js';

/** A bare OBJECT IDENTIFIER. The ASN.1 classes take no value without a class around it. */
@AsnType({ type: AsnTypeTypes.Choice })
class ObjectIdentifier {
  @AsnProp({ type: AsnPropTypes.ObjectIdentifier })
  value: string;

  constructor(value = '') {
    this.value = value;
  }
}

/** Encodes an instance of an ASN.1 class as DER. Members of a SET OF must be sorted already. */
export function encodeDer(value: object): Uint8Array {
  return new Uint8Array(AsnConvert.serialize(value));
}

/** An OBJECT IDENTIFIER in DER, given in its dotted form. */
export function encodeOid(oid: string): Uint8Array {
  const known = oids.get(oid);
  if (known) return known;
  const encoded = encodeDer(new ObjectIdentifier(oid));
  // A file that is verified may name any.
  if (oids.size < mostOids) oids.set(oid, encoded);
  return encoded;
}

/** Each signature has the same dozen, and encoding them was a fifth of making one. */
const oids = new Map<string, Uint8Array>();
const mostOids = 64;

/** The dotted form of an OBJECT IDENTIFIER in DER. Throws SignError `der-invalid`. */
export function decodeOid(bytes: Uint8Array, what: string): string {
  return decodeDer(bytes, ObjectIdentifier, what).value;
}

/**
 * Reads DER into an ASN.1 class. `what` names the thing in the error.
 * Throws SignError `der-invalid` for bytes that are no strict DER or have another shape.
 */
export function decodeDer<T>(bytes: Uint8Array, schema: new () => T, what: string): T {
  const fault = findDerFault(bytes);
  if (fault) throw new SignError('der-invalid', `${what} is not valid DER: ${fault.problem} (byte ${fault.offset}).`);
  return decodeBer(bytes, schema, what);
}

/** As decodeDer, but takes BER as well: files that other programs write, such as PFX. */
export function decodeBer<T>(bytes: Uint8Array, schema: new () => T, what: string): T {
  try {
    // The library stops at 10,000 nodes, which a catalog of 300 files has. No node has less than two bytes.
    return AsnConvert.parse(bytes, schema, { berOptions: { maxNodes: bytes.length } });
  } catch {
    throw new SignError('der-invalid', `${what} does not have the expected ASN.1 structure.`);
  }
}
