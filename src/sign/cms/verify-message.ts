import { OctetString } from '@peculiar/asn1-schema';
import { equalBytes, isSortedSet } from '../asn1/bytes.js';
import { decodeDer, encodeOid } from '../asn1/der-codec.js';
import {
  attributeValue,
  contentTypeOid,
  checkAttributes,
  messageDigestOid,
  signedAttributeBytes,
} from '../pkcs7/attributes.js';
import { decodeSignedData, type SignedData } from '../pkcs7/signed-data.js';
import { SignError } from '../sign-error.js';
import { type HashName, type SignatureAlgorithm } from '../signature/algorithms.js';
import { isCanonicalSignature, isSignatureValid } from '../signature/signature.js';
import { canonicalizeToken } from '../timestamp/timestamp-token.js';
import { type TimestampVerification, verifyTimestamp } from '../timestamp/verify-timestamp.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import {
  type Certificate,
  codeSigningUse,
  identityOf,
  isSelfIssued,
  lifetimeSigningUse,
  parseCertificate,
  sameCertificate,
} from '../x509/certificate.js';
import { checkChain } from '../x509/chain.js';
import { formatName } from '../x509/distinguished-name.js';

export interface VerifyOptions {
  /** Certificates that are trusted: the signer's own, or an issuer's. Left out: who signed is reported, not judged. */
  readonly trusted?: readonly Certificate[];
  /** Names, spelled as describeCertificate spells them, that the signer's certificate has to bear. */
  readonly publisher?: { readonly subject: string; readonly issuer: string };
  /**
   * Certificates that are trusted as timestamp authorities, or above them. Only a timestamp of one of these lets a signature outlive
   * its certificate: anyone can stamp a time of his own choice.
   */
  readonly trustedTimestampers?: readonly Certificate[];
  /** Whether a signature has to carry a timestamp (true) or must not (false). Left out: either is well. */
  readonly timestamped?: boolean | undefined;
  /** The earliest time that a timestamp may state; without a trusted timestamp nothing is known of it, and the signature is refused. */
  readonly notBefore?: Date | undefined;
  /**
   * Judges what other programs signed as Windows does: a timestamp may be spelled in any way of DER, with certificates that it does not
   * need, and a certificate without key usage may be used for anything (RFC 5280 4.2.1.3); lines may end with LF. So bytes that no signature covers can be
   * other ones than those that were published.
   */
  readonly foreign?: boolean;
  /** The clock of this computer; now when left out. */
  readonly now?: Date;
  /** The time for which validity is judged where no trusted timestamp says when the file was signed; now when left out. */
  readonly at?: Date;
}

/** What is known about the signer of a message. It is good exactly when `failures` is empty. */
export interface MessageVerification {
  readonly failures: readonly VerificationFailure[];
  /** The signer's certificate first, then its issuers as far as they are known. Empty when none could be read. */
  readonly path: readonly Certificate[];
  /** Undefined when the signature could not be read. */
  readonly algorithm: SignatureAlgorithm | undefined;
  /** The timestamp, good or not; undefined when there is none. Its failures are among `failures` too. */
  readonly timestamp: TimestampVerification | undefined;
}

/** What sort of message is expected. */
export interface MessageKind {
  readonly contentType: string;
  /** The attribute that holds a timestamp. */
  readonly timestampOid: string;
  /** The digest that the message has to state. May throw SignError when the message has no such content. */
  readonly digest: (hash: HashName, content: Uint8Array | undefined) => Uint8Array;
}

/**
 * Verifies a signed message: strict structure, signed attributes, the signature itself, the timestamp, and the certificates behind
 * them. `data` is undefined when the signature could not be read. Lists every failure it finds; never throws.
 */
