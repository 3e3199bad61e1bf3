import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command.js';
import type { ProductFailure } from '../../assemble/hash-failures.js';
import { verifyScript } from '../../sign/authenticode/verify-script.js';
import type { VerifyOptions } from '../../sign/cms/verify-message.js';
import { readPemCertificates } from '../../sign/x509/certificate-pem.js';
import { describeCertificate, identityOf, type Certificate } from '../../sign/x509/certificate.js';
import { indexOption } from '../open-checklist.js';
import { comparePage, compareWithRebuild } from '../rebuild.js';
import { exitCodes, UsageError } from '../run-command.js';
import { openSigningKey } from '../signing-key.js';
import { readDist, signerOfSums, verifyPage, verifyProduct } from '../verify-folder.js';
import { say } from '../../host/terminal.js';

interface VerifyArguments {
  readonly path: string;
  readonly index: string;
  readonly certificate: string | undefined;
  readonly timestampCertificate: string | undefined;
  readonly rebuild: boolean;
}

export const verifyCommand: Command<VerifyArguments> = {
  builder: (yargs) =>
    yargs
      .positional('path', {
        type: 'string',
        demandOption: true,
        describe: 'A .ps1 file, dist/, or the folder of a product',
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
    const { failures, path } = verifyScript(readFileSync(options.path), verification);
    return { failures: failures.map((failure) => ({ path: options.path, ...failure })), signer: path[0] ?? null };
  }
  const { products, page, failures: foreign } = readDist(options.path);
  const below = (folder: string, found: readonly ProductFailure[]): readonly ProductFailure[] =>
    found.map((failure) => ({ ...failure, path: join(options.path, folder, failure.path) }));
  const failures = [...below('', foreign), ...below('', page ? verifyPage(page, verification) : [])];
  for (const { folder, files } of products) {
    const found = [...verifyProduct(files, verification)];
    const rebuilt = options.rebuild ? await compareWithRebuild(files, options.index) : null;
    found.push(...(rebuilt?.failures ?? []));
    failures.push(...below(folder, found));
    // A page can be made only over a product that is whole.
    if (!rebuilt || !page || found.length > 0) continue;
    failures.push(...below('', await comparePage(page, files, rebuilt.plan)));
  }
  return { failures, signer: signerOfSums(page ?? products[0]?.files ?? new Map()) };
}

/**
 * Whom to trust is never taken from the files themselves. A file of certificates names the publisher first: that name, as
 * subject and issuer, has to be the signer's, so that another customer of the same authority is refused.
 */
async function verifyOptions({ certificate, timestampCertificate }: VerifyArguments): Promise<VerifyOptions> {
  const trusted = certificate === undefined ? await ownCertificates() : certificatesOf(certificate);
  const { subject, issuer } = describeCertificate(trusted[0] as Certificate);
  const timestampers =
    timestampCertificate === undefined ? {} : { trustedTimestampers: certificatesOf(timestampCertificate) };
  return { trusted, publisher: { subject, issuer }, ...timestampers };
}

async function ownCertificates(): Promise<readonly Certificate[]> {
  const key = await openSigningKey({});
  key.close();
  return key.signer.certificates;
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
