import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encodeDer } from '../../src/sign/asn1/der-codec.js';
import { contentDigest, encodeOpusInfo } from '../../src/sign/authenticode/spc.js';
import { pkcs12Passwords } from '../../src/sign/keys/pkcs12-key.js';
import { readPfxSigner } from '../../src/sign/keys/pfx.js';
import { SignError } from '../../src/sign/sign-error.js';
import { encodeEcdsaSignature } from '../../src/sign/signature/ecdsa-signature.js';
import {
  encodeTimestampRequest,
  readTimestampResponse,
  createTimestamper,
} from '../../src/sign/timestamp/timestamp-client.js';
import { verifyTimestamp } from '../../src/sign/timestamp/verify-timestamp.js';
import { commonNameOf, formatName } from '../../src/sign/x509/distinguished-name.js';
import { developmentSigner } from './support/fixtures.js';
import { answerTimestamp } from './support/token.js';

const hex = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

/** The SignError that a call throws, as code and message. */
function thrownBy(call: () => unknown): readonly string[] {
  try {
    call();
  } catch (error) {
    return error instanceof SignError ? [error.code, error.message] : [String(error)];
  }
  return [];
}

describe('an ECDSA signature of r and s side by side', () => {
  it.each([
    ['', undefined],
    ['01', undefined],
    ['010203', undefined],
    ['0102', '3006020101020102'],
    ['7f80', '300702017f02020080'],
    ['00010080', '3007020101' + '02020080'],
    ['0000ffff', '3008020100' + '020300ffff'],
    ['00000000', '3006020100020100'],
  ])('%s is %s', (sideBySide, wanted) => {
    expect(hex(encodeEcdsaSignature(bytes(sideBySide)))).toBe(wanted);
  });
});

describe('a name', () => {
  const nameOf = (...parts: readonly (readonly (readonly [string, string])[])[]): Uint8Array =>
    encodeDer(
      new Name(
        parts.map(
          (part) =>
            new RelativeDistinguishedName(
              part.map(
                ([type, text]) => new AttributeTypeAndValue({ type, value: new AttributeValue({ utf8String: text }) }),
              ),
            ),
        ),
      ),
    );
  const [cn, o, unknown] = ['2.5.4.3', '2.5.4.10', '1.2.3.4'];

  it('has its most specific part first, and the number of a kind that has no name', () => {
    expect(formatName(nameOf([[o, 'Example']], [[cn, 'a']]))).toBe('CN=a, O=Example');
    expect(formatName(nameOf([[unknown, 'b']]))).toBe('OID.1.2.3.4=b');
    expect(
      formatName(
        nameOf([
          [cn, 'a'],
          [unknown, 'b'],
        ]),
      ),
    ).toBe('CN=a + OID.1.2.3.4=b');
  });

  it.each(['"', ',', '+', '=', '<', '>', '#', ';', '\r', '\n'])('stands in quotes with %j in it', (one) => {
    expect(formatName(nameOf([[cn, `a${one}b`]]))).toBe(`CN="a${one === '"' ? '""' : one}b"`);
  });

  it.each([
    ['', '""'],
    [' a', '" a"'],
    ['a ', '"a "'],
    ['a b', 'a b'],
    ["a'b/c", "a'b/c"],
  ])('%j is written %s', (value, wanted) => {
    expect(formatName(nameOf([[cn, value]]))).toBe(`CN=${wanted}`);
  });

  it('gives its first common name, or none', () => {
    expect(commonNameOf(nameOf([[o, 'x']], [[cn, 'a']], [[cn, 'b']]))).toBe('a');
    expect(commonNameOf(nameOf([[o, 'x']]))).toBeUndefined();
  });
});

describe('the content of a signature', () => {
  it('is digested without its outer tag and length, and is one SEQUENCE', () => {
    const octets = bytes('020101');
    expect(contentDigest('sha256', bytes('3003020101'))).toEqual(createHash('sha256').update(octets).digest());
    for (const other of ['020101', '3003020101' + '00', '', '3103020101'])
      expect(thrownBy(() => contentDigest('sha256', bytes(other)))).toEqual([
        'der-invalid',
        "The signature's content is not one SEQUENCE.",
      ]);
  });

  it('has an address of visible ASCII alone', () => {
    const code = (url: string): unknown => thrownBy(() => encodeOpusInfo({ url }))[0];
    expect(['', '!~', 'https://example.org/a'].map(code)).toEqual([undefined, undefined, undefined]);
    for (const url of ['a b', ' a', 'a\u007f', '\u00e4', 'a\n']) expect(code(url), url).toBe('content-invalid');
  });
});

describe('a PFX', () => {
  it('that is none says so, with a code of its own', () => {
    for (const pfx of ['', '30', '3000', '0401ff', '30820000'])
      expect(thrownBy(() => readPfxSigner({ pfx: bytes(pfx), password: '' }))).toEqual([
        'pfx-unreadable',
        'The PFX cannot be read: it is damaged, or not a PKCS#12 file.',
      ]);
  });

  it('has two forms of no password, and one of each other', () => {
    expect(pkcs12Passwords('').map(hex)).toEqual(['0000', '']);
    expect(pkcs12Passwords('a\u3042').map(hex)).toEqual(['006130420000']);
    expect(pkcs12Passwords(' ').map(hex)).toEqual(['00200000']);
  });
});

describe('an answer of a timestamp authority', () => {
  const query = encodeTimestampRequest(Buffer.from('a signature'), 'sha256', Uint8Array.of(0x41));

  it.each([
    ['', true],
    ['.5', true],
    ['.1234567', true],
    ['.', false],
  ])('with %j behind the seconds of its time can be read: %s', async (fraction, isRead) => {
    const { signer } = await developmentSigner();
    const token = readTimestampResponse(await answerTimestamp(query, signer, { fraction }));
    const { failures } = verifyTimestamp(token, Buffer.from('a signature'), { trusted: undefined });
    expect(failures.some(({ message }) => message.includes('a GeneralizedTime is not in its DER form'))).toBe(!isRead);
  });

  it('has its words made fit for a terminal: a blank for what is not ASCII, and 200 characters', () => {
    // PKIStatusInfo { 2, { UTF8String } }
    const words = (text: string): string => {
      const body = Buffer.from(text, 'utf8');
      const tlv = (tag: number, inner: Buffer): Buffer =>
        Buffer.concat([
          Buffer.from(inner.length < 128 ? [tag, inner.length] : [tag, 0x82, inner.length >> 8, inner.length & 0xff]),
          inner,
        ]);
      const status = tlv(0x30, Buffer.concat([Buffer.from('020102', 'hex'), tlv(0x30, tlv(0x0c, body))]));
      return thrownBy(() => readTimestampResponse(tlv(0x30, status)))[1] ?? '';
    };
    expect(words('no')).toBe('it refused with status 2 (no)');
    expect(words('a\u001b[31m\u3042\u3044b')).toBe('it refused with status 2 (a [31m b)');
    expect(words('\u3042\u3044')).toBe('it refused with status 2');
    expect(words('x'.repeat(300))).toBe(`it refused with status 2 (${'x'.repeat(200)})`);
  });

  it('is asked of nobody where no server is named', async () => {
    await expect(createTimestamper({ servers: [] })(Uint8Array.of(1))).rejects.toThrow(/None is configured\.$/);
  });
});
