import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatBlock, readBlock } from '../src/sign/authenticode/signature-block.js';
import { decodeSignedData, encodeSignedData } from '../src/sign/pkcs7/signed-data.js';
import { readPemCertificates } from '../src/sign/x509/certificate-pem.js';
import { describeCertificate, type Certificate } from '../src/sign/x509/certificate.js';
import { hiddenInLines } from '../src/source/hidden-character.js';
import { repository } from './compile-bundled.js';
import {
  authorityExtensions,
  codeSigningExtensions,
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
    expect(result).toMatchObject({ status: 2, stderr: expect.stringContaining('not made for code signing') });
  });

  describe('a release', () => {
    const stamped = () => ['--timestamp', server.url, '--timestamp-certificate', 'authorities.pem'];
    const chain = (name: string, ...issued: readonly Issued[]): string => {
      writeFileSync(path(name), issued.map(({ certificate }) => certificate).join(''));
      return name;
    };
    const release = (leaf: Issued, certificates: string): Promise<Ended> =>
      mendsheet(['build', '--release', '--key', leaf.keyFile, '--certificates', certificates, ...stamped()]);

    it('needs the certificate of the timestamp authority', async () => {
      const args = ['build', '--release', '--key', rsa.keyFile, '--certificates', 'publisher.pem'];
      expect(await mendsheet([...args, '--timestamp', server.url])).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('--timestamp-certificate'),
      });
    });

    it('is refused, and leaves the old one, with what verify would refuse', async () => {
      expect(await release(rsa, 'publisher.pem')).toMatchObject({ status: 0 });
      const before = readFileSync(path('dist/SHA256SUMS'));
      const weak = makeCertificate(folder, {
        name: 'Weak',
        kind: 'rsa:2048',
        issuer: root,
        extensions: authorityExtensions,
        hash: 'sha1',
      });
      const issuing = makeCertificate(folder, {
        name: 'Issuing',
        kind: 'rsa:2048',
        issuer: root,
        extensions: authorityExtensions,
      });
      const of = (name: string, issuer: Issued, more: object = {}): Issued =>
        makeCertificate(folder, { name, kind: 'rsa:2048', issuer, ...more });
      const pss = { signature: ['rsa_padding_mode:pss', 'rsa_pss_saltlen:digest'] };
      const cases: readonly (readonly [string, Issued, readonly Issued[]])[] = [
        ['no key usage', of('No use', root, { extensions: ['extendedKeyUsage=codeSigning'] }), [root]],
        [
          'another key usage',
          of('Other use', root, { extensions: ['keyUsage=keyEncipherment', 'extendedKeyUsage=codeSigning'] }),
          [root],
        ],
        ['SHA-1 on the leaf', of('Leaf SHA-1', issuing, { hash: 'sha1' }), [issuing, root]],
        ['SHA-1 on the leaf alone', of('Leaf SHA-1', issuing, { hash: 'sha1' }), []],
        ['SHA-1 above', of('Below SHA-1', weak), [weak, root]],
        ['PSS on the leaf', of('Leaf PSS', issuing, pss), [issuing, root]],
        [
          'a critical extension',
          of('Critical', root, { extensions: [...codeSigningExtensions, '1.2.3.4=critical,ASN1:NULL'] }),
          [root],
        ],
      ];
      for (const [name, leaf, others] of cases) {
        const ended = await release(leaf, chain('chain.pem', leaf, ...others));
        expect([name, ended.status, ended.stderr]).toEqual([name, 2, expect.stringMatching(/^mendsheet: No release/m)]);
        expect([name, readFileSync(path('dist/SHA256SUMS'))]).toEqual([name, before]);
      }
    });

    it('keeps its timestamps: one that is taken off or put on is noticed by the manifest', async () => {
      expect(await release(rsa, 'publisher.pem')).toMatchObject({ status: 0 });
      for (const [file, reason] of [
        ['SHA256SUMS.p7s', 'has no timestamp'],
        ['trial/SHA256SUMS.p7s', 'has no timestamp'],
        ['trial/trial.cat', 'has no timestamp'],
        ['trial/diagnose.ps1', 'has no timestamp'],
      ] as const) {
        const whole = readFileSync(path(`dist/${file}`));
        const strip = (der: Uint8Array) => encodeSignedData({ ...decodeSignedData(der), unsignedAttributes: [] });
        const block = file.endsWith('.ps1') ? readBlock(whole) : null;
        const changed = block
          ? Buffer.concat([block.content as Uint8Array, formatBlock(strip(block.signature as Uint8Array))])
          : strip(whole);
        writeFileSync(path(`dist/${file}`), changed);
        const { status, stderr } = await verify();
        expect([file, status, stderr]).toEqual([file, 1, expect.stringContaining(`${file}: The signature ${reason}.`)]);
        writeFileSync(path(`dist/${file}`), whole);
      }
      expect(await verify()).toMatchObject({ status: 0 });
    });

    it('can be asked for a timestamp, and for one that is not too old', async () => {
      const trusting = ['--timestamp-certificate', 'authorities.pem'];
      const today = new Date().toISOString().slice(0, 10);
      expect(await verify(['--require-timestamp', ...trusting])).toMatchObject({ status: 0 });
      expect(await verify(['--not-before', '2020-01-01', ...trusting])).toMatchObject({ status: 0 });
      expect(await verify(['--not-before', today, ...trusting])).toMatchObject({ status: 0 });
      expect(await verify(['--not-before', '2999-12-31', ...trusting])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('before 2999-12-31'),
      });
      for (const bad of ['yesterday', '2026-02-30', '2026-1-1'])
        expect(await verify(['--not-before', bad, ...trusting])).toMatchObject({ status: 2 });
      expect(await verify(['--require-timestamp'])).toMatchObject({ status: 2 });
      const script = ['verify', 'dist/trial/diagnose.ps1', '--certificate', 'publisher.pem', '--require-timestamp'];
      expect(await mendsheet([...script, ...trusting])).toMatchObject({ status: 0 });
      expect(await mendsheet(['build', '--key', rsa.keyFile, '--certificates', 'publisher.pem'])).toMatchObject({
        status: 0,
      });
      expect(await mendsheet([...script, ...trusting])).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('has no timestamp'),
      });
    });
  });

  describe('verify', () => {
    it('makes no key where there is none, and says what to name', async () => {
      const ended = await mendsheet(['verify', 'dist'], { XDG_CONFIG_HOME: path('empty'), APPDATA: path('empty') });
      expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('--certificate') });
      expect(existsSync(path('empty'))).toBe(false);
    });

    it.runIf(process.platform !== 'win32')('looks for no key below the present folder', async () => {
      for (const name of ['', 'settings']) {
        const home = path(`home-${name}`);
        const ended = await mendsheet(['keys', 'show'], { XDG_CONFIG_HOME: name, HOME: home });
        expect(ended).toMatchObject({ status: 0 });
        // A key that had been found or made elsewhere would be no reason to make one here.
        expect(existsSync(join(home, '.config/mendsheet/development.pem'))).toBe(true);
      }
      expect(existsSync(path('settings'))).toBe(false);
    });

    it('shows whose signature it is, beyond a name that anyone can have', async () => {
      const { sha256, serialNumber } = describeCertificate(readPemCertificates(rsa.certificate)[0] as Certificate);
      const { stderr } = await verify();
      expect(stderr).toContain(`serial number ${serialNumber}, SHA-256 ${sha256}`);
      const twin = makeCertificate(folder, { name: 'Publisher', kind: 'P-256' });
      const refused = await mendsheet(['verify', 'dist/trial/diagnose.ps1', '--certificate', twin.certificateFile]);
      expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining(sha256) });
    });

    it.each([
      ['trial/diagnose.cmd', 2, 'carries no signature of its own'],
      ['trial/trial.cat', 2, 'judged together with the files'],
      ['trial/manifest.json', 2, 'carries no signature of its own'],
      ['trial/SHA256SUMS', 0, 'verified'],
      ['trial/SHA256SUMS.p7s', 0, 'verified'],
      ['trial/nosuch.ps1', 2, 'There is no such file or folder: '],
      ['nosuch', 2, 'There is no such file or folder: '],
    ])('has the right words for %s', async (file, status, words) => {
      const ended = await mendsheet(['verify', `dist/${file}`, '--certificate', 'publisher.pem']);
      expect(ended).toMatchObject({ status, stderr: expect.stringContaining(words) });
      expect(ended.stderr).not.toMatch(/ENOENT|signature block/);
    });

    it('shows names of files and certificates without what a terminal would act on', async () => {
      const name = 'Evil\u202e\u200b Corp';
      const evil = makeCertificate(folder, { name, kind: 'rsa:2048' });
      expect(
        await mendsheet(['build', '--out', 'evil', '--key', evil.keyFile, '--certificates', evil.certificateFile]),
      ).toMatchObject({ status: 0 });
      writeFileSync(path('evil/trial/a\u001b[2J\nverified\u009b.ps1'), '1');
      const { status, stderr } = await mendsheet(['verify', 'evil', '--certificate', evil.certificateFile]);
      expect(status).toBe(1);
      expect(stderr).toContain('a<U+001B>[2J<U+000A>verified<U+009B>.ps1');
      expect(stderr).toContain('<U+202E>');
      expect(stderr.replaceAll('\n', '')).not.toMatch(hiddenInLines);
    });
  });

  it('refuses a private key that others may read, and names its mode', async () => {
    for (const [mode, shown] of [
      [0o644, '0644'],
      [0o640, '0640'],
      [0o620, '0620'],
    ] as const) {
      for (const key of [rsa.keyFile, path('publisher.pfx')]) {
        chmodSync(key, mode);
        expect(await mendsheet(['build', '--key', key, '--certificates', 'publisher.pem'])).toMatchObject({
          status: 2,
          stderr: expect.stringContaining(`mode is ${shown}`),
        });
        chmodSync(key, 0o600);
      }
    }
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
