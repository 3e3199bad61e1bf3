import { createHash } from 'node:crypto';
import { type Signer } from '../keys/signer.js';
import { cmsTimestampOid } from '../pkcs7/attributes.js';
import { type Timestamper } from '../timestamp/timestamp-client.js';
import { failure } from '../verification-failure.js';
import { signMessage } from './sign-message.js';
import { type MessageVerification, verifyMessage, type VerifyOptions } from './verify-message.js';

const dataOid = '1.2.840.113549.1.7.1';

/**
 * Signs a file of any kind as detached CMS (RFC 5652): DER that stands beside the file, usually as `<file>.p7s`. Windows reads it with
 * System.Security.Cryptography.Pkcs.SignedCms, other systems with `openssl cms -verify`. Equal input gives equal bytes with an
 * RSA key and no timestamp. Rejects with SignError.
 */
export function signDetached(
  content: Uint8Array,
  signer: Signer,
  options: { readonly timestamp?: Timestamper | undefined } = {},
): Promise<Uint8Array> {
  const digest = createHash(signer.algorithm.hash).update(content).digest();
  const message = { contentType: dataOid, content: undefined, digest, attributes: [], timestampOid: cmsTimestampOid };
  return signMessage(message, signer, options.timestamp);
}

/** Verifies a detached CMS against the file beside it. Lists every failure it finds; never throws. */
export function verifyDetached(
  content: Uint8Array,
  signature: Uint8Array,
  options: VerifyOptions = {},
): MessageVerification {
  const kind = {
    contentType: dataOid,
    timestampOid: cmsTimestampOid,
    digest: (hash: string) => createHash(hash).update(content).digest(),
  };
  const { data, failures, ...known } = verifyMessage(signature, kind, options);
  if (!data?.content) return { ...known, failures };
  return {
    ...known,
    failures: [...failures, failure('signature-structure', 'The signature holds a content of its own.')],
  };
}
