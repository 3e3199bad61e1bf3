import { counted } from '../../diagnostics/counted.js';
import type { Command } from '../command.js';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { writeDist } from '../../emit/write-dist.js';
import { indexOption } from '../checklist-index.js';
import { compileChecklist } from '../open-checklist.js';
import { refuseOutFolder } from '../out-folder.js';
import {
  openTimestamper,
  refuseUnfitRelease,
  releaseFailures,
  releaseOptions,
  type ReleaseOptions,
} from '../release-options.js';
import { report, reportOptions, UsageError } from '../run-command.js';
import { keyOptions, openSigningKey, type KeyOptions, type SigningKey } from '../signing-key.js';
import { workersOption } from '../workers-option.js';
import { say } from '../../host/terminal.js';

export interface BuildArguments extends KeyOptions, ReleaseOptions {
  readonly index: string;
  readonly out: string;
  readonly format: ReportFormat;
  readonly maxProblems: number;
  readonly workers: number;
}

export const buildCommand: Command<BuildArguments> = {
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...reportOptions, ...keyOptions, ...releaseOptions, ...workersOption })
      .option('out', {
        type: 'string',
        default: 'dist',
        describe: 'Folder to write: new, empty, or of an earlier build, which is replaced',
      })
      .strict(),
  handler: buildDist,
};

/** Builds once, as the command does. */
export async function buildDist(options: BuildArguments): Promise<void> {
  refuseOutFolder(options.out, options.index);
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
  const { diagnostics, catalog, files } = await compileChecklist(options.index, 'assemble', {
    signing: { signer: key.signer, timestamp: openTimestamper(options) },
    development: key.development,
    workers: options.workers,
  });
  process.exitCode = report(diagnostics, options.format, options.maxProblems);
  if (!catalog || !files) return;
  const failures = options.release ? releaseFailures(files, options) : [];
  for (const { path, message } of failures) say`${path}: ${message}`;
  if (failures.length > 0)
    throw new UsageError(`No release: ${failures.length} reasons not to trust it. Nothing was written.`);
  await writeDist(options.out, files);
  if (key.development)
    say`Signed with the development certificate of this computer (${key.origin}). Not for distribution.`;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say`${counted(files.length, 'file')} from ${counted(catalog.checks.length, 'check')} in ${options.out} (${seconds} s)`;
}
