import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { askKeyCommand } from '../host/key-command.js';
import { createExternalSigner } from '../sign/keys/external-key.js';
import { readPemSigner } from '../sign/keys/pem.js';
import { readPfxSigner } from '../sign/keys/pfx.js';
import { openPkcs11Signer, type Pkcs11 } from '../sign/keys/pkcs11-key.js';
import type { Signer } from '../sign/keys/signer.js';
import { readPemCertificates } from '../sign/x509/certificate-pem.js';
import type { Certificate } from '../sign/x509/certificate.js';
import { createDevelopmentKey, isDevelopmentCertificate } from '../sign/x509/development-certificate.js';
import { keyPassword } from './ask-password.js';
import { parsePkcs11Uri } from './pkcs11-uri.js';
import { UsageError } from './run-command.js';
import { settingsFolder } from './user-folders.js';

export interface SigningKey {
  readonly signer: Signer;
  readonly development: boolean;
  /** Where the key came from, for people. */
  readonly origin: string;
  /** Gives a token free; does nothing for other keys. */
  readonly close: () => void;
}

export interface KeyOptions {
  readonly key?: string | undefined;
  readonly keyCommand?: string | undefined;
  readonly certificates?: string | undefined;
}

/** Options of commands that sign, each with a variable of the environment that stands in for it. */
export const keyOptions = {
  key: { type: 'string' as const, describe: 'Private key: a PEM or PFX file, or a pkcs11: URI (MENDSHEET_KEY)' },
  'key-command': {
    type: 'string' as const,
    describe: 'Program that signs digests, such as a cloud key client (MENDSHEET_KEY_COMMAND)',
  },
  certificates: {
    type: 'string' as const,
    describe: 'PEM file of the certificates, where the key does not bring them (MENDSHEET_CERTIFICATES)',
  },
} as const;

/** The configured key, or the development key, which is made when there is none yet. */
export async function openSigningKey(options: KeyOptions): Promise<SigningKey> {
  const path = options.key ?? process.env['MENDSHEET_KEY'];
  const command = options.keyCommand ?? process.env['MENDSHEET_KEY_COMMAND'];
  const certificates = options.certificates ?? process.env['MENDSHEET_CERTIFICATES'];
  if (path !== undefined && command !== undefined) throw new UsageError('Give a key or a key command, not both.');
  if (command !== undefined) return described(commandSigner(command, certificates), command);
  if (path === undefined) return openDevelopmentKey();
  if (path.startsWith('pkcs11:')) return openToken(path, certificates);
  return described(await fileSigner(path, certificates), path);
}

function described(signer: Signer, origin: string, close = (): void => {}): SigningKey {
  return { signer, development: isDevelopmentCertificate(signer.certificates[0]), origin, close };
}

async function fileSigner(path: string, certificatesPath: string | undefined): Promise<Signer> {
  refuseSharedFile(path);
  const bytes = readFileSync(path);
  const text = bytes.toString('latin1');
  const certificates = certificatesPath === undefined ? text : readFileSync(certificatesPath, 'utf8');
  if (!text.includes('-----BEGIN')) return readPfxSigner({ pfx: bytes, password: (await keyPassword(path)) ?? '' });
  const isEncrypted = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(text);
  const password = isEncrypted ? await keyPassword(path) : undefined;
  return readPemSigner({ key: text, certificates, ...(password === undefined ? {} : { password }) });
}

function commandSigner(command: string, certificatesPath: string | undefined): Signer {
  if (certificatesPath === undefined)
    throw new UsageError('A key command needs --certificates: the signing certificate first.');
  const certificates = readPemCertificates(readFileSync(certificatesPath, 'utf8'));
  const [first, ...others] = certificates;
  if (!first) throw new UsageError(`${certificatesPath} holds no certificate in PEM form.`);
  return createExternalSigner({
    certificates: [first, ...others],
    signDigest: (request) => askKeyCommand(command, request),
  });
}

async function openToken(uri: string, certificatesPath: string | undefined): Promise<SigningKey> {
  const { library, token, label } = parsePkcs11Uri(uri);
  const pin = await keyPassword('the token');
  if (pin === undefined)
    throw new UsageError('A token needs its PIN in MENDSHEET_KEY_PASSWORD or MENDSHEET_KEY_PASSWORD_FILE.');
  const certificates: readonly Certificate[] =
    certificatesPath === undefined ? [] : readPemCertificates(readFileSync(certificatesPath, 'utf8'));
  const signer = openPkcs11Signer(await loadPkcs11(), { library, token, label, pin, certificates });
  return described(signer, uri, () => signer.close());
}

/**
 * The certificates of the configured key or the development key, as they are known without the private key: a PEM file is read for
 * nothing else, and no key is made where there is none.
 * @throws UsageError when no key is configured and none was made yet.
 */
export async function ownCertificates(): Promise<readonly Certificate[]> {
  const path = process.env['MENDSHEET_CERTIFICATES'] ?? process.env['MENDSHEET_KEY'] ?? developmentFile();
  if (!path.startsWith('pkcs11:') && statSync(path, { throwIfNoEntry: false })?.isFile()) {
    const certificates = readPemCertificates(readFileSync(path, 'utf8'));
    if (certificates.length > 0) return certificates;
  }
  if (path === developmentFile())
    throw new UsageError('Name whom to trust with --certificate: there is no key of your own here.');
  const key = await openSigningKey({});
  key.close();
  return key.signer.certificates;
}

/** The native module is optional: nobody who signs with a file needs it. */
async function loadPkcs11(): Promise<Pkcs11> {
  try {
    const { default: module } = (await import('pkcs11js')) as unknown as { default: { PKCS11: new () => Pkcs11 } };
    return new module.PKCS11();
  } catch {
    throw new UsageError('Tokens need the native module pkcs11js: npm rebuild pkcs11js --ignore-scripts=false');
  }
}

/** The development key lies outside every checklist, readable by its owner alone. */
function developmentFile(): string {
  return join(settingsFolder(), 'development.pem');
}

async function openDevelopmentKey(): Promise<SigningKey> {
  const file = developmentFile();
  if (!statSync(file, { throwIfNoEntry: false })) await createDevelopmentFile();
  refuseSharedFile(file);
  const text = readFileSync(file, 'utf8');
  return described(readPemSigner({ key: text, certificates: text }), file);
}

/**
 * Makes the development key and returns its path.
 * @throws UsageError when there is one, which scripts out there may be trusted by.
 */
export async function createDevelopmentFile(): Promise<string> {
  const file = developmentFile();
  if (statSync(file, { throwIfNoEntry: false })) throw new UsageError(`There is a development key already: ${file}`);
  const { privateKeyPem, certificatePem } = await createDevelopmentKey({ hostName: hostname(), notBefore: new Date() });
  mkdirSync(settingsFolder(), { recursive: true, mode: 0o700 });
  // "wx": never through a file or link that someone else put there.
  writeFileSync(file, privateKeyPem + certificatePem, { mode: 0o600, flag: 'wx' });
  return file;
}

/** A private key that others may read is no secret: refused, as ssh refuses it. Windows has ACLs instead of modes. */
function refuseSharedFile(file: string): void {
  const mode = statSync(file).mode & 0o777;
  if (process.platform === 'win32' || (mode & 0o077) === 0) return;
  throw new UsageError(
    `Others may read or change the private key ${file}: its mode is 0${mode.toString(8)}. Run "chmod 600" on it, and think of ` +
      'making a new key.',
  );
}
