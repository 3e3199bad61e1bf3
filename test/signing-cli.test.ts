import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repository } from './compile-bundled.js';
import {
  authorityExtensions,
  makeCertificate,
  temporaryFolder,
  timeStampingExtensions,
  type Issued,
} from './sign/support/openssl.js';
import { makeToken, missingToken, softhsmLibrary } from './sign/support/softhsm.js';
import { opensslResponder, startTimestampServer, type TimestampServer } from './sign/support/timestamp-server.js';
import { describeWithTool, missingOpenssl, missingOsslsigncode, run, tryRun } from './tools.js';

const tokenIsMissing = await missingToken();
const main = join(repository, 'build/cli/main.js');
const password = 'open sesame';

interface Ended {
  readonly status: number;
  readonly stderr: string;
}

describeWithTool('mendsheet build with a real key', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const path = (name: string): string => join(folder, name);
  let root: Issued;
  let rsa: Issued;
  let server: TimestampServer;

  /** Not synchronous: the timestamp server answers from this process. */
  function mendsheet(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const own = { PATH: process.env['PATH'], HOME: folder, XDG_CONFIG_HOME: folder, APPDATA: folder, NO_COLOR: '1' };
    return new Promise((resolve) => {
      execFile(process.execPath, [main, ...args], { cwd: folder, env: { ...own, ...env } }, (error, _stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stderr }),
      );
    });
  }

  beforeAll(async () => {
    writeFileSync(path('checks.yaml'), indexText);
    mkdirSync(path('checks/services'), { recursive: true });
    writeFileSync(path('checks/services/spooler.detect.ps1'), 'New-Finding -Status Ok\n');
    writeFileSync(path('checks/services.yaml'), groupText);
    root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
    rsa = makeCertificate(folder, { name: 'Publisher', kind: 'rsa:3072', issuer: root });
    writeFileSync(path('publisher.pem'), `${rsa.certificate}${root.certificate}`);
    run('openssl', [
      'pkcs12',
      '-export',
      '-inkey',
      rsa.keyFile,
      '-in',
      rsa.certificateFile,
      '-certfile',
      root.certificateFile,
      '-passout',
      `pass:${password}`,
      '-out',
      path('publisher.pfx'),
    ]);
    const authority = makeCertificate(folder, {
      name: 'Authority',
      kind: 'rsa:3072',
      issuer: root,
      extensions: timeStampingExtensions,
    });
    server = await startTimestampServer(opensslResponder(folder, authority, root.certificate));
    writeFileSync(path('authorities.pem'), root.certificate);
  });

  afterAll(() => server.close());

  const verify = (more: readonly string[] = []): Promise<Ended> =>
    mendsheet(['verify', 'dist', '--certificate', 'publisher.pem', ...more]);

  it('takes a PFX whose password comes from the environment or a file', async () => {
    expect(await mendsheet(['build', '--key', 'publisher.pfx'], { MENDSHEET_KEY_PASSWORD: password })).toMatchObject({
      status: 0,
    });
    expect(await verify()).toMatchObject({ status: 0 });
    writeFileSync(path('password'), `${password}\n`);
    expect(
      await mendsheet(['build'], { MENDSHEET_KEY: 'publisher.pfx', MENDSHEET_KEY_PASSWORD_FILE: 'password' }),
    ).toMatchObject({ status: 0 });
  });

  it('tells no password in an error', async () => {
    const { status, stderr } = await mendsheet(['build', '--key', 'publisher.pfx'], {
      MENDSHEET_KEY_PASSWORD: 'wrong horse',
    });
    expect(status).toBe(2);
    expect(stderr).toContain('password is wrong');
    expect(stderr).not.toContain('horse');
  });

  it('takes a program that signs digests', async () => {
    writeFileSync(
      path('sign-digest'),
      `#!/bin/sh\nexec openssl pkeyutl -sign -inkey '${rsa.keyFile}' -pkeyopt digest:sha256\n`,
      { mode: 0o755 },
    );
    const args = ['build', '--key-command', path('sign-digest'), '--certificates', 'publisher.pem'];
    expect(await mendsheet(args)).toMatchObject({ status: 0 });
    expect(await verify()).toMatchObject({ status: 0 });
    writeFileSync(path('sign-digest'), '#!/bin/sh\necho no\nexit 3\n');
    expect(await mendsheet(args)).toMatchObject({ status: 2, stderr: expect.stringContaining('ended with 3') });
  });

  it('makes a release only with timestamps and a real certificate', async () => {
    const key = ['--key', rsa.keyFile, '--certificates', 'publisher.pem'];
    const refused = await mendsheet(['build', '--release', ...key]);
    expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('--timestamp') });
    expect(await mendsheet(['build', '--release', '--timestamp', server.url])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('development certificate'),
    });
    const released = await mendsheet([
      'build',
      '--release',
      ...key,
      '--timestamp',
      server.url,
      '--timestamp-certificate',
      'authorities.pem',
    ]);
    expect(released).toMatchObject({ status: 0 });
    expect(await verify(['--timestamp-certificate', 'authorities.pem', '--rebuild'])).toMatchObject({ status: 0 });
    if (missingOsslsigncode() === undefined) {
      const said = tryRun('osslsigncode', [
        'verify',
        '-in',
        path('dist/trial/diagnose.ps1'),
        '-CAfile',
        root.certificateFile,
        '-TSA-CAfile',
        root.certificateFile,
      ]);
      expect(said).toContain('Timestamp Server Signature verification: ok');
    }
  });

  it('refuses a certificate that is not for code signing, or not valid today', async () => {
    const other = makeCertificate(folder, {
      name: 'Mail',
      kind: 'P-256',
      issuer: root,
      extensions: ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=emailProtection'],
    });
    const result = await mendsheet([
      'build',
      '--release',
      '--key',
      other.keyFile,
      '--certificates',
      other.certificateFile,
      '--timestamp',
      server.url,
    ]);
    expect(result).toMatchObject({ status: 2, stderr: expect.stringContaining('not for code signing') });
  });

  it('leaves the old dist when no timestamp server answers, and asks the next one', async () => {
    const before = readFileSync(path('dist/trial/SHA256SUMS'));
    const key = ['--key', rsa.keyFile, '--certificates', 'publisher.pem'];
    expect(
      await mendsheet(['build', ...key, '--timestamp', 'http://127.0.0.1:9/', '--timestamp', server.url]),
    ).toMatchObject({ status: 0 });
    expect(existsSync(path('dist/trial/SHA256SUMS'))).toBe(true);
    expect(readFileSync(path('dist/trial/SHA256SUMS'))).not.toEqual(before);
  });

  describeWithTool('in a PKCS#11 token', tokenIsMissing, () => {
    it('signs with a key that never leaves it', async () => {
      const SOFTHSM2_CONF = makeToken(folder, '8642', [{ label: 'signing', keyFile: rsa.keyFile }]);
      const uri = `pkcs11:token=release;object=signing?module-path=${softhsmLibrary}`;
      const args = ['build', '--key', uri, '--certificates', 'publisher.pem'];
      expect(await mendsheet(args, { SOFTHSM2_CONF })).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('PIN'),
      });
      expect(await mendsheet(args, { SOFTHSM2_CONF, MENDSHEET_KEY_PASSWORD: '8642' })).toMatchObject({ status: 0 });
      expect(await verify()).toMatchObject({ status: 0 });
    });
  });
});

const indexText = `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts: [{ name: diagnose, phase: detect, editions: [ps1, cmd] }]
include: [checks/services.yaml]
`;

const groupText = `group: services
title: { en: Services, ja: サービス }
checks:
  - id: spooler
    item: 1
    title: { en: Spooler, ja: スプーラー }
    why: { en: W., ja: 理由です。 }
    severity: low
`;
