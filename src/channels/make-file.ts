import type { Artefact } from '../ir/artefact.js';
import { sha256 } from '../ir/sha256.js';

/** A file of a channel, which carries no signature of its own. */
export function makeFile(path: string, bytes: Uint8Array): Artefact {
  const hash = sha256(bytes);
  return { path, bytes, unsignedSha256: hash, sha256: hash, signed: false };
}

/** JSON as UTF-8 without a byte order mark, indented by two. */
export function makeJson(path: string, value: object): Artefact {
  return makeFile(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'));
}

/** The same bytes and signature at a second place. */
export function copyFile(artefact: Artefact, path: string): Artefact {
  return { ...artefact, path };
}
