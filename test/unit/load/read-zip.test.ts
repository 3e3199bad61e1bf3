import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readBundle } from '../../../src/load/read-bundle.js';
import { readZip, ZipError } from '../../../src/load/read-zip.js';
import { makeZip, type MadeMember } from '../../support/make-zip.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'made.zip');
const limits = { members: 20, total: 4_000_000_000, ratio: 500, depth: 4 };

function read(members: readonly MadeMember[] | Buffer): Record<string, string> {
  writeFileSync(path, Buffer.isBuffer(members) ? members : makeZip(members));
  const found = readZip(path, new Map([['capture.json', 5000]]), limits);
  return Object.fromEntries([...found].map(([name, bytes]) => [name, bytes.toString('utf8')]));
}

const capture = { name: 'capture.json', content: '{}' };

describe('readZip', () => {
  it('takes what is wanted, and no other member', () => {
    expect(read([{ name: 'a/b.log', content: 'x' }, capture])).toEqual({ 'capture.json': '{}' });
  });

  it('takes a zip file with a comment, and names with backslashes', () => {
    const zip = makeZip([{ name: '26-logs\\CBS.log', content: 'x' }, capture]);
    zip.writeUInt16LE(3, zip.length - 2);
    expect(read(Buffer.concat([zip, Buffer.from('abc')]))).toEqual({ 'capture.json': '{}' });
  });

  it.each<[why: string, members: readonly MadeMember[], reason: RegExp]>([
    ['leaves the folder', [{ name: '../x' }, capture], /no name below/],
    ['leaves it by a backslash', [{ name: 'a\\..\\..\\x' }, capture], /no name below/],
    ['has an absolute name', [{ name: '/etc/x' }, capture], /no name below/],
    ['has a drive', [{ name: 'C:/x' }, capture], /no name below/],
    ['is another name on Windows', [{ name: 'capture.json.' }, capture], /no name below/],
    ['has a blank at the end of a folder', [{ name: 'a /b' }, capture], /no name below/],
    ['has a stream', [{ name: 'a.txt:b' }, capture], /no name below/],
    ['has a line end in its name', [{ name: 'a\nb' }, capture], /no name below/],
    ['is a link', [{ ...capture, mode: 0o120777 }], /a link/],
    ['is a device', [{ name: 'x', mode: 0o020666 }, capture], /a link or a device/],
    ['is there twice', [capture, capture], /there twice/],
    ['is there twice but for case', [{ name: 'A/Capture.json' }, { name: 'a/capture.JSON' }], /there twice/],
    ['is encrypted', [{ ...capture, flags: 1 }], /encrypted/],
    ['lies too deep', [{ name: 'a/b/c/d/e' }, capture], /folders deep/],
    ['is called otherwise where its data are', [{ ...capture, localName: 'capture.jsox' }], /called otherwise/],
    ['shares its data', [capture, { name: 'b', offset: 0 }], /shares its data/],
    ['says that it is large', [{ name: 'x', bytes: 4_000_000_000, packedBytes: 40 }, capture], /500 times/],
    ['is larger than it may be', [{ ...capture, content: 'x'.repeat(6000) }], /at most 5000/],
    ['says less than it has', [{ ...capture, content: 'xxx', bytes: 2 }], /damaged/],
    ['is damaged', [{ ...capture, packed: Buffer.from('no deflate') }], /damaged/],
    // As Windows' own Explorer packs what is very large.
    ['is packed by Deflate64', [{ ...capture, method: 9, packed: Buffer.from('no deflate') }], /not known here/],
  ])('refuses a member that %s', (_why, members, reason) => {
    expect(() => read(members)).toThrow(reason);
    expect(() => read(members)).toThrow(ZipError);
  });

  it('refuses too many members, and more than may be unpacked', () => {
    expect(() => read(Array.from({ length: 21 }, (_, index) => ({ name: `${index}` })))).toThrow(/21 members/);
    const large = Array.from({ length: 3 }, (_, index) => ({
      name: `${index}`,
      packed: Buffer.alloc(20_000_000),
      bytes: 3_500_000_000,
    }));
    expect(() => read([...large, capture])).toThrow(/10500000\d* bytes large/);
  });

  it('stops unpacking ten gigabytes that call themselves two thousand bytes', () => {
    // A full flush forgets what was before, so that the same bytes stand in a row as often as one likes.
    const piece = deflateRawSync(Buffer.alloc(64 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
    const packed = Buffer.concat([...Array<Buffer>(160).fill(piece), deflateRawSync(Buffer.alloc(0))]);
    expect(() => read([{ ...capture, packed, bytes: 2000 }])).toThrow(/2000 bytes, and at most/);
    // The wanted member may be packed into as many bytes as it may have.
    const small = packed.subarray(0, 4900);
    expect(() => read([{ ...capture, packed: small, bytes: 2000 }])).toThrow(/larger than it says|damaged/);
    const before = process.memoryUsage().rss;
    expect(() => read([{ ...capture, packed: deflateRawSync(Buffer.alloc(4_000_000)), bytes: 2000 }])).toThrow(
      /larger than it says/,
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('never throws anything but a refusal, whatever is changed in a zip file', () => {
    const sound = makeZip([{ name: 'a/b.log', content: 'x'.repeat(100) }, capture]);
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.nat(sound.length), (changes, length) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        try {
          read(changes.length === 4 ? bytes.subarray(0, length) : bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(ZipError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('readBundle', () => {
  it('says of a bundle without a capture what made it', () => {
    writeFileSync(path, makeZip([{ name: 'manifest.json', content: '{}' }]));
    expect(() => readBundle(path, 5000)).toThrow(/no capture\.json/);
  });
});
