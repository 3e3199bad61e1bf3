import { Attribute } from '@peculiar/asn1-cms';
import {
  hashIdentifier,
  hashOfOid,
  type SignatureAlgorithm,
  signatureAlgorithmOf,
  signerInfoIdentifier,
} from './algorithms.js';
import { decodeDer, encodeDer } from './asn1.js';
import { compareBytes, concatBytes, equalBytes, toArrayBuffer } from './bytes.js';
import { ContentInfoFields, SignedDataFields, SignerInfoFields } from './pkcs7-schema.js';
import { SignError } from './sign-error.js';

/** Everything in a PKCS#7 with one signer that is not fixed by the format. */
export interface SignedData {
  readonly contentType: string;
  /** The content's DER, tag and length included; undefined in a detached signature. */
  readonly content: Uint8Array | undefined;
  readonly algorithm: SignatureAlgorithm;
  /** DER certificates in the order in which they stand. */
  readonly certificates: readonly Uint8Array[];
  /** Which certificate signed: its issuer's DER and its serial number's content octets. */
  readonly signer: { readonly issuer: Uint8Array; readonly serialNumber: Uint8Array };
  /** DER attributes in the order in which they stand. */
  readonly signedAttributes: readonly Uint8Array[];
  readonly signature: Uint8Array;
  readonly unsignedAttributes: readonly Uint8Array[];
}

const signedDataOid = '1.2.840.113549.1.7.2';

/**
 * Encodes a PKCS#7 v1.5 SignedData (RFC 2315) with one signer, laid out as signtool lays it out: version 1, the content a bare
 * SEQUENCE, one digest algorithm. Orders nothing: the caller sorts what has to be sorted.
 */
export function encodeSignedData(data: SignedData): Uint8Array {
  const info = new SignerInfoFields();
  info.issuerAndSerialNumber.issuer = toArrayBuffer(data.signer.issuer);
  info.issuerAndSerialNumber.serialNumber = toArrayBuffer(data.signer.serialNumber);
  info.digestAlgorithm = hashIdentifier(data.algorithm.hash);
  info.authenticatedAttributes = data.signedAttributes.map(toArrayBuffer);
  info.digestEncryptionAlgorithm = signerInfoIdentifier(data.algorithm);
  info.encryptedDigest = toArrayBuffer(data.signature);
  if (data.unsignedAttributes.length > 0) info.unauthenticatedAttributes = data.unsignedAttributes.map(toArrayBuffer);

  const signedData = new SignedDataFields();
  signedData.digestAlgorithms = [hashIdentifier(data.algorithm.hash)];
  signedData.contentInfo.contentType = data.contentType;
  if (data.content) signedData.contentInfo.content = toArrayBuffer(data.content);
  signedData.certificates = data.certificates.map(toArrayBuffer);
  signedData.signerInfos = [info];

  const outer = new ContentInfoFields();
  outer.contentType = signedDataOid;
  outer.content = toArrayBuffer(encodeDer(signedData));
  return encodeDer(outer);
}

/**
 * Reads what encodeSignedData writes, and nothing else: the result encodes to the same bytes again, so no byte of the input is
 * ignored. Throws SignError `der-invalid`, or `key-unsupported` for SHA-1 and unknown algorithms.
 */
export function decodeSignedData(der: Uint8Array): SignedData {
  const what = 'The signature';
  const outer = decodeDer(der, ContentInfoFields, what);
  const fields = decodeDer(new Uint8Array(outer.content ?? new ArrayBuffer(0)), SignedDataFields, what);
  const info = fields.signerInfos[0];
  if (outer.contentType !== signedDataOid || fields.signerInfos.length !== 1 || !info) {
    throw new SignError('der-invalid', 'The signature is not a PKCS#7 SignedData with one signer.');
  }
  const data: SignedData = {
    contentType: fields.contentInfo.contentType,
    content: fields.contentInfo.content && new Uint8Array(fields.contentInfo.content),
    algorithm: readAlgorithm(info),
    certificates: fields.certificates.map((certificate) => new Uint8Array(certificate)),
    signer: {
      issuer: new Uint8Array(info.issuerAndSerialNumber.issuer),
      serialNumber: new Uint8Array(info.issuerAndSerialNumber.serialNumber),
    },
    signedAttributes: info.authenticatedAttributes.map((attribute) => new Uint8Array(attribute)),
    signature: new Uint8Array(info.encryptedDigest),
    unsignedAttributes: (info.unauthenticatedAttributes ?? []).map((attribute) => new Uint8Array(attribute)),
  };
  if (!equalBytes(encodeSignedData(data), der)) {
    throw new SignError('der-invalid', 'The signature holds fields or values that Authenticode does not have.');
  }
  return data;
}

function readAlgorithm(info: SignerInfoFields): SignatureAlgorithm {
  const hash = hashOfOid(info.digestAlgorithm.algorithm);
  const algorithm = hash && signatureAlgorithmOf(info.digestEncryptionAlgorithm.algorithm, hash);
  if (algorithm) return algorithm;
  const names = `${info.digestAlgorithm.algorithm} with ${info.digestEncryptionAlgorithm.algorithm}`;
  throw new SignError(
    'key-unsupported',
    `The signature's algorithms (${names}) are not accepted; SHA-1 is among the refused.`,
  );
}

/** One attribute with one value; `value` is DER. */
export function encodeAttribute(type: string, value: Uint8Array): Uint8Array {
  return encodeDer(new Attribute({ attrType: type, attrValues: [toArrayBuffer(value)] }));
}

/** Attributes in the order DER asks of a SET OF. */
export function sortAttributes(attributes: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...attributes].sort(compareBytes);
}

/** The bytes that are signed: the attributes as a SET OF, though they are stored under the tag [0] (RFC 2315 9.3). */
export function signedAttributeBytes(attributes: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...attributes);
  return concatBytes(Uint8Array.of(0x31), encodeLength(content.length), content);
}

/**
 * The single value of an attribute, as DER. Undefined when there is none.
 * Throws SignError `der-invalid` when the attribute stands twice or has several values.
 */
export function attributeValue(attributes: readonly Uint8Array[], type: string): Uint8Array | undefined {
  const found = attributes
    .map((attribute) => decodeDer(attribute, Attribute, 'An attribute of the signature'))
    .filter((attribute) => attribute.attrType === type);
  const [first] = found;
  if (!first) return undefined;
  const [value] = first.attrValues;
  if (found.length > 1 || first.attrValues.length !== 1 || !value) {
    throw new SignError('der-invalid', `The attribute ${type} of the signature does not have exactly one value.`);
  }
  return new Uint8Array(value);
}

function encodeLength(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return Uint8Array.of(0x80 | bytes.length, ...bytes);
}
