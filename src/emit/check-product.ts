import type { Manifest } from './manifest.js';
import { sumsText } from './manifest.js';

export interface ProductFault {
  /** Path relative to the product's folder. */
  readonly path: string;
  readonly message: string;
  readonly advice: string;
}

const replace = 'Take the whole folder again from where it was published.';

/**
 * Holds the files of a product's folder against its manifest and SHA256SUMS: nothing changed, nothing missing, nothing
 * added. These two files are not signed themselves, so this finds damage and carelessness; who made the scripts is
 * proved by their signatures alone.
 * @param files every file by path relative to the folder, with forward slashes.
 */
export function checkProduct(
  files: ReadonlyMap<string, Uint8Array>,
  sha256: (bytes: Uint8Array) => string,
): readonly ProductFault[] {
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest) return [{ path: 'manifest.json', message: 'The manifest is missing or cannot be read.', advice: replace }];
  const faults: ProductFault[] = [];
  const listed = new Map(manifest.files.map((file) => [file.path, file] as const));
  for (const [path, { sha256: expected }] of listed) {
    const bytes = files.get(path);
    if (!bytes) faults.push({ path, message: 'The file is missing.', advice: replace });
    else if (sha256(bytes) !== expected) faults.push({ path, message: 'The file is not the one that was built.', advice: replace });
  }
  for (const path of files.keys()) {
    if (listed.has(path) || path === 'manifest.json' || path === 'SHA256SUMS') continue;
    faults.push({ path, message: 'The file is not listed in the manifest.', advice: 'Remove it, unless you put it there.' });
  }
  return [...faults, ...sumsFaults(files, manifest, sha256)];
}

function sumsFaults(
  files: ReadonlyMap<string, Uint8Array>,
  manifest: Manifest,
  sha256: (bytes: Uint8Array) => string,
): readonly ProductFault[] {
  const own = { path: 'manifest.json', sha256: sha256(files.get('manifest.json') ?? new Uint8Array()) };
  const expected = sumsText([...manifest.files, own]);
  const actual = files.get('SHA256SUMS');
  if (actual && Buffer.from(actual).equals(Buffer.from(expected))) return [];
  return [{ path: 'SHA256SUMS', message: 'The list of hashes does not agree with the manifest.', advice: replace }];
}

/** The manifest, or null for anything that does not have its shape. */
function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  try {
    const value = JSON.parse(Buffer.from(bytes ?? []).toString('utf8')) as Partial<Manifest> | null;
    const entriesFit =
      Array.isArray(value?.files) &&
      value.files.every((file) => typeof file?.path === 'string' && /^[0-9a-f]{64}$/.test(String(file.sha256)));
    return value?.format === 1 && entriesFit ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
