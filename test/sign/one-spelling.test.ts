import { AsnConvert } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareBytes } from '../../src/sign/asn1/bytes.js';
import { decodeDer, encodeDer } from '../../src/sign/asn1/der-codec.js';
import { derTags, derValue } from '../../src/sign/asn1/der-writer.js';
import { derChildren, derContent } from '../../src/sign/asn1/strict-der.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { formatBlock, readBlock } from '../../src/sign/authenticode/signature-block.js';
import { contentDigest, indirectDataOid, opusInfoOid } from '../../src/sign/authenticode/spc.js';
import { verifyAuthenticode } from '../../src/sign/authenticode/verify-authenticode.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { signDetached, verifyDetached } from '../../src/sign/cms/detached-cms.js';
import { signMessage } from '../../src/sign/cms/sign-message.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { type Signer } from '../../src/sign/keys/signer.js';
import { authenticodeTimestampOid, encodeAttribute } from '../../src/sign/pkcs7/attributes.js';
import { ContentInfo, type SignerInfo } from '../../src/sign/pkcs7/pkcs7-schema.js';
import { decodeSignedData, encodeSignedData, type SignedData } from '../../src/sign/pkcs7/signed-data.js';
import { encodeTimestampRequest, readTimestampResponse } from '../../src/sign/timestamp/timestamp-client.js';
import { TimeStampResp, TokenSignedData } from '../../src/sign/timestamp/timestamp-schema.js';
import { verifyTimestamp } from '../../src/sign/timestamp/verify-timestamp.js';
import { type Certificate } from '../../src/sign/x509/certificate.js';
import { certificateFromPem, developmentSigner, reasonsOf, sampleScript } from './support/fixtures.js';
import {
  authorityExtensions,
  type Issued,
  makeCertificate,
  temporaryFolder,
  timeStampingExtensions,
} from './support/openssl.js';
import { answerTimestamp } from './support/token.js';
import { describeWithTool, missingOpenssl } from '../tools.js';

const orders = {
  'P-256': 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  'P-384': 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
} as const;
type Curve = keyof typeof orders;
const curves = Object.keys(orders) as Curve[];

/** The s of an ECDSA signature, and the same signature with another s. */
function readS(signature: Uint8Array): bigint {
  const content = derContent(derTags.integer, derChildren(derTags.sequence, signature)[1]) as Uint8Array;
  return BigInt(`0x${Buffer.from(content).toString('hex')}`);
}

function withS(signature: Uint8Array, s: bigint): Uint8Array {
  const [r] = derChildren(derTags.sequence, signature) as [Uint8Array];
  const hex = s.toString(16);
  const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
  const content = (bytes[0] as number) < 0x80 ? bytes : Buffer.concat([Buffer.of(0), bytes]);
  return derValue(derTags.sequence, r, derValue(derTags.integer, content));
}

const flip = (signature: Uint8Array, curve: Curve) => withS(signature, orders[curve] - readS(signature));

