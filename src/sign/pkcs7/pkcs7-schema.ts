import { AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

/** IssuerAndSerialNumber (RFC 2315 6.7); the name stays as the certificate's own bytes. */
export class IssuerAndSerialNumber {
  @AsnProp({ type: AsnPropTypes.Any })
  issuer = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter })
  serialNumber = new ArrayBuffer(0);
}

/** SignerInfo (RFC 2315 9.2). Attributes are kept as bytes: they are what the signature is made over. */
export class SignerInfo {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 1;

  @AsnProp({ type: IssuerAndSerialNumber })
  issuerAndSerialNumber = new IssuerAndSerialNumber();

  @AsnProp({ type: AlgorithmIdentifier })
  digestAlgorithm = new AlgorithmIdentifier();

  @AsnProp({ type: AsnPropTypes.Any, repeated: 'set', context: 0, implicit: true })
  authenticatedAttributes: ArrayBuffer[] = [];

  @AsnProp({ type: AlgorithmIdentifier })
  digestEncryptionAlgorithm = new AlgorithmIdentifier();

  @AsnProp({ type: AsnPropTypes.OctetString })
  encryptedDigest = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.Any, repeated: 'set', context: 1, implicit: true, optional: true })
  unauthenticatedAttributes?: ArrayBuffer[];
}

/** ContentInfo (RFC 2315 7). */
export class ContentInfo {
  @AsnProp({ type: AsnPropTypes.ObjectIdentifier })
  contentType = '';

  @AsnProp({ type: AsnPropTypes.Any, context: 0, optional: true })
  content?: ArrayBuffer;
}
