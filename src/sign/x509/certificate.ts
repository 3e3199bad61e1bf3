import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import {
  AlgorithmIdentifier,
  BasicConstraints,
  ExtendedKeyUsage,
  type Extension,
  Extensions,
  KeyUsage,
  Validity,
} from '@peculiar/asn1-x509';
import { equalBytes, toHex } from '../asn1/bytes.js';
import { decodeDer } from '../asn1/der-codec.js';
import { derTags } from '../asn1/der-writer.js';
import { derChildren, derContent, findDerFault } from '../asn1/strict-der.js';
import { SignError } from '../sign-error.js';
import { commonNameOf, formatName } from './distinguished-name.js';

/** What this library reads out of an X.509 v3 certificate (RFC 5280). Names are kept as their encoded bytes. */
export interface Certificate {
  readonly der: Uint8Array;
  /** The signed part, its signature, and the object identifier of the algorithm that made it. */
  readonly signed: { readonly bytes: Uint8Array; readonly signature: Uint8Array; readonly algorithmOid: string };
  readonly subject: Uint8Array;
  readonly issuer: Uint8Array;
  /** Content octets of the INTEGER, two's complement. */
  readonly serialNumber: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: KeyObject;
  readonly keyUsage: readonly string[] | undefined;
  /** Object identifiers; undefined when the certificate has no such extension, which means any use. */
  readonly extendedKeyUsage: { readonly oids: readonly string[]; readonly isCritical: boolean } | undefined;
  readonly isAuthority: boolean;
  /** How many further authorities may stand below this one; undefined means no limit. */
  readonly pathLength: number | undefined;
  /** Object identifiers of critical extensions that this library does not evaluate. */
  readonly unknownCritical: readonly string[];
}

/** A certificate in words, for people. Hexadecimal is lower case without separators, as certutil prints it. */
export interface CertificateDescription {
  readonly subject: string;
  readonly issuer: string;
  readonly commonName: string;
  readonly serialNumber: string;
  /** SHA-1 of the whole certificate: the name of a certificate on Windows, not a security measure. */
  readonly thumbprint: string;
  readonly sha256: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly key: string;
  readonly uses: readonly string[];
  readonly isSelfSigned: boolean;
  readonly isAuthority: boolean;
}

export const codeSigningUse = '1.3.6.1.5.5.7.3.3';
export const timeStampingUse = '1.3.6.1.5.5.7.3.8';
/** Limits signatures to the certificate's own validity, timestamp or not (Authenticode). */
export const lifetimeSigningUse = '1.3.6.1.4.1.311.10.3.13';
export const anyUse = '2.5.29.37.0';

/** [0] { INTEGER 2 }, the only version that has extensions (RFC 5280 4.1.2.1). */
const version3 = Uint8Array.of(0xa0, 0x03, 0x02, 0x01, 0x02);

const keyUsageOid = '2.5.29.15';
const basicConstraintsOid = '2.5.29.19';
const extendedKeyUsageOid = '2.5.29.37';
const certificatePoliciesOid = '2.5.29.32';

const useNames: ReadonlyMap<string, string> = new Map([
  ['1.3.6.1.5.5.7.3.1', 'server authentication'],
  ['1.3.6.1.5.5.7.3.2', 'client authentication'],
  [codeSigningUse, 'code signing'],
  ['1.3.6.1.5.5.7.3.4', 'e-mail protection'],
  [timeStampingUse, 'time stamping'],
  [anyUse, 'any use'],
  [lifetimeSigningUse, 'lifetime signing'],
]);

/** Reads one DER certificate. Throws SignError `certificate-invalid` when it is none, or not DER. */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return readCertificate(new Uint8Array(der));
  } catch {
    throw new SignError(
      'certificate-invalid',
      'A certificate cannot be read: it is damaged, or not an X.509 v3 certificate in DER.',
    );
  }
}

function readCertificate(der: Uint8Array): Certificate {
  const { tbs, algorithm, signature } = splitCertificate(der);
  const fields = splitTbs(tbs, algorithm);
  const { notBefore, notAfter } = decodeDer(fields.validity, Validity, 'The validity');
  // What people are shown has to be readable, and it fails here rather than while a failure is explained.
  formatName(fields.subject);
  formatName(fields.issuer);
  const algorithmOid = decodeDer(algorithm, AlgorithmIdentifier, 'The algorithm').algorithm;
  return {
    der,
    signed: { bytes: tbs, signature, algorithmOid },
    subject: fields.subject,
    issuer: fields.issuer,
    serialNumber: fields.serialNumber,
    notBefore: notBefore.getTime(),
    notAfter: notAfter.getTime(),
    publicKey: createPublicKey({ key: Buffer.from(fields.publicKey), format: 'der', type: 'spki' }),
    ...readExtensions(fields.extensions ? [...decodeDer(fields.extensions, Extensions, 'The extensions')] : []),
  };
}

