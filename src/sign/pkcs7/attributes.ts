import { compareBytes, equalBytes, isSortedSet, toHex } from '../asn1/bytes.js';
import { encodeOid } from '../asn1/der-codec.js';
import { derTags, derValue } from '../asn1/der-writer.js';
import { derChildren, derContent } from '../asn1/strict-der.js';
import { SignError } from '../sign-error.js';

/** Object identifiers of attributes that every signed message has (RFC 5652 11). */
export const contentTypeOid = '1.2.840.113549.1.9.3';
export const messageDigestOid = '1.2.840.113549.1.9.4';

/** Where a timestamp stands: Microsoft's attribute in Authenticode, the one of RFC 3161 appendix A in plain CMS. */
export const authenticodeTimestampOid = '1.3.6.1.4.1.311.3.3.1';
export const cmsTimestampOid = '1.2.840.113549.1.9.16.2.14';

/**
 * Refuses a SET OF attributes that is not in its one spelling: sorted, each type once, and nothing in an attribute beside its type and its
 * sorted values. Type and values are picked out, written again and compared, so that no byte is passed over. The input is DER, which
 * findDerFault has looked through.
 * Throws SignError `der-invalid`.
 */
export function checkAttributes(attributes: readonly Uint8Array[]): void {
  const types = new Set<string>();
  const isCanonical = attributes.every((attribute) => {
    const [type, set] = derChildren(derTags.sequence, attribute);
    const values = derChildren(derTags.set, set);
    if (!type || !derContent(derTags.objectIdentifier, type) || values.length === 0) return false;
    types.add(toHex(type));
    const sorted = [...values].sort(compareBytes);
    return equalBytes(derValue(derTags.sequence, type, derValue(derTags.set, ...sorted)), attribute);
  });
  if (isCanonical && isSortedSet(attributes) && types.size === attributes.length) return;
  throw new SignError('der-invalid', 'The attributes are not written in their one DER form.');
}

/** One attribute with one value; `value` is DER. */
export function encodeAttribute(type: string, value: Uint8Array): Uint8Array {
  return derValue(derTags.sequence, encodeOid(type), derValue(derTags.set, value));
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
