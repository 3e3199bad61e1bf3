import { beforeAll, expect, it } from 'vitest';
import { compareBytes, concatBytes, equalBytes } from '../../src/sign/asn1/bytes.js';
import { derTags, derValue } from '../../src/sign/asn1/der-writer.js';
import { signScript } from '../../src/sign/authenticode/sign-script.js';
import { formatBlock, readBlock } from '../../src/sign/authenticode/signature-block.js';
import { verifyScript } from '../../src/sign/authenticode/verify-script.js';
import { signCatalog } from '../../src/sign/catalog/catalog.js';
import { verifyCatalog } from '../../src/sign/catalog/verify-catalog.js';
import { signDetached, verifyDetached } from '../../src/sign/cms/detached-cms.js';
import type { VerifyOptions } from '../../src/sign/cms/verify-message.js';
import { decodeSignedData, encodeSignedData } from '../../src/sign/pkcs7/signed-data.js';
import type { Certificate } from '../../src/sign/x509/certificate.js';
import { readPemSigner } from '../../src/sign/keys/pem.js';
import { encodeTimestampRequest, readTimestampResponse } from '../../src/sign/timestamp/timestamp-client.js';
import { verifyTimestamp } from '../../src/sign/timestamp/verify-timestamp.js';
import type { VerificationFailure } from '../../src/sign/verification-failure.js';
import { certificateFromPem, sampleScript } from './support/fixtures.js';
import { type DerNode, placesOf, readNodes, writeNode, writeWith, type Place } from './support/der-tree.js';
import { authorityExtensions, makeCertificate, temporaryFolder, timeStampingExtensions } from './support/openssl.js';
import { answerTimestamp } from './support/token.js';
import { describeWithTool, missingOpenssl } from '../tools.js';

/** One way to write a value otherwise; null where it does not apply. `parent` is the node around it. */
type Change = (node: DerNode, parent: DerNode | undefined) => Uint8Array | null;

const nothing = Uint8Array.of(0x05, 0x00);
const withChildren = ({ tag }: DerNode, children: readonly Uint8Array[]): Uint8Array => derValue(tag, ...children);
const children = (node: DerNode): readonly Uint8Array[] => (node.children ?? []).map(writeNode);
const isAlgorithm = ({ tag, children: own }: DerNode): boolean =>
  tag === 0x30 && own?.[0]?.tag === derTags.objectIdentifier && (own.length === 1 || own[1]?.tag === 0x05);

/** The length of a value in a form that is longer than it has to be. */
function longLength({ tag, content, children: own }: DerNode): Uint8Array {
  const inner = own ? concatBytes(...own.map(writeNode)) : content;
  const size = Uint8Array.of(0x84, 0, inner.length >> 16, (inner.length >> 8) & 0xff, inner.length & 0xff);
  return concatBytes(Uint8Array.of(tag), size, inner);
}

/**
 * The ways in which one tree can be written as another that says the same, or says more: each is tried at every value of every kind
 * of signed file.
 */
