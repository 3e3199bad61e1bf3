import { createHash } from 'node:crypto';

/** The SHA-256 of bytes, lower-case hex: how artefacts, manifest and SHA256SUMS spell it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
