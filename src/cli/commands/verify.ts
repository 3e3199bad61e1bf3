import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { CommandModule } from 'yargs';
import { describeCertificate, type Certificate } from '../../sign/certificate.js';
import { readPemCertificates } from '../../sign/pem.js';
import { verifyScript } from '../../sign/verify-script.js';
import { checkProduct, type ProductFault } from '../../emit/check-product.js';
import { exitCodes, say, UsageError } from '../run-command.js';
import { openSigningKey } from '../signing-key.js';

interface VerifyArguments {
  readonly path: string;
  readonly certificate: string | undefined;
}

export const verifyCommand: CommandModule<object, VerifyArguments> = {
  command: 'verify <path>',
  describe: 'Verify a signed script, or a whole folder of a build',
  builder: (yargs) =>
    yargs
      .positional('path', { type: 'string', demandOption: true, describe: 'A .ps1 file, dist/, or the folder of a product' })
      .option('certificate', { type: 'string', describe: 'PEM file of the certificate that must have signed (default: that of your own key)' })
      .strict() as never,
  handler: async ({ path, certificate }) => {
    const trusted = await trustedCertificates(certificate);
    const stat = lstatSync(path);
    const faults = stat.isDirectory() ? productFolders(path).flatMap((folder) => verifyFolder(folder, trusted)) : verifyFile(path, trusted);
    for (const { path: place, message, advice } of faults) say(`${place}: ${message} ${advice}`);
    process.exitCode = faults.length > 0 ? exitCodes.diagnostics : exitCodes.done;
    if (faults.length === 0) say(`${path}: verified. Signed by ${describeCertificate(trusted[0] as Certificate).subject}`);
    else say(`\n${faults.length} reasons not to trust ${path}.`);
  },
};

/** Whom to trust is never taken from the files themselves. */
async function trustedCertificates(path: string | undefined): Promise<readonly Certificate[]> {
  if (path === undefined) return [(await openSigningKey({})).signer.certificates[0]];
  const certificates = readPemCertificates(readFileSync(path, 'utf8'));
  if (certificates.length === 0) throw new UsageError(`${path} holds no certificate in PEM form.`);
  return certificates;
}

function verifyFile(path: string, trusted: readonly Certificate[]): readonly ProductFault[] {
  return verifyScript(readFileSync(path), { trusted }).failures.map((failure) => ({ path, ...failure }));
}

/** The folder itself when it is a product's, else the products in it. */
function productFolders(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some(({ name }) => name === 'manifest.json')) return [folder];
  const products = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  if (products.length === 0) throw new UsageError(`${folder} holds no manifest.json and no product folder.`);
  return products;
}

function verifyFolder(folder: string, trusted: readonly Certificate[]): readonly ProductFault[] {
  const files = new Map(filesBelow(folder).map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)] as const));
  const faults = [
    ...checkProduct(files, (bytes) => createHash('sha256').update(bytes).digest('hex')),
    ...[...files].flatMap(([path, bytes]) =>
      path.endsWith('.ps1') ? verifyScript(bytes, { trusted }).failures.map((failure) => ({ path, ...failure })) : [],
    ),
  ];
  return faults.map((fault) => ({ ...fault, path: join(folder, fault.path) }));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    if (!entry.isFile()) throw new UsageError(`${path} is a link or device; a build holds plain files only.`);
    return [path];
  });
}
