import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { renderedText } from '../../src/bytes/encode-text.js';
import { compileChecklist } from '../../src/cli/open-checklist.js';
import type { Plan } from '../../src/ir/plan.js';
import { loadPageTemplates } from '../../src/load/load-page-templates.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { languageSets } from '../../src/plan/language-sets.js';
import { renderPlan } from '../../src/render/render-plan.js';
import { positionOf } from '../../src/source/source-file.js';
import { withFiles } from '../support/front-end.js';

const templates = loadTemplates(`${process.cwd()}/`);

/** A checklist in some languages, of which `beside` stand beside the English words. */
function checklist(languages: readonly string[], beside: readonly string[], index = ''): Record<string, string> {
  const words = (text: string): string =>
    JSON.stringify(Object.fromEntries(['en', ...beside].map((tag) => [tag, text])));
  return {
    'checks.yaml': `product: trial
title: ${words('Trial')}
publisher: Test
languages: [${languages.join(', ')}]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
include: [checks/g.yaml]
${index}`,
    'checks/g.yaml': `group: g
title: ${words('Group')}
checks:
  - id: first
    item: 1
    title: ${words('First')}
    why: ${words('Because.')}
    severity: low
    says: { found: ${words('Found {Count}.')} }
`,
    'checks/g/first.detect.ps1': "New-Finding -Status Problem -Reason 'found' -Evidence @{ Count = 1 }\n",
    'checks/g/first.detect.cmd': 'set "STATUS=OK"\n',
    'checks/scenarios/first/any.fail.ps1': '\n',
  };
}

const ofFirst = (found: string): string => `title: Versuch
groups: { g: Gruppe }
checks:
  first:
    title: Erstes
    why: Darum.
    says: { found: '${found}' }
`;

async function compiled(files: Readonly<Record<string, string>>): Promise<{ said: string[]; plan: Plan | null }> {
  const result = await withFiles(files, (root) => compileChecklist(join(root, 'checks.yaml'), 'plan'));
  const said = result.diagnostics.map(
    ({ code, span, message }) => `${code} ${span.source.path}:${positionOf(span.source, span.start).line} ${message}`,
  );
  return { said, plan: result.plan };
}

function textOf(plan: Plan | null, path: string): string {
  if (!plan) throw new Error('The checklist was refused.');
  const build = { version: '1.0.0', developmentCertificate: false };
  const script = [...renderPlan(plan, build).value].find((each) => each.path === path);
  return script ? renderedText(script) : '';
}

describe('the sets of scripts', () => {
  it.each([
    [['en'], ['en']],
    [['en', 'ja'], ['en ja']],
    [
      ['ja', 'en', 'de', 'pt-BR'],
      ['en ja', 'de/ en de', 'pt-BR/ en pt-BR'],
    ],
  ])('of %j', (languages, sets) => {
    expect(languageSets(languages).map((set) => `${set.folder} ${set.languages.join(' ')}`.trim())).toEqual(sets);
  });

  it('speak English and one other language, and batch English alone', async () => {
    const files = {
      ...checklist(['en', 'ja', 'de'], ['ja'], 'translations: { de: checks/words/de.yaml }'),
      'checks/words/de.yaml': ofFirst('{Count} gefunden.'),
    };
    const { said, plan } = await compiled(files);
    expect(said).toEqual([]);
    const forPeople = plan?.scripts.filter(({ role }) => ['checklist', 'single', 'kit'].includes(role.kind));
    expect(forPeople?.map(({ path, languages }) => `${path} ${languages.join(' ')}`)).toEqual([
      'trial/diagnose.ps1 en ja',
      'trial/diagnose.cmd en',
      'trial/checks/1-first/detect.ps1 en ja',
      'trial/windows-kit.ps1 en ja',
      'trial/de/diagnose.ps1 en de',
    ]);
    const german = textOf(plan, 'trial/de/diagnose.ps1');
    expect(german).toMatch(/^ {4}'first_found' = '.*',\r?\n {4}'\{Count\} gefunden\.'$/mu);
    expect(german).toContain(`[ValidateSet('en', 'de')]`);
    expect(german).toContain(String.raw`-match '^de\b') { 'de' } else { 'en' })`);
    expect(german).not.toMatch(/[\u3040-\u30ff]/u);
    expect(textOf(plan, 'trial/diagnose.ps1')).not.toContain('gefunden');
  });

  it('of a checklist in English alone say nothing in another language', async () => {
    const { plan } = await compiled(checklist(['en'], []));
    const text = textOf(plan, 'trial/diagnose.ps1');
    expect(text).toContain(`[ValidateSet('en')]\n    [string] $Language = 'en',`);
    expect(text).not.toMatch(/[^\x00-\x7f]|'ja' = /u);
  });
});

