import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { askKeyCommand } from '../../../src/host/key-command.js';
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
