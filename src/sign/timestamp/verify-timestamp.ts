import { createHash } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import { equalBytes } from '../asn1/bytes.js';
import { decodeDer, encodeOid } from '../asn1/der-codec.js';
import { attributeValue, contentTypeOid, messageDigestOid, signedAttributeBytes } from '../pkcs7/attributes.js';
import { SignError } from '../sign-error.js';
import { hashOfOid } from '../signature/algorithms.js';
import { isCanonicalSignature, isSignatureValid } from '../signature/signature.js';
import { failure, type VerificationFailure } from '../verification-failure.js';
import { type Certificate, sameCertificate, timeStampingUse } from '../x509/certificate.js';
import { checkChain } from '../x509/chain.js';
import { SigningCertificate, type TstInfo } from './timestamp-schema.js';
import { decodeToken, isTokenSigner, readHash, tstInfoOid, type Token } from './timestamp-token.js';

export interface TimestampOptions {
  /** Certificates that are trusted as, or above, a timestamp authority. Left out: who stamped is reported, not judged. */
  readonly trusted?: readonly Certificate[] | undefined;
  /** The number that the request held, as content octets of an INTEGER. Left out: not compared. */
  readonly nonce?: Uint8Array;
  /** Whether the authority's certificate is judged as Windows judges those of before RFC 3161. */
  readonly foreign?: boolean | undefined;
  /** The clock of this computer; now when left out. A later time, beyond a clock that is a little slow, is refused. */
  readonly now?: Date | undefined;
}

/** What is known about a timestamp. It is good exactly when `failures` is empty. */
export interface TimestampVerification {
  readonly failures: readonly VerificationFailure[];
  /** The time the authority states; undefined when the token could not be read. */
  readonly time: Date | undefined;
  /** The authority's certificate first, then its issuers as far as they are known. */
  readonly path: readonly Certificate[];
}

/** How far the clock of this computer may be behind that of an authority, in milliseconds. */
const slowestClock = 5 * 60_000;

const signingCertificateOid = '1.2.840.113549.1.9.16.2.12';
const signingCertificateV2Oid = '1.2.840.113549.1.9.16.2.47';

/**
 * Verifies an RFC 3161 timestamp token: that it is over `stamped`, that its signature is right, and that the signer is a timestamp
 * authority whose certificates were valid at the time it states. Lists every failure it finds; never throws.
 *
 * For Authenticode `stamped` is the signature value of the SignerInfo.
 */
export function verifyTimestamp(
  token: Uint8Array,
  stamped: Uint8Array,
  options: TimestampOptions = {},
): TimestampVerification {
  const read = readTimestamp(token);
  if ('reason' in read) return { failures: [read], time: undefined, path: [] };
  const { time } = read;
  const refuse = (why: string) => failure('timestamp-broken', `The timestamp is not good: ${why}.`);
  const failures = [...imprintFailures(read.info, stamped), ...attributeFailures(read)];
  if (options.nonce && !equalBytes(new Uint8Array(read.info.nonce ?? new ArrayBuffer(0)), options.nonce)) {
    failures.push(refuse('it answers another request'));
  }
  const now = options.now ?? new Date();
  if (time.getTime() > now.getTime() + slowestClock) {
    failures.push(
      failure(
        'timestamp-future',
        `The timestamp is of ${time.toISOString()}, and this computer has ${now.toISOString()}.`,
      ),
    );
  }
  const leaf = read.certificates.find((certificate) => isTokenSigner(certificate, read.signer));
  if (!leaf) return { failures: [...failures, refuse("its signer's certificate is not in it")], time, path: [] };
  const signature = new Uint8Array(read.signer.encryptedDigest);
  if (!isSignatureValid(read.algorithm, leaf.publicKey, signedAttributeBytes(read.signedAttributes), signature)) {
    failures.push(refuse("it was not signed with its signer's key, or was changed afterwards"));
  } else if (!isCanonicalSignature(read.algorithm, leaf.publicKey, signature)) {
    failures.push(refuse('its signature is a valid one in another spelling (ECDSA with the higher s)'));
  }
  if (!isNamedSigner(read.signedAttributes, leaf)) failures.push(refuse('it names another certificate as its signer'));
  const others = read.certificates.filter((certificate) => !sameCertificate(certificate, leaf));
  const chain = checkChain(leaf, others, {
    trusted: options.trusted,
    at: time,
    use: timeStampingUse,
    foreign: options.foreign,
  });
  return { failures: [...failures, ...chain.failures.map(asTimestampFailure)], time, path: chain.path };
}

function readTimestamp(token: Uint8Array): Token | VerificationFailure {
  try {
    return decodeToken(token);
  } catch (error) {
    const why = error instanceof SignError ? error.message : 'The timestamp cannot be read.';
    return failure('timestamp-broken', why);
  }
}

function imprintFailures(info: TstInfo, stamped: Uint8Array): VerificationFailure[] {
  const hash = readHash(info.messageImprint.hashAlgorithm);
  if (!hash) return [failure('timestamp-broken', 'The timestamp uses a digest that is not accepted.')];
  const expected = createHash(hash).update(stamped).digest();
  if (equalBytes(new Uint8Array(info.messageImprint.hashedMessage), expected)) return [];
  return [failure('timestamp-broken', 'The timestamp belongs to another signature.')];
}

function attributeFailures(token: Token): VerificationFailure[] {
  try {
    const type = attributeValue(token.signedAttributes, contentTypeOid);
    const digest = attributeValue(token.signedAttributes, messageDigestOid);
    const stated = digest && new Uint8Array(decodeDer(digest, OctetString, 'An attribute').buffer);
    const expected = createHash(token.algorithm.hash).update(token.content).digest();
    const isRight = type && equalBytes(type, encodeOid(tstInfoOid));
    if (isRight && stated && equalBytes(stated, expected)) return [];
  } catch {
    // Falls through: attributes that cannot be read are not the right ones.
  }
  return [failure('timestamp-broken', "The timestamp's signed attributes do not fit its content.")];
}

/** The token has to name its signer by hash, so that no other certificate of the same key can stand in (RFC 3161 2.4.2). */
function isNamedSigner(attributes: readonly Uint8Array[], leaf: Certificate): boolean {
  try {
    const second = attributeValue(attributes, signingCertificateV2Oid);
    const value = second ?? attributeValue(attributes, signingCertificateOid);
    const [id] = value ? decodeDer(value, SigningCertificate, 'An attribute').certs : [];
    if (!id) return false;
    const hash = second ? (id.hashAlgorithm ? hashOfOid(id.hashAlgorithm.algorithm) : 'sha256') : 'sha1';
    return hash !== undefined && equalBytes(new Uint8Array(id.certHash), createHash(hash).update(leaf.der).digest());
  } catch {
    return false;
  }
}

function asTimestampFailure(found: VerificationFailure): VerificationFailure {
  const reason = found.reason === 'signer-untrusted' ? 'timestamp-untrusted' : 'timestamp-broken';
  return failure(reason, `The timestamp is not good. ${found.message}`);
}
