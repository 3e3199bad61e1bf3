import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { equalBytes } from '../asn1/bytes.js';
import { decodeDer, decodeOid, encodeDer, encodeOid } from '../asn1/der-codec.js';
import { derTags, derValue } from '../asn1/der-writer.js';
import { derChildren, derContent, findDerFault } from '../asn1/strict-der.js';
import { SignError } from '../sign-error.js';
import {
  digestAlgorithmIdentifier,
  hashOfOid,
  type SignatureAlgorithm,
  signatureAlgorithmOf,
  signerInfoAlgorithmIdentifier,
} from '../signature/algorithms.js';

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
  const { sequence, set, integer, octetString, context0, context1 } = derTags;
  const version = derValue(integer, Uint8Array.of(1));
  const hash = encodeDer(digestAlgorithmIdentifier(data.algorithm.hash));
  const signerInfo = derValue(
    sequence,
    version,
    derValue(sequence, data.signer.issuer, derValue(integer, data.signer.serialNumber)),
    hash,
    derValue(context0, ...data.signedAttributes),
    encodeDer(signerInfoAlgorithmIdentifier(data.algorithm)),
    derValue(octetString, data.signature),
    ...(data.unsignedAttributes.length > 0 ? [derValue(context1, ...data.unsignedAttributes)] : []),
  );
  const content = data.content ? [derValue(context0, data.content)] : [];
  const signedData = derValue(
    sequence,
    version,
    derValue(set, hash),
    derValue(sequence, encodeOid(data.contentType), ...content),
    derValue(context0, ...data.certificates),
    derValue(set, signerInfo),
  );
  return derValue(sequence, encodeOid(signedDataOid), derValue(context0, signedData));
}

/**
 * Reads what encodeSignedData writes, and nothing else: the result encodes to the same bytes again, so no byte of the input is
 * ignored. Throws SignError `der-invalid`, or `key-unsupported` for SHA-1 and unknown algorithms.
 */
export function decodeSignedData(der: Uint8Array): SignedData {
  const fault = findDerFault(der);
  if (fault)
    throw new SignError('der-invalid', `The signature is not valid DER: ${fault.problem} (byte ${fault.offset}).`);
  const data = readSignedData(der);
  // Reading only picks out what can differ; that all the rest is as it has to be shows in writing it again.
  if (!data || !equalBytes(encodeSignedData(data), der)) {
    throw new SignError('der-invalid', 'The signature holds fields or values that are not expected in it.');
  }
  return data;
}

/** Undefined when fields are missing. */
function readSignedData(der: Uint8Array): SignedData | undefined {
  const { sequence, set, integer, octetString, context0, context1 } = derTags;
  const [, wrapped] = derChildren(sequence, der);
  const [signedData] = derChildren(context0, wrapped);
  const [, , contentInfo, certificates, signerInfos] = derChildren(sequence, signedData);
  const [contentType, content] = derChildren(sequence, contentInfo);
  const [signerInfo] = derChildren(set, signerInfos);
  const [, sid, hash, signed, algorithm, signatureValue, unsigned] = derChildren(sequence, signerInfo);
  const [issuer, serial] = derChildren(sequence, sid);
  const serialNumber = derContent(integer, serial);
  const signature = derContent(octetString, signatureValue);
  if (!contentType || !issuer || !serialNumber || !hash || !algorithm || !signature) return undefined;
  return {
    contentType: decodeOid(contentType, 'A content type'),
    content: derChildren(context0, content)[0],
    algorithm: readAlgorithm(hash, algorithm),
    certificates: derChildren(context0, certificates),
    signer: { issuer, serialNumber },
    signedAttributes: derChildren(context0, signed),
    signature,
    unsignedAttributes: derChildren(context1, unsigned),
  };
}

function readAlgorithm(digestIdentifier: Uint8Array, signatureIdentifier: Uint8Array): SignatureAlgorithm {
  const what = 'An algorithm of the signature';
  const hashOid = decodeDer(digestIdentifier, AlgorithmIdentifier, what).algorithm;
  const signatureOid = decodeDer(signatureIdentifier, AlgorithmIdentifier, what).algorithm;
  const hash = hashOfOid(hashOid);
  const algorithm = hash && signatureAlgorithmOf(signatureOid, hash);
  if (algorithm) return algorithm;
  const names = `${hashOid} with ${signatureOid}`;
  throw new SignError(
    'key-unsupported',
    `The signature's algorithms (${names}) are not accepted; SHA-1 is among the refused.`,
  );
}
