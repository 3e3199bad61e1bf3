import { execa } from 'execa';
import { SignError } from '../sign/sign-error.js';
import type { DigestRequest } from '../sign/keys/external-key.js';

/**
 * Asks a program for a signature: the raw digest on its standard input, the signature on its standard output, raw or in
 * Base64. The program learns the algorithm from MENDSHEET_ALGORITHM (RS256, RS384, RS512, ES256, ES384). docs/release.md
 * has the protocol and an example.
 * @param command program and arguments, divided at blanks; nothing of it is read by a shell.
 * @throws SignError `key-unreadable` when the program is missing, fails or takes longer than two minutes. What it wrote is
 *   not repeated, since it may hold a secret; its standard error goes to ours as it stands.
 */
export async function askKeyCommand(command: string, { digest, name }: DigestRequest): Promise<Uint8Array> {
  const [program = '', ...args] = command.trim().split(/\s+/);
  const result = await execa(program, args, {
    input: digest,
    encoding: 'buffer',
    // A line feed at the end may be the last byte of a signature.
    stripFinalNewline: false,
    stderr: 'inherit',
    env: { MENDSHEET_ALGORITHM: name },
    timeout: 120_000,
    reject: false,
  });
  if (!result.failed) return result.stdout;
  const why = result.timedOut
    ? 'did not answer in two minutes'
    : `ended with ${result.exitCode ?? result.code ?? 'an error'}`;
  throw new SignError('key-unreadable', `The key command "${program}" ${why}.`);
}
