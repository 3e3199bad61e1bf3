import { compareBytes } from '../asn1/bytes.js';
import { encodeOid } from '../asn1/der-codec.js';
import { derTags, derValue } from '../asn1/der-writer.js';
import { signAndCheck, type Signer } from '../keys/signer.js';
import {
  contentTypeOid,
  encodeAttribute,
  messageDigestOid,
  signedAttributeBytes,
  sortAttributes,
} from '../pkcs7/attributes.js';
import { encodeSignedData } from '../pkcs7/signed-data.js';
import { type Timestamper } from '../timestamp/timestamp-client.js';
import { isSelfIssued } from '../x509/certificate.js';

/** What is signed, and how. */
export interface Message {
  readonly contentType: string;
  /** One DER value, or undefined when the content stands beside the signature. */
  readonly content: Uint8Array | undefined;
  /** Of the content, with the signer's hash. */
  readonly digest: Uint8Array;
  /** Signed attributes beside content type and digest, in any order. */
  readonly attributes: readonly Uint8Array[];
  /** The attribute that a timestamp goes to. */
  readonly timestampOid: string;
}

/**
 * Signs a message as PKCS#7 SignedData in DER. There is no signing time in it, so an RSA signature depends on nothing but message
 * and key; a time that nobody confirms is worth nothing anyway.
 *
 * Certificates: the signer's and its issuers', sorted by their bytes, which Windows asks of catalogs; a root is left out, since it
 * proves nothing. Rejects with SignError, and with what the timestamper rejects with: when one is given, a signature without its
 * timestamp is never returned.
 */
export async function signMessage(
  message: Message,
  signer: Signer,
  timestamp: Timestamper | undefined,
): Promise<Uint8Array> {
  const [leaf, ...issuers] = signer.certificates;
  const signedAttributes = sortAttributes([
    encodeAttribute(contentTypeOid, encodeOid(message.contentType)),
    encodeAttribute(messageDigestOid, derValue(derTags.octetString, message.digest)),
    ...message.attributes,
  ]);
  const signature = await signAndCheck(signer, signedAttributeBytes(signedAttributes));
  const token = await timestamp?.(signature);
  return encodeSignedData({
    contentType: message.contentType,
    content: message.content,
    algorithm: signer.algorithm,
    certificates: [leaf, ...issuers.filter((issuer) => !isSelfIssued(issuer))].map(({ der }) => der).sort(compareBytes),
    signer: { issuer: leaf.issuer, serialNumber: leaf.serialNumber },
    signedAttributes,
    signature,
    unsignedAttributes: token ? [encodeAttribute(message.timestampOid, token)] : [],
  });
}
