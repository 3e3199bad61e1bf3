import { createHash, randomBytes } from 'node:crypto';
import { toArrayBuffer } from '../asn1/bytes.js';
import { decodeDer, encodeDer } from '../asn1/der-codec.js';
import { SignError } from '../sign-error.js';
import { digestAlgorithmIdentifier, type HashName } from '../signature/algorithms.js';
import { type Certificate } from '../x509/certificate.js';
import { TimeStampReq, TimeStampResp } from './timestamp-schema.js';
import { canonicalizeToken } from './timestamp-token.js';
import { verifyTimestamp } from './verify-timestamp.js';

/** Asks a timestamp authority to confirm a signature: bytes of the signature in, TimeStampToken in DER out. */
export type Timestamper = (signature: Uint8Array) => Promise<Uint8Array>;

export interface TimestampServers {
  /** Addresses, http: or https:, in the order in which they are asked. Plain http: is usual, since the answer is signed. */
  readonly servers: readonly string[];
  /** The digest of the request; SHA-256 when left out. */
  readonly hash?: HashName;
  /** Milliseconds for one answer; 15,000 when left out. */
  readonly timeLimit?: number;
  /** How often the list of servers is gone through; 3 when left out. */
  readonly rounds?: number;
  /** Milliseconds between two rounds; 10,000 when left out. */
  readonly pause?: number;
  /** Certificates that are trusted as, or above, a timestamp authority: an answer of another one is not taken. */
  readonly trusted?: readonly Certificate[];
}

const longestAnswer = 1_048_576;

/**
 * A timestamper that asks RFC 3161 servers over HTTP (RFC 3161 3.4).
 *
 * Every answer is checked before it is taken: that it is over this signature and this request, that it is signed rightly, and by
 * a certificate for time stamping. After a failure the next server is asked; when none gave a good answer in all rounds, it rejects
 * with SignError `timestamp-failed`, which names each server and why.
 */
export function createTimestamper(options: TimestampServers): Timestamper {
  return async (signature) => {
    const complaints: string[] = [];
    const rounds = options.servers.length === 0 ? 0 : (options.rounds ?? 3);
    for (let round = 0; round < rounds; round++) {
      if (round > 0) await sleep(options.pause ?? 10_000);
      complaints.length = 0;
      for (const server of options.servers) {
        try {
          return await askServer(server, signature, options);
        } catch (error) {
          complaints.push(`${nameOf(server)}: ${reasonOf(error)}`);
        }
      }
    }
    throw new SignError(
      'timestamp-failed',
      `No timestamp server gave a good answer. ${complaints.join('; ') || 'None is configured'}.`,
    );
  };
}

/** Encodes a TimeStampReq that asks for the authority's certificates too. `nonce` is a positive INTEGER's content octets. */
export function encodeTimestampRequest(stamped: Uint8Array, hash: HashName, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq();
  request.messageImprint.hashAlgorithm = digestAlgorithmIdentifier(hash);
  request.messageImprint.hashedMessage = toArrayBuffer(createHash(hash).update(stamped).digest());
  request.nonce = toArrayBuffer(nonce);
  return encodeDer(request);
}

/**
 * The token in a TimeStampResp, as canonicalizeToken gives it.
 * Throws SignError: `der-invalid`, or `timestamp-failed` when the server refused.
 */
export function readTimestampResponse(answer: Uint8Array): Uint8Array {
  const response = decodeDer(answer, TimeStampResp, 'The answer');
  const { status, statusString } = response.status;
  // 0 is granted, 1 granted with changes (RFC 3161 2.4.2).
  if ((status !== 0 && status !== 1) || !response.timeStampToken) {
    const words = plainText((statusString ?? []).join(' '));
    throw new SignError(
      'timestamp-failed',
      `it refused with status ${String(status)}${words === '' ? '' : ` (${words})`}`,
    );
  }
  return canonicalizeToken(new Uint8Array(response.timeStampToken));
}

async function askServer(server: string, signature: Uint8Array, options: TimestampServers): Promise<Uint8Array> {
  const nonce = makeNonce();
  const body = encodeTimestampRequest(signature, options.hash ?? 'sha256', nonce);
  const response = await fetch(server, {
    method: 'POST',
    body: toArrayBuffer(body),
    headers: { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' },
    signal: AbortSignal.timeout(options.timeLimit ?? 15_000),
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new SignError('timestamp-failed', `it answered with HTTP status ${response.status}`);
  }
  const token = readTimestampResponse(await readBody(response));
  const { failures } = verifyTimestamp(token, signature, { trusted: options.trusted, nonce });
  if (failures[0]) throw new SignError('timestamp-failed', plainText(failures[0].message));
  return token;
}

async function readBody(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > longestAnswer) throw new SignError('timestamp-failed', 'its answer is too long');
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Eight random bytes, positive and in the shortest form, so that equal numbers have equal bytes. */
function makeNonce(): Uint8Array {
  const nonce = new Uint8Array(randomBytes(8));
  nonce[0] = ((nonce[0] as number) & 0x3f) | 0x40;
  return nonce;
}

/** The address without a query or user name, where some services want a key. */
function nameOf(server: string): string {
  if (!URL.canParse(server)) return 'an address that is none';
  const { protocol, host, pathname } = new URL(server);
  return `${protocol}//${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof SignError) return error.message.replace(/\.$/, '');
  if (error instanceof Error && error.name === 'TimeoutError') return 'no answer in time';
  return 'it cannot be reached';
}

/** Words of a stranger, made fit for a terminal. */
function plainText(words: string): string {
  return words
    .replaceAll(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 200);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
