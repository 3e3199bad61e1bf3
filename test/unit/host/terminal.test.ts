import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { escapeHidden } from '../../../src/diagnostics/terminal.js';
import { hiddenInLines } from '../../../src/source/hidden-character.js';
import { printJson, printMarkup, printText, say, sayLines } from '../../../src/host/terminal.js';

const hostile = [
  'a\u001b[2J\u001b]0;title\u0007b',
  'a\u009b31mb',
  'a\rb',
  'a\nmendsheet: verified',
  'a\u202egpj.exe',
  'a\u2066b\u2069',
  'a\u200bb\u200d\ufeff',
  'a\u0000\u007f\u0085b',
  'a\u2028b\u2029',
  'a\u{e0041}\u{1bca0}b',
  'a\ud800b',
];

let written = '';
beforeEach(() => {
  written = '';
  const take = (text: string | Uint8Array): boolean => {
    written += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(take as never);
  vi.spyOn(process.stderr, 'write').mockImplementation(take as never);
});
afterEach(() => vi.restoreAllMocks());

const layout = /[\n\t]|\r(?=\n)/g;

describe('what is written to a terminal', () => {
  it.each(hostile)('says %j in one line, and does nothing but stand there', (text) => {
    say`${text}: not trusted`;
    expect(written.endsWith(': not trusted\n')).toBe(true);
    expect(written.slice(0, -1)).not.toMatch(hiddenInLines);
    expect(written.split('\n')).toHaveLength(2);
    expect(written).not.toContain('\n\n');
  });

  it('holds for any text and every way to print', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        written = '';
        sayLines(text);
        printText(text);
        printJson({ [text]: text });
        printMarkup(`<p>${text}</p>`, 'html');
        expect(written.replace(layout, '')).not.toMatch(hiddenInLines);
      }),
    );
  });

  it.each(hostile.filter((text) => !text.includes('\ud800')))('says the same in JSON of %j', (text) => {
    printJson({ text });
    expect(JSON.parse(written)).toEqual({ text });
    written = '';
    printMarkup(JSON.stringify({ text }), 'json');
    expect(JSON.parse(written)).toEqual({ text });
  });

  it('keeps lines, tabs and all that can be seen', () => {
    const text = 'Ünïcödé\t日本語 👍\r\n"<&>\'\n';
    for (const language of ['text', 'json', 'html'] as const) expect(escapeHidden(text, language)).toBe(text);
    expect(escapeHidden('a\u202eb', 'html')).toBe('a&#x202e;b');
    expect(escapeHidden('a\rb', 'text')).toBe('a<U+000D>b');
  });
});

describe('a command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mendsheet-terminal-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends with words, not with codes of the system', async () => {
    const { fileErrorText } = await import('../../../src/cli/run-command.js');
    const { readFileSync } = await import('node:fs');
    mkdirSync(join(folder, 'sub'));
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['nosuch.ps1', 'sub', 'file/below']) {
      const error = (() => {
        try {
          return readFileSync(join(folder, path)) as never;
        } catch (caught) {
          return caught as NodeJS.ErrnoException;
        }
      })();
      const text = fileErrorText(error);
      expect(text).not.toMatch(/undefined|\bE[A-Z]{4,}\b/);
    }
  });

  it('starts no program that reads the password of a key', async () => {
    const { childEnvironment } = await import('../../../src/host/child-environment.js');
    vi.stubEnv('MENDSHEET_KEY_PASSWORD', 'open sesame');
    vi.stubEnv('mendsheet_key_password_file', '/run/password');
    vi.stubEnv('MENDSHEET_SHELL', '["pwsh"]');
    const env = childEnvironment({ MENDSHEET_ALGORITHM: 'RS256' });
    vi.unstubAllEnvs();
    const { stdout } = spawnSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], {
      env: env as NodeJS.ProcessEnv,
      encoding: 'utf8',
    });
    const seen = JSON.parse(stdout) as Record<string, string>;
    expect(Object.keys(seen).filter((name) => /^mendsheet_key/i.test(name))).toEqual([]);
    expect(seen).toMatchObject({ MENDSHEET_ALGORITHM: 'RS256', MENDSHEET_SHELL: '["pwsh"]' });
  });
});
