import { AsnArray, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';

/** SpcSipInfo: names the subject interface package that knows how to hash the file. Shape read from signed scripts. */
export class SpcSipInfo {
  @AsnProp({ type: AsnPropTypes.Integer })
  version = 65536;

  @AsnProp({ type: AsnPropTypes.OctetString })
  package = new ArrayBuffer(0);

  @AsnProp({ type: AsnPropTypes.Integer })
  reserved1 = 0;

  @AsnProp({ type: AsnPropTypes.Integer })
  reserved2 = 0;

  @AsnProp({ type: AsnPropTypes.Integer })
  reserved3 = 0;

  @AsnProp({ type: AsnPropTypes.Integer })
  reserved4 = 0;

  @AsnProp({ type: AsnPropTypes.Integer })
  reserved5 = 0;
}

/** SpcAttributeTypeAndOptionalValue of the Authenticode PE specification. */
export class SpcAttributeTypeAndOptionalValue {
  @AsnProp({ type: AsnPropTypes.ObjectIdentifier })
  type = '';

  @AsnProp({ type: AsnPropTypes.Any })
  value = new ArrayBuffer(0);
}

/** DigestInfo (RFC 2315 9.4). */
export class DigestInfo {
  @AsnProp({ type: AlgorithmIdentifier })
  digestAlgorithm = new AlgorithmIdentifier();

  @AsnProp({ type: AsnPropTypes.OctetString })
  digest = new ArrayBuffer(0);
}

/** SpcIndirectDataContent of the Authenticode PE specification: what is signed is the file's digest. */
export class SpcIndirectDataContent {
  @AsnProp({ type: SpcAttributeTypeAndOptionalValue })
  data = new SpcAttributeTypeAndOptionalValue();

  @AsnProp({ type: DigestInfo })
  messageDigest = new DigestInfo();
}

/** SpcString: the unicode choice only, a BMPString under an implicit tag, so its bytes are UTF-16BE. */
@AsnType({ type: AsnTypeTypes.Choice })
export class SpcString {
  @AsnProp({ type: AsnPropTypes.OctetString, context: 0, implicit: true })
  unicode = new ArrayBuffer(0);
}

/** SpcLink: the url choice only, an IA5String under an implicit tag. */
@AsnType({ type: AsnTypeTypes.Choice })
export class SpcLink {
  @AsnProp({ type: AsnPropTypes.OctetString, context: 0, implicit: true })
  url = new ArrayBuffer(0);
}

/** SpcSpOpusInfo: the program's name and a link, which Windows shows in its dialogues. */
export class SpcSpOpusInfo {
  @AsnProp({ type: SpcString, context: 0, optional: true })
  programName?: SpcString;

  @AsnProp({ type: SpcLink, context: 1, optional: true })
  moreInfo?: SpcLink;
}

/** SpcStatementType: whether a person or a company signs. Windows ignores it; signtool always writes it. */
@AsnType({ type: AsnTypeTypes.Sequence, itemType: AsnPropTypes.ObjectIdentifier })
export class SpcStatementType extends AsnArray<string> {
  constructor(items: string[] = []) {
    super(items);
    Object.setPrototypeOf(this, SpcStatementType.prototype);
  }
}
