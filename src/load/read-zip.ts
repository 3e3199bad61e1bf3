import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32, inflateRawSync } from 'node:zlib';

/** A zip file that is refused, with the reason as a sentence. */
export class ZipError extends Error {}

/** What a zip file may hold at most. Sizes in bytes. */
export interface ZipLimits {
  readonly members: number;
  /** Of all members together, unpacked, as the file says. */
  readonly total: number;
  /** Unpacked bytes for each packed one, of members of a megabyte and more. */
  readonly ratio: number;
  /** Folders in each other. */
  readonly depth: number;
}

interface Member {
  readonly name: string;
  readonly rawName: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly bytes: number;
  readonly offset: number;
}

const directoryMost = 4_000_000;

/**
 * Takes some members out of a zip file that anybody may have made, and unpacks no others. All members are looked at: a name
 * that leaves the folder, a link, the same name twice (in whatever case), data that two members share, or more than the
 * limits is refused before anything is unpacked. What is unpacked is counted on the way.
 * @param wanted Names and the bytes that each may have unpacked.
 * @returns the members that are there, by name.
 * @throws ZipError for what is refused.
 */
export function readZip(
  path: string,
  wanted: ReadonlyMap<string, number>,
  limits: ZipLimits,
): ReadonlyMap<string, Buffer> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const members = readDirectory(file, size, limits);
    const found = new Map<string, Buffer>();
    for (const member of members) {
      const most = wanted.get(member.name);
      if (most !== undefined) found.set(member.name, unpack(file, size, member, most));
    }
    return found;
  } finally {
    closeSync(file);
  }
}

/**
 * Takes all files out of a zip file that anybody may have made, one after the other, after the same looks as `readZip`.
 * @param most Bytes that each may have unpacked; a larger one is handed on as a refusal, like one that is damaged.
 * @throws ZipError for an archive that is refused as a whole.
 */
export function* membersOfZip(
  path: string,
  most: number,
  limits: ZipLimits,
): Generator<{ readonly name: string; readonly content: Buffer | ZipError }> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    for (const member of readDirectory(file, size, limits))
      if (!member.name.endsWith('/')) yield { name: member.name, content: unpackOrRefuse(file, size, member, most) };
  } finally {
    closeSync(file);
  }
}

function unpackOrRefuse(file: number, size: number, member: Member, most: number): Buffer | ZipError {
  try {
    return unpack(file, size, member, most);
  } catch (error) {
    if (error instanceof ZipError) return error;
    throw error;
  }
}

function readDirectory(file: number, size: number, limits: ZipLimits): readonly Member[] {
  // The end of the directory may be followed by a comment.
  const tail = readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let at = tail.length - 22;
  while (at >= 0 && !(tail.readUInt32LE(at) === 0x06054b50 && at + 22 + tail.readUInt16LE(at + 20) === tail.length))
    at -= 1;
  if (at < 0) throw new ZipError('It is no zip file, or one that is cut off.');
  const [disk, first, here, count] = [4, 6, 8, 10].map((offset) => tail.readUInt16LE(at + offset));
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (disk !== 0 || first !== 0 || here !== count || count === undefined || count === 0xffff || start === 0xffffffff)
    throw new ZipError('It has a form that collect-logs does not make (several disks, or 64 bits).');
  if (count > limits.members) throw new ZipError(`It has ${count} members, and at most ${limits.members} are taken.`);
  if (length > directoryMost || start + length > size) throw new ZipError('Its directory does not fit.');
  const members = parseDirectory(readAt(file, start, length), count);
  judge(members, start, limits);
  return members;
}

function parseDirectory(bytes: Buffer, count: number): readonly Member[] {
  const members: Member[] = [];
  let at = 0;
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new ZipError('Its directory is damaged.');
    const flags = bytes.readUInt16LE(at + 8);
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    if (rawName.length < nameLength) throw new ZipError('Its directory is damaged.');
    // Windows PowerShell 5.1 writes names with backslashes where .NET is old.
    const name = rawName.toString('utf8').replaceAll('\\', '/');
    const kind = (bytes.readUInt32LE(at + 38) >>> 28) & 0xf;
    if (flags & 1) throw new ZipError(`${shown(name)} is encrypted.`);
    // Of the kinds of Unix: none, a folder, a file.
    if (![0, 4, 8].includes(kind)) throw new ZipError(`${shown(name)} is a link or a device.`);
    members.push({
      name,
      rawName,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return members;
}

function judge(members: readonly Member[], end: number, limits: ZipLimits): void {
  const seen = new Set<string>();
  let total = 0;
  for (const { name, packed, bytes } of members) {
    const parts = name.replace(/\/$/, '').split('/');
    // Windows takes "a." and "a " for "a".
    // eslint-disable-next-line no-control-regex -- A name with such characters is what is looked for.
    if (/[\u0000-\u001f:]/.test(name) || parts.some((part) => part === '' || /[. ]$/.test(part)))
      throw new ZipError(`${shown(name)} is no name below the folder.`);
    if (parts.length > limits.depth) throw new ZipError(`${shown(name)} lies more than ${limits.depth} folders deep.`);
    const key = name.normalize('NFC').toLowerCase();
    if (seen.has(key)) throw new ZipError(`${shown(name)} is there twice.`);
    seen.add(key);
    if (bytes > 1_000_000 && bytes > packed * limits.ratio)
      throw new ZipError(`${shown(name)} would be more than ${limits.ratio} times as large as it is packed.`);
    total += bytes;
  }
  if (total > limits.total)
    throw new ZipError(`It would be ${total} bytes large, and at most ${limits.total} are taken.`);
  const byPlace = [...members].sort((one, other) => one.offset - other.offset);
  for (const [index, { name, offset, packed }] of byPlace.entries()) {
    const next = byPlace[index + 1]?.offset ?? end;
    if (offset + 30 + packed > next) throw new ZipError(`${shown(name)} shares its data with another member.`);
  }
}

function unpack(file: number, size: number, member: Member, most: number): Buffer {
  const { name, rawName, method, packed, bytes, offset } = member;
  if (bytes > most || packed > most)
    throw new ZipError(`${shown(name)} has ${bytes} bytes, and at most ${most} are taken.`);
  const head = readAt(file, offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new ZipError(`${shown(name)} is damaged.`);
  const nameLength = head.readUInt16LE(26);
  const start = offset + 30 + nameLength + head.readUInt16LE(28);
  if (!readAt(file, offset + 30, nameLength).equals(rawName) || start + packed > size)
    throw new ZipError(`${shown(name)} is called otherwise where its data are.`);
  if (method !== 0 && method !== 8) throw new ZipError(`${shown(name)} is packed in a way that is not known here.`);
  const data = readAt(file, start, packed);
  const content = inflate(data, member, most);
  if (content.length !== bytes || crc32(content) !== member.crc) throw new ZipError(`${shown(name)} is damaged.`);
  return content;
}

function inflate(data: Buffer, { name, method }: Member, most: number): Buffer {
  if (method === 0) return data;
  try {
    return inflateRawSync(data, { maxOutputLength: most });
  } catch (error) {
    const isLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(isLarge ? `${shown(name)} is larger than it says.` : `${shown(name)} is damaged.`);
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(file, buffer, done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return buffer.subarray(0, done);
}

/** A name for a terminal: it may hold whatever its maker wanted. */
function shown(name: string): string {
  return JSON.stringify(name.slice(0, 100)).replace(/[\u007f-\uffff]/g, '?');
}