export function verifyMessage(
  der: Uint8Array,
  kind: MessageKind,
  options: VerifyOptions,
): MessageVerification & { readonly data: SignedData | undefined } {
  const read = readSignature(der);
  if ('reason' in read)
    return { failures: [read], path: [], algorithm: undefined, timestamp: undefined, data: undefined };
  const { data, certificates } = read;
  const timestamp = readTimestamp(data, kind, options);
  const failures = [
    ...structureFailures(data, kind),
    ...(timestamp?.failures ?? []),
    ...timestampRuleFailures(data, timestamp, options),
  ];
  const known = { algorithm: data.algorithm, timestamp, data };
  const leaf = certificates.find((certificate) => isSigner(certificate, data));
  if (!leaf) {
    failures.push(failure('certificate-missing', "The signer's certificate is not in the signature."));
    return { failures, path: [], ...known };
  }
  if (!isSignatureValid(data.algorithm, leaf.publicKey, signedAttributeBytes(data.signedAttributes), data.signature)) {
    failures.push(
      failure('signature-mismatch', "The signature was not made with the signer's key, or was changed afterwards."),
    );
  } else if (!isCanonicalSignature(data.algorithm, leaf.publicKey, data.signature)) {
    failures.push(
      failure('signature-not-canonical', 'The signature is a valid one in another spelling (ECDSA with the higher s).'),
    );
  }
  const others = certificates.filter((certificate) => !sameCertificate(certificate, leaf));
  const at = signingTime(leaf, timestamp, options) ?? options.at ?? new Date();
  const chain = checkChain(leaf, others, {
    trusted: options.trusted,
    at,
    use: codeSigningUse,
    foreign: options.foreign,
  });
  return {
    failures: [
      ...failures,
      ...chain.failures,
      ...certificateSetFailures(certificates, leaf, chain.path),
      ...publisherFailures(leaf, options),
    ],
    path: chain.path,
    ...known,
  };
}

function readSignature(
  der: Uint8Array,
): { data: SignedData; certificates: readonly Certificate[] } | VerificationFailure {
  try {
    const data = decodeSignedData(der);
    return { data, certificates: data.certificates.map(parseCertificate) };
  } catch (error) {
    if (!(error instanceof SignError)) return failure('signature-structure', 'The signature cannot be read.');
    if (error.code === 'certificate-invalid') return failure('certificate-unreadable', error.message);
    if (error.code === 'key-unsupported') return failure('algorithm-refused', error.message);
    return failure('signature-structure', error.message);
  }
}

function readTimestamp(data: SignedData, kind: MessageKind, options: VerifyOptions): TimestampVerification | undefined {
  const [attribute] = data.unsignedAttributes;
  if (!attribute) return undefined;
  try {
    const token = attributeValue([attribute], kind.timestampOid);
    const spelled = token && options.foreign ? canonicalizeToken(token) : token;
    return (
      spelled &&
      verifyTimestamp(spelled, data.signature, {
        trusted: options.trustedTimestampers,
        now: options.now,
        foreign: options.foreign,
      })
    );
  } catch {
    return { failures: [failure('timestamp-broken', 'The timestamp cannot be read.')], time: undefined, path: [] };
  }
}

/** When the file was signed, if a trusted authority says so. A lifetime signing certificate ends all the same. */
function signingTime(
  leaf: Certificate,
  timestamp: TimestampVerification | undefined,
  options: VerifyOptions,
): Date | undefined {
  const isLimited = leaf.extendedKeyUsage?.oids.includes(lifetimeSigningUse) ?? false;
  if (!timestamp || !options.trustedTimestampers || timestamp.failures.length > 0 || isLimited) return undefined;
  return timestamp.time;
}

