import {
  type MessageKind,
  type MessageVerification,
  verifyMessage,
  type VerifyOptions,
} from '../cms/verify-message.js';
import { attributeValue, authenticodeTimestampOid } from '../pkcs7/attributes.js';
import { type SignedData } from '../pkcs7/signed-data.js';
import { SignError } from '../sign-error.js';
import { contentDigest, opusInfoOid, type ProgramInfo, readOpusInfo } from './spc.js';

/** What is known about an Authenticode signature. It is good exactly when `failures` is empty. */
export interface SignatureVerification extends MessageVerification {
  /** The signed content's DER. Undefined when the signature could not be read. */
  readonly content: Uint8Array | undefined;
  readonly program: ProgramInfo;
}

/** Of a signature that cannot be read. */
export const nothingKnown = {
  path: [],
  algorithm: undefined,
  content: undefined,
  program: {},
  timestamp: undefined,
} as const satisfies Omit<SignatureVerification, 'failures'>;

/**
 * Verifies an Authenticode PKCS#7 as verifyMessage does. What the content says about a file is for the caller to compare.
 * Lists every failure it finds; never throws.
 */
export function verifyAuthenticode(
  der: Uint8Array,
  contentType: string,
  options: VerifyOptions,
): SignatureVerification {
  const kind = {
    contentType,
    timestampOid: authenticodeTimestampOid,
    digest: (hash, content) => {
      if (!content) throw new SignError('der-invalid', 'The signature has no content.');
      return contentDigest(hash, content);
    },
  } as const satisfies MessageKind;
  const { data, ...known } = verifyMessage(der, kind, options);
  return { ...known, content: data?.content, program: data ? readProgram(data) : {} };
}

function readProgram(data: SignedData): ProgramInfo {
  try {
    const opus = attributeValue(data.signedAttributes, opusInfoOid);
    return opus ? readOpusInfo(opus) : {};
  } catch {
    return {};
  }
}
