import { sha256 } from '../bytes/sha256.js';
import { hashFailures, takeAgain, type ProductFailure } from './hash-failures.js';
import type { Manifest } from '../ir/manifest.js';
import { sumsText } from './manifest.js';

/** Files that stand beside what the manifest lists: itself, the hashes over it, and their signatures. */
export function isUnlisted(path: string, product: string): boolean {
  return ['manifest.json', 'SHA256SUMS', 'SHA256SUMS.p7s', `${product}.cat`].includes(path);
}

/**
 * Holds the files of a product's folder against its manifest and SHA256SUMS: nothing changed, nothing missing, nothing
 * added. Who made them is proved by the signatures, which are another matter.
 * @param files every file by path relative to the folder, with forward slashes.
 * @param hash the SHA-256 of bytes; a caller that looks at the same objects many times may memoize it.
 */
export function checkProduct(
  files: ReadonlyMap<string, Uint8Array>,
  hash: (bytes: Uint8Array) => string = sha256,
): readonly ProductFailure[] {
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest)
    return [{ path: 'manifest.json', message: 'The manifest is missing or cannot be read.', advice: takeAgain }];
  const expected = new Map(manifest.files.map((file) => [file.path, file.sha256] as const));
  const besides = (path: string): boolean => isUnlisted(path, manifest.product);
  return [...hashFailures(files, 'the manifest', expected, besides, hash), ...sumsFailures(files, manifest)];
}

function sumsFailures(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest): readonly ProductFailure[] {
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
    const signer = value?.signer ?? null;
    const signerFits =
      signer === null || (typeof signer === 'object' && ['boolean', 'undefined'].includes(typeof signer.timestamped));
    return value?.format === 1 && entriesFit && namesFit && signerFits ? (value as Manifest) : null;
  } catch {
    return null;
  }
}
