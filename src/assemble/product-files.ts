import type { Artefact, OutputFile } from '../ir/artefact.js';
import type { CopiedPackage } from '../ir/catalog.js';
import type { Manifest } from '../ir/manifest.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import { manifestFiles, sumsText } from './manifest.js';
import { provenance } from './provenance.js';

export interface ProductInput extends Omit<Manifest, 'format' | 'files'> {
  /** Paths below dist/, all in the product's folder. */
  readonly artefacts: readonly Artefact[];
  /** What lies beside the scripts of every product, by name: schemas, and the bill of materials of the compiler. */
  readonly companions: ReadonlyMap<string, string>;
  /** Packages of recipes that the checklist has a copy of. */
  readonly packages: readonly CopiedPackage[];
}

/**
 * Everything of a product's folder, by path relative to it: scripts and snippets, what every product has beside them, the
 * provenance of both, the manifest over it, and SHA256SUMS over all.
 */
export function productFiles({ artefacts, companions, packages, ...about }: ProductInput): readonly OutputFile[] {
  const own = artefacts.map((artefact) => ({ ...artefact, path: artefact.path.slice(about.product.length + 1) }));
  const covered = [...own, ...Array.from(companions, ([path, text]) => textFile(path, text))];
  const made = [...covered, textFile('provenance.intoto.json', provenance(about, manifestFiles(covered), packages))];
  const files = manifestFiles(made);
  const manifest: Manifest = { format: 1, ...about, files };
  const manifestFile = textFile('manifest.json', `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = sumsText([...files, manifestFile]);
  return [...made, manifestFile, textFile('SHA256SUMS', sums)];
}

function textFile(path: string, text: string): Artefact {
  return unsignedArtefact(path, Buffer.from(text, 'utf8'));
}
