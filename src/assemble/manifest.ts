import type { Artefact } from '../ir/artefact.js';
import type { ManifestFile } from '../ir/manifest.js';

/** The manifest's entries for artefacts, whose paths are relative to the product's folder here; sorted by path. */
export function manifestFiles(artefacts: readonly Artefact[]): readonly ManifestFile[] {
  return artefacts
    .map(({ path, bytes, sha256, signed, unsignedSha256 }) => ({
      path,
      bytes: bytes.length,
      sha256,
      signed,
      ...(signed ? { unsignedSha256 } : {}),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** SHA256SUMS as sha256sum writes and reads it: LF line ends, two blanks, sorted by path. */
export function sumsText(files: readonly { readonly path: string; readonly sha256: string }[]): string {
  return files
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}
