import { isSortedSet } from './bytes.js';

/** Where and why bytes are not DER. */
export interface DerFault {
  /** Offset into the bytes that were looked at. */
  readonly offset: number;
  readonly problem: string;
}

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
}

const maxDepth = 48;
const constructedBit = 0x20;
const universalSequence = 0x10;
const universalSet = 0x11;

/**
 * Checks that bytes are exactly one DER value: definite minimal lengths, minimal integers and object identifiers, sorted
 * sets, nothing behind the end (ITU-T X.690 chapters 8, 10 and 11).
 *
 * The ASN.1 classes read BER and forgive much of this. What a signature is made over must have one spelling only.
 * Returns the first fault, or undefined when there is none. Never throws.
 */
export function findDerFault(bytes: Uint8Array): DerFault | undefined {
  const element = readElement(bytes, 0, bytes.length);
  if ('problem' in element) return element;
  if (element.end !== bytes.length) return { offset: element.end, problem: 'bytes follow the end of the value' };
  return findFaultInside(bytes, element, 0);
}

/**
 * The exact bytes of each element inside one constructed DER value. Empty when there is no value, or not one of this tag: nothing
 * else may look at a tag that no signature covers. Never throws.
 */
export function derChildren(tag: number, bytes: Uint8Array | undefined): readonly Uint8Array[] {
  const outer = bytes && readElement(bytes, 0, bytes.length);
  if (!bytes || !outer || 'problem' in outer || outer.tag !== tag || outer.end !== bytes.length) return [];
  const children = readChildren(bytes, outer);
  return 'problem' in children ? [] : children.map((child) => bytes.subarray(child.start, child.end));
}

/**
 * The content octets of one DER value: everything behind its tag and length. Undefined when there is no value, or not one of this
 * tag. Never throws.
 */
export function derContent(tag: number, bytes: Uint8Array | undefined): Uint8Array | undefined {
  const outer = bytes && readElement(bytes, 0, bytes.length);
  if (!bytes || !outer || 'problem' in outer || outer.tag !== tag || outer.end !== bytes.length) return undefined;
  return bytes.subarray(outer.contentStart, outer.end);
}

function readElement(bytes: Uint8Array, start: number, limit: number): Element | DerFault {
  const fault = (problem: string): DerFault => ({ offset: start, problem });
  if (start + 2 > limit) return fault('a value is cut short');
  const tag = bytes[start] as number;
  if ((tag & 0x1f) === 0x1f) return fault('a tag number above 30 is not used here');
  const first = bytes[start + 1] as number;
  if (first === 0x80) return fault('an indefinite length is not DER');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return fault('a length is too large');
  const contentStart = start + 2 + lengthBytes;
  if (contentStart > limit) return fault('a length is cut short');
  let length = lengthBytes === 0 ? first : 0;
  for (let at = start + 2; at < contentStart; at++) length = length * 256 + (bytes[at] as number);
  const isMinimal = lengthBytes === 0 || (length >= 0x80 && bytes[start + 2] !== 0);
  if (!isMinimal) return fault('a length is not written in its shortest form');
  if (contentStart + length > limit) return fault('a value reaches past its end');
  return { tag, start, contentStart, end: contentStart + length };
}

function readChildren(bytes: Uint8Array, parent: Element): readonly Element[] | DerFault {
  const children: Element[] = [];
  for (let at = parent.contentStart; at < parent.end;) {
    const child = readElement(bytes, at, parent.end);
    if ('problem' in child) return child;
    children.push(child);
    at = child.end;
  }
  return children;
}

function findFaultInside(bytes: Uint8Array, element: Element, depth: number): DerFault | undefined {
  if (depth > maxDepth) return { offset: element.start, problem: 'values are nested too deeply' };
  const isUniversal = (element.tag & 0xc0) === 0;
  const isConstructed = (element.tag & constructedBit) !== 0;
  const number = element.tag & 0x1f;
  if (isUniversal && isConstructed !== (number === universalSequence || number === universalSet)) {
    return {
      offset: element.start,
      problem: 'a value is written constructed where DER wants it primitive, or the reverse',
    };
  }
  if (!isConstructed) {
    const problem = isUniversal
      ? primitiveProblem(number, bytes.subarray(element.contentStart, element.end))
      : undefined;
    return problem === undefined ? undefined : { offset: element.start, problem };
  }
  const children = readChildren(bytes, element);
  if ('problem' in children) return children;
  if (isUniversal && number === universalSet && !isSorted(bytes, children)) {
    return { offset: element.start, problem: 'the members of a set are not in DER order' };
  }
  for (const child of children) {
    const fault = findFaultInside(bytes, child, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function isSorted(bytes: Uint8Array, children: readonly Element[]): boolean {
  return isSortedSet(children.map((child) => bytes.subarray(child.start, child.end)));
}

function primitiveProblem(number: number, content: Uint8Array): string | undefined {
  const [first, second] = content;
  switch (number) {
    case 0x01:
      return content.length === 1 && (first === 0 || first === 0xff) ? undefined : 'a boolean is neither 00 nor FF';
    case 0x02:
    case 0x0a:
      return isMinimalInteger(first, second) ? undefined : 'an integer is not written in its shortest form';
    case 0x03:
      return isTidyBitString(content) ? undefined : 'the unused bits of a bit string are not zero';
    case 0x05:
      return content.length === 0 ? undefined : 'a NULL has content';
    case 0x06:
      return isMinimalIdentifier(content) ? undefined : 'an object identifier is not written in its shortest form';
    case 0x17:
      return /^\d{12}Z$/.test(asText(content)) ? undefined : 'a UTCTime is not written as YYMMDDhhmmssZ';
    case 0x18:
      return /^\d{14}(\.\d*[1-9])?Z$/.test(asText(content)) ? undefined : 'a GeneralizedTime is not in its DER form';
    default:
      return undefined;
  }
}

function isMinimalInteger(first: number | undefined, second: number | undefined): boolean {
  if (first === undefined) return false;
  if (second === undefined) return true;
  return !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80);
}

function isTidyBitString(content: Uint8Array): boolean {
  const unused = content[0];
  if (unused === undefined || unused > 7) return false;
  if (content.length === 1) return unused === 0;
  return ((content[content.length - 1] as number) & ((1 << unused) - 1)) === 0;
}

function isMinimalIdentifier(content: Uint8Array): boolean {
  if (content.length === 0 || (content[content.length - 1] as number) >= 0x80) return false;
  return content.every((byte, index) => byte !== 0x80 || (index > 0 && (content[index - 1] as number) >= 0x80));
}

function asText(content: Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}
