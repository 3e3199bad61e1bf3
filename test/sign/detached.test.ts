import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { type Certificate, describeCertificate } from '../../src/sign/x509/certificate.js';
import { signDetached, verifyDetached } from '../../src/sign/cms/detached-cms.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { readBlock } from '../../src/sign/authenticode/signature-block.js';
import { decodeSignedData, encodeSignedData } from '../../src/sign/pkcs7/signed-data.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { createTimestamper } from '../../src/sign/timestamp/timestamp-client.js';
import { buildDotnetVerifier, runDotnetVerifier } from './support/dotnet.js';
import { certificateFromPem, reasonsOf, replaceBytes, sampleScript } from './support/fixtures.js';
import {
  authorityExtensions,
  type Issued,
  type KeyKind,
  makeCertificate,
  temporaryFolder,
  timeStampingExtensions,
} from './support/openssl.js';
import { opensslResponder, startTimestampServer } from './support/timestamp-server.js';
import { describeWithTool, missingDotnet, missingOpenssl, run, tryRun } from '../tools.js';

const content = Buffer.from('0123abcd  reset-components.cmd\n4567cdef  見本.txt\n');
const kinds: readonly KeyKind[] = ['rsa:2048', 'rsa:3072', 'rsa:4096', 'P-256', 'P-384'];

describeWithTool('detached signatures', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const signers = new Map<KeyKind, Signer>();
  const paths = { content: join(folder, 'SHA256SUMS'), signature: join(folder, 'SHA256SUMS.p7s') };
  let root: Issued;
  let trusted: readonly Certificate[];

  beforeAll(() => {
    root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
    trusted = [certificateFromPem(root.certificate)];
    writeFileSync(paths.content, content);
    for (const kind of kinds) {
      const issued = makeCertificate(folder, { name: `Signer ${kind}`, kind, issuer: root });
      signers.set(kind, readPemSigner({ key: issued.key, certificates: issued.certificate }));
    }
  });

  const signerOf = (kind: KeyKind): Signer => signers.get(kind) as Signer;

  it.each(kinds)('are accepted by openssl and by us: %s', async (kind) => {
    const signature = await signDetached(content, signerOf(kind));
    expect(verifyDetached(content, signature, { trusted }).failures).toEqual([]);
    writeFileSync(paths.signature, signature);
    const check = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', paths.signature, '-content', paths.content];
    const args = [...check, '-CAfile', root.certificateFile, '-purpose', 'any'];
    expect(run('openssl', args).equals(content)).toBe(true);
    writeFileSync(join(folder, 'other'), 'something else');
    expect(
      tryRun(
        'openssl',
        args.map((each) => (each === paths.content ? join(folder, 'other') : each)),
      ),
    ).toMatch(/digest failure|verification failure/i);
  });

  it('have equal bytes each time with RSA', async () => {
    const [first, second] = [
      await signDetached(content, signerOf('rsa:3072')),
      await signDetached(content, signerOf('rsa:3072')),
    ];
    expect(Buffer.compare(first as Uint8Array, second as Uint8Array)).toBe(0);
  });

  it('are refused after any changed byte of file or signature', async () => {
    const signature = await signDetached(content, signerOf('P-256'));
    const accepted: string[] = [];
    for (const [name, bytes] of [
      ['content', content],
      ['signature', signature],
    ] as const) {
      for (let at = 0; at < bytes.length; at++) {
        const changed = replaceBytes(bytes, at, 1, Uint8Array.of((bytes[at] as number) ^ 0x01));
        const result =
          name === 'content'
            ? verifyDetached(changed, signature, { trusted })
            : verifyDetached(content, changed, { trusted });
        if (result.failures.length === 0) accepted.push(`${name} ${at}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('are no signatures of scripts, and hold no content', async () => {
    const script = await signScript(sampleScript, signerOf('P-256'));
    const block = readBlock(script).signature as Uint8Array;
    expect(reasonsOf(verifyDetached(content, block, { trusted }))).toContain('attributes-mismatch');
    const data = decodeSignedData(await signDetached(content, signerOf('P-256')));
    const attached = encodeSignedData({ ...data, content: Uint8Array.of(4, 0) });
    expect(reasonsOf(verifyDetached(content, attached, { trusted }))).toEqual(['signature-structure']);
  });

  describeWithTool('in .NET', missingDotnet(), () => {
    it('are accepted, with a timestamp too', async () => {
      const program = buildDotnetVerifier();
      const stampRoot = makeCertificate(folder, { name: 'Stamp Root', kind: 'P-256', extensions: authorityExtensions });
      const stamper = makeCertificate(folder, {
        ...{ name: 'Stamper', kind: 'rsa:2048' as const, issuer: stampRoot, extensions: timeStampingExtensions },
      });
      const server = await startTimestampServer(opensslResponder(folder, stamper, stampRoot.certificate));
      const timestamp = createTimestamper({ servers: [server.url], rounds: 1 });
      const trustedTimestampers = [certificateFromPem(stampRoot.certificate)];
      for (const kind of kinds) {
        const signature = await signDetached(content, signerOf(kind), { timestamp });
        writeFileSync(paths.signature, signature);
        const [line] = runDotnetVerifier(program, ['detached', paths.content, paths.signature]);
        expect(line).toContain(`ok ${describeCertificate(signerOf(kind).certificates[0]).thumbprint} 20`);
        const at = new Date('2050-01-01');
        expect(reasonsOf(verifyDetached(content, signature, { trusted, trustedTimestampers, at }))).toEqual([]);
      }
      await server.close();
    });
  });
});