describeWithTool('a signed file has one spelling', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const signers = new Map<Curve, Signer>();
  let root: Issued;
  let issuing: Issued;
  let trusted: readonly Certificate[];

  beforeAll(() => {
    root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
    issuing = makeCertificate(folder, {
      name: 'Issuing',
      kind: 'P-256',
      issuer: root,
      extensions: authorityExtensions,
    });
    trusted = [certificateFromPem(root.certificate)];
    for (const kind of curves) {
      const issued = makeCertificate(folder, { name: `Signer ${kind}`, kind, issuer: issuing });
      const certificates = issued.certificate + issuing.certificate;
      signers.set(kind, readPemSigner({ key: issued.key, certificates }));
    }
  });

  const signerOf = (curve: Curve) => signers.get(curve) as Signer;
  const signData = async (curve: Curve): Promise<SignedData> => {
    return decodeSignedData(readBlock(await signScript(sampleScript, signerOf(curve))).signature as Uint8Array);
  };
  const verify = (data: SignedData) => {
    const file = Buffer.concat([sampleScript, formatBlock(encodeSignedData(data))]);
    return reasonsOf(verifyScript(file, { trusted }));
  };

  describe('in its certificates', () => {
    it('holds the chain, each certificate once and sorted', async () => {
      const data = await signData('P-256');
      expect(data.certificates).toHaveLength(2);
      expect([...data.certificates].sort(compareBytes)).toEqual(data.certificates);
      expect(verify(data)).toEqual([]);
    });

    it('is refused with a certificate twice', async () => {
      const data = await signData('P-256');
      const [first, second] = data.certificates as [Uint8Array, Uint8Array];
      expect(verify({ ...data, certificates: [first, first, second] })).toEqual(['certificate-repeated']);
      expect(verify({ ...data, certificates: [first, second, second] })).toEqual(['certificate-repeated']);
      const everywhere = ['certificate-repeated', 'certificate-unordered'];
      expect(verify({ ...data, certificates: [first, second, first] })).toEqual(everywhere);
    });

    it('is refused in another order', async () => {
      const data = await signData('P-256');
      const certificates = [...data.certificates].reverse();
      expect(verify({ ...data, certificates })).toEqual(['certificate-unordered']);
    });

    it('is refused with a root, or any other certificate that the chain does not need', async () => {
      const data = await signData('P-256');
      const stranger = (await developmentSigner()).certificate;
      for (const more of [trusted[0] as Certificate, stranger]) {
        const certificates = [...data.certificates, more.der].sort(compareBytes);
        expect(verify({ ...data, certificates })).toEqual(['certificate-unused']);
      }
    });

    it('is refused so beside a file too', async () => {
      const content = Buffer.from('a list');
      const data = decodeSignedData(await signDetached(content, signerOf('P-384')));
      const changed = encodeSignedData({ ...data, certificates: [...data.certificates].reverse() });
      expect(reasonsOf(verifyDetached(content, changed, { trusted }))).toEqual(['certificate-unordered']);
    });
  });

  describe.each(curves)('in its ECDSA signature with %s', (curve) => {
    it('has the lower s, each time', async () => {
      for (let round = 0; round < 16; round++) {
        const { signature } = await signData(curve);
        expect(readS(signature) <= orders[curve] / 2n).toBe(true);
      }
    });

    it('has the lower s, whatever a key outside of this process gives', async () => {
      const inner = signerOf(curve);
      const { certificates, algorithm } = inner;
      const askedFor: bigint[] = [];
      for (const wanted of ['high', 'low'] as const) {
        const outer: Signer = {
          certificates,
          algorithm,
          sign: async (data) => {
            const signature = await inner.sign(data);
            const isHigh = readS(signature) > orders[curve] / 2n;
            const given = isHigh === (wanted === 'high') ? signature : flip(signature, curve);
            askedFor.push(readS(given));
            return given;
          },
        };
        const signed = await signScript(sampleScript, outer);
        expect(reasonsOf(verifyScript(signed, { trusted }))).toEqual([]);
        const { signature } = decodeSignedData(readBlock(signed).signature as Uint8Array);
        expect(readS(signature) <= orders[curve] / 2n).toBe(true);
      }
      expect(askedFor.map((s) => s > orders[curve] / 2n)).toEqual([true, false]);
    });

    it('is refused with the higher s, though it verifies', async () => {
      const data = await signData(curve);
      expect(verify({ ...data, signature: flip(data.signature, curve) })).toEqual(['signature-not-canonical']);
    });

    it('is refused with an s that is none', async () => {
      const data = await signData(curve);
      const s = readS(data.signature);
      for (const other of [0n, s + orders[curve], orders[curve]]) {
        expect(verify({ ...data, signature: withS(data.signature, other) })).toEqual(['signature-mismatch']);
      }
    });
  });

  it('in its signed attributes', async () => {
    const content = Uint8Array.of(0x30, 0x00);
    const signer = signerOf('P-256');
    const sign = (...attributes: readonly Uint8Array[]) => {
      const message = { contentType: indirectDataOid, content, attributes, timestampOid: authenticodeTimestampOid };
      return signMessage({ ...message, digest: contentDigest(signer.algorithm.hash, content) }, signer, undefined);
    };
    const verifyContent = (der: Uint8Array) => reasonsOf(verifyAuthenticode(der, indirectDataOid, { trusted }));
    const opus = encodeAttribute(opusInfoOid, Uint8Array.of(0x30, 0x00));
    const oid = derChildren(derTags.sequence, opus)[0] as Uint8Array;
    const attribute = (...parts: readonly Uint8Array[]) => derValue(derTags.sequence, oid, ...parts);
    expect(verifyContent(await sign(opus))).toEqual([]);
    expect(verifyContent(await sign(opus, encodeAttribute(opusInfoOid, Uint8Array.of(0x05, 0x00))))).toEqual([
      'signature-structure',
    ]);
    for (const odd of [
      attribute(derValue(derTags.set)),
      attribute(derValue(derTags.set, Uint8Array.of(0x05, 0x00)), Uint8Array.of(0x05, 0x00)),
      attribute(),
      attribute(derValue(derTags.sequence, Uint8Array.of(0x05, 0x00))),
    ]) {
      expect(verifyContent(await sign(odd))).toEqual(['signature-structure']);
    }
  });

  describe('in its timestamp', () => {
    const stamped = Buffer.from('a signature');
    const stampers = new Map<string, Signer>();
    let stampRoot: Issued;

    beforeAll(() => {
      stampRoot = makeCertificate(folder, { name: 'Stamp Root', kind: 'P-256', extensions: authorityExtensions });
      for (const kind of ['P-256', 'rsa:2048'] as const) {
        const options = { name: `Stamper ${kind}`, kind, issuer: stampRoot, extensions: timeStampingExtensions };
        const { key, certificate } = makeCertificate(folder, options);
        stampers.set(kind, readPemSigner({ key, certificates: certificate + stampRoot.certificate }));
      }
    });

    /** A server's answer, its token changed. */
    const answer = async (kind: string, change: (data: TokenSignedData, signer: SignerInfo) => void) => {
      const query = encodeTimestampRequest(stamped, 'sha256', Uint8Array.of(0x42));
      const full = await answerTimestamp(query, stampers.get(kind) as Signer);
      const good = readTimestampResponse(full);
      const outer = decodeDer(good, ContentInfo, 'The token');
      const data = AsnConvert.parse(outer.content as ArrayBuffer, TokenSignedData);
      change(data, data.signerInfos[0] as SignerInfo);
      outer.content = AsnConvert.serialize(data);
      const token = encodeDer(outer);
      const response = new TimeStampResp();
      response.timeStampToken = new Uint8Array(token).buffer;
      return { good, token, response: encodeDer(response) };
    };
    const verifyToken = (token: Uint8Array) => {
      return reasonsOf(verifyTimestamp(token, stamped, { trusted: [certificateFromPem(stampRoot.certificate)] }));
    };
    const bare = ({ algorithm }: AlgorithmIdentifier) => new AlgorithmIdentifier({ algorithm });
    const withNull = ({ algorithm }: AlgorithmIdentifier) => new AlgorithmIdentifier({ algorithm, parameters: null });

    it.each<[string, string, (data: TokenSignedData, signer: SignerInfo) => void]>([
      [
        'signed attributes in another order',
        'P-256',
        (_, signer) => {
          signer.authenticatedAttributes.reverse();
        },
      ],
      [
        'certificates in another order',
        'P-256',
        (data) => {
          data.certificates.reverse();
        },
      ],
      [
        'a certificate twice',
        'P-256',
        (data) => {
          data.certificates.push(data.certificates[1] as ArrayBuffer);
        },
      ],
      [
        'no parameters in the list of digests',
        'P-256',
        (data) => {
          data.digestAlgorithms = data.digestAlgorithms.map(bare);
        },
      ],
      [
        "no parameters in the signer's digest",
        'P-256',
        (_, signer) => {
          signer.digestAlgorithm = bare(signer.digestAlgorithm);
        },
      ],
      [
        'no parameters in either',
        'rsa:2048',
        (data, signer) => {
          data.digestAlgorithms = data.digestAlgorithms.map(bare);
          signer.digestAlgorithm = bare(signer.digestAlgorithm);
        },
      ],
      [
        'NULL as parameters of ECDSA',
        'P-256',
        (_, signer) => {
          signer.digestEncryptionAlgorithm = withNull(signer.digestEncryptionAlgorithm);
        },
      ],
      [
        'no parameters of RSA',
        'rsa:2048',
        (_, signer) => {
          signer.digestEncryptionAlgorithm = bare(signer.digestEncryptionAlgorithm);
        },
      ],
      [
        'another name of RSA',
        'rsa:2048',
        (_, signer) => {
          signer.digestEncryptionAlgorithm.algorithm = '1.2.840.113549.1.1.11';
        },
      ],
      [
        'the higher s',
        'P-256',
        (_, signer) => {
          signer.encryptedDigest = new Uint8Array(flip(new Uint8Array(signer.encryptedDigest), 'P-256')).buffer;
        },
      ],
    ])('is refused with %s, and taken from a server in its one spelling', async (_, kind, change) => {
      const { good, token, response } = await answer(kind, change);
      expect(verifyToken(good)).toEqual([]);
      expect(Buffer.from(token).equals(good)).toBe(false);
      expect(verifyToken(token)).toEqual(['timestamp-broken']);
      expect(Buffer.from(readTimestampResponse(response)).equals(good)).toBe(true);
      // Refused where it stands in a signature, too.
      const attributes = (of: Uint8Array) => [encodeAttribute(authenticodeTimestampOid, of)];
      const data = await signData('P-256');
      const reasons = verify({ ...data, unsignedAttributes: attributes(token) });
      expect(reasons).toEqual(['timestamp-broken']);
    });

    it.each([
      ['.5', 500],
      ['.123456', 123],
    ])('may state its time with the fraction %s', async (fraction, milliseconds) => {
      const query = encodeTimestampRequest(stamped, 'sha256', Uint8Array.of(0x42));
      const time = new Date(Math.floor(Date.now() / 1000) * 1000);
      const token = readTimestampResponse(
        await answerTimestamp(query, stampers.get('P-256') as Signer, { time, fraction }),
      );
      expect(verifyToken(token)).toEqual([]);
      expect(verifyTimestamp(token, stamped).time?.getTime()).toBe(time.getTime() + milliseconds);
    });

    it('is refused with a default that is written out in what is signed', async () => {
      const query = encodeTimestampRequest(stamped, 'sha256', Uint8Array.of(0x42));
      const token = readTimestampResponse(
        await answerTimestamp(query, stampers.get('P-256') as Signer, { ordering: false }),
      );
      expect(verifyToken(token)).toEqual(['timestamp-broken']);
    });
  });
});
