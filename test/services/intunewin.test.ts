import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { describeWithTool, missingOpenssl, run, tryRun } from '../tools.js';

const missing =
  missingOpenssl() ??
  (tryRun('unzip', ['-v']) === undefined ? 'unzip' : undefined) ??
  (tryRun('xmllint', ['--version']) === undefined ? 'xmllint (libxml2-utils)' : undefined);

const outer = ['IntuneWinPackage/Contents/IntunePackage.intunewin', 'IntuneWinPackage/Metadata/Detection.xml'] as const;

/**
 * Opens a container with programs that share nothing with what writes it: Info-ZIP, libxml2 and OpenSSL. What each field holds stands in
 * fileEncryptionInfo of Microsoft Graph (learn.microsoft.com, read 2026-11-30): a MAC of 32 bytes over IV and content, an IV of 16 bytes, the SHA-256 of
 * what was encrypted.
 * @param folder where the parts are laid down.
 * @returns names in the package; their bytes lie in folder/content.zip. @throws Error where anything does not fit.
 */
function openContainer(container: string, folder: string): readonly string[] {
  const names = run('unzip', ['-Z1', container]).toString('utf8').trim().split('\n');
  if (names.join() !== outer.join()) throw new Error(`another form: ${names.join()}`);
  run('unzip', ['-tqq', container]);
  const [sealed, xml] = outer.map((name) => {
    const path = join(folder, name.split('/').at(-1) ?? '');
    writeFileSync(path, run('unzip', ['-p', container, name]));
    return path;
  }) as [string, string];
  const field = (name: string): string =>
    run('xmllint', ['--nonet', '--xpath', `string(/ApplicationInfo${name})`, xml])
      .toString('utf8')
      .trim();
  const hex = (name: string): string => {
    const bytes = run('openssl', ['base64', '-d', '-A'], Buffer.from(field(`/EncryptionInfo/${name}`)));
    return bytes.toString('hex');
  };
  const bytes = readFileSync(sealed);
  const [body, cipher, content] = ['body.bin', 'cipher.bin', 'content.zip'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(body, bytes.subarray(32));
  writeFileSync(cipher, bytes.subarray(48));
  const mac = run('openssl', ['mac', '-digest', 'SHA256', '-macopt', `hexkey:${hex('MacKey')}`, '-in', body, 'HMAC']);
  const found = mac.toString('ascii').trim().toLowerCase();
  if (found !== bytes.subarray(0, 32).toString('hex') || found !== hex('Mac')) throw new Error('another MAC');
  if (bytes.subarray(32, 48).toString('hex') !== hex('InitializationVector')) throw new Error('another IV');
  const key = ['-K', hex('EncryptionKey'), '-iv', hex('InitializationVector')];
  run('openssl', ['enc', '-d', '-aes-256-cbc', ...key, '-in', cipher, '-out', content]);
  const digest = run('openssl', ['dgst', '-sha256', '-binary', content]).toString('hex');
  if (digest !== hex('FileDigest') || field('/EncryptionInfo/FileDigestAlgorithm') !== 'SHA256')
    throw new Error('another digest');
  if (field('/EncryptionInfo/ProfileIdentifier') !== 'ProfileVersion1') throw new Error('another profile');
  if (field('/UnencryptedContentSize') !== String(statSync(content).size)) throw new Error('another size');
  if (field('/FileName') !== 'IntunePackage.intunewin') throw new Error('another file name');
  run('unzip', ['-tqq', content]);
  const inside = run('unzip', ['-Z1', content]).toString('utf8').trim().split('\n');
  if (!inside.includes(field('/SetupFile'))) throw new Error('no set-up file');
  return inside;
}

describeWithTool('the .intunewin, opened by other programs', missing, () => {
  let folder = '';
  const win32 = join(inject('dist'), 'windows-update/intune/win32');
  const container = join(win32, 'windows-update.intunewin');
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mendsheet-intunewin-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('E95 holds the signed scripts, byte for byte, and what the two command lines start', () => {
    const names = openContainer(container, folder);
    const bytesOf = (name: string): Buffer => run('unzip', ['-p', join(folder, 'content.zip'), name]);
    expect(names).toEqual(['repair.ps1', 'undo.ps1']);
    expect(bytesOf('repair.ps1').equals(readFileSync(join(win32, 'repair.ps1')))).toBe(true);
    expect(bytesOf('undo.ps1').equals(readFileSync(join(win32, '../../reset-components.ps1')))).toBe(true);
    const app = JSON.parse(readFileSync(join(win32, 'app.json'), 'utf8')) as Record<string, string>;
    for (const key of ['installCommandLine', 'uninstallCommandLine'])
      expect(names).toContain(/ (?:-File |& \.\\)([^ ]+\.ps1) /.exec(app[key] ?? '')?.[1]);
    expect(names).toContain(app['setupFilePath']);
  });

  it.each([0, 31, 32, 47, 48, 4000])('E95 is refused where byte %i of the sealed part is another one', (at) => {
    const bytes = readFileSync(container);
    const name = Buffer.from(outer[0]);
    const start = bytes.indexOf(name) + name.length;
    bytes[start + at] = (bytes[start + at] ?? 0) ^ 1;
    const spoiled = join(folder, 'spoiled.intunewin');
    writeFileSync(spoiled, bytes);
    expect(() => openContainer(spoiled, folder)).toThrow();
  });
});
