import { equalBytes } from '../asn1/bytes.js';
import { type VerifyOptions } from '../cms/verify-message.js';
import { type HashName } from '../signature/algorithms.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import { hashScript } from './sign-script.js';
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
  const failures = [...block.failures, ...result.failures];
  if (result.algorithm && result.content) {
    failures.push(...digestFailures(result.algorithm.hash, result.content, block.content));
  }
  return { ...result, failures };
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
