import { createHash } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import { toArrayBuffer } from '../../../src/sign/asn1/bytes.js';
import { decodeDer, encodeDer, encodeOid } from '../../../src/sign/asn1/der-codec.js';
import { type Signer } from '../../../src/sign/keys/signer.js';
import { derTags, derValue } from '../../../src/sign/asn1/der-writer.js';
import { derChildren } from '../../../src/sign/asn1/strict-der.js';
import {
  contentTypeOid,
  encodeAttribute,
  messageDigestOid,
  signedAttributeBytes,
  sortAttributes,
} from '../../../src/sign/pkcs7/attributes.js';
import { ContentInfo, SignerInfo } from '../../../src/sign/pkcs7/pkcs7-schema.js';
import { digestAlgorithmIdentifier, signerInfoAlgorithmIdentifier } from '../../../src/sign/signature/algorithms.js';
import {
  EssCertId,
  SigningCertificate,
  TstInfo,
  TimeStampReq,
  TimeStampResp,
  TokenSignedData,
} from '../../../src/sign/timestamp/timestamp-schema.js';

export interface TokenOptions {
  readonly time?: Date;
  /** A fraction of a second behind the time, with its point. */
  readonly fraction?: string;
  /** Written out though it is the default, which DER forbids. */
  readonly ordering?: false;
  /** The bytes whose hash stands as the signer's certificate; undefined for the right one, null to leave the attribute out. */
  readonly named?: Uint8Array | null;
  readonly contentType?: string;
}

/** Answers a timestamp query with any signer: for what openssl refuses to do. */
export async function answerTimestamp(
  query: Uint8Array,
  signer: Signer,
  options: TokenOptions = {},
): Promise<Uint8Array> {
  const request = decodeDer(query, TimeStampReq, 'The query');
  const info = new TstInfo();
  info.policy = '1.2.3.4.1';
  info.messageImprint = request.messageImprint;
  info.serialNumber = Uint8Array.of(1).buffer;
  info.genTime = toArrayBuffer(encodeTime(options.time ?? new Date(), options.fraction));
  info.nonce = request.nonce;
  const response = new TimeStampResp();
  const content = options.ordering === undefined ? encodeDer(info) : writeOrdering(encodeDer(info), info);
  response.timeStampToken = toArrayBuffer(await signInfo(content, signer, options));
  return encodeDer(response);
}

/** A TSTInfo with `ordering FALSE` behind its time. */
function writeOrdering(encoded: Uint8Array, { nonce }: TstInfo): Uint8Array {
  const fields = derChildren(derTags.sequence, encoded);
  const before = fields.slice(0, nonce ? -1 : undefined);
  return derValue(derTags.sequence, ...before, Uint8Array.of(0x01, 0x01, 0x00), ...fields.slice(before.length));
}

/** GeneralizedTime in DER. */
function encodeTime(time: Date, fraction = ''): Uint8Array {
  const text = `${time.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}${fraction}Z`;
  return derValue(derTags.generalizedTime, Buffer.from(text));
}

async function signInfo(content: Uint8Array, signer: Signer, options: TokenOptions): Promise<Uint8Array> {
  const { hash } = signer.algorithm;
  const [leaf] = signer.certificates;
  const contentType = options.contentType ?? '1.2.840.113549.1.9.16.1.4';
  const named = new SigningCertificate();
  const id = new EssCertId();
  id.certHash = toArrayBuffer(
    createHash('sha256')
      .update(options.named ?? leaf.der)
      .digest(),
  );
  named.certs = [id];
  const attributes = sortAttributes([
    encodeAttribute(contentTypeOid, encodeOid(contentType)),
    encodeAttribute(messageDigestOid, encodeDer(new OctetString(createHash(hash).update(content).digest()))),
    ...(options.named === null ? [] : [encodeAttribute('1.2.840.113549.1.9.16.2.47', encodeDer(named))]),
  ]);
  const info = new SignerInfo();
  info.issuerAndSerialNumber.issuer = toArrayBuffer(leaf.issuer);
  info.issuerAndSerialNumber.serialNumber = toArrayBuffer(leaf.serialNumber);
  info.digestAlgorithm = digestAlgorithmIdentifier(hash);
  info.authenticatedAttributes = attributes.map(toArrayBuffer);
  info.digestEncryptionAlgorithm = signerInfoAlgorithmIdentifier(signer.algorithm);
  info.encryptedDigest = toArrayBuffer(await signer.sign(signedAttributeBytes(attributes)));
  const data = new TokenSignedData();
  data.digestAlgorithms = [digestAlgorithmIdentifier(hash)];
  data.encapContentInfo.eContentType = contentType;
  data.encapContentInfo.eContent = toArrayBuffer(content);
  data.certificates = signer.certificates.map(({ der }) => toArrayBuffer(der));
  data.signerInfos = [info];
  const outer = new ContentInfo();
  outer.contentType = '1.2.840.113549.1.7.2';
  outer.content = toArrayBuffer(encodeDer(data));
  return encodeDer(outer);
}
