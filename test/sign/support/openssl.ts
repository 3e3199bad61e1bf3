import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { readBlock } from '../../../src/sign/authenticode/signature-block.js';
import { decodeSignedData } from '../../../src/sign/pkcs7/signed-data.js';
import { run, tryRun } from '../../tools.js';

export type KeyKind =
  'rsa:2048' | 'rsa:3072' | 'rsa:4096' | 'P-256' | 'P-384' | 'P-521' | 'rsa:1024' | 'rsa:2047' | 'ed25519';

/** A key and its certificate that openssl made, in memory and as files. */
export interface Issued {
  readonly key: string;
  readonly certificate: string;
  readonly keyFile: string;
  readonly certificateFile: string;
}

export interface CertificateOptions {
  readonly name: string;
  readonly kind: KeyKind;
  /** Self-signed when left out. */
  readonly issuer?: Issued;
  /** Whose key it is; a new one when left out. */
  readonly sameKeyAs?: Issued;
  /** Lines of an openssl extension section; those of a code signing certificate when left out. */
  readonly extensions?: readonly string[];
  readonly hash?: string;
  readonly days?: number;
  /** Options of the issuer's signature, such as those of PSS. */
  readonly signature?: readonly string[];
}

export const authorityExtensions = [
  'basicConstraints=critical,CA:TRUE',
  'keyUsage=critical,keyCertSign,cRLSign',
  'subjectKeyIdentifier=hash',
];
export const codeSigningExtensions = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=codeSigning',
  'subjectKeyIdentifier=hash',
];
export const timeStampingExtensions = ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=critical,timeStamping'];

/** A folder that is removed when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mendsheet-sign-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let serial = 0x1000;

/** Makes a key and a certificate in `folder`. */
export function makeCertificate(folder: string, options: CertificateOptions): Issued {
  const base = join(folder, `${options.name.replaceAll(/\W/g, '-')}-${(serial += 1)}`);
  const files = { keyFile: `${base}.key.pem`, certificateFile: `${base}.pem` };
  const extensions = options.extensions ?? codeSigningExtensions;
  const config = [
    '[req]',
    'distinguished_name=dn',
    'prompt=no',
    'x509_extensions=ext',
    'string_mask=utf8only',
    'utf8=yes',
  ];
  writeFileSync(
    `${base}.cnf`,
    [...config, '[dn]', `CN=${options.name}`, 'O=Example', '[ext]', ...extensions, ''].join('\n'),
  );
  const key = options.sameKeyAs?.key ?? run('openssl', ['genpkey', ...keyArguments(options.kind)]);
  writeFileSync(files.keyFile, key, { mode: 0o600 });
  const issuer = options.issuer ? ['-CA', options.issuer.certificateFile, '-CAkey', options.issuer.keyFile] : [];
  const hash = options.kind === 'ed25519' ? [] : [`-${options.hash ?? 'sha256'}`];
  const certificate = run('openssl', [
    ...['req', '-x509', '-new', '-utf8', '-config', `${base}.cnf`, '-key', files.keyFile],
    ...[
      '-days',
      String(options.days ?? 3650),
      '-set_serial',
      String(serial),
      ...hash,
      ...issuer,
      ...(options.signature ?? []).flatMap((option) => ['-sigopt', option]),
    ],
  ]);
  writeFileSync(files.certificateFile, certificate);
  return { key: key.toString(), certificate: certificate.toString(), ...files };
}

function keyArguments(kind: KeyKind): string[] {
  if (kind === 'ed25519') return ['-algorithm', 'ed25519'];
  const [family, bits] = kind.split(':');
  if (family === 'rsa') return ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`];
  return ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${kind}`];
}

/**
 * What `openssl smime -verify` says of the signature block of a script: "Verification successful" or why not. It takes
 * what was signed without the outermost tag and length, as PKCS #7 v1 digests it.
 * @param at Unix time in seconds at which the certificates are looked at; now when left out.
 */
export function opensslVerdict(folder: string, script: Uint8Array, authority: string, at?: number): string {
  const { signature } = readBlock(script);
  const { content } = decodeSignedData(signature as Uint8Array);
  const paths = { block: join(folder, 'block.der'), content: join(folder, 'content.der') };
  writeFileSync(paths.block, signature as Uint8Array);
  // The tag, and a length of one byte: such content is always shorter than 128 bytes.
  writeFileSync(paths.content, (content as Uint8Array).subarray(2));
  const files = ['-in', paths.block, '-content', paths.content, '-CAfile', authority, '-out', join(folder, 'out')];
  const time = at === undefined ? [] : ['-attime', String(at)];
  return (
    tryRun('openssl', ['smime', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', ...files, ...time]) ?? ''
  );
}
