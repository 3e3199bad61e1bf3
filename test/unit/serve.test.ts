import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from '../../src/cli/serve-folder.js';

const work = mkdtempSync(join(tmpdir(), 'mendsheet-serve-'));
const folder = join(work, 'dist');
const { server } = serveFolder(folder, false);
let port: number;

beforeAll(async () => {
  mkdirSync(join(folder, 'page'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>home</title></head>');
  writeFileSync(join(folder, 'page/a.ps1'), "Write-Output 'x'\r\n");
  writeFileSync(join(work, 'secret.txt'), 'secret');
  mkdirSync(join(work, 'dist-other'));
  writeFileSync(join(work, 'dist-other/secret.txt'), 'secret');
  symlinkSync(join(work, 'secret.txt'), join(folder, 'link.txt'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  rmSync(work, { recursive: true, force: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string;
}

/** Sends a path as it is: fetch would tidy it. */
function ask(path: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const { method = 'GET', host = `127.0.0.1:${port}` } = options;
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (piece: Buffer) => (body += piece.toString()));
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], body }));
    });
    sent.on('error', reject).end();
  });
}

describe('mendsheet serve', () => {
  it('gives files of the folder, and index.html for the folder itself', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(await ask('/index.html?x=1')).toMatchObject({ status: 200 });
    expect(await ask('/page/a.ps1')).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
      body: "Write-Output 'x'\r\n",
    });
    expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
    expect(await ask('/', { host: `localhost:${port}` })).toMatchObject({ status: 200 });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/page/../../secret.txt',
    '/..%5csecret.txt',
    '/%2e%2e/dist-other/secret.txt',
    '/link.txt',
    '//etc/passwd',
    '/page/a.ps1%00.html',
    '/%zz',
    '/page',
    '/nothing',
  ])('gives nothing for %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });

  it('answers only names of this computer, and only reading', async () => {
    expect(await ask('/', { host: 'attacker.example' })).toMatchObject({ status: 421 });
    expect(await ask('/', { host: `attacker.example:${port}` })).toMatchObject({ status: 421 });
    expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405 });
    expect(await ask('/', { method: 'PUT' })).toMatchObject({ status: 405 });
  });

  it('survives a file that it cannot read', async () => {
    // Longer than Node reads at once, and without a byte on the disk: the mode of a file stops no administrator.
    writeFileSync(join(folder, 'page/huge.txt'), '');
    truncateSync(join(folder, 'page/huge.txt'), 3 * 2 ** 30);
    writeFileSync(join(folder, 'page/locked.txt'), 'x', { mode: 0o000 });
    expect((await ask('/page/huge.txt')).status).toBe(403);
    expect([200, 403]).toContain((await ask('/page/locked.txt')).status);
    expect((await ask('/page/a.ps1')).status).toBe(200);
  });

  it('adds no reloading unless it watches', async () => {
    expect((await ask('/')).body).not.toContain('.mendsheet');
    expect(await ask('/.mendsheet/events')).toMatchObject({ status: 404 });
  });
});