const changes: Readonly<Record<string, Change>> = {
  'a NULL behind the last element': (node) => node.children && withChildren(node, [...children(node), nothing]),
  'a NULL before the first element': (node) => node.children && withChildren(node, [nothing, ...children(node)]),
  'an empty OCTET STRING behind the last element': (node) =>
    node.children && withChildren(node, [...children(node), Uint8Array.of(0x04, 0x00)]),
  'an element of a context tag behind the last one': (node) =>
    node.children && withChildren(node, [...children(node), Uint8Array.of(0xa9, 0x02, 0x05, 0x00)]),
  'its first element twice': (node) =>
    node.children?.length ? withChildren(node, [...children(node).slice(0, 1), ...children(node)]) : null,
  'its last element twice': (node) =>
    node.children?.length ? withChildren(node, [...children(node), ...children(node).slice(-1)]) : null,
  'its elements in reverse order': (node) => {
    const own = children(node);
    return own.length > 1 ? withChildren(node, [...own].reverse()) : null;
  },
  'its first two elements exchanged': (node) => {
    const [first, second, ...rest] = children(node);
    return first && second ? withChildren(node, [second, first, ...rest]) : null;
  },
  'its first element left out': (node) => (node.children?.length ? withChildren(node, children(node).slice(1)) : null),
  'its last element left out': (node) =>
    node.children?.length ? withChildren(node, children(node).slice(0, -1)) : null,
  'NULL as parameters of an algorithm left out': (node) =>
    isAlgorithm(node) && node.children?.length === 2 ? withChildren(node, children(node).slice(0, 1)) : null,
  'NULL as parameters of an algorithm put in': (node) =>
    isAlgorithm(node) && node.children?.length === 1 ? withChildren(node, [...children(node), nothing]) : null,
  'a length in four bytes': (node) => longLength(node),
  'an indefinite length': (node) =>
    node.children && concatBytes(Uint8Array.of(node.tag, 0x80), ...children(node), Uint8Array.of(0, 0)),
  'zeros before an INTEGER': (node) =>
    node.tag === derTags.integer ? derValue(node.tag, concatBytes(Uint8Array.of(0), node.content)) : null,
  'an OCTET STRING in pieces': (node) =>
    node.tag === derTags.octetString ? derValue(0x24, derValue(node.tag, node.content)) : null,
  'bits of a BIT STRING called unused': (node) =>
    node.tag === derTags.bitString ? derValue(node.tag, Uint8Array.of(1), node.content.subarray(1)) : null,
  'TRUE as another number': (node) => (node.tag === 0x01 ? derValue(0x01, Uint8Array.of(0x01)) : null),
  'a SET called a SEQUENCE, or the other way round': (node) =>
    node.tag === 0x30 || node.tag === 0x31 ? derValue(node.tag ^ 1, ...children(node)) : null,
  'a context tag of the next number': (node) =>
    (node.tag & 0xc0) === 0x80 ? concatBytes(Uint8Array.of(node.tag + 1), writeNode(node).subarray(1)) : null,
  'a text as another kind of text': (node) =>
    node.tag === 0x0c || node.tag === 0x13
      ? concatBytes(Uint8Array.of(node.tag === 0x0c ? 0x13 : 0x0c), writeNode(node).subarray(1))
      : null,
  'a byte behind the value': (node, parent) => (parent ? null : concatBytes(writeNode(node), Uint8Array.of(0))),
};

interface SignedFile {
  readonly der: Uint8Array;
  readonly failures: (der: Uint8Array) => readonly VerificationFailure[];
}

