import type { Artefact } from '../ir/artefact.js';
import { manifestFiles, sumsText, type Manifest, type SignerDescription } from './manifest.js';
import type { OutputFile } from './write-dist.js';
import { createHash } from 'node:crypto';

export interface ProductInput {
  readonly product: string;
  readonly version: string;
  readonly compiler: string;
  readonly source: string;
  readonly signer: SignerDescription | null;
  readonly artefacts: readonly Artefact[];
  /** Text of result.schema.json: what every script's JSON output follows. */
  readonly resultSchema: string;
}

/** Everything of a product's folder: scripts and snippets, the result schema, the manifest, and SHA256SUMS over all. */
export function productFiles(input: ProductInput): readonly OutputFile[] {
  const schema = plainArtefact(`${input.product}/result.schema.json`, input.resultSchema);
  const artefacts = [...input.artefacts, schema];
  const files = manifestFiles(input.product, artefacts);
  const manifest: Manifest = {
    format: 1,
    product: input.product,
    version: input.version,
    compiler: input.compiler,
    source: input.source,
    signer: input.signer,
    files,
  };
  const manifestFile = plainArtefact(`${input.product}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = sumsText([...files, { path: 'manifest.json', sha256: manifestFile.sha256 }]);
  return [...artefacts, manifestFile, plainArtefact(`${input.product}/SHA256SUMS`, sums)];
}

function plainArtefact(path: string, text: string): Artefact {
  const bytes = Buffer.from(text, 'utf8');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, bytes, unsignedSha256: sha256, sha256, signed: false };
}
