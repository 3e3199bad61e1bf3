import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codes } from '../../src/diagnostics/codes.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/reporters.js';
import { runFrontEnd, withFiles } from '../support/front-end.js';
import { hostileCases } from './hostile-cases.js';

const folder = import.meta.dirname;
const cases = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const met = new Set<string>();

function textOf(diagnostics: readonly Diagnostic[]): string {
  for (const { code } of diagnostics) met.add(code);
  return formatDiagnostics(diagnostics, { format: 'pretty', color: false, limit: 50 });
}

describe('what a terminal shows', () => {
  const written = cases.map((entry) => entry.name).filter((name) => existsSync(path.join(folder, name, 'checks.yaml')));
  it.each(written)('%s', async (name) => {
    const { diagnostics, catalog } = runFrontEnd(path.join(folder, name, 'checks.yaml'));
    expect(catalog !== null).toBe(diagnostics.every(({ severity }) => severity === 'warning'));
    await expect(textOf(diagnostics)).toMatchFileSnapshot(path.join(folder, name, 'expected.txt'));
  });
});

describe('what a terminal shows of files that a repository cannot hold', () => {
  it.each(hostileCases)('$name', async ({ name, files, prepare }) => {
    const text = withFiles(files, (root) => {
      prepare?.(root);
      const { diagnostics, catalog } = runFrontEnd(path.join(root, 'checks.yaml'));
      expect(catalog !== null).toBe(diagnostics.every(({ severity }) => severity === 'warning'));
      return textOf(diagnostics);
    });
    await expect(text).toMatchFileSnapshot(path.join(folder, name, 'expected.txt'));
  });
});

describe('the registry', () => {
  /** Stages that a folder of input is enough to test. The others are tested with catalogs, plans and emitted text. */
  const frontEnd = /^(load|spec|resolve)\//;

  it('has no code of the front end that no case meets', () => {
    expect(Object.keys(codes).filter((code) => frontEnd.test(code) && !met.has(code))).toEqual([]);
  });

  it('has no code of a later stage that no test names', () => {
    const tests = readdirSync('test', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join('test', file), 'utf8'))
      .join('\n');
    expect(Object.keys(codes).filter((code) => !frontEnd.test(code) && !tests.includes(code))).toEqual([]);
  });

  it('has no expected text without a case', () => {
    const stray = cases.filter(({ name }) => {
      const isWritten = existsSync(path.join(folder, name, 'checks.yaml'));
      return !isWritten && !hostileCases.some((hostile) => hostile.name === name);
    });
    expect(stray).toEqual([]);
  });
});
