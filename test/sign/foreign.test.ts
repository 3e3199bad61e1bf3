import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restorePowerShell } from '../../src/host/nuget-tools.js';
import { readBlock } from '../../src/sign/authenticode/signature-block.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { encodeCertificatePem, readPemCertificates } from '../../src/sign/x509/certificate-pem.js';
import type { Certificate } from '../../src/sign/x509/certificate.js';
import { repository } from '../compile-bundled.js';
import { reasonsOf } from './support/fixtures.js';
import { temporaryFolder } from './support/openssl.js';
import { describeWithTool, missingOsslsigncode } from '../tools.js';

/** Scripts that Microsoft signed and stamped come with PowerShell; the roots above them with the .NET SDK. */
const shell = await restorePowerShell();
const scripts = shell === null ? '' : join(dirname(shell.command[1]), '../win');
const roots = rootsOfSdk();

function rootsOfSdk(): string {
  const listed = spawnSync('dotnet', ['--list-sdks'], { encoding: 'utf8' }).stdout ?? '';
  const folders = Array.from(listed.matchAll(/^(\S+) \[(.+)\]$/gm), ([, version = '', folder = '']) =>
    join(folder, version, 'trustedroots'),
  );
  return folders.findLast((folder) => existsSync(join(folder, 'codesignctl.pem'))) ?? '';
}

const missing =
  !existsSync(scripts) || roots === '' ? 'PowerShell and roots of the .NET SDK 10' : missingOsslsigncode();

describeWithTool('a script that Microsoft signed and stamped', missing, () => {
  const folder = temporaryFolder();
  const pem = (name: string): readonly Certificate[] =>
    // A few roots of that list have keys that are not read here.
    readFileSync(join(roots, name), 'utf8')
      .split(/(?=-----BEGIN)/)
      .flatMap((block) => {
        try {
          return readPemCertificates(block);
        } catch {
          return [];
        }
      });
  const trusted = roots === '' ? [] : pem('codesignctl.pem');
  const trustedTimestampers = roots === '' ? [] : pem('timestampctl.pem');
  const all = existsSync(scripts)
    ? readdirSync(scripts, { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.ps[dm]?1$/.test(path))
        .filter((path) => readFileSync(join(scripts, path)).includes('# SIG # Begin signature block'))
    : [];

  /** What osslsigncode says: of the signature, its chain and its timestamp. Revocation is not looked at by either. */
  function osslsigncode(path: string): boolean {
    const lists = ['-CAfile', join(roots, 'codesignctl.pem'), '-TSA-CAfile', join(roots, 'timestampctl.pem')];
    const ended = spawnSync('osslsigncode', ['verify', '-ignore-cdp', '-ignore-crl', '-in', path, ...lists]);
    return ended.status === 0;
  }

  it('is judged as osslsigncode judges it', () => {
    expect(all.length).toBeGreaterThan(20);
    const judged = all.map((path) => {
      const bytes = readFileSync(join(scripts, path));
      const found = reasonsOf(verifyScript(bytes, { trusted, trustedTimestampers, foreign: true }));
      return [path, found.length === 0];
    });
    expect(judged).toEqual(all.map((path) => [path, osslsigncode(join(scripts, path))]));
    expect(judged.filter(([, good]) => good).length).toBeGreaterThan(20);
  });

  it('is refused by both after a change, and without its roots', () => {
    const bytes = readFileSync(join(scripts, all[0] ?? ''));
    const changed = Buffer.from(bytes);
    changed[200] = (changed[200] ?? 0) ^ 1;
    const path = join(folder, 'changed.ps1');
    writeFileSync(path, changed);
    expect(reasonsOf(verifyScript(changed, { trusted, trustedTimestampers, foreign: true }))).toContain(
      'digest-mismatch',
    );
    expect(osslsigncode(path)).toBe(false);
    expect(
      reasonsOf(verifyScript(bytes, { trusted: trusted.slice(0, 1), trustedTimestampers, foreign: true })),
    ).toEqual(expect.arrayContaining(['signer-untrusted']));
  });

  describe('in mendsheet verify', () => {
    const verify = (path: string, publisher: Certificate): { status: number | null; stderr: string } => {
      const root = trusted.filter(({ der }) => !Buffer.from(der).equals(Buffer.from(publisher.der)));
      writeFileSync(join(folder, 'publisher.pem'), [publisher, ...root].map(encodeCertificatePem).join(''));
      writeFileSync(join(folder, 'authorities.pem'), trustedTimestampers.map(encodeCertificatePem).join(''));
      const certificates = ['--certificate', join(folder, 'publisher.pem')];
      const authorities = ['--timestamp-certificate', join(folder, 'authorities.pem'), '--require-timestamp'];
      const main = join(repository, 'build/cli/main.js');
      return spawnSync(process.execPath, [main, 'verify', path, ...certificates, ...authorities], { encoding: 'utf8' });
    };

    it('is accepted with its chain, and called no script of a build', () => {
      const path = join(scripts, all[0] ?? '');
      const [leaf] = verifyScript(readFileSync(path)).path;
      const { status, stderr } = verify(path, leaf as Certificate);
      expect([status, stderr]).toEqual([0, expect.stringContaining('no script of a build')]);
      expect(stderr).toContain('Signed by CN=Microsoft Corporation');
      expect(readBlock(readFileSync(path)).failures).toEqual([]);
    });

    it('is refused as that of another publisher, with no word of damage', () => {
      const path = join(scripts, all[0] ?? '');
      const { status, stderr } = verify(path, trusted[0] as Certificate);
      expect(status).toBe(1);
      expect(stderr).toContain('not by the expected publisher');
      expect(stderr).not.toContain('DER form');
    });
  });

  it('has a tool beside it that reads certificates', () => {
    expect(execFileSync('osslsigncode', ['--version']).toString()).toContain('osslsigncode');
  });
});
