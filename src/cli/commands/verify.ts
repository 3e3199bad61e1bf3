import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from '../command.js';
import type { ProductFailure } from '../../assemble/hash-failures.js';
import { verifyScript } from '../../sign/authenticode/verify-script.js';
import { verifyDetached } from '../../sign/cms/detached-cms.js';
import type { MessageVerification, VerifyOptions } from '../../sign/cms/verify-message.js';
import { readPemCertificates } from '../../sign/x509/certificate-pem.js';
import type { FailureReason } from '../../sign/verification-failure.js';
import { describeCertificate, identityOf, type Certificate } from '../../sign/x509/certificate.js';
import { program } from '../package-root.js';
import { indexOption } from '../checklist-index.js';
import { comparePage, compareWithRebuild } from '../rebuild.js';
import { exitCodes, UsageError } from '../run-command.js';
import { ownCertificates } from '../signing-key.js';
import { readDist, signerOfSums, verifyPage, verifyProduct } from '../verify-folder.js';
import { workersOption } from '../workers-option.js';
import { say } from '../../host/terminal.js';

interface VerifyArguments {
  readonly path: string;
  readonly index: string;
  readonly certificate: string | undefined;
  readonly timestampCertificate: string | undefined;
  readonly requireTimestamp: boolean;
  readonly notBefore: string | undefined;
  readonly rebuild: boolean;
}

export const verifyCommand: Command<VerifyArguments> = {
  builder: (yargs) =>
    yargs
      .positional('path', {
        type: 'string',
        demandOption: true,
        describe: 'dist/, the folder of a product, a signed script, or a file with its .p7s beside it',
      })
      .options(indexOption)
      .option('certificate', {
        type: 'string',
        describe: 'PEM file of the publisher, or of its authority and the publisher first (default: your own key)',
      })
      .option('timestamp-certificate', {
        type: 'string',
        describe: 'PEM file of the timestamp authorities that are trusted',
      })
      .option('require-timestamp', {
        type: 'boolean',
        default: false,
        describe: 'Refuse signatures without a timestamp of a trusted authority',
      })
      .option('not-before', {
        type: 'string',
        describe: 'Refuse what was signed before this day (2026-11-30) by the same timestamps',
      })
      .option('rebuild', {
        type: 'boolean',
        default: false,
        describe: 'Build the checklist anew and compare every byte, signatures aside',
      })
      .strict(),
  handler: async (options) => {
    const verification = await verifyOptions(options);
    const { failures, signer } = await judge(options, verification);
    for (const { path, message, advice } of failures) say`${path}: ${message} ${advice}`;
    process.exitCode = failures.length > 0 ? exitCodes.diagnostics : exitCodes.done;
    if (failures.length > 0) say`\n${failures.length} reasons not to trust ${options.path}.`;
    else say`${options.path}: verified.`;
    if (signer) say`${signerText(signer)}`;
  },
};

interface Judged {
  readonly failures: readonly ProductFailure[];
  /** Whose key made the signature, trusted or not; null where it could not be read. */
  readonly signer: Certificate | null;
}

async function judge(options: VerifyArguments, verification: VerifyOptions): Promise<Judged> {
  if (!statSync(options.path).isDirectory()) {
    if (options.rebuild) throw new UsageError('--rebuild compares a whole product: name its folder.');
    const { failures, path } = judgeFile(options.path, verification);
    return { failures: failures.map((failure) => ({ path: options.path, ...failure })), signer: path[0] ?? null };
  }
  const { products, page, failures: foreign } = readDist(options.path);
  const below = (folder: string, found: readonly ProductFailure[]): readonly ProductFailure[] =>
    found.map((failure) => ({ ...failure, path: join(options.path, folder, failure.path) }));
  const failures = [
    ...below('', foreign),
    ...below(
      '',
      page
        ? verifyPage(
            page,
            products.map(({ files }) => files),
            verification,
          )
        : [],
    ),
  ];
  for (const { folder, files } of products) {
    const found = [...verifyProduct(files, verification)];
    const rebuilt = options.rebuild
      ? await compareWithRebuild(files, options.index, workersOption.workers.default)
      : null;
    found.push(...(rebuilt?.failures ?? []));
    failures.push(...below(folder, found));
    // A page can be made only over a product that is whole.
    if (!rebuilt || !page || found.length > 0) continue;
    failures.push(...below('', comparePage(page, files, rebuilt.plan)));
  }
  return { failures, signer: signerOfSums(page ?? products[0]?.files ?? new Map()) };
}

