import { createHash } from 'node:crypto';
import { SignError } from '../sign-error.js';
import { algorithmForKey, type HashName, type SignatureAlgorithm } from '../signature/algorithms.js';
import { encodeEcdsaSignature } from '../signature/ecdsa-signature.js';
import { type Certificate, parseCertificate } from '../x509/certificate.js';
import { orderCertificates, type Signer } from './signer.js';

type Handle = Buffer;

interface Attribute {
  readonly type: number;
  readonly value?: number | boolean | string | Buffer | Date;
}

/**
 * The part of PKCS#11 (version 2.40) that is used, as the package pkcs11js offers it in its class PKCS11. The caller brings an
 * instance, so that nobody who has no token needs the native module.
 */
export interface Pkcs11 {
  load(path: string): void;
  close(): void;
  C_Initialize(): void;
  C_Finalize(): void;
  C_GetSlotList(tokenPresent: boolean): Handle[];
  C_GetTokenInfo(slot: Handle): { readonly label: string };
  C_OpenSession(slot: Handle, flags: number): Handle;
  C_CloseSession(session: Handle): void;
  C_Login(session: Handle, userType: number, pin: string): void;
  C_Logout(session: Handle): void;
  C_FindObjectsInit(session: Handle, template: Attribute[]): void;
  C_FindObjects(session: Handle, limit: number): Handle[];
  C_FindObjectsFinal(session: Handle): void;
  C_GetAttributeValue(session: Handle, object: Handle, template: Attribute[]): readonly { readonly value: unknown }[];
  C_SignInit(session: Handle, mechanism: { readonly mechanism: number }, key: Handle): void;
  C_Sign(session: Handle, data: Buffer, space: Buffer): Buffer;
}

export interface Pkcs11Key {
  /** Path of the token's library, such as libsofthsm2.so or eTPKCS11.dll. */
  readonly library: string;
  /** The token's label; may be left out when there is only one token. */
  readonly token?: string | undefined;
  /** The key's label; may be left out when the token holds only one private key. */
  readonly label?: string | undefined;
  readonly pin: string;
  /** Issuers, or all certificates when the token holds none; the signing certificate is recognised by the token's own copy or first. */
  readonly certificates?: readonly Certificate[];
  /** When left out SHA-256, or SHA-384 for P-384. */
  readonly hash?: HashName | undefined;
}

/** A signer that holds a session with a token until it is closed. */
export interface Pkcs11Signer extends Signer {
  /** Logs out and gives the token free. */
  close(): void;
}

const attribute = { class: 0x000, label: 0x003, value: 0x011, id: 0x102 } as const;
const objectClass = { certificate: 1, privateKey: 3 } as const;
const serialSession = 0x4;
const normalUser = 1;
const pinIncorrect = 0xa0;
const pinLocked = 0xa4;
/** CKM_SHA256_RSA_PKCS and its like take the data and hash it themselves. */
const rsaMechanisms: Readonly<Record<HashName, number>> = { sha256: 0x40, sha384: 0x41, sha512: 0x42 };
/** CKM_ECDSA takes a digest and gives r and s side by side. */
const ecdsaMechanism = 0x1041;

/**
 * Opens a key in a PKCS#11 token: a USB token, a smart card, a hardware security module.
 *
 * Throws SignError: `key-unreadable` when library, token or key is not found (naming what there is), `password-wrong` for the PIN,
 * which is tried once only since tokens lock themselves, `certificate-missing`, `key-unsupported`.
 */
export function openPkcs11Signer(pkcs11: Pkcs11, key: Pkcs11Key): Pkcs11Signer {
  const closeModule = openModule(pkcs11, key.library);
  try {
    const session = openSession(pkcs11, key);
    const close = () => {
      attempt(() => pkcs11.C_Logout(session));
      attempt(() => pkcs11.C_CloseSession(session));
      closeModule();
    };
    return { ...createSigner(pkcs11, session, key), close };
  } catch (error) {
    closeModule();
    throw error;
  }
}

function createSigner(pkcs11: Pkcs11, session: Handle, key: Pkcs11Key): Signer {
  const handle = findKey(pkcs11, session, key.label);
  const certificates = findCertificates(pkcs11, session, handle, key.certificates ?? []);
  const [leaf] = certificates;
  if (!leaf)
    throw new SignError('certificate-missing', 'The token holds no certificate for the key; give it as a PEM file.');
  const algorithm = algorithmForKey(leaf.publicKey, key.hash);
  return {
    certificates: orderCertificates(leaf.publicKey, certificates),
    algorithm,
    sign: (data) => Promise.resolve().then(() => signInToken(pkcs11, session, handle, algorithm, data)),
  };
}

/** Start and end of a signature stay in one synchronous piece: a session can only do one at a time. */
function signInToken(
  pkcs11: Pkcs11,
  session: Handle,
  key: Handle,
  algorithm: SignatureAlgorithm,
  data: Uint8Array,
): Uint8Array {
  const space = Buffer.alloc(1024);
  try {
    if (algorithm.key === 'rsa') {
      pkcs11.C_SignInit(session, { mechanism: rsaMechanisms[algorithm.hash] }, key);
      return new Uint8Array(pkcs11.C_Sign(session, Buffer.from(data), space));
    }
    pkcs11.C_SignInit(session, { mechanism: ecdsaMechanism }, key);
    const signature = pkcs11.C_Sign(session, createHash(algorithm.hash).update(data).digest(), space);
    return encodeEcdsaSignature(signature) ?? new Uint8Array(signature);
  } catch (error) {
    throw new SignError('key-unsupported', `The token did not sign (${codeOf(error)}).`);
  }
}

