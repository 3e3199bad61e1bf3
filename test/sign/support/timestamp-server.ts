import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Issued } from './openssl.js';
import { run } from '../../tools.js';

export interface TimestampServer {
  readonly url: string;
  /** How many requests it got. */
  readonly count: () => number;
  close(): Promise<void>;
}

/** What a server answers: a good answer, or what a test makes of it. */
export type Responder = (query: Buffer) => Answer | Promise<Uint8Array>;

export interface Answer {
  readonly body: Uint8Array;
  readonly status?: number;
  /** Milliseconds before it answers. */
  readonly delay?: number;
}

/** Answers as openssl's timestamp authority does. One answer after the other, since its serial file allows no two at once. */
export function opensslResponder(folder: string, authority: Issued, chain: string): (query: Buffer) => Answer {
  const files = { query: join(folder, 'ts.tsq'), reply: join(folder, 'ts.tsr'), config: join(folder, 'ts.cnf') };
  writeFileSync(join(folder, 'ts-chain.pem'), chain);
  writeFileSync(join(folder, 'ts-serial'), '1000\n');
  writeFileSync(
    files.config,
    [
      ...[
        '[tsa]',
        'default_tsa=authority',
        '[authority]',
        `serial=${join(folder, 'ts-serial')}`,
        'crypto_device=builtin',
      ],
      ...[
        `signer_cert=${authority.certificateFile}`,
        `signer_key=${authority.keyFile}`,
        `certs=${join(folder, 'ts-chain.pem')}`,
      ],
      ...['signer_digest=sha256', 'default_policy=1.2.3.4.1', 'digests=sha256,sha384,sha512', 'accuracy=secs:1'],
      ...['ordering=no', 'tsa_name=yes', 'ess_cert_id_chain=no', 'ess_cert_id_alg=sha256', ''],
    ].join('\n'),
  );
  return (query) => {
    writeFileSync(files.query, query);
    run('openssl', ['ts', '-reply', '-config', files.config, '-queryfile', files.query, '-out', files.reply]);
    return { body: readFileSync(files.reply) };
  };
}

/** A timestamp server on the loopback interface. */
export async function startTimestampServer(respond: Responder): Promise<TimestampServer> {
  let count = 0;
  const answer = async (type: string, query: Buffer, response: ServerResponse) => {
    const given =
      type === 'application/timestamp-query' ? await respond(query) : { status: 415, body: new Uint8Array() };
    const { status = 200, body, delay = 0 } = given instanceof Uint8Array ? { body: given } : given;
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(body), delay);
  };
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      count += 1;
      void answer(request.headers['content-type'] ?? '', Buffer.concat(pieces), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, count: () => count, close };
}
