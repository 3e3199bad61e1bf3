import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { askKeyCommand, splitCommand } from '../../../src/host/key-command.js';
import type { DigestRequest } from '../../../src/sign/keys/external-key.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const echo = join(folder, 'echo.mjs');
writeFileSync(echo, 'process.stdin.pipe(process.stdout);\n');
const algorithm: DigestRequest['algorithm'] = { key: 'rsa', hash: 'sha256' };

// One signature in 256 ends with a line feed, and it is as much a part of it as every other byte.
it.each(['00', '0a', '0d', '0d0a', '0a0a', '0aff', '20'])(
  'gives every byte that the program wrote, with %s at the end',
  async (end) => {
    const digest = Buffer.from(`ff00${end}`, 'hex');
    const answer = await askKeyCommand(`${process.execPath} ${echo}`, { digest, name: 'RS256', algorithm });
    expect(Buffer.from(answer)).toEqual(digest);
  },
);

describe('the key command', () => {
  const request: DigestRequest = { digest: Buffer.from('digest'), name: 'RS256', algorithm };
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  /** A program that writes what is given: of JavaScript, over its standard output. */
  function program(name: string, code: string): string {
    const path = join(folder, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `#!${process.execPath}\n${code}`, { mode: 0o755 });
    return path;
  }

  it('may stand in a folder with blanks, quoted or as a path alone', async () => {
    const path = program('my keys/sign digest', 'process.stdout.write(JSON.stringify(process.argv.slice(2)));');
    const ask = async (command: string): Promise<unknown> =>
      JSON.parse(Buffer.from(await askKeyCommand(command, request)).toString());
    expect(await ask(path)).toEqual([]);
    expect(await ask(` ${path} `)).toEqual([]);
    expect(await ask(`"${path}" --key 'the first' b\\c`)).toEqual(['--key', 'the first', 'b\\c']);
    expect(await ask(`'${path}' --id="a b"c`)).toEqual(['--id=a bc']);
  });

  it('is divided at blanks outside of quotes', () => {
    expect(splitCommand("  sign  -k '' \"it's\"  ")).toEqual(['sign', '-k', '', "it's"]);
    expect(splitCommand('"C:\\Program Files\\sign.exe" /k')).toEqual(['C:\\Program Files\\sign.exe', '/k']);
    expect(() => splitCommand('"sign')).toThrow('does not end');
    expect(() => splitCommand("sign it's")).toThrow('does not end');
  });

  it('sees the algorithm and the environment, but nothing of a key', async () => {
    const path = program('env', 'process.stdout.write(JSON.stringify(process.env));');
    vi.stubEnv('MENDSHEET_KEY_PASSWORD', 'open sesame');
    vi.stubEnv('MENDSHEET_KEY_PASSWORD_FILE', join(folder, 'password'));
    vi.stubEnv('KEY_ID', 'of the service');
    const seen = JSON.parse(Buffer.from(await askKeyCommand(path, request)).toString()) as Record<string, string>;
    expect(seen).toMatchObject({ MENDSHEET_ALGORITHM: 'RS256', KEY_ID: 'of the service' });
    expect(Object.keys(seen).filter((name) => name.startsWith('MENDSHEET_KEY'))).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain('sesame');
  });

  it('has its standard error shown, with nothing in it that a terminal acts on', async () => {
    let said = '';
    vi.spyOn(process.stderr, 'write').mockImplementation(((text: string) => {
      said += text;
      return true;
    }) as never);
    const path = program('noisy', "process.stderr.write('touch the key\\n\\u001b[2Jgone');process.stdout.write('x');");
    await askKeyCommand(path, request);
    expect(said).toBe('touch the key\n<U+001B>[2Jgone\n');
  });
});
