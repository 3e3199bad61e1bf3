import { sha256 } from '../ir/sha256.js';
import { takeAgain, type ProductFault } from './check-product.js';

/** Products that a SHA256SUMS at the root of dist/ names. */
export function productsInSums(sums: Uint8Array | undefined): readonly string[] {
  return [...readSums(sums).keys()].flatMap((path) => /^([a-z][a-z0-9-]*)\/SHA256SUMS$/.exec(path)?.[1] ?? []);
}

/**
 * Holds everything of dist/ outside the folders of products, and each product's SHA256SUMS, against the SHA256SUMS at the
 * root: nothing changed, nothing missing, nothing added.
 * @param files by path below dist/, with forward slashes.
 */
export function checkPage(files: ReadonlyMap<string, Uint8Array>): readonly ProductFault[] {
  const sums = files.get('SHA256SUMS');
  if (!sums) return [{ path: 'SHA256SUMS', message: 'The list of hashes is missing.', advice: takeAgain }];
  const listed = readSums(sums);
  const faults: ProductFault[] = [];
  for (const [path, expected] of listed) {
    const bytes = files.get(path);
    if (!bytes) faults.push({ path, message: 'The file is missing.', advice: takeAgain });
    else if (sha256(bytes) !== expected)
      faults.push({ path, message: 'The file is not the one that was built.', advice: takeAgain });
  }
  for (const path of files.keys()) {
    if (listed.has(path) || path === 'SHA256SUMS' || path === 'SHA256SUMS.p7s') continue;
    faults.push({
      path,
      message: 'The file is not listed in SHA256SUMS.',
      advice: 'Remove it, unless you put it there.',
    });
  }
  return faults;
}

/** Hashes by path. A line in any other form names no file, so that the file it was meant for counts as not listed. */
function readSums(sums: Uint8Array | undefined): ReadonlyMap<string, string> {
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
