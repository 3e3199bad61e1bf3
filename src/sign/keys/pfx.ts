import { createHmac, createPrivateKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { ContentInfo } from '@peculiar/asn1-cms';
import {
  AuthenticatedSafe,
  CertBag,
  type MacData,
  PFX,
  PKCS8ShroudedKeyBag,
  type SafeBag,
  SafeContents,
} from '@peculiar/asn1-pfx';
import { OctetString } from '@peculiar/asn1-schema';
import { decodeBer } from '../asn1/der-codec.js';
import { SignError } from '../sign-error.js';
import { type HashName } from '../signature/algorithms.js';
import { type Certificate, parseCertificate } from '../x509/certificate.js';
import { decryptWithPassword } from './password-encryption.js';
import { EncryptedData } from './pbe-schema.js';
import { derivePkcs12Key, howToExport, pkcs12Passwords } from './pkcs12-key.js';
import { localSigner, type Signer } from './signer.js';

export interface PfxSource {
  /** The whole file. */
  readonly pfx: Uint8Array;
  /** Any Unicode text; may be empty. */
  readonly password: string;
  /** The digest; when left out SHA-256, or SHA-384 for P-384. */
  readonly hash?: HashName | undefined;
}

interface Bags {
  readonly keys: KeyObject[];
  readonly certificates: Certificate[];
}

const what = 'The PFX';
const dataOid = '1.2.840.113549.1.7.1';
const encryptedDataOid = '1.2.840.113549.1.7.6';
const x509Oid = '1.2.840.113549.1.9.22.1';
const bagOids = {
  key: '1.2.840.113549.1.12.10.1.1',
  encryptedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  nested: '1.2.840.113549.1.12.10.1.6',
} as const;

/** Digests of the integrity check; SHA-1 is still what many programs write, and here only guards a password. */
const macHashes: ReadonlyMap<string, string> = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
]);

/**
 * A signer from a PFX (PKCS#12, RFC 7292) that is protected by a password: RSA or EC key, PBES2 or 3DES, a MAC over SHA-1 or SHA-2.
 *
 * Throws SignError: `pfx-unreadable`, `pfx-unsupported` (RC2 and RC4, with how to export again), `password-wrong`,
 * `certificate-missing`, `certificate-invalid`, `key-mismatch`, `key-unsupported`.
 */
export function readPfxSigner(source: PfxSource): Signer {
  const bags = openPfx(source);
  const [key] = bags.keys;
  if (!key)
    throw new SignError('key-unreadable', 'The PFX holds no private key; export the certificate with its private key.');
  if (bags.keys.length > 1)
    throw new SignError('key-unreadable', 'The PFX holds several private keys; export only one certificate.');
  return localSigner(key, bags.certificates, source.hash);
}

function openPfx(source: PfxSource): Bags {
  try {
    return readPfx(source);
  } catch (error) {
    if (error instanceof SignError && error.code !== 'der-invalid') throw error;
    throw new SignError('pfx-unreadable', 'The PFX cannot be read: it is damaged, or not a PKCS#12 file.');
  }
}

function readPfx(source: PfxSource): Bags {
  const pfx = decodeBer(source.pfx, PFX, what);
  if (pfx.version !== 3 || pfx.authSafe.contentType !== dataOid) {
    throw new SignError('pfx-unsupported', `The PFX is protected by other means than a password. ${howToExport}`);
  }
  const safe = readOctets(pfx.authSafe.content);
  checkMac(pfx.macData, source.password, safe);
  const bags: Bags = { keys: [], certificates: [] };
  for (const part of decodeBer(safe, AuthenticatedSafe, what)) {
    readSafeContents(openPart(part, source.password), source.password, bags, 0);
  }
  return bags;
}

/** A file without a MAC is read all the same: the key has to belong to the certificate, whoever changed what. */
function checkMac(macData: MacData, password: string, safe: Uint8Array): void {
  const expected = new Uint8Array(macData.mac.digest.buffer);
  if (expected.length === 0) return;
  const oid = macData.mac.digestAlgorithm.algorithm;
  const hash = macHashes.get(oid);
  if (!hash)
    throw new SignError('pfx-unsupported', `The PFX is checked with an unknown method (${oid}). ${howToExport}`);
  const salt = new Uint8Array(macData.macSalt.buffer);
  const isRight = pkcs12Passwords(password).some((form) => {
    if (!form) return false;
    const key = derivePkcs12Key(hash, 'mac', form, salt, macData.iterations, createHmac(hash, '').digest().length);
    const mac = createHmac(hash, key).update(safe).digest();
    return mac.length === expected.length && timingSafeEqual(mac, expected);
  });
  if (!isRight)
    throw new SignError('password-wrong', 'The PFX cannot be opened: the password is wrong, or the file is damaged.');
}

function openPart(part: ContentInfo, password: string): Uint8Array {
  if (part.contentType === dataOid) return readOctets(part.content);
  if (part.contentType !== encryptedDataOid) {
    throw new SignError('pfx-unsupported', `The PFX is protected by other means than a password. ${howToExport}`);
  }
  const { encryptedContentInfo } = decodeBer(new Uint8Array(part.content), EncryptedData, what);
  const { value, constructedValue } = encryptedContentInfo.encryptedContent ?? {};
  const pieces = value ? [value] : (constructedValue ?? []);
  const data = Buffer.concat(pieces.map((piece) => new Uint8Array(piece.buffer)));
  return decryptWithPassword(encryptedContentInfo.contentEncryptionAlgorithm, password, data);
}

function readSafeContents(encoded: Uint8Array, password: string, bags: Bags, depth: number): void {
  if (depth > 4) throw new SignError('pfx-unreadable', 'The PFX nests its parts too deeply.');
  for (const bag of decodeBer(encoded, SafeContents, what)) readBag(bag, password, bags, depth);
}

function readBag(bag: SafeBag, password: string, bags: Bags, depth: number): void {
  const value = new Uint8Array(bag.bagValue);
  switch (bag.bagId) {
    case bagOids.key:
      bags.keys.push(readKey(value));
      break;
    case bagOids.encryptedKey: {
      const shrouded = decodeBer(value, PKCS8ShroudedKeyBag, what);
      const data = new Uint8Array(shrouded.encryptedData.buffer);
      bags.keys.push(readKey(decryptWithPassword(shrouded.encryptionAlgorithm, password, data)));
      break;
    }
    case bagOids.certificate: {
      const { certId, certValue } = decodeBer(value, CertBag, what);
      if (certId === x509Oid) bags.certificates.push(parseCertificate(readOctets(certValue)));
      break;
    }
    case bagOids.nested:
      readSafeContents(value, password, bags, depth + 1);
      break;
    default:
      // Revocation lists and secrets have no say in signing.
      break;
  }
}

function readKey(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch {
    throw new SignError(
      'key-unreadable',
      'The private key in the PFX cannot be read: the file is damaged, or the key is of an unknown kind.',
    );
  }
}

function readOctets(encoded: ArrayBuffer): Uint8Array {
  return new Uint8Array(decodeBer(new Uint8Array(encoded), OctetString, what).buffer);
}
