import type { Artefact } from '../ir/artefact.js';
import { sha256 } from './sha256.js';

/** A file that carries no signature of its own. */
export function unsignedArtefact(path: string, bytes: Uint8Array): Artefact {
  const hash = sha256(bytes);
  return { path, bytes, unsignedSha256: hash, sha256: hash, signed: false };
}
