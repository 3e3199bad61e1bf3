import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../src/diagnostics/reporters.js';
import { compileChecklist } from '../src/cli/open-checklist.js';
import { positionOf } from '../src/source/source-file.js';
import { runFrontEnd, withFiles, type FrontEnd } from './support/front-end.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-texts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const read = (name: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, 'hostile', name), 'utf8'));
const yamlCases = Object.entries(read('yaml-test-suite.json') as Readonly<Record<string, string>>);
const strings = [...new Set(read('naughty-strings.json') as readonly string[])];

const index = `product: sample
title: { en: Sample }
publisher: Sample authors
languages: [en, de]
translations: { de: checks/words/de.yaml }
messages: { de: checks/words/tool.yaml }
error-codes: checks/codes.csv
scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]
include: [checks/g.yaml, { folder: checks/own }]
`;
const group = `group: g
title: { en: G }
checks:
  - id: clock
    item: 1
    title: { en: Clock }
    why: { en: It matters. }
    severity: low
    use: own-recipes/reads
`;
const sound = {
  'checks.yaml': index,
  'checks/g.yaml': group,
  'checks/facts.yaml': 'facts: []\n',
  'checks/recipes/other.yaml': 'recipe: other\n',
  'checks/words/de.yaml': 'title: Muster\n',
  'checks/words/tool.yaml': 'language: Deutsch\n',
  'checks/codes.csv': 'code\n',
  'checks/own/recipes.yaml': 'package: own-recipes\n',
  'checks/own/recipes/reads.yaml': 'recipe: reads\n',
  'checks/own/words/de.yaml': 'recipes: {}\n',
  'checks/packages/lock.yaml': 'format: 1\ninclude: []\npackages: {}\n',
} as const;

/** What was found is about places that there are, and can be told. */
function tell({ diagnostics }: FrontEnd): string {
  for (const { span } of diagnostics) {
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(span.source.text.length);
  }
  return formatDiagnostics(diagnostics, { format: 'pretty', color: false, limit: 1000 });
}

describe('each case of yaml-test-suite', () => {
  it('is there', () => expect(yamlCases).toHaveLength(406));

  /** Of two files of one form the first is enough, and a table is no YAML. */
  const forms = Object.keys(sound).filter((path) => !/codes|own\/(?:recipes\/|words)/.test(path));

  it.each(forms)('as %s is told what is wrong with the checklist', (path) => {
    for (const [name, text] of yamlCases) {
      withFiles({ ...sound, [path]: text }, (root) => {
        const found = runFrontEnd(join(root, 'checks.yaml'));
        expect(tell(found), name).not.toBe('');
        expect(found.catalog, name).toBeNull();
      });
    }
  });
});

/** Where a checklist may have a text of its author's. */
const texts = ['title', 'why', 'argument', 'symptoms'] as const;
type Place = (typeof texts)[number];
const bodyText = 'param([string] $Text)\nNew-Finding -Status Ok -Evidence @{ Text = $Text }\n';

function checkWith(id: string, item: number, words: Readonly<Partial<Record<Place, string>>>): string {
  const written = (place: Place, usual: string): string => JSON.stringify(words[place] ?? usual);
  return `  - id: ${id}
    item: ${item}
    title: { en: ${written('title', `Clock ${item}`)} }
    why: { en: ${written('why', 'It matters.')} }
    symptoms: { en: ${written('symptoms', 'late')} }
    severity: low
    with: { text: ${written('argument', 'text')} }
`;
}
const lineOf: Readonly<Record<Place, number>> = { title: 6, why: 7, symptoms: 8, argument: 10 };
const indexOf = (editions: string): string => `product: sample
title: { en: Sample }
publisher: Sample authors
languages: [en]
scripts: [{ name: diagnose, phase: detect, editions: ${editions} }]
include: [checks/g.yaml]
`;
const head = 'group: g\ntitle: { en: G }\nchecks:\n';

/** The catalog's text at a place; null where the checklist is refused, at the line of it. */
function arrived(place: Place, text: string): string | null {
  const files = {
    'checks.yaml': indexOf('[ps1]'),
    'checks/g.yaml': head + checkWith('clock', 1, { [place]: text }),
    'checks/g/clock.detect.ps1': bodyText,
    'checks/scenarios/clock/any.pass.ps1': '\n',
  };
  return withFiles(files, (root) => {
    const found = runFrontEnd(join(root, 'checks.yaml'));
    const said = tell(found);
    if (!found.catalog) {
      const lines = found.diagnostics.map(
        ({ span }) => `${span.source.path}:${positionOf(span.source, span.start).line}`,
      );
      expect(new Set(lines), `${JSON.stringify(text)}\n${said}`).toEqual(new Set([`checks/g.yaml:${lineOf[place]}`]));
      return null;
    }
    const [check] = found.catalog.checks;
    if (!check) throw new Error('The check is not there.');
    const value = check.steps.ps1.detect?.arguments[0]?.value;
    const at = { title: check.title.en, why: check.why.en, symptoms: check.symptoms?.en, argument: value };
    return String(at[place]);
  });
}

describe('each naughty string', () => {
  it.each(texts)('arrives equal as %s, or is refused at its line', (place) => {
    let equal = 0;
    for (const text of strings) {
      const got = arrived(place, text);
      if (got === null) continue;
      expect(got, JSON.stringify(text)).toBe(text);
      equal += 1;
    }
    // Some hundred of them are plain enough for any place.
    expect(equal).toBeGreaterThan(100);
  });

  it.each(['[ps1]', '[ps1, cmd]'])('is carried through to scripts of %s, or refused at its line', async (editions) => {
    const given = strings.filter((text) => arrived('argument', text) !== null);
    const checks = given.map((text, at) => checkWith(`check-${at + 1}`, at + 1, { argument: text }));
    const bodies = given.flatMap((_, at): [string, string][] => [
      [`checks/g/check-${at + 1}.detect.ps1`, bodyText],
      [`checks/g/check-${at + 1}.detect.cmd`, 'set "STATUS=OK"\nset "EVIDENCE=%~1"\n'],
    ]);
    const files = { 'checks.yaml': indexOf(editions), 'checks/g.yaml': head + checks.join('') };
    const wanted = [
      ...Object.entries(files),
      ...bodies.filter(([path]) => editions !== '[ps1]' || path.endsWith('.ps1')),
    ];
    for (const [path, text] of wanted) {
      mkdirSync(dirname(join(root, editions, path)), { recursive: true });
      writeFileSync(join(root, editions, path), text);
    }
    const { diagnostics } = await compileChecklist(join(root, editions, 'checks.yaml'), 'look');
    // Warnings are about how many checks there are, and that nothing tries them.
    const refused = diagnostics.filter(({ severity }) => severity === 'error');
    const lines = files['checks/g.yaml'].split('\n');
    for (const { span, message } of refused) {
      expect(span.source.path, message).toBe('checks/g.yaml');
      expect(lines[positionOf(span.source, span.start).line - 1], message).toMatch(/^    with: /);
    }
    expect(refused.length).toBeLessThan(given.length);
    if (editions === '[ps1]') expect(refused).toEqual([]);
  });
});