/**
 * A file alone: a script by the signature in it, any other file by the detached one beside it.
 * @throws UsageError for what carries no signature of its own, with the folder that has one.
 */
function judgeFile(path: string, verification: VerifyOptions): MessageVerification {
  if (/\.ps[dm]?1$/i.test(path)) return judgeScript(readFileSync(path), verification);
  const content = path.replace(/\.p7s$/i, '');
  const signature = `${content}.p7s`;
  if (
    statSync(content, { throwIfNoEntry: false })?.isFile() &&
    statSync(signature, { throwIfNoEntry: false })?.isFile()
  )
    return verifyDetached(readFileSync(content), readFileSync(signature), verification);
  const what = /\.cat$/i.test(path)
    ? 'A catalog is judged together with the files that it covers'
    : path === content
      ? 'This file carries no signature of its own: the SHA256SUMS and the catalog of its product cover it'
      : 'The file that this signature is over does not stand beside it';
  throw new UsageError(`${path}: ${what}. Name the folder: ${dirname(path)}.`);
}

/** Failures that say whom a good signature is of, and not that it is none. */
const ofTrust: ReadonlySet<FailureReason> = new Set([
  ...([
    'signer-untrusted',
    'signer-unexpected',
    'timestamp-untrusted',
    'timestamp-missing',
    'timestamp-early',
  ] as const),
]);

/**
 * A script alone may be of another maker, whose tools spell what no signature covers in other ways: it is not called damaged for that.
 * Scripts of a product are judged in its folder, in their one spelling.
 */
function judgeScript(bytes: Uint8Array, verification: VerifyOptions): MessageVerification {
  const strict = verifyScript(bytes, verification);
  if (strict.failures.length === 0) return strict;
  const foreign = verifyScript(bytes, { ...verification, foreign: true });
  const isOfTrust = foreign.failures.every(({ reason }) => ofTrust.has(reason));
  if (foreign.failures.length > 0) return isOfTrust ? foreign : strict;
  say`The signature is good, as Windows judges it. It is not written as ${program} writes one, so this is no script of a build as it was published.`;
  return foreign;
}

/**
 * Whom to trust is never taken from the files themselves. A file of certificates names the publisher first: that name, as
 * subject and issuer, has to be the signer's, so that another customer of the same authority is refused.
 */
async function verifyOptions(options: VerifyArguments): Promise<VerifyOptions> {
  const { certificate, timestampCertificate, requireTimestamp, notBefore } = options;
  if ((requireTimestamp || notBefore !== undefined) && timestampCertificate === undefined)
    throw new UsageError('Name the authorities whose timestamps count with --timestamp-certificate.');
  const trusted = certificate === undefined ? await ownCertificates() : certificatesOf(certificate);
  const { subject, issuer } = describeCertificate(trusted[0] as Certificate);
  const timestampers =
    timestampCertificate === undefined ? {} : { trustedTimestampers: certificatesOf(timestampCertificate) };
  return {
    trusted,
    publisher: { subject, issuer },
    ...timestampers,
    ...(requireTimestamp ? { timestamped: true } : {}),
    ...(notBefore === undefined ? {} : { notBefore: dayOf(notBefore) }),
  };
}

/** The beginning of a day, in UTC, as timestamps are. */
function dayOf(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  // 2026-02-30 is read as a day of March.
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return day;
  throw new UsageError(`--not-before takes a day such as 2026-11-30, not "${text}".`);
}

function certificatesOf(path: string): readonly Certificate[] {
  const certificates = readPemCertificates(readFileSync(path, 'utf8'));
  if (certificates.length === 0) throw new UsageError(`${path} holds no certificate in PEM form.`);
  return certificates;
}

/** A name can be had by anyone; serial number and hash tell two certificates of one name apart. */
function signerText(signer: Certificate): string {
  const { subject, issuer } = describeCertificate(signer);
  return `Signed by ${subject}, issued by ${issuer}, ${identityOf(signer)}.`;
}
