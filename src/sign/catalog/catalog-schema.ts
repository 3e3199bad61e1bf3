import { Attribute } from '@peculiar/asn1-cms';
import { AsnProp, AsnPropTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extensions } from '@peculiar/asn1-x509';

/** TrustedSubject of a certificate trust list: a file's tag and what is known about the file. */
export class TrustedSubject {
  @AsnProp({ type: AsnPropTypes.OctetString })
  tag = new ArrayBuffer(0);

  @AsnProp({ type: Attribute, repeated: 'set' })
  attributes: Attribute[] = [];
}

/** CertificateTrustList (MS-CAESO and the CTL_INFO structure), as far as a catalog uses it. */
export class CertificateTrustList {
  @AsnProp({ type: AsnPropTypes.ObjectIdentifier, repeated: 'sequence' })
  subjectUsage: string[] = [];

  @AsnProp({ type: AsnPropTypes.OctetString })
  listIdentifier = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.UTCTime })
  thisUpdate = new Date(0);

  @AsnProp({ type: AlgorithmIdentifier })
  subjectAlgorithm = new AlgorithmIdentifier();

  @AsnProp({ type: TrustedSubject, repeated: 'sequence' })
  entries: TrustedSubject[] = [];

  @AsnProp({ type: Extensions, context: 0, optional: true })
  extensions?: Extensions;
}

/** CatalogNameValue: a named text. The flags say that the value is text and part of what is signed. */
export class CatalogNameValue {
  @AsnProp({ type: AsnPropTypes.BmpString })
  tag = '';

  @AsnProp({ type: AsnPropTypes.Integer })
  flags = 0x10010001;

  @AsnProp({ type: AsnPropTypes.OctetString })
  value = new ArrayBuffer(0);
}
