import { equalBytes } from '../asn1/bytes.js';
import { certificateAlgorithmOf } from '../signature/algorithms.js';
import { isSignatureValid } from '../signature/signature.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import { anyUse, type Certificate, identityOf, isSelfIssued, sameCertificate, timeStampingUse } from './certificate.js';
import { formatName } from './distinguished-name.js';

/** How a chain of certificates is judged. */
export interface ChainPolicy {
  /** Certificates that are trusted: the signer's own, or an issuer's. Undefined: trust is not looked at. */
  readonly trusted: readonly Certificate[] | undefined;
  /** When the signature has to have been valid. */
  readonly at: Date;
  /** Object identifier of the extended key usage that the signer needs. */
  readonly use: string;
  /** Whether a signer's certificate may be without key usage, and a timestamp authority's use not critical, as Windows takes them. */
  readonly foreign?: boolean | undefined;
}

export interface ChainResult {
  /** From the signer upwards, as far as certificates are known. */
  readonly path: readonly Certificate[];
  readonly failures: readonly VerificationFailure[];
}

const maxPath = 10;

/**
 * Builds the chain from a signer's certificate upwards and judges it (RFC 5280 6.1, without revocation, policies and name
 * constraints: a critical extension that is not evaluated makes the chain fail).
 *
 * `others` are the certificates that came with the signature; each of them has to be part of the chain, and the topmost has to be
 * trusted, self-signed or issued by a trusted one, so that none of their bytes can change unseen. Never throws.
 */
export function checkChain(leaf: Certificate, others: readonly Certificate[], policy: ChainPolicy): ChainResult {
  const path = buildPath(leaf, [...others, ...(policy.trusted ?? [])]);
  const failures = [
    ...leafFailures(leaf, policy),
    ...path.flatMap((certificate) => validityFailures(certificate, policy.at)),
    ...path.slice(1).flatMap((certificate, index) => authorityFailures(certificate, index, policy.use)),
    ...path.flatMap((certificate) => contentFailures(certificate, policy.trusted ?? [])),
    ...trustAnchorFailures(path, others, policy.trusted),
    ...trustFailures(path, policy.trusted),
  ];
  for (const other of others) {
    if (path.some((certificate) => sameCertificate(certificate, other))) continue;
    failures.push(
      failure(
        'certificate-unused',
        `The signature holds the certificate ${nameOf(other)}, which is not an issuer of the signer.`,
      ),
    );
  }
  return { path, failures };
}

/** Whether the public key of `issuer` made the signature on `certificate`. RSA PKCS#1 v1.5 or ECDSA with SHA-2. Never throws. */
function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  const algorithm = certificateAlgorithmOf(certificate.signed.algorithmOid);
  if (!algorithm || !equalBytes(certificate.issuer, issuer.subject)) return false;
  return isSignatureValid(algorithm, issuer.publicKey, certificate.signed.bytes, certificate.signed.signature);
}

/**
 * The certificates from a signer's upwards, each issued by the next, as far as there are such among the candidates. Judges nothing but
 * names and signatures. Never throws.
 */
export function buildPath(leaf: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  const path = [leaf];
  for (let current = leaf; path.length < maxPath && !isSelfIssued(current);) {
    const issuer = candidates.find((candidate) => isIssuedBy(current, candidate));
    if (!issuer || path.some((certificate) => sameCertificate(certificate, issuer))) break;
    path.push(issuer);
    current = issuer;
  }
  return path;
}

function leafFailures(leaf: Certificate, { use, foreign = false }: ChainPolicy): VerificationFailure[] {
  const refuse = (why: string) => [failure('certificate-use', `The certificate ${nameOf(leaf)} ${why}.`)];
  const { oids = [], isCritical = false } = leaf.extendedKeyUsage ?? {};
  const usage = leaf.keyUsage;
  if (use !== timeStampingUse) {
    if (!oids.includes(use)) return refuse('is not made for code signing');
    if (!usage) return foreign ? [] : refuse('does not say what its key may be used for');
    return usage.includes('digitalSignature') ? [] : refuse('does not allow digital signatures');
  }
  // The authority's certificate has this one use and says so critically (RFC 3161 2.3); its key usage is left open there.
  if ((!isCritical && !foreign) || oids.length !== 1 || oids[0] !== use)
    return refuse('is not made for time stamping alone');
  if (!usage || usage.includes('digitalSignature') || usage.includes('nonRepudiation')) return [];
  return refuse('does not allow digital signatures');
}

