import { createHash } from 'node:crypto';
import { toArrayBuffer } from '../asn1/bytes.js';
import { decodeDer, encodeDer } from '../asn1/der-codec.js';
import { derTags, derValue } from '../asn1/der-writer.js';
import { derContent } from '../asn1/strict-der.js';
import { SignError } from '../sign-error.js';
import { digestAlgorithmIdentifier, type HashName } from '../signature/algorithms.js';
import {
  SpcAttributeTypeAndOptionalValue,
  SpcIndirectDataContent,
  SpcLink,
  SpcSipInfo,
  SpcSpOpusInfo,
  SpcString,
} from './spc-schema.js';

export const indirectDataOid = '1.3.6.1.4.1.311.2.1.4';
export const statementTypeOid = '1.3.6.1.4.1.311.2.1.11';
export const opusInfoOid = '1.3.6.1.4.1.311.2.1.12';

const sipInfoOid = '1.3.6.1.4.1.311.2.1.30';

/**
 * The PowerShell subject interface package, {603BCC1F-4B59-4E08-B724-D2C6297EF351}, in the field order of a GUID in memory.
 * Read from scripts that Microsoft signed.
 */
const scriptPackage = Uint8Array.from(Buffer.from('1fcc3b60594b084eb724d2c6297ef351', 'hex'));

/** What Windows shows about a signature. Both may be left out. */
export interface ProgramInfo {
  /** Any Unicode text. */
  readonly programName?: string;
  /** An ASCII URL. */
  readonly url?: string;
}

/** SpcIndirectDataContent for a script: its digest, and which package computes it. `digest` fits `hash`. */
export function encodeScriptDigest(hash: HashName, digest: Uint8Array): Uint8Array {
  return encodeIndirectData(scriptSubject, hash, digest);
}

/** What every script's signature is over: a subject of the PowerShell package. */
const scriptSubject = ((): Uint8Array => {
  const sipInfo = new SpcSipInfo();
  sipInfo.package = toArrayBuffer(scriptPackage);
  return encodeSubject(sipInfoOid, encodeDer(sipInfo));
})();

/** SpcAttributeTypeAndOptionalValue; `value` is DER. */
export function encodeSubject(type: string, value: Uint8Array): Uint8Array {
  const subject = new SpcAttributeTypeAndOptionalValue();
  subject.type = type;
  subject.value = toArrayBuffer(value);
  return encodeDer(subject);
}

/** SpcIndirectDataContent over any kind of subject, made by encodeSubject. */
export function encodeIndirectData(subject: Uint8Array, hash: HashName, digest: Uint8Array): Uint8Array {
  const { sequence, octetString } = derTags;
  const digestInfo = derValue(sequence, encodeDer(digestAlgorithmIdentifier(hash)), derValue(octetString, digest));
  return derValue(sequence, subject, digestInfo);
}

/** The digest that an SpcIndirectDataContent holds. Throws SignError `der-invalid` for other structures. */
export function readIndirectDigest(content: Uint8Array): Uint8Array {
  return new Uint8Array(decodeDer(content, SpcIndirectDataContent, "The signature's content").messageDigest.digest);
}

/**
 * The messageDigest attribute's value: the hash of the content octets without the outer tag and length (RFC 2315 9.3).
 * `content` is one DER value.
 */
export function contentDigest(hash: HashName, content: Uint8Array): Uint8Array {
  const octets = derContent(derTags.sequence, content);
  if (!octets) throw new SignError('der-invalid', "The signature's content is not one SEQUENCE.");
  return createHash(hash).update(octets).digest();
}

/** SpcSpOpusInfo. Throws SignError `content-invalid` when the URL is not ASCII. */
export function encodeOpusInfo(info: ProgramInfo): Uint8Array {
  const opus = new SpcSpOpusInfo();
  if (info.programName !== undefined) {
    opus.programName = new SpcString();
    opus.programName.unicode = toArrayBuffer(Buffer.from(info.programName, 'utf16le').swap16());
  }
  if (info.url !== undefined) {
    if (!/^[\x21-\x7e]*$/.test(info.url))
      throw new SignError('content-invalid', 'The URL in a signature must be ASCII without blanks.');
    opus.moreInfo = new SpcLink();
    opus.moreInfo.url = toArrayBuffer(Buffer.from(info.url, 'latin1'));
  }
  return encodeDer(opus);
}

/** The reverse of encodeOpusInfo. Throws SignError `der-invalid`. */
export function readOpusInfo(der: Uint8Array): ProgramInfo {
  const opus = decodeDer(der, SpcSpOpusInfo, 'The program description');
  const name = opus.programName && Buffer.from(opus.programName.unicode.slice(0));
  const url = opus.moreInfo && Buffer.from(opus.moreInfo.url);
  return {
    ...(name && name.length % 2 === 0 ? { programName: name.swap16().toString('utf16le') } : {}),
    ...(url ? { url: url.toString('latin1') } : {}),
  };
}
