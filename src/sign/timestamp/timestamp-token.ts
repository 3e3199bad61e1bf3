import { type AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { compareBytes, equalBytes, toArrayBuffer } from '../asn1/bytes.js';
import { decodeDer, encodeDer } from '../asn1/der-codec.js';
import { derTags } from '../asn1/der-writer.js';
import { derContent } from '../asn1/strict-der.js';
import { checkAttributes, sortAttributes } from '../pkcs7/attributes.js';
import { ContentInfo, SignerInfo } from '../pkcs7/pkcs7-schema.js';
import { SignError } from '../sign-error.js';
import {
  certificateAlgorithmOf,
  digestAlgorithmIdentifier,
  hashOfOid,
  type SignatureAlgorithm,
  signatureAlgorithmOf,
  signerInfoAlgorithmIdentifier,
} from '../signature/algorithms.js';
import { canonicalSignature } from '../signature/signature.js';
import { type Certificate, parseCertificate } from '../x509/certificate.js';
import { buildPath } from '../x509/chain.js';
import { TstInfo, TokenSignedData } from './timestamp-schema.js';

/** A timestamp token, taken apart. */
export interface Token {
  readonly signer: SignerInfo;
  readonly signedAttributes: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /** The TSTInfo's DER: what is signed. */
  readonly content: Uint8Array;
  readonly info: TstInfo;
  /** The genTime of the TSTInfo, to the millisecond. */
  readonly time: Date;
  readonly certificates: readonly Certificate[];
}

export const tstInfoOid = '1.2.840.113549.1.9.16.1.4';
const signedDataOid = '1.2.840.113549.1.7.2';
const what = 'The timestamp';

/**
 * Reads a token that has the one spelling canonicalizeToken gives. It is decoded, encoded again from what was understood and compared
 * with its bytes: members of sets in another order, parameters that are NULL instead of absent or the reverse, and fields that are
 * passed over would all be changes that its signature does not show.
 * Throws SignError `der-invalid`, or `key-unsupported` for an algorithm that is not accepted.
 */
export function decodeToken(der: Uint8Array): Token {
  const { fields, signer } = readFields(der);
  const algorithm = readAlgorithm(fields, signer);
  if (!equalBytes(encodeToken(fields, signer, algorithm), der)) throw unusual('it is not written in its one DER form');
  const content = new Uint8Array(fields.encapContentInfo.eContent);
  const info = decodeDer(content, TstInfo, what);
  if (info.version !== 1) throw unusual('its version is unknown');
  if (!equalBytes(encodeDer(info), content)) throw unusual('its content is not written in its one DER form');
  const signedAttributes = toBytes(signer.authenticatedAttributes);
  checkAttributes(signedAttributes);
  const certificates = toBytes(fields.certificates).map(parseCertificate);
  return { signer, signedAttributes, algorithm, content, info, time: readTime(info), certificates };
}

/**
 * A server's token in the one spelling that is accepted of a signed file. What its signature does not cover a server may write in
 * several ways, and anyone may change from one to the other.
 *
 * Certificates that are no issuers of the signer are left out, and attribute certificates, which Microsoft's authorities add. Members of
 * sets stand in DER order, algorithms are written as in a SignerInfo of our own, an ECDSA signature has its lower s.
 * Throws SignError as decodeToken does, save that any spelling in DER is taken.
 */
export function canonicalizeToken(der: Uint8Array): Uint8Array {
  const { fields, signer } = readFields(der);
  const algorithm = readAlgorithm(fields, signer);
  const certificates = toBytes(fields.certificates)
    .filter((each) => each[0] === derTags.sequence)
    .map(parseCertificate);
  const leaf = certificates.find((certificate) => isTokenSigner(certificate, signer));
  const path = leaf ? buildPath(leaf, certificates) : certificates;
  fields.certificates = path.map((certificate) => toArrayBuffer(certificate.der));
  const signature = leaf && canonicalSignature(algorithm, leaf.publicKey, new Uint8Array(signer.encryptedDigest));
  if (signature) signer.encryptedDigest = toArrayBuffer(signature);
  return encodeToken(fields, signer, algorithm);
}

/** Whether a certificate is the one that a token's SignerInfo names. */
export function isTokenSigner(certificate: Certificate, signer: SignerInfo): boolean {
  const { issuer, serialNumber } = signer.issuerAndSerialNumber;
  return (
    equalBytes(certificate.issuer, new Uint8Array(issuer)) &&
    equalBytes(certificate.serialNumber, new Uint8Array(serialNumber))
  );
}

/** Whether an AlgorithmIdentifier is one of an accepted digest, with NULL or absent parameters: both are in use. */
export function readHash(identifier: AlgorithmIdentifier) {
  return hasNoParameters(identifier) ? hashOfOid(identifier.algorithm) : undefined;
}

function readFields(der: Uint8Array): { fields: TokenSignedData; signer: SignerInfo } {
  const outer = decodeDer(der, ContentInfo, what);
  if (outer.contentType !== signedDataOid) throw unusual('it is not signed');
  const fields = decodeDer(new Uint8Array(outer.content ?? new ArrayBuffer(0)), TokenSignedData, what);
  const [signer] = fields.signerInfos;
  if (!signer || fields.signerInfos.length !== 1) throw unusual('it does not have one signer');
  if (fields.version !== 3 || signer.version !== 1) throw unusual('its version is unknown');
  if (signer.unauthenticatedAttributes) throw unusual('it has attributes that nothing covers');
  if (fields.encapContentInfo.eContentType !== tstInfoOid) throw unusual('it is over another kind of content');
  return { fields, signer };
}

/** A token with the meaning of these fields, in its one spelling. */
function encodeToken(fields: TokenSignedData, signer: SignerInfo, algorithm: SignatureAlgorithm): Uint8Array {
  const info = new SignerInfo();
  info.issuerAndSerialNumber = signer.issuerAndSerialNumber;
  info.digestAlgorithm = digestAlgorithmIdentifier(algorithm.hash);
  info.authenticatedAttributes = sortAttributes(toBytes(signer.authenticatedAttributes)).map(toArrayBuffer);
  info.digestEncryptionAlgorithm = signerInfoAlgorithmIdentifier(algorithm);
  info.encryptedDigest = signer.encryptedDigest;
  const data = new TokenSignedData();
  data.digestAlgorithms = [digestAlgorithmIdentifier(algorithm.hash)];
  data.encapContentInfo = fields.encapContentInfo;
  data.certificates = sortUnique(toBytes(fields.certificates)).map(toArrayBuffer);
  data.signerInfos = [info];
  const outer = new ContentInfo();
  outer.contentType = signedDataOid;
  outer.content = toArrayBuffer(encodeDer(data));
  return encodeDer(outer);
}

function readAlgorithm(fields: TokenSignedData, signer: SignerInfo): SignatureAlgorithm {
  const hash = readHash(signer.digestAlgorithm);
  const [listed] = fields.digestAlgorithms;
  const oid = signer.digestEncryptionAlgorithm.algorithm;
  const named = certificateAlgorithmOf(oid);
  const algorithm = hash && (signatureAlgorithmOf(oid, hash) ?? (named?.hash === hash ? named : undefined));
  const isConsistent = listed && fields.digestAlgorithms.length === 1 && readHash(listed) === hash;
  if (algorithm && isConsistent && hasNoParameters(signer.digestEncryptionAlgorithm)) return algorithm;
  throw new SignError('key-unsupported', `The timestamp is signed with an algorithm that is not accepted (${oid}).`);
}

function hasNoParameters(identifier: AlgorithmIdentifier): boolean {
  return identifier.parameters === undefined || identifier.parameters === null;
}

/** GeneralizedTime in its DER form (RFC 3161 2.4.2), of which a Date holds the milliseconds. */
function readTime(info: TstInfo): Date {
  const text = Buffer.from(derContent(derTags.generalizedTime, new Uint8Array(info.genTime)) ?? []).toString('latin1');
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(\.\d{1,3})\d*)?Z$/, '$1-$2-$3T$4:$5:$6$7Z');
  const time = new Date(iso);
  if (iso === text || Number.isNaN(time.getTime())) throw unusual('its time cannot be read');
  return time;
}

function sortUnique(values: readonly Uint8Array[]): readonly Uint8Array[] {
  const sorted = [...values].sort(compareBytes);
  return sorted.filter((value, index) => index === 0 || !equalBytes(sorted[index - 1] as Uint8Array, value));
}

function toBytes(values: readonly ArrayBuffer[]): readonly Uint8Array[] {
  return values.map((value) => new Uint8Array(value));
}

function unusual(why: string): SignError {
  return new SignError('der-invalid', `The timestamp is not one of RFC 3161: ${why}.`);
}
