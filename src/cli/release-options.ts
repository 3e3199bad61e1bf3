import { readFileSync } from 'node:fs';
import { type Timestamper, createTimestamper } from '../sign/timestamp/timestamp-client.js';
import { readPemCertificates } from '../sign/x509/certificate-pem.js';
import { type Certificate, codeSigningUse, isSelfIssued } from '../sign/x509/certificate.js';
import { checkChain } from '../sign/x509/chain.js';
import type { VerificationFailure } from '../sign/verification-failure.js';
import type { ProductFailure } from '../assemble/hash-failures.js';
import type { OutputFile } from '../ir/artefact.js';
import { divideDist, verifyPage, verifyProduct } from './verify-folder.js';
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

/** @throws UsageError naming every reason why this build must not be published, as far as it is known beforehand. */
export function refuseUnfitRelease(options: ReleaseOptions, key: SigningKey, now: Date): void {
  if (!options.release) return;
  const reasons = [
    ...(key.development ? ['It would be signed with a development certificate.'] : []),
    ...(options.timestamp.length === 0
      ? ['No --timestamp server is named, so signatures would end with the certificate.']
      : []),
    ...(options.timestampCertificate === undefined
      ? ['No --timestamp-certificate is named, so anyone could have made the timestamps.']
      : []),
    ...chainFailures(key, now).map(({ message }) => message),
  ];
  if (reasons.length > 0) throw new UsageError(`No release. ${reasons.join(' ')}`);
}

/** What others will find wrong with the certificates that go into signatures; whom they trust is theirs to say. */
function chainFailures({ signer }: SigningKey, at: Date): readonly VerificationFailure[] {
  const [leaf, ...issuers] = signer.certificates;
  const carried = issuers.filter((issuer) => !isSelfIssued(issuer));
  const judged = (others: readonly Certificate[], trusted: readonly Certificate[] | undefined) =>
    checkChain(leaf, others, { trusted, at, use: codeSigningUse }).failures;
  const failures = [...judged(carried, undefined), ...judged(carried, signer.certificates)];
  return failures.filter(({ message }, index) => failures.findIndex((each) => each.message === message) === index);
}

/**
 * What `verify` says of a release that is not written yet, so that nothing is published, and no earlier release replaced, that it
 * would refuse. Paths below dist/.
 */
export function releaseFailures(files: readonly OutputFile[], options: ReleaseOptions): readonly ProductFailure[] {
  const trustedTimestampers = trusted(options.timestampCertificate).trusted;
  const rules = { timestamped: true, ...(trustedTimestampers ? { trustedTimestampers } : {}) };
  const { products, page } = divideDist(new Map(files.map(({ path, bytes }) => [path, bytes] as const)));
  const owned = products.map((product) => product.files);
  return [
    ...(page ? verifyPage(page, owned, rules) : []),
    ...products.flatMap(({ folder, files: own }) =>
      verifyProduct(own, rules).map((failure) => ({ ...failure, path: `${folder}/${failure.path}` })),
    ),
  ];
}
