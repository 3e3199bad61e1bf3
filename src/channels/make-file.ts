import type { Artefact } from '../ir/artefact.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';

/** JSON as UTF-8 without a byte order mark, indented by two. */
export function makeJson(path: string, value: object): Artefact {
  return unsignedArtefact(path, Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8'));
}

/** The same bytes and signature at a second place. */
export function copyFile(artefact: Artefact, path: string): Artefact {
  return { ...artefact, path };
}
