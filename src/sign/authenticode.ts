import { ContentType } from '@peculiar/asn1-pkcs9';
import { OctetString } from '@peculiar/asn1-schema';
import { encodeDer } from './asn1.js';
import { authenticodeTimestampOid, contentTypeOid, messageDigestOid } from './attribute-oids.js';
import { compareBytes } from './bytes.js';
import { isSelfIssued } from './certificate.js';
import { encodeAttribute, encodeSignedData, signedAttributeBytes, sortAttributes } from './signed-data.js';
import { signAndCheck, type Signer } from './signer.js';
import { contentDigest, encodeOpusInfo, opusInfoOid, type ProgramInfo, statementTypeOid } from './spc.js';
import { SpcStatementType } from './spc-schema.js';

const individualSigning = '1.3.6.1.4.1.311.2.1.21';

/** Asks a timestamp authority to confirm a signature: bytes of the signature in, TimeStampToken in DER out. */
export type Timestamper = (signature: Uint8Array) => Promise<Uint8Array>;

export interface AuthenticodeOptions extends ProgramInfo {
  /** When given, a signature without its timestamp is never returned. */
  readonly timestamp?: Timestamper;
}

/**
 * Signs a content (one DER value) as Authenticode PKCS#7, laid out as signtool lays it out: contentType, statement type,
 * message digest and program description as signed attributes, in DER order, without signingTime. So an RSA signature
 * depends on nothing but content, key and options.
 *
 * Certificates: the signer's and its issuers', sorted by their bytes, which Windows asks of catalogs; a root is left out, since it
 * proves nothing. Rejects with SignError.
 */
export async function signAuthenticode(
  contentType: string,
  content: Uint8Array,
  signer: Signer,
  options: AuthenticodeOptions = {},
): Promise<Uint8Array> {
  const [leaf, ...issuers] = signer.certificates;
  const signedAttributes = sortAttributes([
    encodeAttribute(contentTypeOid, encodeDer(new ContentType(contentType))),
    encodeAttribute(statementTypeOid, encodeDer(new SpcStatementType([individualSigning]))),
    encodeAttribute(messageDigestOid, encodeDer(new OctetString(contentDigest(signer.algorithm.hash, content)))),
    encodeAttribute(opusInfoOid, encodeOpusInfo(options)),
  ]);
  const signature = await signAndCheck(signer, signedAttributeBytes(signedAttributes));
  const token = await options.timestamp?.(signature);
  return encodeSignedData({
    contentType,
    content,
    algorithm: signer.algorithm,
    certificates: [leaf, ...issuers.filter((issuer) => !isSelfIssued(issuer))].map(({ der }) => der).sort(compareBytes),
    signer: { issuer: leaf.issuer, serialNumber: leaf.serialNumber },
    signedAttributes,
    signature,
    unsignedAttributes: token ? [encodeAttribute(authenticodeTimestampOid, token)] : [],
  });
}
