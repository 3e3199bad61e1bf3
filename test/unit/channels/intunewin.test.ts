import { createDecipheriv, createHash, createHmac } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { intuneWin } from '../../../src/channels/intune/intunewin.js';
import { intune } from '../../../src/channels/intune/channel.js';
import { zip } from '../../../src/channels/zip.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { fillFile } from '../../../src/render/fill-file.js';
import { spoiler } from './spoiler.js';

/** Reads entries by way of the central directory, as unpackers do, with how each lies there: 0 as it is, 8 compressed. */
function unzip(bytes: Uint8Array, method: 0 | 8): ReadonlyMap<string, Buffer> {
  const zip = Buffer.from(bytes);
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  const found = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    expect([zip.readUInt32LE(at), zip.readUInt16LE(at + 10)]).toEqual([0x02014b50, method]);
    const [crc, size, length] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const name = zip.toString('ascii', at + 46, at + 46 + length);
    const local = zip.readUInt32LE(at + 42);
    expect(zip.readUInt32LE(local)).toBe(0x04034b50);
    expect(zip.toString('ascii', local + 30, local + 30 + zip.readUInt16LE(local + 26))).toBe(name);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + size);
    const content = method === 0 ? packed : inflateRawSync(packed);
    expect(crc32(content)).toBe(crc);
    found.set(name, content);
    at += 46 + length;
  }
  return found;
}

/** What the agent of Intune does with a container: check, decrypt, check again, unpack. */
function open(container: Uint8Array): { readonly xml: string; readonly files: ReadonlyMap<string, Buffer> } {
  const outer = unzip(container, 0);
  expect([...outer.keys()].sort()).toEqual([
    'IntuneWinPackage/Contents/IntunePackage.intunewin',
    'IntuneWinPackage/Metadata/Detection.xml',
  ]);
  const xml = outer.get('IntuneWinPackage/Metadata/Detection.xml')!.toString('utf8');
  const field = (name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';
  const bytes = (name: string): Buffer => Buffer.from(field(name), 'base64');
  const sealed = outer.get('IntuneWinPackage/Contents/IntunePackage.intunewin')!;
  const mac = createHmac('sha256', bytes('MacKey')).update(sealed.subarray(32)).digest();
  expect(sealed.subarray(0, 32)).toEqual(mac);
  expect(bytes('Mac')).toEqual(mac);
  expect(sealed.subarray(32, 48)).toEqual(bytes('InitializationVector'));
  const decipher = createDecipheriv('aes-256-cbc', bytes('EncryptionKey'), bytes('InitializationVector'));
  const content = Buffer.concat([decipher.update(sealed.subarray(48)), decipher.final()]);
  expect(createHash('sha256').update(content).digest()).toEqual(bytes('FileDigest'));
  expect(field('UnencryptedContentSize')).toBe(String(content.length));
  expect(sealed.length).toBe(48 + 16 * (Math.floor(content.length / 16) + 1));
  return { xml, files: unzip(content, 8) };
}

const { channelFiles } = loadTemplates(process.cwd());
const make = (setupFile: string, entries: Parameters<typeof intuneWin>[1]): Uint8Array =>
  intuneWin(setupFile, entries, (values) => fillFile(channelFiles, 'intune/Detection.xml.hbs', values));

describe('the container of a Win32 app', () => {
  const files = [
    { path: 'repair.ps1', bytes: Buffer.from('exit 0\r\n') },
    { path: 'sub/other.ps1', bytes: Buffer.alloc(0) },
  ];

  it('opens to the files that went in', () => {
    const { xml, files: found } = open(make('a & b.ps1', files));
    expect([...found].map(([path, bytes]) => [path, bytes.toString()])).toEqual([
      ['repair.ps1', 'exit 0\r\n'],
      ['sub/other.ps1', ''],
    ]);
    // The portal's own tool names the package after its set-up file.
    expect(xml).toContain('<Name>a &amp; b.ps1</Name>');
    expect(xml).toContain('<SetupFile>a &amp; b.ps1</SetupFile>');
  });

  it('is the same for the same content, and has other keys for other content', () => {
    const made = make('a', files);
    expect(make('a', files)).toEqual(made);
    const key = (container: Uint8Array): string => /<EncryptionKey>([^<]*)/.exec(open(container).xml)?.[1] ?? '';
    expect(key(make('a', files.slice(1)))).not.toBe(key(made));
  });

  it('holds the signed scripts of the product', async () => {
    const { files: emitted } = await spoiler(intune);
    const bytes = (name: string) => emitted.find(({ path }) => path.endsWith(`/win32/${name}`))?.bytes;
    const { files: found } = open(bytes('windows-update.intunewin') ?? new Uint8Array());
    expect([...found.keys()]).toEqual(['repair.ps1', 'undo.ps1']);
    expect(found.get('repair.ps1')).toEqual(bytes('repair.ps1'));
  });

  it('is a ZIP file for other programs', ({ skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'mendsheet-zip-'));
    try {
      for (const method of ['stored', 'deflated'] as const) {
        writeFileSync(join(folder, 'a.zip'), zip(files, method));
        const listed = spawnSync('python3', ['-m', 'zipfile', '-t', join(folder, 'a.zip')], { encoding: 'utf8' });
        if (listed.error) return skip();
        expect([listed.status, listed.stdout]).toEqual([0, 'Done testing\n']);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
