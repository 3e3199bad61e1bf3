import { hash } from 'node:crypto';

/** The SHA-256 of bytes or of a text as UTF-8, lower-case hex: how artefacts, manifest and SHA256SUMS spell it. */
export function sha256(content: Uint8Array | string): string {
  return hash('sha256', content, 'hex');
}
