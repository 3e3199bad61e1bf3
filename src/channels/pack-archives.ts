import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import { runInWorkers } from '../workers/run-in-workers.js';
import type { Artefact } from '../ir/artefact.js';
import { zip, type ZipEntry } from './zip.js';

/** A ZIP file that is to be made. */
export interface Archive {
  /** Below dist/. */
  readonly path: string;
  readonly entries: readonly ZipEntry[];
}

/** Bytes from which starting workers pays. */
const worthWorkers = 4_000_000;

/**
 * Makes archives. Compressing is most of the work of a build, and needs nothing else of it.
 * @param workers how many may compress at once; with one, none is started.
 * @returns one file for each, in their order, the same with any number of workers.
 */
export async function packArchives(archives: readonly Archive[], workers: number): Promise<readonly Artefact[]> {
  const sizes = archives.map(({ entries }) => entries.reduce((sum, { bytes }) => sum + bytes.length, 0));
  const isSmall = sizes.reduce((sum, size) => sum + size, 0) < worthWorkers;
  if (workers < 2 || isSmall)
    return archives.map(({ path, entries }) => unsignedArtefact(path, zip(entries, 'deflated')));
  const jobs = archives.map(({ entries }, at) => {
    const order = entries.map(ownCopy);
    return { order, weight: sizes[at] ?? 0, transfer: order.map(({ bytes }) => bytes.buffer) };
  });
  const script = new URL('zip-worker.js', import.meta.url);
  const packed = await runInWorkers<readonly ZipEntry[], Uint8Array>(script, jobs, workers);
  return archives.map(({ path }, at) => unsignedArtefact(path, packed[at] as Uint8Array));
}

/** Bytes may be a part of more memory, all of which would go along. */
function ownCopy({ path, bytes }: ZipEntry): { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> } {
  return { path, bytes: new Uint8Array(bytes) };
}
