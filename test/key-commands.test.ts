import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from './compile-bundled.js';
import {
  authorityExtensions,
  makeCertificate,
  temporaryFolder,
  timeStampingExtensions,
  type Issued,
} from './sign/support/openssl.js';
import { makeToken, softhsmLibrary } from './sign/support/softhsm.js';
import { opensslResponder, startTimestampServer, type TimestampServer } from './sign/support/timestamp-server.js';
import { describeWithTool, missingOpenssl, run, tryRun } from './tools.js';

/** A release as docs/release.md has it made: by a key that stays where it is, behind a command of examples/key-commands/. */
const commands = join(repository, 'examples/key-commands');
const main = join(repository, 'build/cli/main.js');

const missingToken =
  missingOpenssl() ??
  (tryRun('softhsm2-util', ['--version']) === undefined || !softhsmLibrary
    ? 'softhsm2'
    : tryRun('sh', ['-c', 'command -v pkcs11-tool']) === undefined
      ? 'pkcs11-tool of OpenSC'
      : undefined);

describeWithTool('a release through a key command', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const path = (name: string): string => join(folder, name);
  let root: Issued;
  let timestamps: TimestampServer;
  const keys = new Map<string, Issued>();

  interface Ended {
    readonly status: number;
    readonly stdout: string;
    readonly stderr: string;
  }

  function mendsheet(args: readonly string[], env: Readonly<Record<string, string>>, cwd = folder): Promise<Ended> {
    const own = { PATH: process.env['PATH'], HOME: path('home'), XDG_CONFIG_HOME: path('home'), NO_COLOR: '1' };
    return new Promise((resolve) => {
      execFile(process.execPath, [main, ...args], { cwd, env: { ...own, ...env } }, (error, stdout, stderr) =>
        resolve({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr }),
      );
    });
  }

  beforeAll(async () => {
    writeFileSync(path('checks.yaml'), indexText);
    mkdirSync(path('checks/services'), { recursive: true });
    writeFileSync(path('checks/services/spooler.detect.ps1'), 'New-Finding -Status Ok\n');
    writeFileSync(path('checks/services.yaml'), groupText);
    root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
    for (const kind of ['rsa:3072', 'P-256', 'P-384'] as const) {
      const issued = makeCertificate(folder, { name: `Publisher ${kind}`, kind, issuer: root });
      keys.set(kind, issued);
      writeFileSync(path(`${kind.replace(':', '-')}.pem`), issued.certificate + root.certificate);
    }
    writeFileSync(path('authorities.pem'), root.certificate);
    const extensions = timeStampingExtensions;
    const authority = makeCertificate(folder, { name: 'Authority', kind: 'rsa:2048', issuer: root, extensions });
    timestamps = await startTimestampServer(opensslResponder(folder, authority, root.certificate));
  });
  afterAll(() => timestamps.close());

  const release = (kind: string, command: string, env: Readonly<Record<string, string>>): Promise<Ended> =>
    mendsheet(
      [
        ...['build', '--release', '--out', `dist-${kind.replace(':', '-')}`, '--key-command', command],
        ...['--certificates', `${kind.replace(':', '-')}.pem`, '--timestamp', timestamps.url],
        ...['--timestamp-certificate', 'authorities.pem'],
      ],
      env,
    );

  describeWithTool('to a token of SoftHSM', missingToken, () => {
    let env: Readonly<Record<string, string>>;
    beforeAll(() => {
      const labelled = [...keys].map(([label, { keyFile }]) => ({ label: label.replace(':', '-'), keyFile }));
      const SOFTHSM2_CONF = makeToken(folder, '8642', labelled);
      env = { SOFTHSM2_CONF, PKCS11_MODULE: String(softhsmLibrary), PKCS11_TOKEN: 'release', PKCS11_PIN: '8642' };
    });

    it.each([
      ['rsa:3072', '01'],
      ['P-256', '02'],
      ['P-384', '03'],
    ])('verifies from public files alone, with a key of %s', async (kind, PKCS11_ID) => {
      const command = join(commands, 'softhsm.sh');
      const built = await release(kind, command, { ...env, PKCS11_ID });
      expect(built).toEqual({ status: 0, stdout: '', stderr: expect.stringContaining('files from') });
      // Somebody else, who has what was published, and the repository.
      const other = path(`other-${kind.replace(':', '-')}`);
      mkdirSync(other);
      cpSync(path(`dist-${kind.replace(':', '-')}`), join(other, 'dist'), { recursive: true });
      cpSync(path('checks.yaml'), join(other, 'checks.yaml'));
      cpSync(path('checks'), join(other, 'checks'), { recursive: true });
      writeFileSync(join(other, 'publisher.pem'), keys.get(kind)?.certificate + root.certificate);
      writeFileSync(join(other, 'authorities.pem'), root.certificate);
      const args = ['verify', 'dist', '--certificate', 'publisher.pem', '--timestamp-certificate', 'authorities.pem'];
      const home = { HOME: join(other, 'home'), XDG_CONFIG_HOME: join(other, 'home') };
      expect(await mendsheet([...args, '--require-timestamp', '--rebuild'], home, other)).toMatchObject({ status: 0 });
      expect(existsSync(join(other, 'home'))).toBe(false);
      const product = join(other, 'dist/trial');
      const manifest = JSON.parse(readFileSync(join(product, 'manifest.json'), 'utf8')) as {
        readonly source: string;
        readonly signer: { readonly timestamped: boolean };
        readonly files: readonly { readonly path: string; readonly sha256: string }[];
      };
      expect(manifest.signer.timestamped).toBe(true);
      expect(manifest.files.map((file) => file.path)).toContain('sbom.cdx.json');
      const bill = JSON.parse(readFileSync(join(product, 'sbom.cdx.json'), 'utf8')) as object;
      expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
      // What it was made from, in the form of in-toto, names every other file by its hash and is signed with them.
      const made = JSON.parse(readFileSync(join(product, 'provenance.intoto.json'), 'utf8')) as {
        readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
      };
      const listed = manifest.files.filter((file) => file.path !== 'provenance.intoto.json');
      expect(listed).toHaveLength(manifest.files.length - 1);
      expect(made.subject.map(({ name, digest }) => [name, digest.sha256])).toEqual(
        listed.map((file) => [file.path, file.sha256]),
      );
      expect(made).toMatchObject({
        _type: 'https://in-toto.io/Statement/v1',
        predicateType: 'https://slsa.dev/provenance/v1',
        predicate: { buildDefinition: { externalParameters: { checklist: { digest: { sha256: manifest.source } } } } },
      });
      run('openssl', [
        ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', join(product, 'SHA256SUMS.p7s'), '-content'],
        ...[join(product, 'SHA256SUMS'), '-CAfile', root.certificateFile, '-purpose', 'any', '-out', '/dev/null'],
      ]);
    });

    it('is not made with a wrong PIN, and the PIN stands nowhere', async () => {
      const command = join(commands, 'softhsm.sh');
      const ended = await release('rsa:3072', command, { ...env, PKCS11_ID: '01', PKCS11_PIN: '1357' });
      expect(ended).toMatchObject({ status: 2, stderr: expect.stringContaining('ended with 1') });
      expect(ended.stderr).not.toContain('1357');
    });
  });

  describe('to a stand-in that answers as a service says', () => {
    let server: Server;
    let address: string;
    const asked: { url: string; authorization: string; body: Record<string, unknown> }[] = [];

    /** What the service does with a digest. */
    function signature(digest: Buffer): Buffer {
      writeFileSync(path('digest'), digest);
      return run('openssl', [
        'pkeyutl',
        '-sign',
        '-inkey',
        keys.get('rsa:3072')?.keyFile ?? '',
        '-pkeyopt',
        'digest:sha256',
        '-in',
        path('digest'),
      ]);
    }

    beforeAll(async () => {
      server = createServer((request, response) => {
        let text = '';
        request.on('data', (piece: Buffer) => (text += piece.toString()));
        request.on('end', () => {
          const url = request.url ?? '';
          const body = text === '' ? {} : (JSON.parse(text) as Record<string, never>);
          asked.push({ url, authorization: request.headers.authorization ?? '', body });
          response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer(url, body)));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => server.close());

    let pending: Buffer | null = null;
    function answer(url: string, body: Record<string, unknown>): object {
      if (url.includes(':asymmetricSign')) {
        const { sha256 } = body['digest'] as { readonly sha256: string };
        return { signature: signature(Buffer.from(sha256, 'base64')).toString('base64') };
      }
      if (url.startsWith('/keys/'))
        return { value: signature(Buffer.from(String(body['value']), 'base64url')).toString('base64url') };
      if (url.includes('/sign/7?')) {
        return { status: 'Succeeded', signature: pending?.toString('base64'), signingCertificate: 'AQI=' };
      }
      pending = signature(Buffer.from(String(body['digest']), 'base64'));
      return { operationId: '7', status: 'InProgress' };
    }

    it.each([
      [
        'azure-key-vault.mjs',
        () => ({ KEY_ID: `${address}/keys/signing/1`, AZURE_TOKEN: 'token' }),
        '/keys/signing/1/sign?api-version=7.4',
      ],
      [
        'azure-trusted-signing.mjs',
        () => ({
          SIGNING_ENDPOINT: `${address}/`,
          SIGNING_ACCOUNT: 'acct',
          SIGNING_PROFILE: 'prof',
          AZURE_TOKEN: 'token',
        }),
        '/codesigningaccounts/acct/certificateprofiles/prof/sign?api-version=2022-06-15-preview',
      ],
      [
        'google-kms.mjs',
        () => ({ KMS_ENDPOINT: address, KEY_VERSION: 'projects/p/cryptoKeyVersions/1', GOOGLE_TOKEN: 'token' }),
        '/v1/projects/p/cryptoKeyVersions/1:asymmetricSign',
      ],
    ] as const)('is signed by %s', async (file, settings, url) => {
      asked.length = 0;
      expect(await release('rsa:3072', join(commands, file), settings())).toMatchObject({ status: 0 });
      expect(asked[0]).toMatchObject({ url, authorization: 'Bearer token' });
    });

    it('is signed by aws-kms.sh', async () => {
      mkdirSync(path('bin'));
      writeFileSync(
        path('bin/aws'),
        `#!/bin/sh
echo "$*" >> '${path('aws.log')}'
for each; do case "$each" in fileb://*) digest=\${each#fileb://} ;; esac; done
openssl pkeyutl -sign -inkey '${keys.get('rsa:3072')?.keyFile}' -pkeyopt digest:sha256 -in "$digest" | base64 -w0
`,
        { mode: 0o755 },
      );
      const env = { KEY_ID: 'alias/signing', PATH: `${path('bin')}:${process.env['PATH']}` };
      expect(await release('rsa:3072', join(commands, 'aws-kms.sh'), env)).toMatchObject({ status: 0 });
      const said = readFileSync(path('aws.log'), 'utf8').split('\n')[0];
      expect(said).toMatch(
        /^kms sign --key-id alias\/signing --message fileb:\/\/\S+ --message-type DIGEST --signing-algorithm RSASSA_PKCS1_V1_5_SHA_256 --query Signature --output text$/,
      );
    });
  });

  it('has each command in the table of its page', () => {
    const listed = Array.from(
      readFileSync(join(commands, 'README.md'), 'utf8').matchAll(/^\| `([\w.-]+)` +\|/gm),
      ([, name]) => name,
    );
    expect([...listed].sort()).toEqual(
      readdirSync(commands)
        .filter((name) => name !== 'README.md')
        .sort(),
    );
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
