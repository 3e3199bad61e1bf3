import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { billOfMaterials, type Lock } from '../../../src/cli/bill-of-materials.js';
import { libraryReference, withJournalTable } from '../../../src/cli/library-reference.js';
import { withEngineReference } from '../../../src/fleet/engine-reference.js';
import { withChannelTable } from '../../../src/channels/channel-table.js';
import { codeReference } from '../../../src/diagnostics/code-reference.js';
import { codes } from '../../../src/diagnostics/codes.js';
import { anchorOf } from '../../../src/diagnostics/reporters.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { formatReference } from '../../../src/spec/format-reference.js';
import { jsonSchemas } from '../../../src/spec/json-schema.js';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const { library } = loadTemplates(process.cwd());

const generated = [
  ...jsonSchemas(),
  { path: 'sbom.cdx.json', text: billOfMaterials(lock) },
  { path: 'docs/diagnostics.md', text: codeReference() },
  { path: 'docs/checks-format.md', text: formatReference() },
  { path: 'docs/library.md', text: libraryReference(library) },
  { path: 'docs/journal.md', text: withJournalTable(readFileSync('docs/journal.md', 'utf8'), library) },
  { path: 'docs/channels.md', text: withChannelTable(readFileSync('docs/channels.md', 'utf8')) },
  { path: 'docs/fleet.md', text: withEngineReference(readFileSync('docs/fleet.md', 'utf8')) },
];

describe('generated files', () => {
  it.each(generated)('$path is what `npm run docs` writes', ({ path: file, text }) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('describe every code at the anchor that the terminal names', () => {
    for (const code of Object.keys(codes)) expect(codeReference()).toContain(`<a id="${anchorOf(code)}"></a>`);
  });
});

describe('the registry of codes', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith(path.join('diagnostics', 'codes')))
    .map((file) => readFileSync(path.join('src', file), 'utf8'))
    .join('\n');

  it('has no code that nothing reports', () => {
    // Linters name a rule by the second part of its code.
    const isReported = (code: string): boolean =>
      sources.includes(`'${code}'`) || sources.includes(`'${code.split('/')[1]}'`);
    expect(Object.keys(codes).filter((code) => !isReported(code))).toEqual([]);
  });

  it('has every code that something reports', () => {
    const stages = [...new Set(Object.keys(codes).map((code) => code.split('/')[0]))].join('|');
    const written = [...sources.matchAll(new RegExp(`'((?:${stages})/[a-z0-9-]+)'`, 'g'))].map(
      (match) => match[1] ?? '',
    );
    expect(written.filter((code) => !(code in codes))).toEqual([]);
  });

  it('explains each code in sentences', () => {
    for (const [code, entry] of Object.entries(codes)) {
      expect(entry.title, code).toMatch(/^[A-Z].*[^.]$/);
      expect(entry.help, code).toMatch(/^(docs\/|[A-Z])[^]*\.$/);
      expect(entry.example, code).not.toBe('');
    }
  });
});
