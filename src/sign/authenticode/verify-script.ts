import { equalBytes } from '../asn1/bytes.js';
import { type VerifyOptions } from '../cms/verify-message.js';
import { type HashName } from '../signature/algorithms.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import { hashScript } from './sign-script.js';
import { hasMark, withMark, withoutMark } from './script-text.js';
import { readBlock } from './signature-block.js';
import { encodeScriptDigest, indirectDataOid, readIndirectDigest } from './spc.js';
import { nothingKnown, type SignatureVerification, verifyAuthenticode } from './verify-authenticode.js';

/**
 * Verifies a signed PowerShell script, given as the bytes of the whole file.
 *
 * Stricter than Windows: the block has to be the last thing in the file, the only one, and spelled in the one way that signing tools
 * spell it, so that no byte of the file can change unseen. Lists every failure it finds; never throws. Certificate revocation is
 * not looked at.
 */
export function verifyScript(file: Uint8Array, options: VerifyOptions = {}): SignatureVerification {
  const block = readBlock(file);
  if (!block.content || !block.signature) {
    return { failures: block.failures, ...nothingKnown };
  }
  const result = verifyAuthenticode(block.signature, indirectDataOid, options);
  // The digest is over line ends as they stand, so that they are no less signed for being others than ours.
  const ofBlock = block.failures.filter(({ reason }) => !options.foreign || reason !== 'body-not-crlf');
  const failures = [...ofBlock, ...result.failures];
  if (!result.algorithm || !result.content) return { ...result, failures };
  const { hash } = result.algorithm;
  const mark = markFailure(hash, result.content, block.content);
  // Without its mark, UTF-8 is no ASCII either; nobody has to write or sign anything anew for that.
  if (mark) return { ...result, failures: [mark, ...failures.filter(({ reason }) => reason !== 'body-not-ascii')] };
  return { ...result, failures: [...failures, ...digestFailures(hash, result.content, block.content)] };
}

/** What happened to the byte order mark, where nothing else of the text has changed since it was signed. */
function markFailure(hash: HashName, indirectData: Uint8Array, content: Uint8Array): VerificationFailure | null {
  const isSigned = (text: Uint8Array): boolean =>
    equalBytes(indirectData, encodeScriptDigest(hash, hashScript(hash, text)));
  if (!hasMark(content)) {
    return isSigned(withMark(content))
      ? failure('mark-missing', 'The byte order mark at the start is missing; it was signed with one.')
      : null;
  }
  const rest = withoutMark(content);
  return !hasMark(rest) && isSigned(rest)
    ? failure('mark-added', 'A byte order mark stands at the start; it was signed without one.')
    : null;
}

function digestFailures(hash: HashName, indirectData: Uint8Array, content: Uint8Array): VerificationFailure[] {
  const digest = hashScript(hash, content);
  if (equalBytes(indirectData, encodeScriptDigest(hash, digest))) return [];
  try {
    if (!equalBytes(readIndirectDigest(indirectData), digest)) {
      return [failure('digest-mismatch', 'The text is not the one that was signed.')];
    }
  } catch {
    // Falls through: what is signed is no digest of a file at all.
  }
  return [failure('signature-structure', 'The signature is not one of a PowerShell script.')];
}