describe('a translation file', () => {
  it('is held against the English words at its own lines', async () => {
    const files = {
      ...checklist(['en', 'de'], [], 'translations: { de: checks/words/de.yaml }'),
      'checks/words/de.yaml': ofFirst('{Zahl} gefunden.').replace('    why: Darum.\n', ''),
    };
    expect((await compiled(files)).said).toEqual([
      'resolve/missing-translation checks/words/de.yaml:4 "checks: first: why" is missing.',
      'resolve/placeholder checks/words/de.yaml:6 The placeholder {Count} is missing in "de".',
    ]);
  });
});

describe('what people say, for the search of the page', () => {
  it('is in every language, as phrases of which none is empty and none stands there twice', async () => {
    const files = checklist(['en', 'de'], [], 'translations: { de: checks/words/de.yaml }');
    const index = (files['checks.yaml'] ?? '')
      .replace('{ name: diagnose,', "{ name: diagnose, title: { en: Look }, symptoms: { en: 'a / b' },")
      .concat("\nexamples: { en: 'x / / y' }\n");
    const group = (files['checks/g.yaml'] ?? '').replace(
      '    severity',
      "    symptoms: { en: 'full / no space / full' }\n    severity",
    );
    const words = `${ofFirst('{Count} gefunden.').replace('    why', '    symptoms: voll / kein Platz\n    why')}examples: x\nscripts: { diagnose: { title: Suchen } }\n`;
    const all = { ...files, 'checks.yaml': index, 'checks/g.yaml': group, 'checks/words/de.yaml': words };
    expect((await compiled(all)).said.sort()).toEqual([
      'resolve/missing-translation checks/words/de.yaml:10 "scripts: diagnose: symptoms" is missing.',
      'resolve/text-form checks.yaml:9 A phrase between two "/" is empty.',
      'resolve/text-form checks/g.yaml:8 The phrase "full" stands here twice.',
    ]);
  });
});

describe('a language that the tool lacks', () => {
  const english = Object.fromEntries([...templates.messages].map(([key, { en }]) => [key, en]));
  const own = (says: Readonly<Record<string, string>>): string =>
    stringify({ language: 'Dutch', help: { detect: 'Hulp van {Title}', repair: 'x', collect: 'x', kit: 'x' }, says });
  const index = 'messages: { nl: checks/words/tool.nl.yaml }';

  it('is refused where nothing gives the words of the tool', async () => {
    expect((await compiled(checklist(['en', 'nl'], ['nl']))).said).toEqual([
      'plan/tool-words checks.yaml:4 The tool has no words in "nl", and "messages:" names no file with them.',
    ]);
  });

  it('is refused where the words lack one, have one of nothing, or other placeholders', async () => {
    const { busy, ...others } = english;
    const says = { ...others, bussy: busy ?? '', doStop: 'Stop de dienst' };
    const files = { ...checklist(['en', 'nl'], ['nl'], index), 'checks/words/tool.nl.yaml': own(says) };
    expect((await compiled(files)).said.map((each) => each.replace(/^\S+ \S+?:\d+ /, ''))).toEqual([
      'The message "busy" is missing.',
      '"doStop" has the placeholders none; in English {Name}.',
      'The tool has no message "bussy".',
    ]);
  });

  it('is spoken where a checklist brings them', async () => {
    const says = Object.fromEntries(Object.entries(english).map(([key, text]) => [key, `NL ${text}`]));
    const files = { ...checklist(['en', 'nl'], ['nl'], index), 'checks/words/tool.nl.yaml': own(says) };
    const { said, plan } = await compiled(files);
    expect(said).toEqual([]);
    const text = textOf(plan, 'trial/diagnose.ps1');
    expect(text).toMatch(/^ {4}'stateOk' = 'OK',\r?\n {4}'NL OK'/mu);
    expect(text).toContain('    Hulp van Trial\n');
  });

  it('is not brought where the tool speaks it', async () => {
    const files = {
      ...checklist(['en', 'ja'], ['ja'], 'messages: { ja: checks/words/tool.ja.yaml }'),
      'checks/words/tool.ja.yaml': own(english),
    };
    expect((await compiled(files)).said).toEqual([
      'plan/tool-words checks/words/tool.ja.yaml:1 The tool has words in "ja" itself.',
    ]);
  });
});

describe('the words of the tool', () => {
  it('are there in the same languages for scripts and for the page', () => {
    const page = loadPageTemplates(`${process.cwd()}/`);
    expect([...page.languages].sort()).toEqual([...templates.languages.keys()].sort());
  });

  it('are there in each of these languages in every channel', () => {
    const folders = readdirSync('src/channels', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const texts = folders.map(({ name }) => join('src/channels', name, 'words.ts')).filter((path) => existsSync(path));
    expect(texts.length).toBeGreaterThan(3);
    for (const path of texts) {
      const text = readFileSync(path, 'utf8');
      const count = (tag: string): number => Array.from(text.matchAll(new RegExp(`\\b${tag}: `, 'g'))).length;
      for (const tag of templates.languages.keys()) expect([path, tag, count(tag)]).toEqual([path, tag, count('en')]);
    }
  });
});
