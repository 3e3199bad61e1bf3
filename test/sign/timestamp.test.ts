import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Attribute } from '@peculiar/asn1-cms';
import { AsnConvert } from '@peculiar/asn1-schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeDer, encodeDer } from '../../src/sign/asn1/der-codec.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { formatBlock, readBlock } from '../../src/sign/authenticode/signature-block.js';
import { verifyAuthenticode } from '../../src/sign/authenticode/verify-authenticode.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { encodeAttribute } from '../../src/sign/pkcs7/attributes.js';
import { decodeSignedData, encodeSignedData } from '../../src/sign/pkcs7/signed-data.js';
import {
  createTimestamper,
  encodeTimestampRequest,
  readTimestampResponse,
  type Timestamper,
} from '../../src/sign/timestamp/timestamp-client.js';
import { TimeStampResp } from '../../src/sign/timestamp/timestamp-schema.js';
import { verifyTimestamp } from '../../src/sign/timestamp/verify-timestamp.js';
import { type Certificate } from '../../src/sign/x509/certificate.js';
import { buildDotnetVerifier, runDotnetVerifier } from './support/dotnet.js';
import { certificateFromPem, reasonsOf, replaceBytes, sampleScript } from './support/fixtures.js';
import { mutate, randomFrom } from './support/mutate.js';
import {
  authorityExtensions,
  codeSigningExtensions,
  type Issued,
  makeCertificate,
  opensslVerdict,
  temporaryFolder,
  timeStampingExtensions,
  type KeyKind,
} from './support/openssl.js';
import { answerTimestamp, type TokenOptions } from './support/token.js';
import {
  type Answer,
  opensslResponder,
  type Responder,
  startTimestampServer,
  type TimestampServer,
} from './support/timestamp-server.js';
import { describeWithTool, missingDotnet, missingOpenssl, missingOsslsigncode, tryRun } from '../tools.js';