describeWithTool('a signed file that is written otherwise', missingOpenssl(), () => {
  const folder = temporaryFolder();
  const kinds = ['a script', 'a catalog', 'a detached signature', 'a timestamp token'] as const;
  /** Both kinds of key where the form depends on it most; one elsewhere, since each row is some hundred verifications. */
  const keysOf: Readonly<Record<(typeof kinds)[number], readonly string[]>> = {
    'a script': ['P-256'],
    'a catalog': ['rsa:2048'],
    'a detached signature': ['P-256'],
    'a timestamp token': ['P-256', 'rsa:2048'],
  };
  const files = new Map<string, SignedFile>();
  let chain: { readonly root: Certificate; readonly leaf: Certificate; readonly script: Uint8Array } | undefined;

  beforeAll(async () => {
    for (const key of ['P-256', 'rsa:2048'] as const) {
      const root = makeCertificate(folder, { name: 'Root', kind: 'P-256', extensions: authorityExtensions });
      const issuing = makeCertificate(folder, {
        name: 'Issuing',
        kind: key,
        issuer: root,
        extensions: authorityExtensions,
      });
      const leaf = makeCertificate(folder, { name: 'Signer', kind: key, issuer: issuing });
      const signer = readPemSigner({ key: leaf.key, certificates: leaf.certificate + issuing.certificate });
      const stamper = makeCertificate(folder, {
        name: 'Stamper',
        kind: key,
        issuer: root,
        extensions: timeStampingExtensions,
      });
      const authority = readPemSigner({ key: stamper.key, certificates: stamper.certificate });
      const timestamp = async (signature: Uint8Array): Promise<Uint8Array> => {
        const query = encodeTimestampRequest(signature, 'sha256', Uint8Array.of(0x42));
        return readTimestampResponse(await answerTimestamp(query, authority));
      };
      const trusted = [certificateFromPem(root.certificate)];
      const options: VerifyOptions = { trusted, trustedTimestampers: trusted, timestamped: true };
      const content = Buffer.from('a list');
      const members = [{ path: 'a.cmd', content }];
      const time = new Date();
      const script = await signScript(sampleScript, signer, { programName: 'Sample', timestamp });
      if (key === 'P-256') chain = { root: trusted[0] as Certificate, leaf: signer.certificates[0], script };
      files.set(`a script, ${key}`, {
        der: readBlock(script).signature as Uint8Array,
        failures: (der) => verifyScript(Buffer.concat([sampleScript, formatBlock(der)]), options).failures,
      });
      files.set(`a catalog, ${key}`, {
        der: await signCatalog(members, signer, { time, timestamp }),
        failures: (der) => verifyCatalog(der, members, options).failures,
      });
      files.set(`a detached signature, ${key}`, {
        der: await signDetached(content, signer, { timestamp }),
        failures: (der) => verifyDetached(content, der, options).failures,
      });
      files.set(`a timestamp token, ${key}`, {
        der: await timestamp(content),
        failures: (der) => verifyTimestamp(der, content, { trusted }).failures,
      });
    }
  });

  const fileOf = (name: string): SignedFile => files.get(name) as SignedFile;

  it.each(kinds)('is good as it was written: %s', (kind) => {
    for (const key of keysOf[kind]) {
      const { der, failures } = fileOf(`${kind}, ${key}`);
      expect(failures(der)).toEqual([]);
      const [root] = readNodes(der) as [DerNode];
      expect(equalBytes(writeNode(root), der)).toBe(true);
    }
  });

  const rows = kinds.flatMap((kind) => Object.keys(changes).map((change) => [kind, change] as const));
  it('is tried in more than forty ways', () => expect(rows.length).toBeGreaterThan(80));

  it.each(rows)('is refused: %s with %s, wherever', (kind, change) => {
    const taken: string[] = [];
    let tried = 0;
    for (const key of keysOf[kind]) {
      const { der, failures } = fileOf(`${kind}, ${key}`);
      const [root] = readNodes(der) as [DerNode];
      const all = placesOf(root);
      const nodes = new Map(all.map(([place, node]) => [place.join('.'), node] as const));
      for (const [place, node] of all) {
        const changed = write(root, place, node, nodes, changes[change] as Change);
        if (changed === null || equalBytes(changed, der)) continue;
        tried += 1;
        if (failures(changed).length === 0) taken.push(`${key} ${place.join('.')}`);
      }
    }
    expect(taken).toEqual([]);
    if (kind === 'a script') expect(tried).toBeGreaterThan(0);
  });

  // The one change that is left, with the reason in src/sign/README.md: many authorities write the higher s, and so does Windows accept it.
  it('is accepted with the other s in what an authority signed on a certificate, since nobody can say which one it wrote', () => {
    const { root, leaf, script } = chain as NonNullable<typeof chain>;
    const data = decodeSignedData(readBlock(script).signature as Uint8Array);
    const [tbs, algorithm, bits] = children(readNodes(leaf.der)[0] as DerNode) as [Uint8Array, Uint8Array, Uint8Array];
    const [r, s] = readNodes(leaf.signed.signature)[0]?.children as [DerNode, DerNode];
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const other = (order - BigInt(`0x${Buffer.from(s.content).toString('hex')}`)).toString(16).padStart(64, '0');
    const bytes = Buffer.from(`${/^[89a-f]/.test(other) ? '00' : ''}${other}`.replace(/^(?:00)+(?=[0-7])/, ''), 'hex');
    const signature = derValue(0x30, writeNode(r), derValue(derTags.integer, bytes));
    expect(bits).toBeDefined();
    const spelled = derValue(0x30, tbs, algorithm, derValue(derTags.bitString, Uint8Array.of(0), signature));
    const certificates = data.certificates.map((der) => (equalBytes(der, leaf.der) ? spelled : der)).sort(compareBytes);
    const changed = Buffer.concat([sampleScript, formatBlock(encodeSignedData({ ...data, certificates }))]);
    expect(changed.equals(script)).toBe(false);
    expect(verifyScript(changed, { trusted: [root] }).failures).toEqual([]);
    // Whoever trusts the publisher's own certificate sees that it is not that one.
    expect(verifyScript(changed, { trusted: [leaf] }).failures).not.toEqual([]);
  });
});

/** The whole file with one value changed; null where the change does not apply to it. */
function write(
  root: DerNode,
  place: Place,
  node: DerNode,
  nodes: ReadonlyMap<string, DerNode>,
  change: Change,
): Uint8Array | null {
  const parent = place.length > 0 ? nodes.get(place.slice(0, -1).join('.')) : undefined;
  const instead = change(node, parent);
  return instead && writeWith(root, place, () => instead);
}
