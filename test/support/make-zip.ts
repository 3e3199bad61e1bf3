import { crc32, deflateRawSync } from 'node:zlib';

/** A member of a made zip file. What is left out is as it should be. */
export interface MadeMember {
  readonly name: string;
  readonly content?: Buffer | string;
  /** Bytes as they stand in the file, in place of the packed content. */
  readonly packed?: Buffer;
  /** What the directory says of its size. */
  readonly bytes?: number;
  /** What the directory says of its packed size. */
  readonly packedBytes?: number;
  /** The kind and rights of Unix. */
  readonly mode?: number;
  readonly flags?: number;
  /** How the directory says that it is packed: 8 for deflate. */
  readonly method?: number;
  /** Name where its data are. */
  readonly localName?: string;
  /** Place of its data; another member's, for one that shares them. */
  readonly offset?: number;
}

/** A zip file, made byte by byte so that it can lie. */
export function makeZip(members: readonly MadeMember[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let place = 0;
  for (const member of members) {
    const content = Buffer.from(member.content ?? '');
    const packed = member.packed ?? deflateRawSync(content);
    const name = Buffer.from(member.name);
    const localName = Buffer.from(member.localName ?? member.name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(localName.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(member.flags ?? 0, 8);
    entry.writeUInt16LE(member.method ?? 8, 10);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(member.packedBytes ?? packed.length, 20);
    entry.writeUInt32LE(member.bytes ?? content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 38);
    entry.writeUInt32LE(member.offset ?? place, 42);
    parts.push(local, localName, packed);
    directory.push(entry, name);
    place += local.length + localName.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(place, 16);
  return Buffer.concat([...parts, list, end]);
}
