import { beforeAll, describe, expect, it } from 'vitest';
import {
  codeSigningUse,
  parseCertificate,
  timeStampingUse,
  type Certificate,
} from '../../src/sign/x509/certificate.js';
import { checkChain, type ChainPolicy } from '../../src/sign/x509/chain.js';
import {
  authorityExtensions,
  codeSigningExtensions,
  makeCertificate,
  temporaryFolder,
  timeStampingExtensions,
  type CertificateOptions,
  type Issued,
} from './support/openssl.js';
import { certificateFromPem } from './support/fixtures.js';
import { describeWithTool, missingOpenssl } from '../tools.js';

/*
 * What a chain is refused for, and just not: each rule with both sides of its limit, at the signer, in the middle and at the top.
 */

type Place = 'leaf' | 'middle' | 'root';
type Change = Partial<Omit<CertificateOptions, 'name' | 'issuer'>>;

describeWithTool('a chain of openssl', missingOpenssl(), () => {
  const folder = temporaryFolder();

  interface Chain {
    readonly leaf: Certificate;
    readonly middle: Certificate;
    readonly root: Certificate;
  }

  /** Signer, authority and root, with something else about some of them. */
  function makeChain(changes: Partial<Record<Place, Change>> = {}): Chain {
    const make = (place: Place, extensions: readonly string[], issuer?: Issued): Issued =>
      makeCertificate(folder, {
        name: place,
        kind: 'P-256',
        extensions,
        ...(issuer ? { issuer } : {}),
        ...changes[place],
      });
    const root = make('root', authorityExtensions);
    const middle = make('middle', authorityExtensions, root);
    const leaf = make('leaf', codeSigningExtensions, middle);
    return {
      leaf: certificateFromPem(leaf.certificate),
      middle: certificateFromPem(middle.certificate),
      root: certificateFromPem(root.certificate),
    };
  }

  function reasonsFor({ leaf, middle, root }: Chain, more: Partial<ChainPolicy> = {}): readonly string[] {
    const policy: ChainPolicy = { trusted: [root], at: new Date(), use: codeSigningUse, ...more };
    return checkChain(leaf, [middle], policy).failures.map(({ reason, message }) => `${reason}: ${message}`);
  }

  let plain: Chain;
  beforeAll(() => {
    plain = makeChain();
  });

  it('is good as it is', () => expect(reasonsFor(plain)).toEqual([]));

  describe.each<[Place]>([['leaf'], ['middle'], ['root']])('with an RSA key of the %s', (place) => {
    it.each([
      ['rsa:1024', false],
      ['rsa:2047', false],
      ['rsa:2048', true],
      ['rsa:3072', true],
    ] as const)('%s is taken: %s', (kind, isTaken) => {
      const reasons = reasonsFor(makeChain({ [place]: { kind } }));
      const bits = kind.split(':')[1];
      expect(reasons).toEqual(
        isTaken
          ? []
          : [`certificate-weak: The certificate "O=Example, CN=${place}" has an RSA key of only ${bits} bits.`],
      );
    });
  });

  it.each<[string, Place, readonly string[], RegExp | null]>([
    ['an authority that may issue', 'middle', ['basicConstraints=critical,CA:TRUE', 'keyUsage=keyCertSign'], null],
    ['an authority that leaves its usage open', 'middle', ['basicConstraints=critical,CA:TRUE'], null],
    [
      'an authority that may sign lists alone',
      'middle',
      ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,cRLSign,digitalSignature'],
      /middle.* does not allow issuing certificates\.$/,
    ],
    [
      'a root that may sign lists alone',
      'root',
      ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,cRLSign'],
      /root.* does not allow issuing certificates\.$/,
    ],
    ['an issuer that is no authority', 'middle', ['basicConstraints=critical,CA:FALSE'], /is no authority/],
    ['an issuer that says nothing of it', 'middle', ['keyUsage=critical,keyCertSign'], /is no authority/],
    [
      'a root with no authority allowed below it',
      'root',
      ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=keyCertSign'],
      /root.* too many authorities below it/,
    ],
    [
      'a root with one allowed below it',
      'root',
      ['basicConstraints=critical,CA:TRUE,pathlen:1', 'keyUsage=keyCertSign'],
      null,
    ],
    [
      'an authority with none allowed below it',
      'middle',
      ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=keyCertSign'],
      null,
    ],
    [
      'an authority for another use',
      'middle',
      [...authorityExtensions, 'extendedKeyUsage=serverAuth'],
      /certificates of this use/,
    ],
    ['an authority for this use', 'middle', [...authorityExtensions, 'extendedKeyUsage=serverAuth,codeSigning'], null],
    ['an authority for any use', 'middle', [...authorityExtensions, 'extendedKeyUsage=anyExtendedKeyUsage'], null],
    [
      'an authority with an unknown critical extension',
      'middle',
      [...authorityExtensions, '1.2.3.4=critical,DER:0500'],
      /1\.2\.3\.4/,
    ],
    ['an authority with an unknown other extension', 'middle', [...authorityExtensions, '1.2.3.4=DER:0500'], null],
    ['a signer that signs', 'leaf', ['keyUsage=digitalSignature', 'extendedKeyUsage=codeSigning'], null],
    [
      'a signer that encrypts',
      'leaf',
      ['keyUsage=keyEncipherment', 'extendedKeyUsage=codeSigning'],
      /does not allow digital/,
    ],
    ['a signer that does not say', 'leaf', ['extendedKeyUsage=codeSigning'], /does not say what its key/],
    [
      'a signer of mail',
      'leaf',
      ['keyUsage=digitalSignature', 'extendedKeyUsage=emailProtection'],
      /not made for code/,
    ],
  ])('%s', (_name, place, extensions, refusal) => {
    const reasons = reasonsFor(makeChain({ [place]: { extensions } }));
    if (refusal === null) expect(reasons).toEqual([]);
    else expect(reasons).toEqual([expect.stringMatching(refusal)]);
  });

  it('of somebody else may leave open what a key is for, and no more', () => {
    const open = makeChain({ leaf: { extensions: ['extendedKeyUsage=codeSigning'] } });
    expect(reasonsFor(open, { foreign: true })).toEqual([]);
    const other = makeChain({ leaf: { extensions: ['keyUsage=keyEncipherment', 'extendedKeyUsage=codeSigning'] } });
    expect(reasonsFor(other, { foreign: true })).toHaveLength(1);
  });

  it.each<[string, readonly string[], boolean, boolean]>([
    ['critically for this alone', timeStampingExtensions, true, true],
    ['for this alone, but not critically', ['keyUsage=digitalSignature', 'extendedKeyUsage=timeStamping'], false, true],
    ['for more', ['keyUsage=digitalSignature', 'extendedKeyUsage=critical,timeStamping,codeSigning'], false, false],
    ['for something else', ['keyUsage=digitalSignature', 'extendedKeyUsage=critical,codeSigning'], false, false],
    ['for nothing said', ['keyUsage=digitalSignature'], false, false],
    ['with a usage left open', ['extendedKeyUsage=critical,timeStamping'], true, true],
    ['that cannot be denied', ['keyUsage=nonRepudiation', 'extendedKeyUsage=critical,timeStamping'], true, true],
    ['that encrypts', ['keyUsage=keyEncipherment', 'extendedKeyUsage=critical,timeStamping'], false, false],
  ])('that stamps times %s is ours: %s', (_name, extensions, isOurs, isForeign) => {
    const chain = makeChain({ leaf: { extensions } });
    expect(reasonsFor(chain, { use: timeStampingUse }).length === 0).toBe(isOurs);
    expect(reasonsFor(chain, { use: timeStampingUse, foreign: true }).length === 0).toBe(isForeign);
  });

  it.each<[Place]>([['leaf'], ['middle'], ['root']])(
    'is valid to the last second of its %s, and not a moment longer',
    (place) => {
      const chain = makeChain({ [place]: { days: 30 } });
      const { notBefore, notAfter } = chain[place];
      const from = Math.max(...Object.values(chain).map((each: Certificate) => each.notBefore.getTime()));
      const at = (time: number): readonly string[] =>
        reasonsFor(chain, { at: new Date(time) }).map((each) => each.split(':')[0] ?? '');
      expect(at(notAfter.getTime())).toEqual([]);
      expect(at(notAfter.getTime() + 1)).toEqual(['certificate-expired']);
      expect(at(from)).toEqual([]);
      expect(at(notBefore.getTime() - 1)).toContain('certificate-not-yet-valid');
    },
  );

  it('may be trusted at its top although that was signed with SHA-1, and nowhere below', () => {
    const kind = 'rsa:2048';
    expect(reasonsFor(makeChain({ root: { kind, hash: 'sha1' } }))).toEqual([]);
    // What the root signed with SHA-1 is the authority in the middle, which nothing vouches for then.
    expect(reasonsFor(makeChain({ root: { kind }, middle: { hash: 'sha1' } })).join('\n')).toMatch(
      /certificate-weak: .*middle/,
    );
  });

  it('is refused with a certificate that is no part of it, and with nobody who is trusted', () => {
    const { leaf, middle, root } = plain;
    const stranger = makeChain();
    const policy: ChainPolicy = { trusted: [root], at: new Date(), use: codeSigningUse };
    const reasons = (others: readonly Certificate[], trusted: readonly Certificate[]): readonly string[] =>
      checkChain(leaf, others, { ...policy, trusted }).failures.map(({ reason }) => reason);
    expect(reasons([middle, stranger.middle], [root])).toEqual(['certificate-unused']);
    expect(reasons([middle, root], [stranger.root])).toEqual(['signer-untrusted']);
    expect(reasons([middle], [leaf])).not.toContain('signer-untrusted');
  });

  describe('that is long', () => {
    it.each([
      [9, []],
      [10, []],
      [11, ['chain-broken', 'signer-untrusted']],
    ] as const)('has %i certificates: %j', (count, refusals) => {
      const root = makeCertificate(folder, { name: 'top', kind: 'P-256', extensions: authorityExtensions });
      let issuer = root;
      const between: Certificate[] = [];
      for (let place = count - 2; place > 0; place--) {
        issuer = makeCertificate(folder, {
          name: `between ${place}`,
          kind: 'P-256',
          extensions: authorityExtensions,
          issuer,
        });
        between.push(certificateFromPem(issuer.certificate));
      }
      const leaf = certificateFromPem(makeCertificate(folder, { name: 'leaf', kind: 'P-256', issuer }).certificate);
      const policy: ChainPolicy = {
        trusted: [certificateFromPem(root.certificate)],
        at: new Date(),
        use: codeSigningUse,
      };
      const { path, failures } = checkChain(leaf, between, policy);
      expect(failures.map(({ reason }) => reason)).toEqual(refusals);
      expect(path).toHaveLength(Math.min(count, 10));
    });
  });

  it('goes through authorities that vouch for each other once', () => {
    const extensions = authorityExtensions;
    const first = makeCertificate(folder, { name: 'first', kind: 'P-256', extensions });
    const second = makeCertificate(folder, { name: 'second', kind: 'P-256', extensions, issuer: first });
    const crossed = makeCertificate(folder, {
      name: 'first',
      kind: 'P-256',
      extensions,
      issuer: second,
      sameKeyAs: first,
    });
    const leaf = makeCertificate(folder, { name: 'leaf', kind: 'P-256', issuer: second });
    const [signer, ...others] = [leaf, second, crossed].map(({ certificate }) => certificateFromPem(certificate));
    const { path } = checkChain(signer as Certificate, others, {
      trusted: undefined,
      at: new Date(),
      use: codeSigningUse,
    });
    expect(path).toEqual([signer, ...others]);
  });

  it('says whether its issuer is another one of that name or nobody that is known', () => {
    const { leaf } = plain;
    const stranger = makeChain();
    const reasons = (others: readonly Certificate[], trusted: readonly Certificate[] | undefined): readonly string[] =>
      checkChain(leaf, others, { trusted, at: new Date(), use: codeSigningUse }).failures.map(
        ({ reason, message }) => `${reason}: ${message}`,
      );
    const isOther = expect.stringMatching(/^chain-broken: .*CN=leaf" was not signed by .*CN=middle"\.$/) as string;
    expect(reasons([stranger.middle], undefined)).toContainEqual(isOther);
    expect(reasons([], [stranger.middle])).toContainEqual(isOther);
    expect(reasons([], [stranger.root])).toContainEqual(
      expect.stringMatching(/^chain-broken: The issuer of the certificate .*CN=leaf" is not known/),
    );
    // Where trust is not looked at, nobody needs to be known above the signer.
    expect(reasons([], undefined)).toEqual([]);
  });

  it('is refused at a certificate of its own making that was changed', () => {
    const own = certificateFromPem(makeCertificate(folder, { name: 'own', kind: 'P-256' }).certificate);
    const changed = Uint8Array.from(own.der);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    const reasons = (certificate: Certificate): readonly string[] =>
      checkChain(certificate, [], { trusted: undefined, at: new Date(), use: codeSigningUse }).failures.map(
        ({ reason }) => reason,
      );
    expect(reasons(own)).toEqual([]);
    expect(reasons(parseCertificate(changed))).toEqual(['chain-broken']);
  });
});
