import { AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { SignerInfo } from '../pkcs7/pkcs7-schema.js';

/** MessageImprint (RFC 3161 2.4.1): the hash of what is stamped. */
export class MessageImprint {
  @AsnProp({ type: AlgorithmIdentifier })
  hashAlgorithm = new AlgorithmIdentifier();

  @AsnProp({ type: AsnPropTypes.OctetString })
  hashedMessage = new ArrayBuffer(0);
}

/** TimeStampReq (RFC 3161 2.4.1) without a policy and extensions. */
export class TimeStampReq {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 1;

  @AsnProp({ type: MessageImprint })
  messageImprint = new MessageImprint();

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter })
  nonce = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.Boolean })
  certReq = true;
}

/** PKIStatusInfo (RFC 3161 2.4.2). */
export class PkiStatusInfo {
  @AsnProp({ type: AsnPropTypes.Integer })
  status = 0;

  @AsnProp({ type: AsnPropTypes.Utf8String, repeated: 'sequence', optional: true })
  statusString?: string[];

  @AsnProp({ type: AsnPropTypes.BitString, optional: true })
  failInfo?: ArrayBuffer;
}

/** TimeStampResp (RFC 3161 2.4.2); the token stays as bytes. */
export class TimeStampResp {
  @AsnProp({ type: PkiStatusInfo })
  status = new PkiStatusInfo();

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  timeStampToken?: ArrayBuffer;
}

/** Accuracy (RFC 3161 2.4.2). */
export class Accuracy {
  @AsnProp({ type: AsnPropTypes.Integer, optional: true })
  seconds?: number;

  @AsnProp({ type: AsnPropTypes.Integer, context: 0, implicit: true, optional: true })
  millis?: number;

  @AsnProp({ type: AsnPropTypes.Integer, context: 1, implicit: true, optional: true })
  micros?: number;
}

/** TSTInfo (RFC 3161 2.4.2): what the authority signs. Fields that are not evaluated stay as bytes. */
export class TstInfo {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 1;

  @AsnProp({ type: AsnPropTypes.ObjectIdentifier })
  policy = '';

  @AsnProp({ type: MessageImprint })
  messageImprint = new MessageImprint();

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter })
  serialNumber = new ArrayBuffer(0);

  /** Stays as bytes, since a Date would lose the microseconds that some authorities write. */
  @AsnProp({ type: AsnPropTypes.Any })
  genTime = new ArrayBuffer(0);

  @AsnProp({ type: Accuracy, optional: true })
  accuracy?: Accuracy;

  @AsnProp({ type: AsnPropTypes.Boolean, defaultValue: false })
  ordering = false;

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter, optional: true })
  nonce?: ArrayBuffer;

  @AsnProp({ type: AsnPropTypes.Any, context: 0, optional: true })
  tsa?: ArrayBuffer;
}

/** EncapsulatedContentInfo (RFC 5652 5.2). */
export class EncapsulatedContentInfo {
  @AsnProp({ type: AsnPropTypes.ObjectIdentifier })
  eContentType = '';

  @AsnProp({ type: AsnPropTypes.OctetString, context: 0 })
  eContent = new ArrayBuffer(0);
}

/** SignedData (RFC 5652 5.1) of a timestamp token, without revocation lists. */
export class TokenSignedData {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 3;

  @AsnProp({ type: AlgorithmIdentifier, repeated: 'set' })
  digestAlgorithms: AlgorithmIdentifier[] = [];

  @AsnProp({ type: EncapsulatedContentInfo })
  encapContentInfo = new EncapsulatedContentInfo();

  @AsnProp({ type: AsnPropTypes.Any, repeated: 'set', context: 0, implicit: true })
  certificates: ArrayBuffer[] = [];

  @AsnProp({ type: SignerInfo, repeated: 'set' })
  signerInfos: SignerInfo[] = [];
}

/** ESSCertID (RFC 2634 5.4.1) and ESSCertIDv2 (RFC 5035 3): the hash of the certificate that may verify the token. */
export class EssCertId {
  @AsnProp({ type: AlgorithmIdentifier, optional: true })
  hashAlgorithm?: AlgorithmIdentifier;

  @AsnProp({ type: AsnPropTypes.OctetString })
  certHash = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  issuerSerial?: ArrayBuffer;
}

/** SigningCertificate and SigningCertificateV2 (RFC 2634 5.4, RFC 5035 3). */
export class SigningCertificate {
  @AsnProp({ type: EssCertId, repeated: 'sequence' })
  certs: EssCertId[] = [];

  @AsnProp({ type: AsnPropTypes.Any, optional: true })
  policies?: ArrayBuffer;
}
