import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { codes } from '../../src/diagnostics/codes.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/reporters.js';
import { runFrontEnd, withFiles } from '../support/front-end.js';
import { coveredElsewhere } from './covered-elsewhere.js';
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
  afterAll(() => met.clear());

  it('has no code that no test meets', () => {
    const unmet = Object.keys(codes).filter((code) => !met.has(code) && !(code in coveredElsewhere));
    expect(unmet).toEqual([]);
  });

  it('says truly where the other codes are tested', () => {
    for (const [code, file] of Object.entries(coveredElsewhere)) {
      expect(codes, code).toHaveProperty([code]);
      expect(readFileSync(file, 'utf8'), `${file} names ${code}`).toContain(code);
    }
  });

  it('has no expected text without a case', () => {
    const known = [...hostileCases.map(({ name }) => name), ...cases.map(({ name }) => name)];
    const stray = cases.filter(({ name }) => {
      const isWritten = existsSync(path.join(folder, name, 'checks.yaml'));
      return !isWritten && !hostileCases.some((hostile) => hostile.name === name);
    });
    expect(known.length).toBeGreaterThan(0);
    expect(stray).toEqual([]);
  });
});
