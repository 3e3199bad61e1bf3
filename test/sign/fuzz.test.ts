import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { signCatalog } from '../../src/sign/catalog/catalog.js';
import { codeSigningUse, describeCertificate, parseCertificate } from '../../src/sign/x509/certificate.js';
import { checkChain } from '../../src/sign/x509/chain.js';
import { signDetached, verifyDetached } from '../../src/sign/cms/detached-cms.js';
import { createDevelopmentKey, type DevelopmentKey } from '../../src/sign/x509/development-certificate.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { readPfxSigner } from '../../src/sign/keys/pfx.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { SignError } from '../../src/sign/sign-error.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { formatBlock, readBlock } from '../../src/sign/authenticode/signature-block.js';
import { encodeTimestampRequest, readTimestampResponse } from '../../src/sign/timestamp/timestamp-client.js';
import { verifyTimestamp } from '../../src/sign/timestamp/verify-timestamp.js';
import { verifyCatalog } from '../../src/sign/catalog/verify-catalog.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { sampleScript } from './support/fixtures.js';
import { mutate, randomFrom } from './support/mutate.js';
import { makeCertificate, temporaryFolder } from './support/openssl.js';
import { answerTimestamp } from './support/token.js';
import { describeWithTool, missingOpenssl, run } from '../tools.js';

const password = 'Correct-Horse-7';
const seed = Number(process.env['MENDSHEET_FUZZ_SEED'] ?? 1);
const rounds = Number(process.env['MENDSHEET_FUZZ_ROUNDS'] ?? 1000);

let key: DevelopmentKey;
beforeAll(async () => {
  key = await createDevelopmentKey({ hostName: 'fuzz', notBefore: new Date(Date.now() - 60_000) });
});

/**
 * Feeds mutants to a reader. It may refuse them, with an error of the library that tells no secret; one that hangs ends the test.
 * @returns what it did not refuse, as it read it.
 */
function fuzz<T>(name: string, original: Uint8Array, read: (input: Buffer) => T): readonly T[] {
  const random = randomFrom(seed);
  const accepted: T[] = [];
  for (let round = 0; round < rounds; round++) {
    const input = mutate(original, random);
    try {
      accepted.push(read(input));
    } catch (error) {
      if (!(error instanceof SignError)) throw new Error(`${name}, seed ${seed}, round ${round}`, { cause: error });
      expect(secretsIn(`${error.message}\n${error.stack}`)).toEqual([]);
    }
  }
  return accepted;
}

/** A damaged key is mostly refused, and what is taken for one signs as the key itself does: the damage was beside it. */
async function expectKeyItself(accepted: readonly Signer[]): Promise<void> {
  expect(accepted.length).toBeLessThan(rounds / 2);
  for (const signer of accepted) {
    const signed = await signScript(sampleScript, signer);
    expect(verifyScript(signed, { trusted: [key.certificate] }).failures).toEqual([]);
  }
}

function secretsIn(text: string): string[] {
  const pieces = key.privateKeyPem.split('\n').filter((line) => line.length > 20 && !line.startsWith('-'));
  return [password, ...pieces].filter((secret) => text.includes(secret));
}

