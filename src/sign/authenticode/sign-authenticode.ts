import { encodeDer } from '../asn1/der-codec.js';
import { signMessage } from '../cms/sign-message.js';
import { type Signer } from '../keys/signer.js';
import { authenticodeTimestampOid, encodeAttribute } from '../pkcs7/attributes.js';
import { type Timestamper } from '../timestamp/timestamp-client.js';
import { SpcStatementType } from './spc-schema.js';
import { contentDigest, encodeOpusInfo, opusInfoOid, type ProgramInfo, statementTypeOid } from './spc.js';

const individualSigning = '1.3.6.1.4.1.311.2.1.21';

/** Every signature has it. */
const statementType = encodeAttribute(statementTypeOid, encodeDer(new SpcStatementType([individualSigning])));

export interface AuthenticodeOptions extends ProgramInfo {
  /** When given, a signature without its timestamp is never returned. */
  readonly timestamp?: Timestamper | undefined;
}

/**
 * Signs a content (one DER value) as Authenticode PKCS#7, with the attributes that signtool writes: content type, statement type,
 * digest and program description. Rejects as signMessage does.
 */
export function signAuthenticode(
  contentType: string,
  content: Uint8Array,
  signer: Signer,
  options: AuthenticodeOptions = {},
): Promise<Uint8Array> {
  const message = {
    contentType,
    content,
    digest: contentDigest(signer.algorithm.hash, content),
    attributes: [statementType, encodeAttribute(opusInfoOid, encodeOpusInfo(options))],
    timestampOid: authenticodeTimestampOid,
  };
  return signMessage(message, signer, options.timestamp);
}
