import { compareBytes, equalBytes } from '../asn1/bytes.js';
import { decodeOid, encodeOid } from '../asn1/der-codec.js';
import { derTags, derValue } from '../asn1/der-writer.js';
import { derChildren } from '../asn1/strict-der.js';
import { SignError } from '../sign-error.js';

/** Object identifiers of attributes that every signed message has (RFC 5652 11). */
export const contentTypeOid = '1.2.840.113549.1.9.3';
export const messageDigestOid = '1.2.840.113549.1.9.4';

/** Where a timestamp stands: Microsoft's attribute in Authenticode, the one of RFC 3161 appendix A in plain CMS. */
export const authenticodeTimestampOid = '1.3.6.1.4.1.311.3.3.1';
export const cmsTimestampOid = '1.2.840.113549.1.9.16.2.14';

/** An attribute as it is written: its type as a dotted object identifier, its values in DER. */
export interface Attribute {
  readonly type: string;
  readonly values: readonly Uint8Array[];
}

/**
 * Reads a SET OF attributes that has one spelling only: sorted, each type once, and nothing in an attribute beside its type and its
 * sorted values. They are encoded again and compared, so that no byte is passed over.
 * Throws SignError `der-invalid` for any other.
 */
export function decodeAttributes(encoded: readonly Uint8Array[]): readonly Attribute[] {
  const attributes = encoded.map((attribute) => {
    const [type, values] = derChildren(derTags.sequence, attribute);
    return { type: decodeOid(type ?? new Uint8Array(), 'An attribute'), values: derChildren(derTags.set, values) };
  });
  const again = sortAttributes(
    attributes.map(({ type, values }) => encodeAttribute(type, ...[...values].sort(compareBytes))),
  );
  const types = new Set(attributes.map(({ type }) => type));
  const isFull = attributes.every(({ values }) => values.length > 0) && types.size === attributes.length;
  if (isFull && again.every((bytes, index) => equalBytes(bytes, encoded[index] as Uint8Array))) return attributes;
  throw new SignError('der-invalid', 'The attributes are not written in their one DER form.');
}

/** One attribute, usually with one value; values are DER, and sorted already. */
export function encodeAttribute(type: string, ...values: readonly Uint8Array[]): Uint8Array {
  return derValue(derTags.sequence, encodeOid(type), derValue(derTags.set, ...values));
}

/** Attributes in the order DER asks of a SET OF. */
export function sortAttributes(attributes: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...attributes].sort(compareBytes);
}

/** The bytes that are signed: the attributes as a SET OF, though they are stored under the tag [0] (RFC 2315 9.3). */
export function signedAttributeBytes(attributes: readonly Uint8Array[]): Uint8Array {
  return derValue(derTags.set, ...attributes);
}

/**
 * The single value of an attribute, as DER. Undefined when there is none.
 * Throws SignError `der-invalid` when the attribute stands twice or has several values.
 */
export function attributeValue(attributes: readonly Uint8Array[], type: string): Uint8Array | undefined {
  const oid = encodeOid(type);
  const found = attributes.filter((attribute) => {
    const [own] = derChildren(derTags.sequence, attribute);
    return own !== undefined && equalBytes(own, oid);
  });
  const [attribute] = found;
  if (!attribute) return undefined;
  const [value] = derChildren(derTags.set, derChildren(derTags.sequence, attribute)[1]);
  // Written again it has to be the same: an unsigned attribute must not have anything else in it.
  if (found.length === 1 && value && equalBytes(encodeAttribute(type, value), attribute)) return value;
  throw new SignError('der-invalid', `The attribute ${type} of the signature does not have exactly one value.`);
}
