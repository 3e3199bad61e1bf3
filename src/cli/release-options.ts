import { readFileSync } from 'node:fs';
import { type Timestamper, createTimestamper } from '../sign/timestamp/timestamp-client.js';
import { readPemCertificates } from '../sign/x509/certificate-pem.js';
import { type Certificate, codeSigningUse } from '../sign/x509/certificate.js';
import { UsageError } from './run-command.js';
import type { SigningKey } from './signing-key.js';

export interface ReleaseOptions {
  readonly release: boolean;
  readonly timestamp: readonly string[];
  readonly timestampCertificate: string | undefined;
}

export const releaseOptions = {
  release: {
    type: 'boolean' as const,
    default: false,
    describe: 'Refuse whatever must not be published: see docs/release.md',
  },
  timestamp: {
    type: 'string' as const,
    array: true as const,
    default: [] as string[],
    describe: 'RFC 3161 server; several are asked in turn',
  },
  'timestamp-certificate': {
    type: 'string' as const,
    describe: 'PEM file of the authorities whose timestamps are taken',
  },
} as const;

/** The timestamper that the options ask for; undefined for none, which keeps builds offline and repeatable. */
export function openTimestamper(options: ReleaseOptions): Timestamper | undefined {
  if (options.timestamp.length === 0) return undefined;
  return createTimestamper({ servers: options.timestamp, ...trusted(options.timestampCertificate) });
}

function trusted(path: string | undefined): { readonly trusted?: readonly Certificate[] } {
  return path === undefined ? {} : { trusted: readPemCertificates(readFileSync(path, 'utf8')) };
}

/** @throws UsageError naming every reason why this build must not be published. */
export function refuseUnfitRelease(options: ReleaseOptions, key: SigningKey, now: Date): void {
  if (!options.release) return;
  const [leaf] = key.signer.certificates;
  const reasons = [
    ...(key.development ? ['it would be signed with a development certificate'] : []),
    ...(options.timestamp.length === 0
      ? ['no --timestamp server is named, so signatures would end with the certificate']
      : []),
    ...(leaf.extendedKeyUsage?.oids.includes(codeSigningUse) ? [] : ['the certificate is not for code signing']),
    ...(now < leaf.notBefore || now > leaf.notAfter ? ['today is outside the validity of the certificate'] : []),
  ];
  if (reasons.length > 0) throw new UsageError(`No release: ${reasons.join('; ')}.`);
}
