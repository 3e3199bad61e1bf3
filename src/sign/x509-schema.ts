import { AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extensions, Validity } from '@peculiar/asn1-x509';

/**
 * TBSCertificate of RFC 5280 4.1 with names and public key kept as the bytes they were read from.
 *
 * Name matching and issuerAndSerialNumber need the exact bytes; a decoded name need not encode to the same ones.
 */
export class TbsCertificateFields {
  @AsnProp({ type: AsnPropTypes.Integer, context: 0, defaultValue: 0 })
  version = 0;

  @AsnProp({ type: AsnPropTypes.Integer, converter: AsnIntegerArrayBufferConverter })
  serialNumber = new ArrayBuffer(0);

  @AsnProp({ type: AlgorithmIdentifier })
  signature = new AlgorithmIdentifier();

  @AsnProp({ type: AsnPropTypes.Any })
  issuer = new ArrayBuffer(0);

  @AsnProp({ type: Validity })
  validity = new Validity();

  @AsnProp({ type: AsnPropTypes.Any })
  subject = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.Any })
  subjectPublicKeyInfo = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.BitString, context: 1, implicit: true, optional: true })
  issuerUniqueID?: ArrayBuffer;

  @AsnProp({ type: AsnPropTypes.BitString, context: 2, implicit: true, optional: true })
  subjectUniqueID?: ArrayBuffer;

  @AsnProp({ type: Extensions, context: 3, optional: true })
  extensions?: Extensions;
}

/** Certificate of RFC 5280 4.1; the part that is signed stays as bytes. */
export class CertificateFields {
  @AsnProp({ type: AsnPropTypes.Any })
  tbsCertificate = new ArrayBuffer(0);

  @AsnProp({ type: AlgorithmIdentifier })
  signatureAlgorithm = new AlgorithmIdentifier();

  @AsnProp({ type: AsnPropTypes.BitString })
  signatureValue = new ArrayBuffer(0);
}
