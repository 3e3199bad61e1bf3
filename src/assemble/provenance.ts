import { sha256 } from '../bytes/sha256.js';
import type { CopiedPackage } from '../ir/catalog.js';
import type { Manifest, ManifestFile } from '../ir/manifest.js';

/** Where the fields of `externalParameters` are explained. */
const buildType = 'https://github.com/mendsheet/mendsheet/blob/main/docs/release.md#provenance';

/**
 * From what a product was made, in the form that tools of other makers read: an in-toto Statement v1 with SLSA Provenance v1
 * (in-toto.io/Statement/v1, slsa.dev/provenance/v1). Without time and run on purpose: the same checklist and compiler give
 * the same bytes, so that a rebuild can compare it. SHA256SUMS and the catalog sign it together with what it names.
 * @param files as the manifest lists them; each becomes a subject.
 * @param copied packages of recipes that the checklist has a copy of; the digest of one is that of its files, as lines of sha256sum.
 */
export function provenance(
  { product, version, compiler, source }: Omit<Manifest, 'format' | 'files'>,
  files: readonly ManifestFile[],
  copied: readonly CopiedPackage[],
): string {
  const subject = files.map(({ path, sha256 }) => ({ name: path, digest: { sha256 } }));
  const compilerPackage = `pkg:npm/%40mendsheet/cli@${encodeURIComponent(compiler)}`;
  const recipes = copied.map(({ id, npm, files: own }) => ({
    name: id,
    ...(npm && {
      uri: `pkg:npm/${encodeURIComponent(npm.name).replace('%2F', '/')}@${encodeURIComponent(npm.version)}`,
    }),
    digest: {
      sha256: sha256(
        [...own]
          .map(([path, hash]) => `${hash}  ${path}\n`)
          .sort()
          .join(''),
      ),
    },
  }));
  const packages = subject.find(({ name }) => name === 'sbom.cdx.json');
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject,
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType,
        externalParameters: { product, version, checklist: { digest: { sha256: source } } },
        resolvedDependencies: [{ uri: compilerPackage }, ...(packages ? [packages] : []), ...recipes],
      },
      runDetails: { builder: { id: compilerPackage } },
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}
