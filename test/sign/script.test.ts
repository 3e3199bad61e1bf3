import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, describeCertificate } from '../../src/sign/x509/certificate.js';
import { SignError } from '../../src/sign/sign-error.js';
import { hashScript, signScript } from '../../src/sign/authenticode/sign-script.js';
import { formatBlock, readBlock, stripBlock } from '../../src/sign/authenticode/signature-block.js';
import { decodeSignedData, encodeSignedData } from '../../src/sign/pkcs7/signed-data.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { developmentSigner, markedScript, reasonsOf, replaceBytes, sampleScript } from './support/fixtures.js';

let signer: Signer;
let certificate: Certificate;
let signed: Uint8Array;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (content: string): Uint8Array => Buffer.from(content, 'latin1');
const verify = (file: Uint8Array) => reasonsOf(verifyScript(file, { trusted: [certificate] }));

beforeAll(async () => {
  ({ signer, certificate } = await developmentSigner());
  signed = await signScript(sampleScript, signer, { programName: 'Mendsheet 診断', url: 'https://example.org/' });
});

describe('signScript', () => {
  it('puts the block behind the text, in lines of 64 characters', () => {
    expect(text(signed).startsWith(`${text(sampleScript)}\r\n# SIG # Begin signature block\r\n# MII`)).toBe(true);
    expect(text(signed).endsWith('\r\n# SIG # End signature block\r\n')).toBe(true);
    const lines = text(signed).slice(sampleScript.length).split('\r\n').slice(2, -2);
    expect(lines.slice(0, -1).every((line) => line.length === 66)).toBe(true);
    expect(text(signed).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('verifies, and says who signed what', () => {
    const result = verifyScript(signed, { trusted: [certificate] });
    expect(result.failures).toEqual([]);
    expect(result.program).toEqual({ programName: 'Mendsheet 診断', url: 'https://example.org/' });
    expect(result.algorithm).toEqual({ key: 'rsa', hash: 'sha256' });
    expect(result.path.map((each) => each.der)).toEqual([certificate.der]);
  });

  it('gives the same bytes each time', async () => {
    const again = await signScript(sampleScript, signer, {
      programName: 'Mendsheet 診断',
      url: 'https://example.org/',
    });
    expect(text(again)).toBe(text(signed));
  });

  it('gives the text back', () => {
    expect(text(stripBlock(signed))).toBe(text(sampleScript));
  });

  it.each([
    ['nothing', ''],
    ['no line end', 'exit 0'],
    ['several line ends', 'exit 0\r\n\r\n\r\n'],
    ['one character', 'x'],
  ])('keeps a text with %s as it is', async (_, content) => {
    const file = await signScript(bytes(content), signer);
    expect(verify(file)).toEqual([]);
    expect(text(stripBlock(file))).toBe(content);
  });

  it.each([
    ['a letter outside ASCII and no byte order mark', "Write-Host '\xe9'\r\n"],
    ['UTF-8 and no byte order mark', "Write-Host '\xc3\xa9'\r\n"],
    ['a byte order mark and bytes that are not UTF-8', "\xef\xbb\xbfWrite-Host '\xe9'\r\n"],
    ['a byte order mark and a character in too many bytes', '\xef\xbb\xbfexit 0\xc0\x8d\r\n'],
    ['a byte order mark and half of a pair', '\xef\xbb\xbf# \xed\xa0\x80\r\n'],
    ['a second byte order mark at the start', '\xef\xbb\xbf\xef\xbb\xbfexit 0\r\n'],
    ['a second byte order mark inside', '\xef\xbb\xbfexit\xef\xbb\xbf 0\r\n'],
    ['a byte order mark and a control character', '\xef\xbb\xbfexit 0\xc2\x85\r\n'],
    ['a byte order mark and LF alone', '\xef\xbb\xbfexit 0\n'],
    ['a byte order mark and a signature marker', "\xef\xbb\xbf'# SIG #\xe3\x80\x80Begin signature block'\r\n"],
    ['UTF-16', '\xff\xfee\0x\0i\0t\0\r\0\n\0'],
    ['a control character', 'exit 0\x00\r\n'],
    ['LF alone', 'exit 0\n'],
    ['CR alone', 'exit\r 0\r\n'],
    ['a signature marker', "'# SIG # Begin signature block'\r\n"],
    ['a marker in other letters', '#sig # end Signature  Block\r\n'],
  ])('refuses a text with %s', async (_, content) => {
    await expect(signScript(bytes(content), signer)).rejects.toMatchObject({ code: 'content-invalid' });
  });

  it('refuses to sign twice', async () => {
    await expect(signScript(signed, signer)).rejects.toThrow(/block of its own/);
  });

  it('refuses a signature that does not fit the certificate', async () => {
    const other = await developmentSigner();
    const mixed: Signer = { ...signer, sign: other.signer.sign };
    await expect(signScript(sampleScript, mixed)).rejects.toMatchObject({ code: 'signature-wrong' });
    const plain: Signer = { ...signer, sign: async () => new Uint8Array(384) };
    await expect(signScript(sampleScript, plain)).rejects.toBeInstanceOf(SignError);
  });

  it('never returns a script without the timestamp that was asked for', async () => {
    const timestamp = () => Promise.reject(new Error('no answer'));
    await expect(signScript(sampleScript, signer, { timestamp })).rejects.toThrow('no answer');
  });
});

describe('verifyScript', () => {
  it.each<[string, (file: string) => string, string]>([
    ['no block', () => 'exit 0\r\n', 'block-missing'],
    ['nothing at all', () => '', 'block-missing'],
    ['text behind the block', (file) => `${file}Write-Host 'more'\r\n`, 'text-after-block'],
    ['text on the last line', (file) => `${file.slice(0, -2)} \r\n more`, 'text-after-block'],
    ['an empty line behind the block', (file) => `${file}\r\n`, 'block-not-canonical'],
    ['no line end behind the block', (file) => file.slice(0, -2), 'block-not-canonical'],
    ['a second block', (file) => file + file.slice(sampleScript.length), 'second-block'],
    ['a marker in the text', (file) => `# SIG # End signature block\r\n${file}`, 'marker-in-body'],
    ['LF in the text', (file) => file.replace('\r\n', '\n'), 'body-not-crlf'],
    [
      'LF in the block',
      (file) => `${file.slice(0, 200)}${file.slice(200).replaceAll('\r\n', '\n')}`,
      'block-not-canonical',
    ],
    ['LF everywhere', (file) => file.replaceAll('\r\n', '\n'), 'block-not-canonical'],
    ['LF everywhere, by its name', (file) => file.replaceAll('\r\n', '\n'), 'body-not-crlf'],
    ['a letter outside ASCII', (file) => `# \xe9\r\n${file}`, 'body-not-ascii'],
    ['another text', (file) => file.replace('A line', 'B line'), 'digest-mismatch'],
    ['a line more', (file) => `\r\n${file}`, 'digest-mismatch'],
    ['lines of another width', (file) => file.replace(/(# MII.{61})\r\n# (.)/, '$1$2\r\n# '), 'block-not-canonical'],
    ['a block without its beginning', (file) => file.replace('# SIG # Begin signature block\r\n', ''), 'block-damaged'],
    ['a block without its end', (file) => file.replace('# SIG # End signature block\r\n', ''), 'block-damaged'],
    [
      'an empty block',
      () => '\r\n# SIG # Begin signature block\r\n# SIG # End signature block\r\n',
      'signature-structure',
    ],
  ])('refuses %s', (_, change, reason) => {
    const result = verifyScript(bytes(change(text(signed))), { trusted: [certificate] });
    expect(reasonsOf(result)).toContain(reason);
    for (const each of result.failures) expect(each.advice).toMatch(/^[A-Z].*\.$/);
  });

  it('refuses bytes behind the end of the signature, and BER spellings of it', () => {
    const der = readBlock(signed).signature as Uint8Array;
    const rebuild = (signature: Uint8Array) => Buffer.concat([sampleScript, formatBlock(signature)]);
    expect(verify(rebuild(der))).toEqual([]);
    expect(verify(rebuild(replaceBytes(der, der.length, 0, Uint8Array.of(0))))).toEqual(['signature-structure']);
    // The outer length in three bytes where two are enough.
    expect(verify(rebuild(replaceBytes(der, 1, 1, Uint8Array.of(0x83, 0))))).toEqual(['signature-structure']);
    // The outer length left open.
    const open = Buffer.concat([Uint8Array.of(0x30, 0x80), der.subarray(4), Uint8Array.of(0, 0)]);
    expect(verify(rebuild(open))).toEqual(['signature-structure']);
  });

  it('refuses what the signature does not cover when it is not what a signer writes', async () => {
    const data = decodeSignedData(readBlock(signed).signature as Uint8Array);
    const stranger = (await developmentSigner()).certificate.der;
    const rebuild = (changed: typeof data) =>
      verify(Buffer.concat([sampleScript, formatBlock(encodeSignedData(changed))]));
    expect(rebuild(data)).toEqual([]);
    expect(rebuild({ ...data, certificates: [...data.certificates, stranger] })).toEqual(['certificate-unused']);
    expect(rebuild({ ...data, certificates: [] })).toEqual(['certificate-missing']);
    expect(rebuild({ ...data, contentType: '1.3.6.1.4.1.311.10.1' })).toContain('attributes-mismatch');
    expect(rebuild({ ...data, signedAttributes: [...data.signedAttributes].reverse() })).toContain(
      'signature-structure',
    );
    expect(rebuild({ ...data, signedAttributes: data.signedAttributes.slice(1) })).toContain('signature-mismatch');
    expect(rebuild({ ...data, algorithm: { key: 'rsa', hash: 'sha384' } })).toContain('signature-mismatch');
    expect(rebuild({ ...data, algorithm: { key: 'ecdsa', hash: 'sha256' } })).toContain('signature-mismatch');
  });

  it('refuses unsigned attributes, since nothing covers them', () => {
    const data = decodeSignedData(readBlock(signed).signature as Uint8Array);
    const attribute = Uint8Array.from(Buffer.from('300906032a030431020500', 'hex'));
    const file = Buffer.concat([
      sampleScript,
      formatBlock(encodeSignedData({ ...data, unsignedAttributes: [attribute] })),
    ]);
    expect(verify(file)).toEqual(['signature-structure']);
  });

  it('looks at time', () => {
    const at = (date: string) => reasonsOf(verifyScript(signed, { trusted: [certificate], at: new Date(date) }));
    expect(at('2020-01-01')).toEqual(['certificate-not-yet-valid']);
    expect(at('2099-01-01')).toEqual(['certificate-expired']);
  });

  it('looks at trust only when told whom to trust', async () => {
    const stranger = (await developmentSigner()).certificate;
    expect(reasonsOf(verifyScript(signed))).toEqual([]);
    expect(reasonsOf(verifyScript(signed, { trusted: [] }))).toEqual(['signer-untrusted']);
    expect(reasonsOf(verifyScript(signed, { trusted: [stranger] }))).toContain('signer-untrusted');
    const { subject, issuer } = describeCertificate(certificate);
    expect(reasonsOf(verifyScript(signed, { publisher: { subject, issuer } }))).toEqual([]);
    expect(reasonsOf(verifyScript(signed, { publisher: { subject: 'CN=Somebody', issuer } }))).toEqual([
      'signer-unexpected',
    ]);
  });
});

describe('a script in UTF-8', () => {
  let marked: Buffer;
  beforeAll(async () => {
    marked = Buffer.from(await signScript(markedScript, signer));
  });
  const failuresOf = (file: Uint8Array) => verifyScript(file, { trusted: [certificate] }).failures;
  const characters = () => marked.toString('utf8').slice(1);

  it('verifies, gives its text back, and is not hashed like its bytes', () => {
    expect(failuresOf(marked)).toEqual([]);
    expect(stripBlock(marked).toString()).toBe(markedScript.toString());
    expect(Buffer.from(hashScript('sha256', markedScript)).toString('hex')).toBe(
      createHash('sha256')
        .update(Buffer.from(markedScript.toString('utf8'), 'utf16le'))
        .digest('hex'),
    );
  });

  it.each<[string, (file: Buffer) => Uint8Array, string]>([
    ['the byte order mark taken off', (file) => file.subarray(3), 'mark-missing'],
    ['a null character behind the block', () => Buffer.from(`${characters()}\0`, 'latin1'), 'text-after-block'],
    ['UTF-16', () => Buffer.from(`\ufeff${characters()}`, 'utf16le'), 'file-utf16'],
    ['UTF-16 of the other order', () => Buffer.from(`\ufeff${characters()}`, 'utf16le').swap16(), 'file-utf16'],
    ['UTF-16 without a byte order mark', () => Buffer.from(characters(), 'utf16le'), 'file-utf16'],
    ['LF everywhere', (file) => Buffer.from(file.toString().replaceAll('\r\n', '\n')), 'body-not-crlf'],
    ['CR everywhere', (file) => Buffer.from(file.toString().replaceAll('\r\n', '\r')), 'body-not-crlf'],
    ['two line ends for one', (file) => Buffer.from(file.toString().replaceAll('\r\n', '\r\r\n')), 'body-not-crlf'],
    ['a second byte order mark', (file) => Buffer.concat([file.subarray(0, 3), file]), 'second-mark'],
    ['a byte that is not UTF-8', (file) => replaceBytes(file, 5, 1, Uint8Array.of(0xff)), 'body-not-utf8'],
    ['another letter', (file) => Buffer.from(file.toString().replace('変更', '修復')), 'digest-mismatch'],
    ['another form of a letter', (file) => Buffer.from(file.toString().normalize('NFD')), 'digest-mismatch'],
  ])('is refused with %s, and says so first', (_, change, reason) => {
    const [first] = failuresOf(change(marked));
    expect(first?.reason).toBe(reason);
  });

  it('names the byte order mark alone where nothing else was changed, also where the rest is ASCII', async () => {
    expect(failuresOf(marked.subarray(3)).map(({ message }) => message)).toEqual([
      'The byte order mark at the start is missing; it was signed with one.',
    ]);
    const plain = await signScript(bytes(`\xef\xbb\xbf${text(sampleScript)}`), signer);
    expect(verify(plain)).toEqual([]);
    expect(verify(plain.subarray(3))).toEqual(['mark-missing']);
    expect(verify(bytes(`\xef\xbb\xbf${text(signed)}`))).toEqual(['mark-added']);
  });

  it('is refused after every single-byte change of its text', () => {
    const accepted: string[] = [];
    for (let at = 0; at < markedScript.length + 4; at++) {
      for (const flip of [0x01, 0x20, 0x80]) {
        const value = (marked[at] as number) ^ flip;
        if (verify(replaceBytes(marked, at, 1, Uint8Array.of(value))).length === 0) accepted.push(`${at}: ${value}`);
      }
      if (verify(replaceBytes(marked, at, 1)).length === 0) accepted.push(`${at}: removed`);
      if (verify(replaceBytes(marked, at, 0, Uint8Array.of(0x41))).length === 0) accepted.push(`${at}: inserted`);
    }
    expect(accepted).toEqual([]);
  });
});

describe('every single-byte change is refused', () => {
  it('as a replacement', () => {
    const accepted: string[] = [];
    for (let at = 0; at < signed.length; at++) {
      const original = signed[at] as number;
      for (const value of [original ^ 0x01, original ^ 0x20]) {
        if (verify(replaceBytes(signed, at, 1, Uint8Array.of(value))).length === 0) accepted.push(`${at}: ${value}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('as an insertion or a removal', () => {
    const accepted: string[] = [];
    for (let at = 0; at <= signed.length; at++) {
      const inserted = Uint8Array.of(signed[at - 1] ?? 0x41);
      if (verify(replaceBytes(signed, at, 0, inserted)).length === 0) accepted.push(`${at}: inserted`);
      if (at < signed.length && verify(replaceBytes(signed, at, 1)).length === 0) accepted.push(`${at}: removed`);
    }
    expect(accepted).toEqual([]);
  });

  it('as any changed bit of the decoded signature, also where only a tag changes', () => {
    const der = readBlock(signed).signature as Uint8Array;
    const accepted: string[] = [];
    for (let at = 0; at < der.length; at++) {
      for (let bit = 1; bit < 0x100; bit *= 2) {
        const changed = replaceBytes(der, at, 1, Uint8Array.of((der[at] as number) ^ bit));
        const file = Buffer.concat([sampleScript, formatBlock(changed)]);
        if (verify(file).length === 0) accepted.push(`${at}: ${bit}`);
      }
    }
    expect(accepted).toEqual([]);
  });

  it('and so is every shorter file', () => {
    for (let end = 0; end < signed.length; end++) expect(verify(signed.subarray(0, end))).not.toEqual([]);
  });
});
