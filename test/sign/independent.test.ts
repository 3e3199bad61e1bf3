import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentInfo, SignedData } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, describeCertificate } from '../../src/sign/x509/certificate.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { formatBlock, readBlock } from '../../src/sign/authenticode/signature-block.js';
import { decodeSignedData } from '../../src/sign/pkcs7/signed-data.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { buildDotnetVerifier, runDotnetVerifier } from './support/dotnet.js';
import {
  certificateFromPem,
  developmentSigner,
  markedScript,
  reasonsOf,
  replaceBytes,
  sampleScript,
} from './support/fixtures.js';
import {
  authorityExtensions,
  type Issued,
  type KeyKind,
  makeCertificate,
  opensslVerdict,
  temporaryFolder,
} from './support/openssl.js';
import { describeWithTool, missingDotnet, missingOpenssl, missingOsslsigncode, run, tryRun } from '../tools.js';

interface Case {
  readonly kind: KeyKind;
  readonly issued: Issued;
  readonly signer: Signer;
  readonly file: string;
  readonly signed: Uint8Array;
}

const kinds: readonly KeyKind[] = ['rsa:2048', 'rsa:3072', 'rsa:4096', 'P-256', 'P-384'];
const options = { programName: 'Mendsheet 診断', url: 'https://example.org/' };

