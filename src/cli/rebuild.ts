import type { ProductFailure } from '../assemble/hash-failures.js';
import { readManifest } from '../assemble/check-product.js';
import { makePage } from '../assemble/make-page.js';
import type { Plan } from '../ir/plan.js';
import { isDevelopmentCertificate } from '../sign/x509/development-certificate.js';
import { stripBlock } from '../sign/authenticode/signature-block.js';
import { verifyScript } from '../sign/authenticode/verify-script.js';
import { channelFiles } from '../compile.js';
import { compileChecklist, readPageTemplates, readTemplates } from './open-checklist.js';
import { compilerVersion } from './package-root.js';
import { report, UsageError } from './run-command.js';
import type { ProductFiles } from './verify-folder.js';

export interface Rebuilt {
  /** Paths relative to the product's folder. */
  readonly failures: readonly ProductFailure[];
  readonly plan: Plan;
}

/**
 * Builds a product anew from its checklist and compares every script and snippet, without signatures, byte by byte. So
 * anyone can see that what was signed is what the checklist says, without having the key.
 * @throws UsageError when another version of the compiler made the product, or the checklist has mistakes.
 */
export async function compareWithRebuild(files: ProductFiles, indexPath: string): Promise<Rebuilt> {
  const manifest = readManifest(files.get('manifest.json'));
  if (!manifest) throw new UsageError('Without a readable manifest.json there is nothing to compare with.');
  if (manifest.compiler !== compilerVersion) {
    throw new UsageError(
      `The product was built by version ${manifest.compiler}; this is ${compilerVersion}. Compare with the same version.`,
    );
  }
  const { diagnostics, plan, artefacts } = await compileChecklist(indexPath, 'channels', {
    development: signedByDevelopmentKey(files),
  });
  if (report(diagnostics, 'pretty', 50) !== 0 || !plan || !artefacts)
    throw new UsageError(`${indexPath} does not compile.`);
  const below = (path: string): string => path.slice(manifest.product.length + 1);
  const planned = new Set([...plan.scripts, ...plan.snippets].map(({ path }) => path));
  const finished = artefacts.filter(({ path }) => planned.has(path));
  // What channels carry are the signed scripts, so their files are made anew from those that lie here.
  const signed = finished.map((artefact) => ({
    ...artefact,
    bytes: files.get(below(artefact.path)) ?? artefact.bytes,
  }));
  const wrapped = channelFiles(plan, signed, readTemplates());
  const rebuilt = new Map([...finished, ...wrapped].map(({ path, bytes }) => [below(path), bytes] as const));
  const scripts = new Set(finished.map(({ path }) => below(path)));
  const expected = [...rebuilt].flatMap(([path, bytes]) => {
    const file = files.get(path);
    if (!file) return [failure(path, 'The checklist makes this file, but it is not here.')];
    const content = scripts.has(path) && path.endsWith('.ps1') ? stripBlock(file) : file;
    return Buffer.from(bytes).equals(content) ? [] : [failure(path, 'The checklist makes other bytes than these.')];
  });
  const made = /\.(?:ps1|cmd|txt)$/;
  const foreign = [...files.keys()].filter((path) => made.test(path) && !rebuilt.has(path));
  return {
    plan,
    failures: [...expected, ...foreign.map((path) => failure(path, 'The checklist does not make this file.'))],
  };
}

/** Makes the download page anew over the product that lies here, and compares every file. Paths are below dist/. */
export async function comparePage(
  page: ProductFiles,
  files: ProductFiles,
  plan: Plan,
): Promise<readonly ProductFailure[]> {
  const product = [...files].map(([path, bytes]) => ({ path, bytes }));
  const remade = await makePage(plan, readTemplates().library, readPageTemplates(), product);
  return remade
    .filter(({ path, bytes }) => !Buffer.from(bytes).equals(page.get(path) ?? Buffer.of()))
    .map(({ path }) => failure(path, 'The checklist makes another page than this.'));
}

function failure(path: string, message: string): ProductFailure {
  return {
    path,
    message,
    advice: 'Do not run it unless you know why. Compare at the commit that the product was built from.',
  };
}

/** The banner of scripts says when a development certificate signed them, so the rebuild has to say the same. */
function signedByDevelopmentKey(files: ProductFiles): boolean {
  const script = [...files].find(([path]) => path.endsWith('.ps1'))?.[1];
  const [leaf] = script ? verifyScript(script).path : [];
  return leaf !== undefined && isDevelopmentCertificate(leaf);
}
