import { ContentType } from '@peculiar/asn1-pkcs9';
import { OctetString } from '@peculiar/asn1-schema';
import { type SignatureAlgorithm } from './algorithms.js';
import { decodeDer } from './asn1.js';
import { contentTypeOid, messageDigestOid } from './authenticode.js';
import { equalBytes } from './bytes.js';
import { type Certificate, codeSigningUse, parseCertificate } from './certificate.js';
import { checkChain } from './chain.js';
import { formatName } from './distinguished-name.js';
import { failure, type VerificationFailure } from './failure.js';
import { SignError } from './sign-error.js';
import {
  attributeValue,
  decodeSignedData,
  type SignedData,
  signedAttributeBytes,
  sortAttributes,
} from './signed-data.js';
import { isSignatureValid } from './signer.js';
import { contentDigest, opusInfoOid, type ProgramInfo, readOpusInfo } from './spc.js';

export interface VerifyOptions {
  /** Certificates that are trusted: the signer's own, or an issuer's. Left out: who signed is reported, not judged. */
  readonly trusted?: readonly Certificate[];
  /** Names, spelled as describeCertificate spells them, that the signer's certificate has to bear. */
  readonly publisher?: { readonly subject: string; readonly issuer: string };
  /** The time for which validity is judged; now when left out. */
  readonly at?: Date;
}

/** What is known about a signature. It is good exactly when `failures` is empty. */
export interface SignatureVerification {
  readonly failures: readonly VerificationFailure[];
  /** The signer's certificate first, then its issuers as far as they are known. Empty when none could be read. */
  readonly path: readonly Certificate[];
  /** Undefined when the signature could not be read. */
  readonly algorithm: SignatureAlgorithm | undefined;
  /** The signed content's DER. Undefined when the signature could not be read. */
  readonly content: Uint8Array | undefined;
  readonly program: ProgramInfo;
}

/**
 * Verifies an Authenticode PKCS#7: strict structure, signed attributes, the signature itself, and the certificates behind it.
 * What the content says about a file is for the caller to compare. Lists every failure it finds; never throws.
 */
export function verifyAuthenticode(
  der: Uint8Array,
  contentType: string,
  options: VerifyOptions,
): SignatureVerification {
  const read = readSignature(der);
  if ('reason' in read) return { failures: [read], path: [], algorithm: undefined, content: undefined, program: {} };
  const { data, certificates } = read;
  const leaf = certificates.find((certificate) => isSigner(certificate, data));
  const failures = structureFailures(data, contentType);
  const known = { algorithm: data.algorithm, content: data.content, program: readProgram(data) };
  if (!leaf) {
    failures.push(failure('certificate-missing', "The signer's certificate is not in the signature."));
    return { failures, path: [], ...known };
  }
  if (!isSignatureValid(data.algorithm, leaf.publicKey, signedAttributeBytes(data.signedAttributes), data.signature)) {
    failures.push(
      failure('signature-mismatch', "The signature was not made with the signer's key, or was changed afterwards."),
    );
  }
  const others = certificates.filter((certificate) => certificate !== leaf);
  const policy = { trusted: options.trusted, at: options.at ?? new Date(), use: codeSigningUse };
  const chain = checkChain(leaf, others, policy);
  return {
    failures: [...failures, ...chain.failures, ...publisherFailures(leaf, options)],
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

function structureFailures(data: SignedData, contentType: string): VerificationFailure[] {
  const failures: VerificationFailure[] = [];
  const refuse = (what: string) => failures.push(failure('attributes-mismatch', what));
  if (data.contentType !== contentType) refuse('The signature is one of another kind of file.');
  const sorted = sortAttributes(data.signedAttributes);
  if (!sorted.every((attribute, index) => attribute === data.signedAttributes[index])) {
    failures.push(failure('signature-structure', "The signature's attributes are not in DER order."));
  }
  if (data.unsignedAttributes.length > 0) {
    failures.push(failure('signature-structure', 'The signature has attributes that nothing covers.'));
  }
  try {
    const type = attributeValue(data.signedAttributes, contentTypeOid);
    if (!type || decodeDer(type, ContentType, 'An attribute').value !== data.contentType) {
      refuse('The signed content type is not that of the content.');
    }
    const digest = attributeValue(data.signedAttributes, messageDigestOid);
    const stated = digest && new Uint8Array(decodeDer(digest, OctetString, 'An attribute').buffer);
    if (!stated || !equalBytes(stated, contentDigest(data.algorithm.hash, data.content))) {
      refuse("The signed digest is not that of the signature's content.");
    }
  } catch {
    failures.push(failure('signature-structure', "The signature's attributes cannot be read."));
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
      `The file was signed by "${subject}", issued by "${issuer}", not by the expected publisher.`,
    ),
  ];
}

function readProgram(data: SignedData): ProgramInfo {
  try {
    const opus = attributeValue(data.signedAttributes, opusInfoOid);
    return opus ? readOpusInfo(opus) : {};
  } catch {
    return {};
  }
}
