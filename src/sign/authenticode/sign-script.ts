import { createHash } from 'node:crypto';
import { type Signer } from '../keys/signer.js';
import { SignError } from '../sign-error.js';
import { type HashName } from '../signature/algorithms.js';
import { scriptText } from './script-text.js';
import { type AuthenticodeOptions, signAuthenticode } from './sign-authenticode.js';
import { contentFailures, joinBlock, markerFailures } from './signature-block.js';
import { encodeScriptDigest, indirectDataOid } from './spc.js';

/**
 * Signs a PowerShell script with Authenticode.
 *
 * `content` is the script's bytes without a signature, lines ending with CRLF: printable ASCII and tabs, or UTF-8 with a byte order
 * mark. The result is the content and the signature block behind it. With an RSA key and no timestamp, equal input gives equal bytes.
 *
 * Rejects with SignError: `content-invalid` for other content, `signature-wrong` when the signature does not fit the certificate,
 * and whatever the signer or the timestamper reject with.
 */
export async function signScript(
  content: Uint8Array,
  signer: Signer,
  options: AuthenticodeOptions = {},
): Promise<Uint8Array> {
  const [problem] = [...contentFailures(content), ...markerFailures(content)];
  if (problem) throw new SignError('content-invalid', `The script cannot be signed. ${problem.message}`);
  const { hash } = signer.algorithm;
  const signed = encodeScriptDigest(hash, hashScript(hash, content));
  return joinBlock(content, await signAuthenticode(indirectDataOid, signed, signer, options));
}

/**
 * The digest Windows computes of a script: over its UTF-16LE code units, without the CRLF before the block. A byte order mark counts,
 * and nothing is prepended for a file without one. Reproduced on scripts that Microsoft signed. `content` is what signScript takes.
 */
export function hashScript(hash: HashName, content: Uint8Array): Uint8Array {
  return createHash(hash)
    .update(Buffer.from(scriptText(content), 'utf16le'))
    .digest();
}
