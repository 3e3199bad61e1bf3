import type { CommandModule } from 'yargs';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { sourceHash } from '../../compile.js';
import { productFiles } from '../../emit/product-files.js';
import { writeDist } from '../../emit/write-dist.js';
import { describeCertificate } from '../../sign/certificate.js';
import { compileChecklist, indexOption, readResultSchema } from '../open-checklist.js';
import { compilerVersion } from '../package-root.js';
import { report, reportOptions, say } from '../run-command.js';
import { keyOptions, openSigningKey, type SigningKey } from '../signing-key.js';

interface BuildArguments {
  readonly index: string;
  readonly out: string;
  readonly format: ReportFormat;
  readonly maxProblems: number;
  readonly key: string | undefined;
  readonly certificates: string | undefined;
}

export const buildCommand: CommandModule<object, BuildArguments> = {
  command: 'build',
  describe: 'Compile a checklist into signed scripts',
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...reportOptions, ...keyOptions })
      .option('out', { type: 'string', default: 'dist', describe: 'Folder to write; what it held before is replaced' })
      .strict() as never,
  handler: async (options) => {
    const started = performance.now();
    const key = await openSigningKey(options);
    const { diagnostics, project, catalog, artefacts } = await compileChecklist(options.index, key);
    process.exitCode = report(diagnostics, options.format, options.maxProblems);
    if (!project || !catalog || !artefacts) return;
    const files = productFiles({
      product: catalog.product,
      version: catalog.version,
      compiler: compilerVersion,
      source: sourceHash(project),
      signer: describeSigner(key),
      artefacts,
      resultSchema: readResultSchema(),
    });
    await writeDist(options.out, files);
    if (key.development) say(`Signed with the development certificate of this computer (${key.origin}). Not for distribution.`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`${files.length} files from ${catalog.checks.length} checks in ${options.out}/${catalog.product} (${seconds} s)`);
  },
};

function describeSigner(key: SigningKey): Parameters<typeof productFiles>[0]['signer'] {
  const { subject, issuer, thumbprint, notAfter } = describeCertificate(key.signer.certificates[0]);
  return { development: key.development, subject, issuer, thumbprint, notAfter: notAfter.toISOString() };
}
