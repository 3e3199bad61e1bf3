import { sha256 } from '../ir/sha256.js';
import { sumsText, type Manifest } from './manifest.js';

export interface ProductFault {
  /** Path relative to the product's folder. */
  readonly path: string;
  readonly message: string;
  readonly advice: string;
}

/** What to do about a product that is not whole. */
export const takeAgain = 'Take the whole folder again from where it was published.';

/** Files that stand beside what the manifest lists: itself, the hashes over it, and their signatures. */
function isUnlisted(path: string, product: string): boolean {
  return ['manifest.json', 'SHA256SUMS', 'SHA256SUMS.p7s', `${product}.cat`].includes(path);
}

/**
 * Holds the files of a product's folder against its manifest and SHA256SUMS: nothing changed, nothing missing, nothing
 * added. Who made them is proved by the signatures, which are another matter.
 * @param files every file by path relative to the folder, with forward slashes.
 * @param hash the SHA-256 of bytes; a caller that looks at the same objects many times may remember it.
 */
export function checkProduct(
  files: ReadonlyMap<string, Uint8Array>,
  hash: (bytes: Uint8Array) => string = sha256,
): readonly ProductFault[] {
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest)
    return [{ path: 'manifest.json', message: 'The manifest is missing or cannot be read.', advice: takeAgain }];
  const faults: ProductFault[] = [];
  const listed = new Set(manifest.files.map(({ path }) => path));
  for (const { path, sha256: expected } of manifest.files) {
    const bytes = files.get(path);
    if (!bytes) faults.push({ path, message: 'The file is missing.', advice: takeAgain });
    else if (hash(bytes) !== expected)
      faults.push({ path, message: 'The file is not the one that was built.', advice: takeAgain });
  }
  for (const path of files.keys()) {
    if (listed.has(path) || isUnlisted(path, manifest.product)) continue;
    faults.push({
      path,
      message: 'The file is not listed in the manifest.',
      advice: 'Remove it, unless you put it there.',
    });
  }
  return [...faults, ...sumsFaults(files, manifest)];
}

function sumsFaults(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): readonly ProductFault[] {
  const own = { path: 'manifest.json', sha256: sha256(files.get('manifest.json') ?? new Uint8Array()) };
  const expected = Buffer.from(sumsText([...manifest.files, own]));
  const actual = files.get('SHA256SUMS');
  if (actual && expected.equals(actual)) return [];
  return [{ path: 'SHA256SUMS', message: 'The list of hashes does not agree with the manifest.', advice: takeAgain }];
}

/** The manifest, or null for anything that does not have its shape. */
export function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  try {
    const value = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as Partial<Manifest> | null;
    const entriesFit =
      Array.isArray(value?.files) &&
      value.files.every((file) => typeof file?.path === 'string' && /^[0-9a-f]{64}$/.test(String(file.sha256)));
    const namesFit = /^[a-z][a-z0-9-]*$/.test(String(value?.product)) && typeof value?.compiler === 'string';
    return value?.format === 1 && entriesFit && namesFit ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