const started = Date.now();
const late = new Date(Date.now() + 400 * 86_400_000);
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes).buffer;
const attributeOid = '1.3.6.1.4.1.311.3.3.1';
const tokenOf = ([attribute = new Uint8Array()]: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(AsnConvert.parse(attribute, Attribute).attrValues[0] ?? new ArrayBuffer(0));

describeWithTool('timestamps of openssl', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const servers: TimestampServer[] = [];
  let root: Issued;
  let stampRoot: Issued;
  let signer: Signer;
  let trusted: readonly Certificate[];
  let trustedTimestampers: readonly Certificate[];
  let good: (query: Buffer) => Answer;
  let goodServer: TimestampServer;
  let signed: Uint8Array;

  const start = async (respond: Responder): Promise<TimestampServer> => {
    const server = await startTimestampServer(respond);
    servers.push(server);
    return server;
  };
  const ask = (list: readonly string[], more: Partial<Parameters<typeof createTimestamper>[0]> = {}): Timestamper =>
    createTimestamper({ servers: list, rounds: 1, pause: 10, ...more });
  const makeLeaf = (name: string, days: number, extensions = codeSigningExtensions) => {
    const leaf = makeCertificate(folder, { name, kind: 'P-256', issuer: root, days, extensions });
    return readPemSigner({ key: leaf.key, certificates: leaf.certificate });
  };

  beforeAll(async () => {
    root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
    stampRoot = makeCertificate(folder, { name: 'Stamp Root', kind: 'rsa:2048', extensions: authorityExtensions });
    const stamper = makeCertificate(folder, {
      ...{ name: 'Stamper', kind: 'rsa:2048', issuer: stampRoot, extensions: timeStampingExtensions },
    });
    good = opensslResponder(folder, stamper, stampRoot.certificate);
    goodServer = await start(good);
    signer = makeLeaf('Signer', 100);
    trusted = [certificateFromPem(root.certificate)];
    trustedTimestampers = [certificateFromPem(stampRoot.certificate)];
    signed = await signScript(sampleScript, signer, { timestamp: ask([goodServer.url]) });
  });

  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  it('let a signature outlive its certificate when their authority is trusted, and only then', () => {
    const now = verifyScript(signed, { trusted, trustedTimestampers });
    expect(now.failures).toEqual([]);
    // A token counts in seconds.
    const stamped = now.timestamp?.time?.getTime() ?? 0;
    expect([stamped >= started - 1000, stamped <= Date.now()]).toEqual([true, true]);
    expect(reasonsOf(verifyScript(signed, { trusted, trustedTimestampers, at: late }))).toEqual([]);
    expect(reasonsOf(verifyScript(signed, { trusted }))).toEqual([]);
    expect(reasonsOf(verifyScript(signed, { trusted, at: late }))).toEqual(['certificate-expired']);
    expect(reasonsOf(verifyScript(signed, { trusted, trustedTimestampers: trusted, at: late }))).toEqual([
      'certificate-expired',
      'timestamp-untrusted',
    ]);
  });

  it('do not help a certificate that is limited to its lifetime', async () => {
    const uses = codeSigningExtensions.map((line) =>
      line.replace('=codeSigning', '=codeSigning,1.3.6.1.4.1.311.10.3.13'),
    );
    const file = await signScript(sampleScript, makeLeaf('Lifetime', 100, uses), { timestamp: ask([goodServer.url]) });
    expect(reasonsOf(verifyScript(file, { trusted, trustedTimestampers }))).toEqual([]);
    expect(reasonsOf(verifyScript(file, { trusted, trustedTimestampers, at: late }))).toEqual(['certificate-expired']);
  });

  it('are asked for with each digest', async () => {
    for (const hash of ['sha256', 'sha384', 'sha512'] as const) {
      const file = await signScript(sampleScript, signer, { timestamp: ask([goodServer.url], { hash }) });
      expect(reasonsOf(verifyScript(file, { trusted, trustedTimestampers, at: late }))).toEqual([]);
    }
  });

  it('are taken from the next server when one fails', async () => {
    const busy = await start(() => ({ status: 503, body: Buffer.from('busy') }));
    const slow = await start(() => ({ body: new Uint8Array(), delay: 600_000 }));
    // The limit holds for the good server as well, which starts a program for its answer.
    const timestamp = ask(['http://127.0.0.1:1/', busy.url, slow.url, goodServer.url], { timeLimit: 8_000 });
    const file = await signScript(sampleScript, signer, { timestamp });
    expect(reasonsOf(verifyScript(file, { trusted, trustedTimestampers, at: late }))).toEqual([]);
    expect([busy.count(), slow.count()]).toEqual([1, 1]);
  });

  // A proxy that answers for the server may have a body of its own, or an old answer; only 200 is the server's word (RFC 3161 3.4).
  it.each([201, 203, 206, 299, 400, 401, 403, 404, 499, 500, 502, 599])(
    'are not taken from an answer with status %i, however good it is',
    async (status) => {
      const server = await start((query) => ({ ...good(query), status }));
      await expect(ask([server.url])(Buffer.from('a signature'))).rejects.toThrow(`HTTP status ${status}`);
    },
  );

  it.each([
    [1_048_576, false],
    [1_048_577, true],
  ])('of %i bytes are too long: %s', async (length, isTooLong) => {
    const server = await start(() => ({ body: new Uint8Array(length) }));
    const error = await ask([server.url])(Buffer.from('a signature')).catch((reason: unknown) => reason as Error);
    expect((error as Error).message.includes('too long')).toBe(isTooLong);
  });

  // 0 and 1 alone are granted (RFC 3161 2.4.2): a token beside another status is none.
  it.each([
    [0, true],
    [1, true],
    [2, false],
    [3, false],
    [4, false],
    [5, false],
  ])('with status %i are taken: %s', async (status, isTaken) => {
    const query = encodeTimestampRequest(Buffer.from('a signature'), 'sha256', Uint8Array.of(0x41));
    const response = decodeDer(await answerTimestamp(query, signer), TimeStampResp, 'The answer');
    response.status.status = status;
    const read = (): Uint8Array => readTimestampResponse(encodeDer(response));
    if (isTaken) expect(read()).toBeInstanceOf(Uint8Array);
    else expect(read).toThrow(`it refused with status ${status}`);
    delete response.timeStampToken;
    expect(read).toThrow(`it refused with status ${status}`);
  });

  it('are asked for again after a pause', async () => {
    let left = 2;
    const flaky = await start((query) => (left-- > 0 ? { status: 500, body: new Uint8Array() } : good(query)));
    await signScript(sampleScript, signer, { timestamp: ask([flaky.url], { rounds: 3 }) });
    expect(flaky.count()).toBe(3);
  });

  it('name every server and why when there is none', async () => {
    const busy = await start(() => ({ status: 503, body: Buffer.from('busy') }));
    const refusing = await start(() => ({
      body: Buffer.from('3019301702010230120c106e6f206d6f72652074696d65212121' + '21', 'hex').subarray(0, 27),
    }));
    const empty = await start(() => ({ body: new Uint8Array() }));
    const long = await start(() => ({ body: new Uint8Array(2_000_000) }));
    const url = new URL(busy.url);
    url.search = '?apikey=SECRET';
    const timestamp = ask(['http://127.0.0.1:1/', url.href, refusing.url, empty.url, long.url, 'nonsense']);
    const error = await timestamp(Buffer.from('a signature')).catch((reason: unknown) => reason as Error);
    expect(error).toMatchObject({ code: 'timestamp-failed' });
    const message = (error as Error).message;
    expect(message).toContain('http://127.0.0.1:1/: it cannot be reached');
    expect(message).toContain(`${busy.url}: it answered with HTTP status 503`);
    expect(message).toContain('status 2 (no more time!!!');
    expect(message).toContain('too long');
    expect(message).toContain('an address that is none');
    expect(message).not.toContain('SECRET');
    await expect(ask([])(Buffer.from('a signature'))).rejects.toMatchObject({ code: 'timestamp-failed' });
  });

  it('are refused when they answer another request or another signature', async () => {
    let first: Answer | undefined;
    const replaying = await start((query) => (first ??= good(query)));
    const timestamp = ask([replaying.url]);
    const signature = Buffer.from('a signature');
    await timestamp(signature);
    await expect(timestamp(signature)).rejects.toThrow(/another request/);
    await expect(timestamp(Buffer.from('another'))).rejects.toThrow(/another signature/);
  });

  it.each<[string, readonly string[], TokenOptions, RegExp | undefined]>([
    ['everything in order', timeStampingExtensions, {}, undefined],
    ['no time stamping use', ['extendedKeyUsage=critical,codeSigning'], {}, /not made for time stamping alone/],
    [
      'another use besides',
      ['extendedKeyUsage=critical,timeStamping,codeSigning'],
      {},
      /not made for time stamping alone/,
    ],
    ['a use that is not critical', ['extendedKeyUsage=timeStamping'], {}, /not made for time stamping alone/],
    ['a time before its validity', timeStampingExtensions, { time: new Date('2020-01-01') }, /is valid from/],
    ['a time that has not come', timeStampingExtensions, { time: new Date('2049-01-01') }, /is of 2049-01-01/],
    ['the time of a clock a little ahead', timeStampingExtensions, { time: new Date(started + 120_000) }, undefined],
    [
      'the time of a clock far ahead',
      timeStampingExtensions,
      { time: new Date(started + 3_600_000) },
      /this computer has/,
    ],
    [
      'the hash of another certificate',
      timeStampingExtensions,
      { named: Buffer.from('x') },
      /names another certificate/,
    ],
    ['no hash of its certificate', timeStampingExtensions, { named: null }, /names another certificate/],
    ['another content', timeStampingExtensions, { contentType: '1.2.840.113549.1.7.1' }, /another kind of content/],
  ])('are judged by their signer: %s', async (name, extensions, options, complaint) => {
    const odd = makeCertificate(folder, { name, kind: 'P-256', issuer: stampRoot, extensions });
    const stamper = readPemSigner({ key: odd.key, certificates: odd.certificate + stampRoot.certificate });
    const server = await start((query) => answerTimestamp(query, stamper, options));
    const answer = ask([server.url], { trusted: trustedTimestampers })(Buffer.from('a signature'));
    if (complaint) await expect(answer).rejects.toThrow(complaint);
    else await expect(answer).resolves.toBeInstanceOf(Uint8Array);
  });

  it.each([
    ['2048-12-31T23:54:00Z', ['timestamp-broken', 'timestamp-future']],
    ['2049-01-01T00:00:00Z', ['timestamp-broken']],
  ])('are refused with a time after their validity, to a clock of %s', async (clock, reasons) => {
    const odd = makeCertificate(folder, {
      ...{ name: 'Ended', kind: 'P-256', issuer: stampRoot, extensions: timeStampingExtensions },
    });
    const stamper = readPemSigner({ key: odd.key, certificates: odd.certificate + stampRoot.certificate });
    const stamped = Buffer.from('a signature');
    const query = encodeTimestampRequest(stamped, 'sha256', Uint8Array.of(0x42));
    const token = readTimestampResponse(
      await answerTimestamp(query, stamper, { time: new Date('2049-01-01T00:00:00Z') }),
    );
    const now = new Date(clock);
    const found = reasonsOf(verifyTimestamp(token, stamped, { trusted: trustedTimestampers, now }));
    expect([...new Set(found)]).toEqual(reasons);
  });

  it('are refused from an authority that nobody trusts', async () => {
    const answer = ask([goodServer.url], { trusted })(Buffer.from('a signature'));
    await expect(answer).rejects.toThrow(/Nobody trusted/);
  });

  it('are refused after any changed byte, also where only a tag changes', () => {
    const data = decodeSignedData(readBlock(signed).signature as Uint8Array);
    const attribute = data.unsignedAttributes[0] as Uint8Array;
    const accepted: string[] = [];
    for (let at = 0; at < attribute.length; at++) {
      // The second changes the kind of a tag.
      const bit = at % 2 === 0 ? 0x01 : 0x40;
      const changed = replaceBytes(attribute, at, 1, Uint8Array.of((attribute[at] as number) ^ bit));
      const der = encodeSignedData({ ...data, unsignedAttributes: [changed] });
      const { failures } = verifyAuthenticode(der, data.contentType, { trusted, trustedTimestampers });
      if (failures.length === 0) accepted.push(`${at}: ${bit}`);
    }
    expect(accepted).toEqual([]);
  });

  it('cannot be moved to another signature, doubled, or replaced by other attributes', async () => {
    const data = decodeSignedData(readBlock(signed).signature as Uint8Array);
    const other = decodeSignedData(
      readBlock(await signScript(Buffer.from('exit 1\r\n'), signer)).signature as Uint8Array,
    );
    const [stamp] = data.unsignedAttributes as [Uint8Array];
    const verify = (attributes: readonly Uint8Array[], content: Uint8Array, base: typeof data) => {
      const block = formatBlock(encodeSignedData({ ...base, unsignedAttributes: attributes }));
      return reasonsOf(verifyScript(Buffer.concat([content, block]), { trusted, trustedTimestampers }));
    };
    expect(verify([stamp], sampleScript, data)).toEqual([]);
    expect(verify([], sampleScript, data)).toEqual([]);
    expect(verify([stamp], Buffer.from('exit 1\r\n'), other)).toEqual(['timestamp-broken']);
    expect(verify([stamp, stamp], sampleScript, data)).toContain('signature-structure');
    expect(verify([encodeAttribute('1.2.3.4', Uint8Array.of(5, 0))], sampleScript, data)).toContain(
      'signature-structure',
    );
    const twoValues = encodeDer(new Attribute({ attrType: attributeOid, attrValues: [bytesOf(5, 0), bytesOf(5, 0)] }));
    expect(verify([twoValues], sampleScript, data)).toEqual(['signature-structure', 'timestamp-broken']);
    expect(verify([encodeAttribute(attributeOid, Uint8Array.of(4, 0))], sampleScript, data)).toContain(
      'timestamp-broken',
    );
  });

  it('never crash or hang the reader of an answer', async () => {
    const random = randomFrom(7);
    const answers: Buffer[] = [];
    const recording = await start((query) => {
      const answer = good(query);
      answers.push(Buffer.from(answer.body));
      return answer;
    });
    await ask([recording.url])(Buffer.from('a signature'));
    const mutating = await start(() => ({ body: mutate(answers[0] as Buffer, random) }));
    for (let round = 0; round < 300; round++) {
      await expect(ask([mutating.url])(Buffer.from('a signature'))).rejects.toMatchObject({ code: 'timestamp-failed' });
    }
  });

  describe('over signatures of every kind of key', () => {
    const kinds: readonly KeyKind[] = ['rsa:2048', 'rsa:3072', 'rsa:4096', 'P-256', 'P-384'];
    const stamped = new Map<KeyKind, string>();

    beforeAll(async () => {
      for (const kind of kinds) {
        const leaf = makeCertificate(folder, { name: `Signer ${kind}`, kind, issuer: root, days: 100 });
        const of = readPemSigner({ key: leaf.key, certificates: leaf.certificate });
        const file = join(folder, `stamped-${kind.replace(':', '-')}.ps1`);
        writeFileSync(file, await signScript(sampleScript, of, { timestamp: ask([goodServer.url]) }));
        stamped.set(kind, file);
      }
    });

    // openssl knows no timestamps in signatures: it is told the time that the token proves, and reads the token by itself.
    it.each(kinds)('are accepted by openssl, also after the end of the certificate: %s', (kind) => {
      const file = readFileSync(stamped.get(kind) ?? '');
      const verdict = (at: number): string => opensslVerdict(folder, file, root.certificateFile, at);
      expect(verdict(Math.floor(late.getTime() / 1000))).toContain('certificate has expired');
      const { time } = verifyScript(file, { trusted, trustedTimestampers, at: late }).timestamp ?? {};
      expect(verdict(Math.ceil((time?.getTime() ?? 0) / 1000))).toContain('Verification successful');

      const { unsignedAttributes, signature } = decodeSignedData(readBlock(file).signature as Uint8Array);
      const paths = { token: join(folder, 'token.der'), data: join(folder, 'signature.bin') };
      writeFileSync(paths.token, tokenOf(unsignedAttributes));
      writeFileSync(paths.data, signature);
      const token = ['-token_in', '-in', paths.token, '-data', paths.data, '-CAfile', stampRoot.certificateFile];
      expect(tryRun('openssl', ['ts', '-verify', ...token])).toContain('Verification: OK');
      writeFileSync(paths.data, Buffer.from(signature).reverse());
      expect(tryRun('openssl', ['ts', '-verify', ...token])).toContain('Verification: FAILED');
    });

    describeWithTool('in osslsigncode', missingOsslsigncode(), () => {
      it.each(kinds)('are accepted, also after the end of the certificate: %s', (kind) => {
        const authorities = ['-CAfile', root.certificateFile, '-TSA-CAfile', stampRoot.certificateFile];
        for (const time of [Date.now(), late.getTime()]) {
          const at = ['-time', String(Math.floor(time / 1000))];
          const output = tryRun('osslsigncode', ['verify', '-in', stamped.get(kind) ?? '', ...authorities, ...at]);
          expect(output).toMatch(/^Timestamp Server Signature verification: ok$/m);
          expect(output).toMatch(/^Signature verification: ok$/m);
          expect(output).toMatch(/^Succeeded$/m);
        }
      });
    });

    describeWithTool('in .NET', missingDotnet(), () => {
      it('are accepted', () => {
        const program = buildDotnetVerifier();
        for (const file of stamped.values()) {
          const [line] = runDotnetVerifier(program, ['script', file]);
          expect(line).toMatch(/^ok [0-9a-f]{40} \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
        }
      });
    });
  });
});