function timestampRuleFailures(
  data: SignedData,
  timestamp: TimestampVerification | undefined,
  { timestamped, notBefore, trustedTimestampers }: VerifyOptions,
): VerificationFailure[] {
  const isThere = data.unsignedAttributes.length > 0;
  if (!isThere && (timestamped === true || notBefore))
    return [failure('timestamp-missing', 'The signature has no timestamp.')];
  if (isThere && timestamped === false)
    return [failure('timestamp-unlisted', 'The signature has a timestamp that the publisher did not put there.')];
  if (!notBefore || !isThere) return [];
  if (!trustedTimestampers || !timestamp?.time)
    return [failure('timestamp-untrusted', 'Nobody who is trusted says when the file was signed.')];
  if (timestamp.time >= notBefore) return [];
  const times = `${timestamp.time.toISOString()}, before ${notBefore.toISOString()}`;
  return [failure('timestamp-early', `The file was signed at ${times}.`)];
}

function structureFailures(data: SignedData, kind: MessageKind): VerificationFailure[] {
  const failures: VerificationFailure[] = [];
  const refuse = (what: string) => failures.push(failure('attributes-mismatch', what));
  if (data.contentType !== kind.contentType) refuse('The signature is one of another kind of file.');
  try {
    checkAttributes(data.signedAttributes);
  } catch {
    failures.push(failure('signature-structure', "The signature's attributes are not written in their one DER form."));
  }
  try {
    const [first, ...others] = data.unsignedAttributes;
    if (others.length > 0 || (first && !attributeValue([first], kind.timestampOid))) {
      failures.push(failure('signature-structure', 'The signature has attributes that nothing covers.'));
    }
    const type = attributeValue(data.signedAttributes, contentTypeOid);
    if (!type || !equalBytes(type, encodeOid(data.contentType))) {
      refuse('The signed content type is not that of the content.');
    }
    const digest = attributeValue(data.signedAttributes, messageDigestOid);
    const stated = digest && new Uint8Array(decodeDer(digest, OctetString, 'An attribute').buffer);
    if (!stated || !equalBytes(stated, kind.digest(data.algorithm.hash, data.content))) {
      refuse('The signed digest is not that of the content.');
    }
  } catch {
    failures.push(failure('signature-structure', "The signature's attributes cannot be read."));
  }
  return failures;
}

/**
 * Nothing covers the certificates of a signature. So that nobody can change a file without being seen, they have to be those that
 * signMessage writes: the chain without its root, each once, in the order of a DER SET OF. What is no part of the chain is for
 * checkChain to say.
 */
function certificateSetFailures(
  certificates: readonly Certificate[],
  leaf: Certificate,
  path: readonly Certificate[],
): VerificationFailure[] {
  const nameOf = (certificate: Certificate) => `"${formatName(certificate.subject)}"`;
  const chain = certificates.filter((certificate) => path.some((each) => sameCertificate(each, certificate)));
  const failures = chain
    .filter((certificate) => isSelfIssued(certificate) && !sameCertificate(certificate, leaf))
    .map((root) => failure('certificate-unused', `The signature holds the root certificate ${nameOf(root)}.`));
  const repeated = certificates.find((certificate, index) =>
    certificates.slice(0, index).some((before) => sameCertificate(before, certificate)),
  );
  if (repeated) {
    failures.push(
      failure('certificate-repeated', `The signature holds the certificate ${nameOf(repeated)} more than once.`),
    );
  }
  if (!isSortedSet(chain.map(({ der }) => der))) {
    failures.push(failure('certificate-unordered', "The signature's certificates are not in DER order."));
  }
  return failures;
}

function isSigner(certificate: Certificate, data: SignedData): boolean {
  return (
    equalBytes(certificate.issuer, data.signer.issuer) && equalBytes(certificate.serialNumber, data.signer.serialNumber)
  );
}

function publisherFailures(leaf: Certificate, options: VerifyOptions): VerificationFailure[] {
  if (!options.publisher) return [];
  const subject = formatName(leaf.subject);
  const issuer = formatName(leaf.issuer);
  if (subject === options.publisher.subject && issuer === options.publisher.issuer) return [];
  return [
    failure(
      'signer-unexpected',
      `The file was signed by "${subject}", issued by "${issuer}" (${identityOf(leaf)}), not by the expected publisher.`,
    ),
  ];
}
