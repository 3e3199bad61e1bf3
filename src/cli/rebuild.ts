import type { ProductFault } from '../emit/hash-faults.js';
import { readManifest } from '../emit/check-product.js';
import type { Plan } from '../ir/plan.js';
import { isDevelopmentCertificate } from '../sign/x509/development-certificate.js';
import { stripBlock } from '../sign/authenticode/signature-block.js';
import { verifyScript } from '../sign/authenticode/verify-script.js';
import { channelFiles } from '../compile.js';
import { makePage } from './make-page.js';
import { compileChecklist, readTemplates } from './open-checklist.js';
import { compilerVersion } from './package-root.js';
import { report, UsageError } from './run-command.js';
import type { ProductFiles } from './verify-folder.js';

export interface Rebuilt {
  /** Paths relative to the product's folder. */
  readonly faults: readonly ProductFault[];
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
  const { diagnostics, plan, artefacts } = await compileChecklist(indexPath, null, signedByDevelopmentKey(files));
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
    if (!file) return [fault(path, 'The checklist makes this file, but it is not here.')];
    const content = scripts.has(path) && path.endsWith('.ps1') ? stripBlock(file) : file;
    return Buffer.from(bytes).equals(content) ? [] : [fault(path, 'The checklist makes other bytes than these.')];
  });
  const made = /\.(?:ps1|cmd|txt)$/;
  const foreign = [...files.keys()].filter((path) => made.test(path) && !rebuilt.has(path));
  return {
    plan,
    faults: [...expected, ...foreign.map((path) => fault(path, 'The checklist does not make this file.'))],
  };
}

/** Makes the download page anew over the product that lies here, and compares every file. Paths are below dist/. */
export async function comparePage(
  page: ProductFiles,
  files: ProductFiles,
  plan: Plan,
): Promise<readonly ProductFault[]> {
  const product = [...files].map(([path, bytes]) => ({ path, bytes }));
  const remade = await makePage(plan, product);
  return remade
    .filter(({ path, bytes }) => !Buffer.from(bytes).equals(page.get(path) ?? Buffer.of()))
    .map(({ path }) => fault(path, 'The checklist makes another page than this.'));
}

function fault(path: string, message: string): ProductFault {
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
