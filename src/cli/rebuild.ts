import type { ProductFailure } from '../assemble/hash-failures.js';
import { readManifest } from '../assemble/check-product.js';
import { describeSigner } from '../assemble/describe-signer.js';
import { makePage } from '../assemble/make-page.js';
import { productFiles } from '../assemble/product-files.js';
import { publisherFiles } from '../assemble/publisher-files.js';
import { pageSums } from '../assemble/sign-page.js';
import { sourceHash } from '../assemble/source-hash.js';
import { onlyBuilt, outsideArchives } from '../assemble/what-goes-out.js';
import { sha256 } from '../bytes/sha256.js';
import type { Artefact, OutputFile } from '../ir/artefact.js';
import type { Plan } from '../ir/plan.js';
import { verifyDetached } from '../sign/cms/detached-cms.js';
import { isDevelopmentCertificate } from '../sign/x509/development-certificate.js';
import { readBlock } from '../sign/authenticode/signature-block.js';
import { archivedScripts } from '../channels/archive.js';
import { channelFiles } from '../compile.js';
import { compileChecklist, readPageTemplates, readCompanions, readTemplates } from './open-checklist.js';
import { compilerVersion } from './package-root.js';
import { report, UsageError } from './run-command.js';
import type { ProductFiles } from './verify-folder.js';

export interface Rebuilt {
  /** Paths relative to the product's folder. */
  readonly failures: readonly ProductFailure[];
  readonly plan: Plan;
}

/**
 * Builds a product anew from its checklist and compares every file byte by byte, whatever its name: manifest and hashes too, and
 * scripts without their signatures. What the build would not make may not be there, but for the two signatures over the whole. So
 * anyone can see that what was signed is what the checklist says, without having the key.
 * @param workers how many threads may work side by side.
 * @throws UsageError when another version of the compiler made the product, or the checklist has mistakes.
 */
export async function compareWithRebuild(files: ProductFiles, indexPath: string, workers = 1): Promise<Rebuilt> {
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest) throw new UsageError('Without a readable manifest.json there is nothing to compare with.');
  if (manifest.compiler !== compilerVersion) {
    throw new UsageError(
      `The product was built by version ${manifest.compiler}; this is ${compilerVersion}. Compare with the same version.`,
    );
  }
  const signed = verifyDetached(files.get('SHA256SUMS') ?? Buffer.of(), files.get('SHA256SUMS.p7s') ?? Buffer.of());
  const [leaf] = signed.path;
  // The banner of scripts says when a development certificate signed them, so the rebuild has to say the same.
  const development = leaf !== undefined && isDevelopmentCertificate(leaf);
  const { diagnostics, project, plan, artefacts } = await compileChecklist(indexPath, 'channels', {
    development,
    workers,
  });
  if (report(diagnostics, 'pretty', 50) !== 0 || !project || !plan || !artefacts)
    throw new UsageError(`${indexPath} does not compile.`);
  const { product, version } = plan.catalog;
  const below = (path: string): string => path.slice(product.length + 1);
  const planned = new Set([...plan.scripts, ...plan.snippets].map(({ path }) => path));
  const carrying = new Set(plan.scripts.filter(({ edition }) => edition === 'ps1').map(({ path }) => path));
  const finished = artefacts.filter(({ path }) => planned.has(path));
  // What channels carry, and what the manifest has the hashes of, are the signed scripts: both are made over those that lie here.
  const archived = archivedScripts(plan, files);
  const signedScript = (path: string): Uint8Array | undefined => archived.get(path) ?? files.get(below(path));
  const asSigned = finished.map((artefact): Artefact => {
    const bytes = carrying.has(artefact.path) ? signedScript(artefact.path) : undefined;
    return bytes ? { ...artefact, bytes, sha256: sha256(bytes), signed: leaf !== undefined } : artefact;
  });
  const remade = productFiles({
    product,
    version,
    compiler: compilerVersion,
    source: sourceHash(project),
    signer: leaf ? describeSigner(leaf, { development, timestamped: signed.timestamp !== undefined }) : null,
    artefacts: outsideArchives(plan, [...asSigned, ...(await channelFiles(plan, asSigned, readTemplates(), workers))]),
    companions: readCompanions(),
    packages: plan.catalog.packages,
  });
  const scripts = finished
    .filter(({ path }) => carrying.has(path))
    .flatMap(({ path, bytes }) => {
      const file = signedScript(path);
      return !file || Buffer.from(bytes).equals(readBlock(file).content ?? file) ? [] : [otherBytes(below(path))];
    });
  const signatures = new Set(['SHA256SUMS.p7s', `${product}.cat`]);
  return {
    plan: onlyBuilt(plan, finished),
    failures: [...scripts, ...differences(files, remade, (path) => signatures.has(path))],
  };
}

/** Makes the download page anew over the product that lies here, and compares every file. Paths are below dist/. */
export function comparePage(page: ProductFiles, files: ProductFiles, plan: Plan): readonly ProductFailure[] {
  const product = [...files].map(([path, bytes]) => ({ path, bytes }));
  const remade = [
    ...makePage(plan, readTemplates().library, readPageTemplates(), product),
    ...ownCertificate(page, files),
  ];
  const sums = { path: `${plan.catalog.product}/SHA256SUMS`, bytes: files.get('SHA256SUMS') ?? Buffer.of() };
  return differences(page, [...remade, sums, pageSums(remade, [sums])], (path) => path === 'SHA256SUMS.p7s');
}

/** The certificate beside the page, where it is the one that the manifest names. */
function ownCertificate(page: ProductFiles, files: ProductFiles): readonly OutputFile[] {
  const der = page.get('publisher.cer');
  const { signer } = readManifest(files.get('manifest.json')) ?? {};
  return der && signer?.sha256 === sha256(der) ? publisherFiles(der) : [];
}

/** What lies in a folder and is not what a build makes, and what it makes and does not lie there. */
function differences(
  files: ProductFiles,
  remade: readonly OutputFile[],
  isSignature: (path: string) => boolean,
): readonly ProductFailure[] {
  const made = new Set(remade.map(({ path }) => path));
  return [
    ...remade.flatMap(({ path, bytes }) => {
      const file = files.get(path);
      if (!file) return [failure(path, 'The checklist makes this file, but it is not here.')];
      return Buffer.from(bytes).equals(file) ? [] : [otherBytes(path)];
    }),
    ...[...files.keys()]
      .filter((path) => !made.has(path) && !isSignature(path))
      .map((path) => failure(path, 'The checklist does not make this file.')),
  ];
}

function otherBytes(path: string): ProductFailure {
  return failure(path, 'The checklist makes other bytes than these.');
}

function failure(path: string, message: string): ProductFailure {
  return {
    path,
    message,
    advice: 'Do not run it unless you know why. Compare at the commit that the product was built from.',
  };
}