/**
 * The three parts of a Certificate (RFC 5280 4.1). Nothing covers the outer ones: another spelling of them, such as unused bits in the
 * signature, would be a change that goes unseen.
 */
function splitCertificate(der: Uint8Array): { tbs: Uint8Array; algorithm: Uint8Array; signature: Uint8Array } {
  if (findDerFault(der)) throw unusual();
  const [tbs, algorithm, signature, ...more] = derChildren(derTags.sequence, der);
  const bits = derContent(derTags.bitString, signature);
  if (!tbs || !algorithm || !bits || bits[0] !== 0 || more.length > 0) throw unusual();
  return { tbs, algorithm, signature: bits.subarray(1) };
}

/** The fields of a TBSCertificate, with names and key as their bytes: a decoded name need not encode to the same ones. */
function splitTbs(tbs: Uint8Array, outerAlgorithm: Uint8Array) {
  const { sequence, integer, context3 } = derTags;
  const [version, serial, algorithm, issuer, validity, subject, publicKey, ...optional] = derChildren(sequence, tbs);
  const serialNumber = derContent(integer, serial);
  if (!version || !serialNumber || !algorithm || !issuer || !validity || !subject || !publicKey) throw unusual();
  if (!equalBytes(version, version3) || !equalBytes(algorithm, outerAlgorithm)) throw unusual();
  const extensions = optional.map((field) => derContent(context3, field)).find((content) => content !== undefined);
  return { serialNumber, issuer, validity, subject, publicKey, extensions };
}

function unusual(): SignError {
  return new SignError('certificate-invalid', 'The fields are not those of a version 3 certificate.');
}

function readExtensions(extensions: readonly Extension[]) {
  if (new Set(extensions.map((extension) => extension.extnID)).size !== extensions.length) {
    throw new SignError('certificate-invalid', 'An extension stands twice.');
  }
  const find = (oid: string) => extensions.find((extension) => extension.extnID === oid);
  const read = <T>(oid: string, schema: new () => T): T | undefined => {
    const extension = find(oid);
    return extension && decodeDer(new Uint8Array(extension.extnValue.buffer), schema, 'An extension');
  };
  const constraints = read(basicConstraintsOid, BasicConstraints);
  const uses = read(extendedKeyUsageOid, ExtendedKeyUsage);
  const evaluated = [keyUsageOid, basicConstraintsOid, extendedKeyUsageOid, certificatePoliciesOid];
  return {
    keyUsage: read(keyUsageOid, KeyUsage)?.toJSON(),
    extendedKeyUsage: uses && { oids: [...uses], isCritical: find(extendedKeyUsageOid)?.critical ?? false },
    isAuthority: constraints?.cA ?? false,
    pathLength: constraints?.pathLenConstraint,
    unknownCritical: extensions
      .filter((extension) => extension.critical && !evaluated.includes(extension.extnID))
      .map((extension) => extension.extnID),
  };
}

/** True when issuer and subject are the same name. Whether its own key signed it is for verifyIssued to say. */
export function isSelfIssued(certificate: Certificate): boolean {
  return equalBytes(certificate.subject, certificate.issuer);
}

export function sameCertificate(a: Certificate, b: Certificate): boolean {
  return equalBytes(a.der, b.der);
}

/** Describes a certificate for people: names as Windows prints them, thumbprints, validity, uses. */
export function describeCertificate(certificate: Certificate): CertificateDescription {
  return {
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    commonName: commonNameOf(certificate.subject) ?? '',
    serialNumber: toHex(certificate.serialNumber),
    thumbprint: createHash('sha1').update(certificate.der).digest('hex'),
    sha256: createHash('sha256').update(certificate.der).digest('hex'),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    key: describeKey(certificate.publicKey),
    uses: (certificate.extendedKeyUsage?.oids ?? [anyUse]).map((oid) => useNames.get(oid) ?? oid),
    isSelfSigned: isSelfIssued(certificate),
    isAuthority: certificate.isAuthority,
  };
}

/** What tells a certificate from another one of the same name. */
export function identityOf(certificate: Certificate): string {
  const { serialNumber, sha256 } = describeCertificate(certificate);
  return `serial number ${serialNumber}, SHA-256 ${sha256}`;
}

function describeKey(key: KeyObject): string {
  const details = key.asymmetricKeyDetails ?? {};
  if (key.asymmetricKeyType === 'rsa') return `RSA ${details.modulusLength ?? 0}`;
  if (key.asymmetricKeyType === 'ec') return `EC ${details.namedCurve ?? ''}`.trim();
  return key.asymmetricKeyType ?? 'unknown';
}
