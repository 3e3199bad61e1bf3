import { createHash } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import { type AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { equalBytes, toArrayBuffer } from '../asn1/bytes.js';
import { decodeDer, encodeDer, encodeOid } from '../asn1/der-codec.js';
import {
  attributeValue,
  contentTypeOid,
  messageDigestOid,
  signedAttributeBytes,
  sortAttributes,
} from '../pkcs7/attributes.js';
import { ContentInfoFields, type SignerInfoFields } from '../pkcs7/pkcs7-schema.js';
import { SignError } from '../sign-error.js';
import {
  certificateAlgorithmOf,
  hashOfOid,
  type SignatureAlgorithm,
  signatureAlgorithmOf,
} from '../signature/algorithms.js';
import { isSignatureValid } from '../signature/signature.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import { type Certificate, parseCertificate, timeStampingUse } from '../x509/certificate.js';
import { checkChain } from '../x509/chain.js';
import { SigningCertificates, TimestampInfo, TokenSignedData } from './timestamp-schema.js';

export interface TimestampOptions {
  /** Certificates that are trusted as, or above, a timestamp authority. Left out: who stamped is reported, not judged. */
  readonly trusted?: readonly Certificate[] | undefined;
  /** The number that the request held, as content octets of an INTEGER. Left out: not compared. */
  readonly nonce?: Uint8Array;
}

/** What is known about a timestamp. It is good exactly when `failures` is empty. */
export interface TimestampVerification {
  readonly failures: readonly VerificationFailure[];
  /** The time the authority states; undefined when the token could not be read. */
  readonly time: Date | undefined;
  /** The authority's certificate first, then its issuers as far as they are known. */
  readonly path: readonly Certificate[];
}

interface Token {
  readonly signer: SignerInfoFields;
  readonly signedAttributes: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  readonly content: Uint8Array;
  readonly info: TimestampInfo;
  readonly certificates: readonly Certificate[];
}

const signedDataOid = '1.2.840.113549.1.7.2';
const timestampInfoOid = '1.2.840.113549.1.9.16.1.4';
const signingCertificateOid = '1.2.840.113549.1.9.16.2.12';
const signingCertificateV2Oid = '1.2.840.113549.1.9.16.2.47';

/**
 * Verifies an RFC 3161 timestamp token: that it is over `stamped`, that its signature is right, and that the signer is a timestamp
 * authority whose certificates were valid at the time it states. Lists every failure it finds; never throws.
 *
 * For Authenticode `stamped` is the signature value of the SignerInfo.
 */
export function verifyTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  options: TimestampOptions = {},
): TimestampVerification {
  const read = readToken(token);
  if ('reason' in read) return { failures: [read], time: undefined, path: [] };
  const time = read.info.genTime;
  const refuse = (why: string) => failure('timestamp-broken', `The timestamp is not good: ${why}.`);
  const failures = [...imprintFailures(read.info, stamped), ...attributeFailures(read)];
  if (options.nonce && !equalBytes(new Uint8Array(read.info.nonce ?? new ArrayBuffer(0)), options.nonce)) {
    failures.push(refuse('it answers another request'));
  }
  const leaf = read.certificates.find((certificate) => isSigner(certificate, read.signer));
  if (!leaf) return { failures: [...failures, refuse("its signer's certificate is not in it")], time, path: [] };
  const signed = signedAttributeBytes(sortAttributes(read.signedAttributes));
  if (!isSignatureValid(read.algorithm, leaf.publicKey, signed, new Uint8Array(read.signer.encryptedDigest))) {
    failures.push(refuse("it was not signed with its signer's key, or was changed afterwards"));
  }
  if (!isNamedSigner(read.signedAttributes, leaf)) failures.push(refuse('it names another certificate as its signer'));
  const others = read.certificates.filter((certificate) => certificate !== leaf);
  const chain = checkChain(leaf, others, { trusted: options.trusted, at: time, use: timeStampingUse });
  return { failures: [...failures, ...chain.failures.map(asTimestampFailure)], time, path: chain.path };
}

/**
 * The token without what nothing vouches for: attribute certificates, which Microsoft's authorities add, and certificates that are no
 * issuers of the signer. None of them is covered by the token's signature, so their bytes could change unseen.
 * Throws SignError `der-invalid` when it is no token.
 */
export function tidyToken(token: Uint8Array): Uint8Array {
  const outer = decodeDer(token, ContentInfoFields, 'The timestamp');
  const fields = decodeDer(new Uint8Array(outer.content ?? new ArrayBuffer(0)), TokenSignedData, 'The timestamp');
  const sequenceTag = 0x30;
  fields.certificates = fields.certificates.filter((each) => new Uint8Array(each)[0] === sequenceTag);
  const { path } = verifyTimestamp(encodeToken(outer.contentType, fields), new Uint8Array());
  fields.certificates = fields.certificates.filter((each) =>
    path.some((certificate) => equalBytes(certificate.der, new Uint8Array(each))),
  );
  return encodeToken(outer.contentType, fields);
}

function readToken(token: Uint8Array): Token | VerificationFailure {
  try {
    return decodeToken(token);
  } catch (error) {
    const why = error instanceof SignError ? error.message : 'The timestamp cannot be read.';
    return failure('timestamp-broken', why);
  }
}

