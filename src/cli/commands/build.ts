import type { Command } from '../command.js';
import { sourceHash, type Compiled } from '../../compile.js';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import type { SignerDescription } from '../../emit/manifest.js';
import { productFiles } from '../../emit/product-files.js';
import { writeDist, type OutputFile } from '../../emit/write-dist.js';
import { signPage } from '../../emit/sign-page.js';
import { signProduct } from '../../emit/sign-product.js';
import type { Timestamper } from '../../sign/timestamp/timestamp-client.js';
import { describeCertificate } from '../../sign/x509/certificate.js';
import { compileChecklist, indexOption, readResultSchema } from '../open-checklist.js';
import { makePage } from '../make-page.js';
import { compilerVersion } from '../package-root.js';
import { openTimestamper, refuseUnfitRelease, releaseOptions, type ReleaseOptions } from '../release-options.js';
import { report, reportOptions, say } from '../run-command.js';
import { keyOptions, openSigningKey, type KeyOptions, type SigningKey } from '../signing-key.js';

export interface BuildArguments extends KeyOptions, ReleaseOptions {
  readonly index: string;
  readonly out: string;
  readonly format: ReportFormat;
  readonly maxProblems: number;
}

export const buildCommand: Command<BuildArguments> = {
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...reportOptions, ...keyOptions, ...releaseOptions })
      .option('out', { type: 'string', default: 'dist', describe: 'Folder to write; what it held before is replaced' })
      .strict(),
  handler: buildDist,
};

/** Builds once, as the command does. */
export async function buildDist(options: BuildArguments): Promise<void> {
  const key = await openSigningKey(options);
  try {
    refuseUnfitRelease(options, key, new Date());
    await build(options, key);
  } finally {
    key.close();
  }
}

async function build(options: BuildArguments, key: SigningKey): Promise<void> {
  const started = performance.now();
  const timestamp = openTimestamper(options);
  const compiled = await compileChecklist(options.index, { signer: key.signer, timestamp }, key.development);
  process.exitCode = report(compiled.diagnostics, options.format, options.maxProblems);
  const files = await filesOf(compiled, key, timestamp);
  if (!files) return;
  await writeDist(options.out, files);
  if (key.development)
    say(`Signed with the development certificate of this computer (${key.origin}). Not for distribution.`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${files.length} files from ${compiled.catalog?.checks.length} checks in ${options.out} (${seconds} s)`);
}

/** Everything that goes to the output folder; null when the checklist has mistakes. */
async function filesOf(
  compiled: Compiled,
  key: SigningKey,
  timestamp: Timestamper | undefined,
): Promise<readonly OutputFile[] | null> {
  const { project, catalog, plan, artefacts } = compiled;
  if (!project || !catalog || !plan || !artefacts) return null;
  const files = productFiles({
    product: catalog.product,
    version: catalog.version,
    compiler: compilerVersion,
    source: sourceHash(project),
    signer: describeSigner(key),
    artefacts,
    resultSchema: readResultSchema(),
  });
  const signed = await signProduct(files, `${catalog.product}.cat`, key.signer, timestamp);
  const own = signed.map(({ path, bytes }) => ({ path: `${catalog.product}/${path}`, bytes }));
  const page = await makePage(plan, signed);
  const sums = own.filter(({ path }) => path === `${catalog.product}/SHA256SUMS`);
  return [...own, ...(await signPage(page, sums, key.signer, timestamp))];
}

function describeSigner(key: SigningKey): SignerDescription {
  const { subject, issuer, thumbprint, notAfter } = describeCertificate(key.signer.certificates[0]);
  return { development: key.development, subject, issuer, thumbprint, notAfter: notAfter.toISOString() };
}
