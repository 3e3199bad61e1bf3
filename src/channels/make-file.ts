import type { Artefact } from '../ir/artefact.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';

/** JSON indented by two, with LF line ends. */
export function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** JSON as UTF-8 without a byte order mark. */
export function makeJson(path: string, value: object): Artefact {
  return unsignedArtefact(path, Buffer.from(jsonText(value), 'utf8'));
}

/** The same bytes and signature at a second place. */
export function copyFile(artefact: Artefact, path: string): Artefact {
  return { ...artefact, path };
}