describeWithTool('signatures of every kind of key', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const cases = new Map<KeyKind, Case>();
  let root: Issued;
  let trusted: readonly Certificate[];

  beforeAll(async () => {
    root = makeCertificate(folder, { name: 'Example Root', kind: 'rsa:2048', extensions: authorityExtensions });
    const issuer = makeCertificate(folder, {
      name: 'Example Issuing',
      kind: 'P-384',
      issuer: root,
      extensions: authorityExtensions,
    });
    trusted = [certificateFromPem(root.certificate)];
    for (const kind of kinds) {
      const issued = makeCertificate(folder, { name: `Signer ${kind}`, kind, issuer });
      const certificates = root.certificate + issuer.certificate + issued.certificate;
      const signer = readPemSigner({ key: issued.key, certificates });
      const signed = await signScript(sampleScript, signer, options);
      const file = join(folder, `${kind.replace(':', '-')}.ps1`);
      writeFileSync(file, signed);
      cases.set(kind, { kind, issued, signer, file, signed });
    }
  });

  /** A script in UTF-8 with a byte order mark, and the same without the mark. */
  const markedFiles = async (): Promise<readonly [marked: string, stripped: string]> => {
    const signed = await signScript(markedScript, caseOf('rsa:3072').signer, options);
    const [marked, stripped] = [join(folder, 'marked.ps1'), join(folder, 'stripped.ps1')];
    writeFileSync(marked, signed);
    writeFileSync(stripped, replaceBytes(signed, 0, 3));
    return [marked, stripped];
  };

  const caseOf = (kind: KeyKind): Case => cases.get(kind) as Case;

  it.each(kinds)('are accepted by our own verifier: %s', (kind) => {
    const result = verifyScript(caseOf(kind).signed, { trusted });
    expect(result.failures).toEqual([]);
    const names = result.path.map((certificate) => describeCertificate(certificate).commonName);
    expect(names).toEqual([`Signer ${kind}`, 'Example Issuing', 'Example Root']);
    expect(reasonsOf(verifyScript(caseOf(kind).signed, { trusted: [] }))).toContain('signer-untrusted');
  });

  it.each(kinds)('read as PKCS#7 v1 through other ASN.1 classes, byte for byte: %s', (kind) => {
    const der = readBlock(caseOf(kind).signed).signature as Uint8Array;
    const contentInfo = AsnConvert.parse(der, ContentInfo);
    const signedData = AsnConvert.parse(contentInfo.content, SignedData);
    expect(Buffer.from(AsnConvert.serialize(signedData)).equals(Buffer.from(contentInfo.content))).toBe(true);
    expect(signedData.version).toBe(1);
    expect(signedData.encapContentInfo.eContent?.single).toBeUndefined();
    expect(signedData.certificates).toHaveLength(2);
    const [info] = signedData.signerInfos;
    expect(info?.signedAttrs?.map((attribute) => attribute.attrType)).toEqual([
      '1.2.840.113549.1.9.3',
      '1.3.6.1.4.1.311.2.1.11',
      '1.2.840.113549.1.9.4',
      '1.3.6.1.4.1.311.2.1.12',
    ]);
    expect(info?.unsignedAttrs).toBeUndefined();
    expect(info?.signatureAlgorithm.algorithm).toBe(
      kind.startsWith('rsa')
        ? '1.2.840.113549.1.1.1'
        : kind === 'P-384'
          ? '1.2.840.10045.4.3.3'
          : '1.2.840.10045.4.3.2',
    );
  });

  describe('openssl', () => {
    it.each(kinds)('accepts %s', (kind) => {
      expect(opensslVerdict(folder, caseOf(kind).signed, root.certificateFile)).toContain('Verification successful');
    });

    it('refuses another authority, and content that was changed', async () => {
      const stranger = makeCertificate(folder, { name: 'Stranger', kind: 'P-256', extensions: authorityExtensions });
      const { signed } = caseOf('rsa:3072');
      expect(opensslVerdict(folder, signed, stranger.certificateFile)).toMatch(/verify error|unable to get/);
      const { signature } = readBlock(signed);
      const other = decodeSignedData(signature as Uint8Array);
      const digest = Buffer.from(other.content as Uint8Array).subarray(-32);
      const changed = Buffer.from(signature as Uint8Array);
      changed[changed.indexOf(digest)]! ^= 1;
      const file = Buffer.concat([sampleScript, formatBlock(changed)]);
      expect(opensslVerdict(folder, file, root.certificateFile)).toContain('digest failure');
    });
  });

  describeWithTool('osslsigncode', missingOsslsigncode(), () => {
    const verify = (file: string) => tryRun('osslsigncode', ['verify', '-in', file, '-CAfile', root.certificateFile]);

    it.each(kinds)('accepts %s', (kind) => {
      const output = verify(caseOf(kind).file);
      expect(output).toMatch(/^Signature verification: ok$/m);
      expect(output).toMatch(/^Succeeded$/m);
      expect(output).toContain('Text description: Mendsheet 診断');
      expect(output).toContain('URL description: https://example.org/');
      expect(output).toContain('Microsoft Individual Code Signing purpose');
    });

    it('accepts UTF-8 with a byte order mark, and refuses it without', async () => {
      const [marked, stripped] = await markedFiles();
      expect(verify(marked)).toMatch(/^Succeeded$/m);
      expect(verify(stripped)).not.toMatch(/^Succeeded$/m);
    });

    it('refuses a changed text, so that its yes means something', () => {
      const file = join(folder, 'changed.ps1');
      writeFileSync(file, Buffer.from(caseOf('P-256').signed).toString('latin1').replace('A line', 'B line'), 'latin1');
      expect(verify(file)).not.toMatch(/^Succeeded$/m);
    });

    it('makes signatures that our verifier reads, of the same structure', () => {
      const { issued } = caseOf('rsa:2048');
      const plain = join(folder, 'plain.ps1');
      const theirs = join(folder, 'theirs.ps1');
      writeFileSync(plain, sampleScript);
      const certificates = join(folder, 'certificates.pem');
      writeFileSync(certificates, issued.certificate + root.certificate);
      const files = ['-in', plain, '-out', theirs, '-key', issued.keyFile, '-certs', certificates];
      run('osslsigncode', ['sign', '-h', 'sha256', '-n', 'Mendsheet', '-i', options.url, ...files]);
      const { signature } = readBlock(run('cat', [theirs]));
      const their = decodeSignedData(signature as Uint8Array);
      const ours = decodeSignedData(readBlock(caseOf('rsa:2048').signed).signature as Uint8Array);
      expect(their.content).toEqual(ours.content);
      expect(their.contentType).toBe(ours.contentType);
      expect(their.algorithm).toEqual(ours.algorithm);
      expect(their.signer).toEqual(ours.signer);
      expect(their.signedAttributes).toHaveLength(ours.signedAttributes.length + 1);
      // They add the time and write the name in another form; the other attributes have to be the same.
      const same = ours.signedAttributes.filter((mine) =>
        their.signedAttributes.some((each) => Buffer.compare(mine, each) === 0),
      );
      expect(same).toHaveLength(3);
    });
  });

  describeWithTool('.NET SignedCms', missingDotnet(), () => {
    let program: string;
    beforeAll(() => {
      program = buildDotnetVerifier();
    });

    it('accepts every kind', () => {
      const lines = runDotnetVerifier(program, ['script', ...kinds.map((kind) => caseOf(kind).file)]);
      const expected = kinds.map((kind) => `ok ${describeCertificate(caseOf(kind).signer.certificates[0]).thumbprint}`);
      expect(lines).toEqual(expected);
    });

    it('accepts UTF-8 with a byte order mark, and refuses it without', async () => {
      const [marked, stripped] = await markedFiles();
      expect(tryRun('dotnet', [program, 'script', marked])).toMatch(/^ok /);
      expect(tryRun('dotnet', [program, 'script', stripped])).toMatch(/^failed .*digest/m);
    });

    it('refuses a changed signature, so that its yes means something', () => {
      const file = join(folder, 'wrong.ps1');
      const text = Buffer.from(caseOf('P-256').signed).toString('latin1');
      writeFileSync(file, text.replace('A line', 'B line'), 'latin1');
      expect(tryRun('dotnet', [program, 'script', file])).toMatch(/^failed .*digest/m);
      const last = text.lastIndexOf('\r\n# SIG # End') - 8;
      writeFileSync(file, text.slice(0, last) + (text[last] === 'A' ? 'B' : 'A') + text.slice(last + 1), 'latin1');
      expect(tryRun('dotnet', [program, 'script', file])).toMatch(/^failed /m);
    });
  });

  describe('certificates that may not sign are refused', () => {
    const signWith = async (issued: Issued, more = '') =>
      signScript(sampleScript, readPemSigner({ key: issued.key, certificates: issued.certificate + more }));

    it.each<[string, string[], string]>([
      ['no extended use', ['keyUsage=critical,digitalSignature'], 'certificate-use'],
      ['another use', ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=serverAuth'], 'certificate-use'],
      ['any use', ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=anyExtendedKeyUsage'], 'certificate-use'],
      ['another key usage', ['keyUsage=critical,keyEncipherment', 'extendedKeyUsage=codeSigning'], 'certificate-use'],
      ['no key usage', ['extendedKeyUsage=codeSigning'], 'certificate-use'],
      [
        'an unknown critical extension',
        ['keyUsage=digitalSignature', 'extendedKeyUsage=codeSigning', '1.2.3.4=critical,DER:0500'],
        'certificate-use',
      ],
    ])('%s', async (name, extensions, reason) => {
      const issued = makeCertificate(folder, { name, kind: 'P-256', issuer: root, extensions });
      expect(reasonsOf(verifyScript(await signWith(issued), { trusted }))).toEqual([reason]);
    });

    it('issued by a certificate that is no authority', async () => {
      const notAuthority = caseOf('P-256').issued;
      const issued = makeCertificate(folder, { name: 'Impostor', kind: 'P-256', issuer: notAuthority });
      const chain = certificateFromPem(notAuthority.certificate);
      const reasons = reasonsOf(
        verifyScript(await signWith(issued, notAuthority.certificate), { trusted: [...trusted, chain] }),
      );
      expect(reasons).toContain('certificate-use');
    });

    it('issued below an authority that allows none below it', async () => {
      const extensions = ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign'];
      const top = makeCertificate(folder, { name: 'Narrow', kind: 'P-256', extensions });
      const middle = makeCertificate(folder, {
        name: 'Middle',
        kind: 'P-256',
        issuer: top,
        extensions: authorityExtensions,
      });
      const leaf = makeCertificate(folder, { name: 'Leaf', kind: 'P-256', issuer: middle });
      const file = await signWith(leaf, middle.certificate);
      expect(reasonsOf(verifyScript(file, { trusted: [certificateFromPem(top.certificate)] }))).toEqual([
        'certificate-use',
      ]);
    });

    it('signed with SHA-1', async () => {
      const issued = makeCertificate(folder, { name: 'Old', kind: 'rsa:2048', issuer: root, hash: 'sha1' });
      const reasons = reasonsOf(verifyScript(await signWith(issued), { trusted }));
      expect(reasons).toContain('certificate-weak');
    });

    it('an issuer of the same name with another key', async () => {
      const impostor = makeCertificate(folder, {
        name: 'Example Root',
        kind: 'rsa:2048',
        extensions: authorityExtensions,
      });
      const issued = makeCertificate(folder, { name: 'Forged', kind: 'P-256', issuer: impostor });
      const reasons = reasonsOf(verifyScript(await signWith(issued), { trusted }));
      expect(reasons).toEqual(['chain-broken', 'signer-untrusted']);
    });

    it('an issuer that nobody gave', async () => {
      const { issued } = caseOf('P-256');
      const file = await signWith(issued);
      expect(reasonsOf(verifyScript(file, { trusted }))).toEqual(['chain-broken', 'signer-untrusted']);
      expect(reasonsOf(verifyScript(file, { trusted: [certificateFromPem(issued.certificate)] }))).toEqual([]);
    });
  });
});

describeWithTool('a development certificate in osslsigncode', missingOsslsigncode(), () => {
  const folder = temporaryFolder();

  it('is accepted', async () => {
    const { signer, pem } = await developmentSigner();
    const file = join(folder, 'development.ps1');
    writeFileSync(file, await signScript(sampleScript, signer));
    writeFileSync(join(folder, 'development.pem'), pem);
    const output = tryRun('osslsigncode', ['verify', '-in', file, '-CAfile', join(folder, 'development.pem')]);
    expect(output).toMatch(/^Succeeded$/m);
  });
});
