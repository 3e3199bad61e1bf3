import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { SignError } from '../sign/sign-error.js';
import type { DigestRequest } from '../sign/keys/external-key.js';
import { childEnvironment } from './child-environment.js';
import { say } from './terminal.js';

/**
 * Asks a program for a signature: the raw digest on its standard input, the signature on its standard output, raw or in
 * Base64. The program learns the algorithm from MENDSHEET_ALGORITHM (RS256, RS384, RS512, ES256, ES384), and nothing of other keys:
 * variables that name or open them are not handed on. docs/release.md has the protocol and examples.
 * @param command path of a program, or program and arguments as `splitCommand` divides them; nothing of it is read by a shell.
 * @throws SignError `key-unreadable` when the program is missing, fails or takes longer than two minutes. What it wrote is
 *   not repeated, since it may hold a secret; its standard error is said line by line.
 */
export async function askKeyCommand(command: string, { digest, name }: DigestRequest): Promise<Uint8Array> {
  const [program = '', ...args] = existsSync(command.trim()) ? [command.trim()] : splitCommand(command);
  const running = execa(program, args, {
    input: digest,
    encoding: 'buffer',
    // A line feed at the end may be the last byte of a signature.
    stripFinalNewline: false,
    buffer: { stdout: true, stderr: false },
    extendEnv: false,
    env: childEnvironment({ MENDSHEET_ALGORITHM: name }),
    timeout: 120_000,
    reject: false,
  });
  if (running.stderr) createInterface({ input: running.stderr }).on('line', (line) => say`${line}`);
  const result = await running;
  if (!result.failed) return result.stdout;
  const why = result.timedOut
    ? 'did not answer in two minutes'
    : `ended with ${result.exitCode ?? result.code ?? 'an error'}`;
  throw new SignError('key-unreadable', `The key command "${program}" ${why}.`);
}

/**
 * Program and arguments of a command line: divided at blanks, but for those between quotes, single or double. A backslash is a
 * backslash, since paths of Windows have them.
 * @throws SignError `key-unreadable` for a quote that does not end.
 */
export function splitCommand(command: string): readonly string[] {
  const pieces = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+|["']/g) ?? [];
  if (pieces.some((piece) => /^["']$/.test(piece)))
    throw new SignError('key-unreadable', 'A quote of the key command does not end.');
  return pieces.map((piece) => piece.replace(/"([^"]*)"|'([^']*)'/g, (_, double = '', single = '') => double + single));
}
