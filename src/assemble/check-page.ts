import { sha256 } from '../bytes/sha256.js';
import { hashFailures, takeAgain, type ProductFailure } from './hash-failures.js';

/** Products that a SHA256SUMS at the root of dist/ names. */
export function productsInSums(sums: Uint8Array | undefined): readonly string[] {
  return [...readSums(sums).keys()].flatMap((path) => /^([a-z][a-z0-9-]*)\/SHA256SUMS$/.exec(path)?.[1] ?? []);
}

/**
 * Holds everything of dist/ outside the folders of products, and each product's SHA256SUMS, against the SHA256SUMS at the
 * root: nothing changed, nothing missing, nothing added.
 * @param files by path below dist/, with forward slashes.
 */
export function checkPage(files: ReadonlyMap<string, Uint8Array>): readonly ProductFailure[] {
  const sums = files.get('SHA256SUMS');
  if (!sums) return [{ path: 'SHA256SUMS', message: 'The list of hashes is missing.', advice: takeAgain }];
  const besides = (path: string): boolean => path === 'SHA256SUMS' || path === 'SHA256SUMS.p7s';
  return hashFailures(files, 'SHA256SUMS', readSums(sums), besides, sha256);
}

/** Hashes by path. A line in any other form names no file, so that the file it was meant for counts as not listed. */
export function readSums(sums: Uint8Array | undefined): ReadonlyMap<string, string> {
  const lines = Buffer.from(sums ?? [])
    .toString('utf8')
    .split('\n');
  return new Map(
    lines.flatMap((line) => {
      const [, hash, path] = /^([0-9a-f]{64})  (.+)$/.exec(line) ?? [];
      return hash !== undefined && path !== undefined ? [[path, hash] as const] : [];
    }),
  );
}
