import { zipSync } from 'fflate';

/** A file of an archive: its path with forward slashes, in ASCII. */
export interface ZipEntry {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A ZIP file of which the same files give the same bytes: fflate compresses without the zlib of a Node version, and every
 * entry is from 1 January 1980, the first day that the format has.
 * @param entries in the order that they get. What it throws is our bug: two paths that differ in case alone, or not.
 */
export function zip(entries: readonly ZipEntry[], method: 'stored' | 'deflated'): Uint8Array<ArrayBuffer> {
  const names = new Set(entries.map(({ path }) => path.toLowerCase()));
  if (names.size < entries.length) throw new Error('Two entries of a ZIP file would be one on Windows.');
  // fflate asks for bytes of its own realm and passes over a Buffer's prototype.
  const content = Object.fromEntries(entries.map(({ path, bytes }) => [path, new Uint8Array(bytes)] as const));
  return zipSync(content, { level: method === 'stored' ? 0 : 6, mtime: new Date(1980, 0, 1) });
}
