import { createHash, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto';
import { OctetString } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate as X509,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  KeyUsage,
  KeyUsageFlags,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { toArrayBuffer } from '../asn1/bytes.js';
import { decodeDer, encodeDer } from '../asn1/der-codec.js';
import { SignError } from '../sign-error.js';
import { certificateAlgorithmIdentifier, type SignatureAlgorithm } from '../signature/algorithms.js';
import { isSignatureValid, signLocally } from '../signature/signature.js';
import { encodeCertificatePem } from './certificate-pem.js';
import { type Certificate, codeSigningUse, isSelfIssued, parseCertificate } from './certificate.js';
import { commonNameOf, makeCommonName } from './distinguished-name.js';

export interface DevelopmentCertificateOptions {
  /** Stands in the certificate's name, so that two developers' certificates can be told apart. */
  readonly hostName: string;
  /** The start of validity; milliseconds are dropped. */
  readonly notBefore: Date;
  /** How many days it is valid; 730 when left out. */
  readonly days?: number;
}

/** A key of one's own. Both texts are PEM; the key is PKCS#8 without encryption, so the file it goes to has to be private. */
export interface DevelopmentKey {
  readonly privateKeyPem: string;
  readonly certificatePem: string;
  readonly certificate: Certificate;
}

const namePrefix = 'Mendsheet development certificate';
/** ub-common-name of RFC 5280 appendix A.1. */
const longestCommonName = 64;
const keyBits = 3072;
const dayMilliseconds = 86_400_000;
const algorithm: SignatureAlgorithm = { key: 'rsa', hash: 'sha256' };

/**
 * Makes an RSA-3072 key and a self-signed code signing certificate for it.
 *
 * For trying things out: it proves nothing about a publisher, and nobody but the machines that were told to trusts it.
 */
export async function createDevelopmentKey(options: DevelopmentCertificateOptions): Promise<DevelopmentKey> {
  const { privateKey, publicKey } = await generateRsaKey();
  const name = makeCommonName(
    `${namePrefix} (${options.hostName.slice(0, longestCommonName - namePrefix.length - 3)})`,
  );
  const notBefore = new Date(Math.floor(options.notBefore.getTime() / 1000) * 1000);
  const tbs = new TBSCertificate();
  tbs.version = Version.v3;
  tbs.serialNumber = toArrayBuffer(randomSerialNumber());
  tbs.signature = certificateAlgorithmIdentifier(algorithm);
  tbs.issuer = name;
  tbs.subject = name;
  tbs.validity = new Validity({
    notBefore,
    notAfter: new Date(notBefore.getTime() + (options.days ?? 730) * dayMilliseconds),
  });
  tbs.subjectPublicKeyInfo = readPublicKey(publicKey);
  tbs.extensions = new Extensions(signingExtensions(publicKey));
  const certificate = parseCertificate(await selfSign(tbs, privateKey));
  const { bytes, signature } = certificate.signed;
  if (!isSignatureValid(algorithm, certificate.publicKey, bytes, signature)) {
    throw new SignError('key-mismatch', 'The key that was made does not belong to its certificate.');
  }
  return {
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificatePem: encodeCertificatePem(certificate),
    certificate,
  };
}

/** Whether a certificate is one that createDevelopmentKey made, by its name: such a one must never sign a release. */
export function isDevelopmentCertificate(certificate: Certificate): boolean {
  return isSelfIssued(certificate) && (commonNameOf(certificate.subject) ?? '').startsWith(namePrefix);
}

async function selfSign(tbsCertificate: TBSCertificate, key: KeyObject): Promise<Uint8Array> {
  const signatureValue = toArrayBuffer(await signLocally(algorithm, key, encodeDer(tbsCertificate)));
  return encodeDer(new X509({ tbsCertificate, signatureAlgorithm: tbsCertificate.signature, signatureValue }));
}

/** Key usage and basic constraints are critical, the extended use is not: as New-SelfSignedCertificate makes them. */
function signingExtensions(publicKey: KeyObject): Extension[] {
  const extension = (extnID: string, critical: boolean, value: object) =>
    new Extension({ extnID, critical, extnValue: new OctetString(encodeDer(value)) });
  return [
    extension('2.5.29.19', true, new BasicConstraints({ cA: false })),
    extension('2.5.29.15', true, new KeyUsage(KeyUsageFlags.digitalSignature)),
    extension('2.5.29.37', false, new ExtendedKeyUsage([codeSigningUse])),
    extension('2.5.29.14', false, new SubjectKeyIdentifier(keyIdentifier(publicKey))),
  ];
}

function readPublicKey(publicKey: KeyObject): SubjectPublicKeyInfo {
  return decodeDer(publicKey.export({ format: 'der', type: 'spki' }), SubjectPublicKeyInfo, 'A public key');
}

/** SHA-1 of the public key's bits, method 1 of RFC 5280 4.2.1.2: a name, not a security measure. */
function keyIdentifier(publicKey: KeyObject): Uint8Array {
  return createHash('sha1')
    .update(new Uint8Array(readPublicKey(publicKey).subjectPublicKey))
    .digest();
}

function generateRsaKey(): Promise<{ privateKey: KeyObject; publicKey: KeyObject }> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: keyBits }, (error, publicKey, privateKey) => {
      if (error) reject(new SignError('key-unsupported', 'An RSA key could not be made on this machine.'));
      else resolve({ privateKey, publicKey });
    });
  });
}

/** 16 random bytes, positive and without a leading zero (RFC 5280 4.1.2.2). */
function randomSerialNumber(): Uint8Array {
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] as number) & 0x3f) | 0x40;
  return serial;
}
