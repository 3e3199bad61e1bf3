import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { isDevelopmentCertificate, createDevelopmentKey } from '../sign/development-certificate.js';
import { readPemSigner } from '../sign/pem.js';
import { readPfxSigner } from '../sign/pfx.js';
import type { Signer } from '../sign/signer.js';
import { UsageError } from './run-command.js';

export interface SigningKey {
  readonly signer: Signer;
  readonly development: boolean;
  /** Where the key came from, for people. */
  readonly origin: string;
}

/** Options of commands that sign. A password never comes as an argument, where every process could read it. */
export const keyOptions = {
  key: { type: 'string' as const, describe: 'Private key: a PEM or PFX file (default: MENDSHEET_KEY, else a development key)' },
  certificates: { type: 'string' as const, describe: 'PEM file of the certificates, when the key file lacks them' },
} as const;

/** Folder of the development key: outside every checklist, readable by its owner alone. */
export function keyFolder(): string {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'mendsheet');
  return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'mendsheet');
}

const developmentFile = (): string => join(keyFolder(), 'development.pem');

/** The configured key, or the development key, which is made when there is none yet. */
export async function openSigningKey(options: { key?: string | undefined; certificates?: string | undefined }): Promise<SigningKey> {
  const path = options.key ?? process.env['MENDSHEET_KEY'];
  if (path) return openKeyFile(path, options.certificates ?? process.env['MENDSHEET_CERTIFICATES']);
  const file = developmentFile();
  if (!exists(file)) await createDevelopmentFile();
  refuseSharedFile(file);
  const text = readFileSync(file, 'utf8');
  return { signer: readPemSigner({ key: text, certificates: text }), development: true, origin: file };
}

async function openKeyFile(path: string, certificatesPath: string | undefined): Promise<SigningKey> {
  const bytes = readFileSync(path);
  const password = readPassword();
  const isPem = bytes.includes('-----BEGIN');
  const certificates = certificatesPath === undefined ? bytes.toString('utf8') : readFileSync(certificatesPath, 'utf8');
  const signer = isPem
    ? readPemSigner({ key: bytes.toString('utf8'), certificates, ...(password === undefined ? {} : { password }) })
    : readPfxSigner({ pfx: bytes, password: password ?? '' });
  return { signer, development: isDevelopmentCertificate(signer.certificates[0]), origin: path };
}

function readPassword(): string | undefined {
  const file = process.env['MENDSHEET_KEY_PASSWORD_FILE'];
  return file === undefined ? process.env['MENDSHEET_KEY_PASSWORD'] : readFileSync(file, 'utf8').replace(/\r?\n$/, '');
}

/** Makes the development key. @throws UsageError when there is one, which scripts out there may be trusted by. */
export async function createDevelopmentFile(): Promise<string> {
  const file = developmentFile();
  if (exists(file)) throw new UsageError(`There is a development key already: ${file}`);
  const notBefore = new Date();
  const { privateKeyPem, certificatePem } = await createDevelopmentKey({ hostName: hostname(), notBefore });
  mkdirSync(keyFolder(), { recursive: true, mode: 0o700 });
  // "wx": never through a file or link that someone else put there.
  writeFileSync(file, privateKeyPem + certificatePem, { mode: 0o600, flag: 'wx' });
  return file;
}

/** A private key that others may read is no secret: refused, as ssh refuses it. Windows has ACLs instead of modes. */
function refuseSharedFile(file: string): void {
  if (process.platform === 'win32' || (statSync(file).mode & 0o077) === 0) return;
  throw new UsageError(`Others may read the private key ${file}. Run "chmod 600" on it, or delete it to get a new one.`);
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}