function openModule(pkcs11: Pkcs11, library: string): () => void {
  try {
    pkcs11.load(library);
  } catch {
    throw new SignError('key-unreadable', `The PKCS#11 library "${library}" cannot be loaded.`);
  }
  try {
    pkcs11.C_Initialize();
  } catch (error) {
    attempt(() => pkcs11.close());
    throw new SignError('key-unreadable', `The PKCS#11 library "${library}" does not start (${codeOf(error)}).`);
  }
  return () => {
    attempt(() => pkcs11.C_Finalize());
    attempt(() => pkcs11.close());
  };
}

function openSession(pkcs11: Pkcs11, key: Pkcs11Key): Handle {
  const slot = findSlot(pkcs11, key.token);
  try {
    const session = pkcs11.C_OpenSession(slot, serialSession);
    pkcs11.C_Login(session, normalUser, key.pin);
    return session;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === pinIncorrect)
      throw new SignError('password-wrong', 'The PIN is wrong. Tokens lock themselves after a few wrong PINs.');
    if (code === pinLocked) throw new SignError('password-wrong', 'The token has locked itself after wrong PINs.');
    throw new SignError('key-unreadable', `The token does not open (${codeOf(error)}).`);
  }
}

function findSlot(pkcs11: Pkcs11, token: string | undefined): Handle {
  const slots = pkcs11.C_GetSlotList(true);
  const labels = slots.map((slot) => pkcs11.C_GetTokenInfo(slot).label.replace(/[\s\0]+$/, ''));
  // Tokens that were never set up have no label, and no key either.
  const fitting = slots.filter((_, index) => (token === undefined ? labels[index] !== '' : labels[index] === token));
  const [slot] = fitting;
  if (slot && fitting.length === 1) return slot;
  const known = labels.filter((label) => label !== '').map((label) => `"${label}"`);
  const wanted = token === undefined ? 'Name one token' : `There is not exactly one token "${token}"`;
  throw new SignError('key-unreadable', `${wanted}; there are: ${known.join(', ') || 'none'}.`);
}

function findKey(pkcs11: Pkcs11, session: Handle, label: string | undefined): Handle {
  const byClass = { type: attribute.class, value: objectClass.privateKey };
  const template = label === undefined ? [byClass] : [byClass, { type: attribute.label, value: label }];
  const keys = findObjects(pkcs11, session, template);
  const [key] = keys;
  if (key && keys.length === 1) return key;
  const labels = findObjects(pkcs11, session, [byClass]).map(
    (each) => `"${readBytes(pkcs11, session, each, attribute.label).toString('utf8')}"`,
  );
  const wanted =
    label === undefined ? 'Name one key of the token' : `There is not exactly one key "${label}" in the token`;
  throw new SignError('key-unreadable', `${wanted}; there are: ${labels.join(', ') || 'none'}.`);
}

/** The key's certificate comes first: the one with the key's identifier, as PKCS#11 wants it (version 2.40, section 4.6.2). */
function findCertificates(
  pkcs11: Pkcs11,
  session: Handle,
  key: Handle,
  given: readonly Certificate[],
): readonly Certificate[] {
  const id = readBytes(pkcs11, session, key, attribute.id);
  const objects = findObjects(pkcs11, session, [{ type: attribute.class, value: objectClass.certificate }]);
  const found = objects.map((object) => ({
    isOwn: id.length > 0 && readBytes(pkcs11, session, object, attribute.id).equals(id),
    certificate: parseCertificate(readBytes(pkcs11, session, object, attribute.value)),
  }));
  const own = found.filter(({ isOwn }) => isOwn).map(({ certificate }) => certificate);
  const others = found.filter(({ isOwn }) => !isOwn).map(({ certificate }) => certificate);
  return own.length > 0 ? [...own, ...given, ...others] : [...given, ...others];
}

function findObjects(pkcs11: Pkcs11, session: Handle, template: Attribute[]): Handle[] {
  pkcs11.C_FindObjectsInit(session, template);
  try {
    return pkcs11.C_FindObjects(session, 100);
  } finally {
    pkcs11.C_FindObjectsFinal(session);
  }
}

function readBytes(pkcs11: Pkcs11, session: Handle, object: Handle, type: number): Buffer {
  const [result] = pkcs11.C_GetAttributeValue(session, object, [{ type }]);
  return Buffer.isBuffer(result?.value) ? result.value : Buffer.alloc(0);
}

/** The name of a PKCS#11 error, such as CKR_DEVICE_REMOVED; nothing else of it, since it may quote what it was given. */
function codeOf(error: unknown): string {
  const [name] = error instanceof Error ? (/CKR_[A-Z0-9_]+/.exec(error.message) ?? []) : [];
  return name ?? 'unknown error';
}

function attempt(action: () => void): void {
  try {
    action();
  } catch {
    // Giving a token free is all that is left to do; that it is gone already changes nothing.
  }
}
