import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linesOf, lost, publicLines, removedIn, reportText } from '../../src/cli/public-report.js';
import type { Catalog } from '../../src/ir/catalog.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { runFrontEnd } from '../support/front-end.js';

const report = readFileSync('docs/public-report.txt', 'utf8');
const removed = removedIn(readFileSync('CHANGELOG.md', 'utf8'));
const { library } = loadTemplates(process.cwd());
const catalog = runFrontEnd('checks.yaml').catalog as Catalog;
const lines = publicLines(library, catalog);

describe('what others build on', () => {
  it('is all there still, or its removal stands in the changelog', () => {
    expect(linesOf(report).length).toBeGreaterThan(500);
    expect(lost(report, lines, removed)).toEqual([]);
  });

  it('is in the report, as `npm run docs` writes it', () => {
    expect(reportText(report, lines, removed)).toBe(report);
  });

  it('has a line of its own for each check, script, function, parameter, key and diagnostic', () => {
    expect(new Set(lines).size).toBe(lines.length);
    for (const { id, item } of catalog.checks) expect(lines).toContain(`check ${item} ${id}`);
    expect(lines).toContain('format group checks[].id: text, required');
    expect(lines).toContain('diagnostic resolve/locked-file');
    expect(lines).toContain('recipe service-start-type name: service-name, required');
  });
});

describe('a removal', () => {
  const without = (pattern: RegExp): readonly string[] => lines.filter((line) => !pattern.test(line));
  const removals = [
    ['of a check', /^check \d+ clock\b/],
    ['of a function', /^library ps1 \w+ Move-ItemAside$/],
    ['of a parameter', /^library ps1 Move-ItemAside Path/],
    ['of a key', /^format group checks\[\]\.severity:/],
    ['of a script', /^script diagnose\b/],
    ['of a word', /^format group checks\[\]\.severity = low/],
    ['of a recipe', /^recipe service-start-type/],
  ] as const;

  it.each(removals)('%s is found, and no new report hides it', (_what, pattern) => {
    const left = without(pattern);
    const gone = lines.filter((line) => pattern.test(line));
    expect(gone.length).toBeGreaterThan(0);
    expect([...lost(report, left, removed)].sort()).toEqual([...gone].sort());
    expect(linesOf(reportText(report, left, removed))).toEqual(linesOf(report));
  });

  it.each(removals)('%s is let go where the changelog of the version to come says so', (_what, pattern) => {
    const left = without(pattern);
    const gone = lines.filter((line) => pattern.test(line)).map((line) => `- \`${line}\`: nobody used it.\n`);
    const changelog = (newest: string, before: string): string =>
      `# Changelog\n\n## 0.2.0\n\n### Removed\n\n${newest}\n### Compiler\n\n- Else.\n\n## 0.1.0\n\n### Removed\n\n${before}`;
    const said = removedIn(changelog(gone.join(''), ''));
    expect(lost(report, left, said)).toEqual([]);
    expect(linesOf(reportText(report, left, said))).toEqual([...left].sort());
    // What an earlier version has removed says nothing of this one.
    expect(lost(report, left, removedIn(changelog('', gone.join('')))).length).toBe(gone.length);
  });

  it('of a form counts, too: what may be left out, or another kind of value', () => {
    const changed = lines.map((line) =>
      line.replace('format group checks[].links: list of text', 'format group checks[].links: text, required'),
    );
    expect(lost(report, changed, removed)).toEqual(['format group checks[].links: list of text']);
  });
});
