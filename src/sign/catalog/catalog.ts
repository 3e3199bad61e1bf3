import { createHash } from 'node:crypto';
import { Attribute } from '@peculiar/asn1-cms';
import { OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extension, Extensions } from '@peculiar/asn1-x509';
import { compareBytes, toArrayBuffer } from '../asn1/bytes.js';
import { decodeDer, encodeDer } from '../asn1/der-codec.js';
import { type AuthenticodeOptions, signAuthenticode } from '../authenticode/sign-authenticode.js';
import { encodeIndirectData, encodeSubject, indirectDataOid } from '../authenticode/spc.js';
import { type Signer } from '../keys/signer.js';
import { SignError } from '../sign-error.js';
import { TrustedSubject, CertificateTrustList, CatalogNameValue } from './catalog-schema.js';

/** A file as a catalog lists it. */
export interface CatalogFile {
  /** Relative to the folder of the catalog, printable ASCII, with slashes of either kind. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface CatalogOptions extends AuthenticodeOptions {
  /** When the catalog was made; milliseconds are dropped. Years 1950 to 2049. */
  readonly time: Date;
}

export const catalogOid = '1.3.6.1.4.1.311.10.1';
const nameValueOid = '1.3.6.1.4.1.311.12.2.1';

const catalogListOid = '1.3.6.1.4.1.311.12.1.1';
const memberV2Oid = '1.3.6.1.4.1.311.12.1.3';
const memberInfoV2Oid = '1.3.6.1.4.1.311.12.2.3';
const flatFileOid = '1.3.6.1.4.1.311.2.1.25';

/** [2] IMPLICIT NULL: the member is hashed as plain bytes, not as a program or a cabinet. */
const flatMemberInfo = Uint8Array.of(0x82, 0x00);
/** SpcLink with an empty file name: [2] { [0] "" }. */
const emptyFileLink = Uint8Array.of(0xa2, 0x02, 0x80, 0x00);

/**
 * Makes and signs a version 2 catalog (.cat) over files: what New-FileCatalog writes, and Test-FileCatalog compares with a folder.
 *
 * A file counts by the SHA-256 of its bytes, whatever its kind, so scripts have to be signed before. An empty file has no hash and
 * stands in the list by name. Equal input gives equal bytes with an RSA key and no timestamp.
 *
 * Rejects with SignError: `content-invalid` for paths that are not plain relative ones or stand twice, and for programs and
 * cabinets, whose hash is of another kind; else as signScript.
 */
export async function signCatalog(
  files: readonly CatalogFile[],
  signer: Signer,
  options: CatalogOptions,
): Promise<Uint8Array> {
  return signAuthenticode(catalogOid, encodeCatalog(files, options.time), signer, options);
}

/** The catalog's list without a signature, in DER. Throws as signCatalog rejects. */
export function encodeCatalog(files: readonly CatalogFile[], time: Date): Uint8Array {
  // The order in which a caller lists the files means nothing; files of equal content have equal tags.
  const known = [...checkFiles(files)].sort((a, b) => (a.path < b.path ? -1 : 1));
  const list = new CertificateTrustList();
  list.subjectUsage = [catalogListOid];
  list.thisUpdate = new Date(Math.floor(time.getTime() / 1000) * 1000);
  list.subjectAlgorithm = new AlgorithmIdentifier({ algorithm: memberV2Oid, parameters: null });
  const full = known.filter(({ content }) => content.length > 0);
  const entries = [...full.map(encodeMember), ...encodeSha1Members(full)].sort(compareEntries);
  // Any 16 bytes will do as the list's name; made from the content, a rebuild gives the same.
  list.listIdentifier = toArrayBuffer(
    createHash('sha256')
      .update(Buffer.concat(entries.map(encodeDer)))
      .digest()
      .subarray(0, 16),
  );
  list.entries = entries;
  const empty = known.filter(({ content }) => content.length === 0);
  if (empty.length > 0) list.extensions = new Extensions(empty.map(encodeEmptyFile));
  return encodeDer(list);
}

/** Paths as a catalog spells them: with backslashes. */
export function catalogPath(path: string): string {
  return path.replaceAll('/', '\\');
}