describe('damaged input never crashes, hangs or tells a secret', () => {
  it('as a PEM key', async () => {
    await expectKeyItself(
      fuzz('key', Buffer.from(key.privateKeyPem), (input) =>
        readPemSigner({ key: input.toString('latin1'), certificates: key.certificatePem }),
      ),
    );
  });

  it('as an encrypted PEM key', async () => {
    const options = { format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: password } as const;
    const encrypted = createPrivateKey(key.privateKeyPem).export(options) as string;
    await expectKeyItself(
      fuzz('encrypted key', Buffer.from(encrypted), (input) =>
        readPemSigner({ key: input.toString('latin1'), certificates: key.certificatePem, password }),
      ),
    );
  });

  it('as a certificate', () => {
    const accepted = fuzz('certificate', key.certificate.der, (input) => {
      const certificate = parseCertificate(input);
      describeCertificate(certificate);
      return { input, certificate };
    });
    expect(accepted.length).toBeLessThan(rounds / 2);
    const policy = { trusted: [key.certificate], at: new Date(), use: codeSigningUse };
    for (const { input, certificate } of accepted) {
      // Nothing of it was passed over, and nobody trusts what it became.
      expect(Buffer.from(certificate.der).equals(input)).toBe(true);
      expect(checkChain(certificate, [], policy).failures).not.toEqual([]);
    }
  });

  it('as a signed script, which is then refused', async () => {
    const signer = readPemSigner({ key: key.privateKeyPem, certificates: key.certificatePem });
    const signed = await signScript(sampleScript, signer);
    const trusted = [key.certificate];
    fuzz('script', signed, (input) => {
      expect(verifyScript(input, { trusted }).failures).not.toEqual([]);
    });
    const der = readBlock(signed).signature as Uint8Array;
    fuzz('block', der, (input) => {
      const file = Buffer.concat([sampleScript, formatBlock(input)]);
      expect(verifyScript(file, { trusted }).failures).not.toEqual([]);
      expect(verifyScript(file).failures.every((failure) => failure.advice.length > 0)).toBe(true);
    });
  });

  it('as a catalog or a detached signature, which are then refused', async () => {
    const signer = readPemSigner({ key: key.privateKeyPem, certificates: key.certificatePem });
    const trusted = [key.certificate];
    const files = [
      { path: 'diagnose.ps1', content: sampleScript },
      { path: 'empty.txt', content: new Uint8Array() },
    ];
    fuzz('catalog', await signCatalog(files, signer, { time: new Date() }), (input) => {
      expect(verifyCatalog(input, files, { trusted }).failures).not.toEqual([]);
    });
    fuzz('detached', await signDetached(sampleScript, signer), (input) => {
      expect(verifyDetached(sampleScript, input, { trusted }).failures).not.toEqual([]);
    });
  });

  it('as the answer of a timestamp server', async () => {
    const signer = readPemSigner({ key: key.privateKeyPem, certificates: key.certificatePem });
    const query = encodeTimestampRequest(sampleScript, 'sha256', Uint8Array.of(0x42));
    fuzz('timestamp', await answerTimestamp(query, signer), (input) => {
      const { failures } = verifyTimestamp(readTimestampResponse(input), sampleScript);
      expect(failures.every((failure) => failure.advice.length > 0)).toBe(true);
    });
  });

  describeWithTool('as a PFX', missingOpenssl(), () => {
    const folder = temporaryFolder();
    it.each([
      ['AES', []],
      ['3DES', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']],
      ['no MAC', ['-nomac']],
    ])(
      'with %s',
      async (name, options) => {
        const { keyFile, certificateFile } = makeCertificate(folder, { name: 'Fuzz', kind: 'P-256' });
        const out = join(folder, `${name}.pfx`);
        run('openssl', [
          'pkcs12',
          '-export',
          '-inkey',
          keyFile,
          '-in',
          certificateFile,
          '-out',
          out,
          '-passout',
          `pass:${password}`,
          ...options,
        ]);
        const accepted = fuzz(`PFX with ${name}`, readFileSync(out), (input) =>
          readPfxSigner({ pfx: input, password }),
        );
        // A MAC covers all of it; without one a change may fall on what nobody reads, such as a name for people.
        expect(accepted.length).toBeLessThan(name === 'no MAC' ? rounds / 2 : rounds / 20);
        for (const signer of accepted) {
          // Damage that reaches the key is found by the first signature, which is looked at before anybody gets it.
          const signed = await signScript(sampleScript, signer).catch((error: unknown) => error as SignError);
          // Damage that reaches the certificate is said of it by whoever verifies.
          if (!(signed instanceof SignError))
            expect(
              verifyScript(signed).failures.filter(({ reason }) => !/^(?:chain|certificate)-/.test(reason)),
            ).toEqual([]);
          else expect(signed.code).toBe('signature-wrong');
        }
      },
      240_000,
    );
  });
});