function decodeToken(token: Uint8Array): Token {
  const what = 'The timestamp';
  const unusual = (why: string) => new SignError('der-invalid', `The timestamp is not one of RFC 3161: ${why}.`);
  const outer = decodeDer(token, ContentInfoFields, what);
  if (outer.contentType !== signedDataOid) throw unusual('it is not signed');
  const fields = decodeDer(new Uint8Array(outer.content ?? new ArrayBuffer(0)), TokenSignedData, what);
  const [signer] = fields.signerInfos;
  if (!signer || fields.signerInfos.length !== 1) throw unusual('it does not have one signer');
  if (fields.version !== 3 || signer.version !== 1) throw unusual('its version is unknown');
  if (signer.unauthenticatedAttributes) throw unusual('it has attributes that nothing covers');
  if (fields.encapContentInfo.eContentType !== timestampInfoOid) throw unusual('it is over another kind of content');
  const content = new Uint8Array(fields.encapContentInfo.eContent);
  const info = decodeDer(content, TimestampInfo, what);
  if (info.version !== 1) throw unusual('its version is unknown');
  // What was read has to make up all of the token, so that no byte of it goes unseen.
  if (!equalBytes(encodeToken(outer.contentType, fields), token)) throw unusual('it holds fields that are unknown');
  return {
    signer,
    signedAttributes: signer.authenticatedAttributes.map((attribute) => new Uint8Array(attribute)),
    algorithm: readAlgorithm(fields, signer),
    content,
    info,
    certificates: fields.certificates.map((certificate) => parseCertificate(new Uint8Array(certificate))),
  };
}

function encodeToken(contentType: string, fields: TokenSignedData): Uint8Array {
  const outer = new ContentInfoFields();
  outer.contentType = contentType;
  outer.content = toArrayBuffer(encodeDer(fields));
  return encodeDer(outer);
}

function readAlgorithm(fields: TokenSignedData, signer: SignerInfoFields): SignatureAlgorithm {
  const hash = readHash(signer.digestAlgorithm);
  const [listed] = fields.digestAlgorithms;
  const oid = signer.digestEncryptionAlgorithm.algorithm;
  const named = certificateAlgorithmOf(oid);
  const algorithm = hash && (signatureAlgorithmOf(oid, hash) ?? (named?.hash === hash ? named : undefined));
  const isConsistent = listed && fields.digestAlgorithms.length === 1 && readHash(listed) === hash;
  if (algorithm && isConsistent && hasNoParameters(signer.digestEncryptionAlgorithm)) return algorithm;
  throw new SignError('key-unsupported', `The timestamp is signed with an algorithm that is not accepted (${oid}).`);
}

function readHash(identifier: AlgorithmIdentifier) {
  return hasNoParameters(identifier) ? hashOfOid(identifier.algorithm) : undefined;
}

/** Absent or NULL: both are in use. */
function hasNoParameters(identifier: AlgorithmIdentifier): boolean {
  return identifier.parameters === undefined || identifier.parameters === null;
}

function imprintFailures(info: TimestampInfo, stamped: Uint8Array): VerificationFailure[] {
  const hash = readHash(info.messageImprint.hashAlgorithm);
  if (!hash) return [failure('timestamp-broken', 'The timestamp uses a digest that is not accepted.')];
  const expected = createHash(hash).update(stamped).digest();
  if (equalBytes(new Uint8Array(info.messageImprint.hashedMessage), expected)) return [];
  return [failure('timestamp-broken', 'The timestamp belongs to another signature.')];
}

function attributeFailures(token: Token): VerificationFailure[] {
  try {
    const type = attributeValue(token.signedAttributes, contentTypeOid);
    const digest = attributeValue(token.signedAttributes, messageDigestOid);
    const stated = digest && new Uint8Array(decodeDer(digest, OctetString, 'An attribute').buffer);
    const expected = createHash(token.algorithm.hash).update(token.content).digest();
    const isRight = type && equalBytes(type, encodeOid(timestampInfoOid));
    if (isRight && stated && equalBytes(stated, expected)) return [];
  } catch {
    // Falls through: attributes that cannot be read are not the right ones.
  }
  return [failure('timestamp-broken', "The timestamp's signed attributes do not fit its content.")];
}

/** The token has to name its signer by hash, so that no other certificate of the same key can stand in (RFC 3161 2.4.2). */
function isNamedSigner(attributes: readonly Uint8Array[], leaf: Certificate): boolean {
  try {
    const second = attributeValue(attributes, signingCertificateV2Oid);
    const value = second ?? attributeValue(attributes, signingCertificateOid);
    const [id] = value ? decodeDer(value, SigningCertificates, 'An attribute').certs : [];
    if (!id) return false;
    const hash = second ? (id.hashAlgorithm ? hashOfOid(id.hashAlgorithm.algorithm) : 'sha256') : 'sha1';
    return hash !== undefined && equalBytes(new Uint8Array(id.certHash), createHash(hash).update(leaf.der).digest());
  } catch {
    return false;
  }
}

function isSigner(certificate: Certificate, signer: SignerInfoFields): boolean {
  const { issuer, serialNumber } = signer.issuerAndSerialNumber;
  return (
    equalBytes(certificate.issuer, new Uint8Array(issuer)) &&
    equalBytes(certificate.serialNumber, new Uint8Array(serialNumber))
  );
}

function asTimestampFailure(found: VerificationFailure): VerificationFailure {
  const reason = found.reason === 'signer-untrusted' ? 'timestamp-untrusted' : 'timestamp-broken';
  return failure(reason, `The timestamp is not good. ${found.message}`);
}
