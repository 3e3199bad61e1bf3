import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { zip } from '../zip.js';

/**
 * The container of a Win32 app of Intune: a ZIP of the content, encrypted, beside a description that holds the keys.
 * Microsoft documents no format; this follows what its packaging tool writes and others read:
 * HMAC-SHA256 (32 bytes) over what follows, IV (16 bytes), AES-256-CBC with PKCS #7 padding.
 *
 * Keys and IV are derived from the content and not random: see docs/adr/0013-keys-of-intunewin.md.
 * @param files by path in the app's folder.
 * @param setupFile the one of them that Intune calls the setup file.
 * @param describe gives Detection.xml with these values in it.
 */
export function intuneWin(
  setupFile: string,
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  describe: (values: Readonly<Record<string, string>>) => string,
): Uint8Array {
  const content = zip(files, 'deflated');
  const digest = createHash('sha256').update(content).digest();
  const derive = (use: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', digest, Buffer.alloc(0), `mendsheet intunewin ${use}`, length));
  const key = derive('key', 32);
  const macKey = derive('mac', 32);
  const iv = derive('iv', 16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const sealed = Buffer.concat([iv, cipher.update(content), cipher.final()]);
  const mac = createHmac('sha256', macKey).update(sealed).digest();
  const description = describe({
    size: String(content.length),
    setupFile,
    key: key.toString('base64'),
    macKey: macKey.toString('base64'),
    iv: iv.toString('base64'),
    mac: mac.toString('base64'),
    digest: digest.toString('base64'),
  });
  return zip(
    [
      { path: 'IntuneWinPackage/Contents/IntunePackage.intunewin', bytes: Buffer.concat([mac, sealed]) },
      { path: 'IntuneWinPackage/Metadata/Detection.xml', bytes: Buffer.from(description) },
    ],
    'stored',
  );
}