function validityFailures(certificate: Certificate, at: Date): VerificationFailure[] {
  if (at < certificate.notBefore) {
    const from = certificate.notBefore.toISOString();
    return [failure('certificate-not-yet-valid', `The certificate ${nameOf(certificate)} is valid from ${from} only.`)];
  }
  if (at > certificate.notAfter) {
    const until = certificate.notAfter.toISOString();
    return [failure('certificate-expired', `The certificate ${nameOf(certificate)} was valid until ${until}.`)];
  }
  return [];
}

/** `below` is the number of authorities between this one and the signer. */
function authorityFailures(certificate: Certificate, below: number, use: string): VerificationFailure[] {
  const refuse = (why: string) => [failure('certificate-use', `The certificate ${nameOf(certificate)} ${why}.`)];
  if (!certificate.isAuthority) return refuse('issued another one but is no authority');
  if (certificate.keyUsage && !certificate.keyUsage.includes('keyCertSign'))
    return refuse('does not allow issuing certificates');
  if (certificate.pathLength !== undefined && below > certificate.pathLength)
    return refuse('has too many authorities below it');
  const uses = certificate.extendedKeyUsage?.oids;
  if (uses && !uses.includes(use) && !uses.includes(anyUse))
    return refuse('does not allow issuing certificates of this use');
  return [];
}

/** A trusted certificate is taken as it is; what it was signed with no longer matters. */
function contentFailures(certificate: Certificate, trusted: readonly Certificate[]): VerificationFailure[] {
  const failures: VerificationFailure[] = [];
  const [unknown] = certificate.unknownCritical;
  if (unknown !== undefined) {
    failures.push(
      failure(
        'certificate-use',
        `The certificate ${nameOf(certificate)} has the critical extension ${unknown}, which is not evaluated here.`,
      ),
    );
  }
  const bits = certificate.publicKey.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < 2048) {
    failures.push(
      failure('certificate-weak', `The certificate ${nameOf(certificate)} has an RSA key of only ${bits} bits.`),
    );
  }
  const isTrusted = trusted.some((anchor) => sameCertificate(anchor, certificate));
  if (!isTrusted && !certificateAlgorithmOf(certificate.signed.algorithmOid)) {
    const oid = certificate.signed.algorithmOid;
    failures.push(
      failure(
        'certificate-weak',
        `The certificate ${nameOf(certificate)} was signed with ${oid}, which is not accepted.`,
      ),
    );
  }
  return failures;
}

function trustAnchorFailures(
  path: readonly Certificate[],
  others: readonly Certificate[],
  trusted: readonly Certificate[] | undefined,
): VerificationFailure[] {
  const top = path[path.length - 1] as Certificate;
  if (trusted?.some((anchor) => sameCertificate(anchor, top))) return [];
  if (isSelfIssued(top)) {
    return isIssuedBy(top, top)
      ? []
      : [failure('chain-broken', `The certificate ${nameOf(top)} was changed after it was signed.`)];
  }
  const claimant = [...others, ...(trusted ?? [])].find((other) => equalBytes(other.subject, top.issuer));
  if (claimant)
    return [failure('chain-broken', `The certificate ${nameOf(top)} was not signed by ${nameOf(claimant)}.`)];
  if (!trusted) return [];
  return [
    failure('chain-broken', `The issuer of the certificate ${nameOf(top)} is not known, so it cannot be checked.`),
  ];
}

function trustFailures(
  path: readonly Certificate[],
  trusted: readonly Certificate[] | undefined,
): VerificationFailure[] {
  const [leaf] = path as readonly [Certificate];
  if (!trusted || path.some((certificate) => trusted.some((anchor) => sameCertificate(anchor, certificate)))) return [];
  return [
    failure('signer-untrusted', `Nobody trusted stands behind the certificate ${nameOf(leaf)} (${identityOf(leaf)}).`),
  ];
}

function nameOf(certificate: Certificate): string {
  return `"${formatName(certificate.subject)}"`;
}