/** Entries of a catalog: path and lower-case SHA-256 in hexadecimal, empty for an empty file. Throws SignError `der-invalid`. */
export function readCatalogEntries(content: Uint8Array): ReadonlyMap<string, string> {
  const list = decodeDer(content, CertificateTrustList, 'The catalog');
  const hashes = new Map<string, string>();
  for (const extension of list.extensions ?? []) {
    if (extension.extnID === nameValueOid) hashes.set(readPath(new Uint8Array(extension.extnValue.buffer)), '');
  }
  for (const entry of list.entries) {
    const path = entry.attributes.find((attribute) => attribute.attrType === nameValueOid)?.attrValues[0];
    if (path) hashes.set(readPath(new Uint8Array(path)), Buffer.from(entry.tag).toString('hex'));
  }
  return hashes;
}

/** When a catalog says that it was made. Throws SignError `der-invalid`. */
export function readCatalogTime(content: Uint8Array): Date {
  return decodeDer(content, CertificateTrustList, 'The catalog').thisUpdate;
}

function checkFiles(files: readonly CatalogFile[]): readonly CatalogFile[] {
  const seen = new Set<string>();
  return files.map(({ path, content }) => {
    const spelled = catalogPath(path);
    const refuse = (why: string) => new SignError('content-invalid', `"${path}" cannot stand in a catalog: ${why}.`);
    if (!/^[\x20-\x7e]+$/.test(spelled)) throw refuse('its path is not printable ASCII');
    if (/^\\|^[A-Za-z]:|(^|\\)\.{0,2}(\\|$)/.test(spelled)) throw refuse('its path is not a plain relative one');
    // Windows compares names without regard to case.
    if (seen.has(spelled.toLowerCase())) throw refuse('it stands in it twice');
    const start = Buffer.from(content.subarray(0, 4)).toString('latin1');
    if (start.startsWith('MZ') || start === 'MSCF') throw refuse('programs and cabinets are hashed in another way');
    seen.add(spelled.toLowerCase());
    return { path: spelled, content };
  });
}

function encodeMember({ path, content }: CatalogFile): TrustedSubject {
  const digest = createHash('sha256').update(content).digest();
  return makeEntry(digest, [
    makeAttribute(memberInfoV2Oid, flatMemberInfo),
    makeAttribute(nameValueOid, encodePath(path)),
    makeAttribute(indirectDataOid, encodeIndirectData(encodeSubject(flatFileOid, emptyFileLink), 'sha256', digest)),
  ]);
}

/** For each content makecat also writes an entry under its SHA-1, for the lookup of old Windows versions; it proves nothing. */
function encodeSha1Members(files: readonly CatalogFile[]): TrustedSubject[] {
  const digests = new Set(files.map(({ content }) => createHash('sha1').update(content).digest('hex')));
  return [...digests].map((digest) =>
    makeEntry(Buffer.from(digest, 'hex'), [makeAttribute(memberInfoV2Oid, flatMemberInfo)]),
  );
}

function encodeEmptyFile({ path }: CatalogFile): Extension {
  return new Extension({ extnID: nameValueOid, critical: false, extnValue: new OctetString(encodePath(path)) });
}

function makeEntry(tag: Uint8Array, attributes: readonly Attribute[]): TrustedSubject {
  const entry = new TrustedSubject();
  entry.tag = toArrayBuffer(tag);
  entry.attributes = [...attributes].sort((a, b) => compareBytes(encodeDer(a), encodeDer(b)));
  return entry;
}

function makeAttribute(attrType: string, value: Uint8Array): Attribute {
  return new Attribute({ attrType, attrValues: [toArrayBuffer(value)] });
}

function compareEntries(a: TrustedSubject, b: TrustedSubject): number {
  return compareBytes(new Uint8Array(a.tag), new Uint8Array(b.tag)) || compareBytes(encodeDer(a), encodeDer(b));
}

function encodePath(path: string): Uint8Array {
  const attribute = new CatalogNameValue();
  attribute.tag = 'FilePath';
  attribute.value = toArrayBuffer(Buffer.from(`${path}\0`, 'utf16le'));
  return encodeDer(attribute);
}

function readPath(encoded: Uint8Array): string {
  const { value } = decodeDer(encoded, CatalogNameValue, 'A path in the catalog');
  return Buffer.from(value).toString('utf16le').replace(/\0$/, '');
}
