import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from '../command.js';
import type { ProductFailure } from '../../assemble/hash-failures.js';
import { verifyScript } from '../../sign/authenticode/verify-script.js';
import type { VerifyOptions } from '../../sign/cms/verify-message.js';
import { readPemCertificates } from '../../sign/x509/certificate-pem.js';
import { describeCertificate, type Certificate } from '../../sign/x509/certificate.js';
import { indexOption } from '../open-checklist.js';
import { comparePage, compareWithRebuild } from '../rebuild.js';
import { exitCodes, say, UsageError } from '../run-command.js';
import { openSigningKey } from '../signing-key.js';
import { readDist, verifyPage, verifyProduct } from '../verify-folder.js';

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
    const failures = await failuresOf(options, verification);
    for (const { path, message, advice } of failures) say(`${path}: ${message} ${advice}`);
    process.exitCode = failures.length > 0 ? exitCodes.diagnostics : exitCodes.done;
    say(
      failures.length > 0
        ? `\n${failures.length} reasons not to trust ${options.path}.`
        : `${options.path}: verified. ${signerText(verification)}`,
    );
  },
};

async function failuresOf(options: VerifyArguments, verification: VerifyOptions): Promise<readonly ProductFailure[]> {
  if (!statSync(options.path).isDirectory()) {
    if (options.rebuild) throw new UsageError('--rebuild compares a whole product: name its folder.');
    return verifyScript(readFileSync(options.path), verification).failures.map((failure) => ({
      path: options.path,
      ...failure,
    }));
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
  return failures;
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

function signerText({ publisher }: VerifyOptions): string {
  return `Signed by ${publisher?.subject ?? 'nobody'}, issued by ${publisher?.issuer ?? 'nobody'}.`;
}
