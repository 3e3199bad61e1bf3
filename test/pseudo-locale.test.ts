import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readCompanions } from '../src/cli/open-checklist.js';
import { channels } from '../src/channels/list.js';
import { compile, type Compiled } from '../src/compile.js';
import { loadPageTemplates } from '../src/load/load-page-templates.js';
import { loadTemplates } from '../src/load/load-templates.js';
import { bundled, repository, reviewDay } from './compile-bundled.js';
import { deepPseudo, pseudo, pseudoTag, pseudoTranslation, withPseudo } from './support/pseudo.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-pseudo-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Channels are code, and their words with it: they learn the pseudo-locale for as long as these tests run. */
const ofChannels = channels.flatMap(({ words }) => [words.heading, words.when, ...words.steps]) as Record<
  string,
  string
>[];
afterAll(() => {
  for (const text of ofChannels) delete text[pseudoTag];
});

let made: Compiled;

/** The Windows Update checklist in English and in the pseudo-locale: every text of the checklist, the tool and the page. */
beforeAll(async () => {
  for (const text of ofChannels) text[pseudoTag] = pseudo(text['en'] ?? '');
  const { catalog } = await bundled();
  if (!catalog) throw new Error('The bundled checklist has errors.');
  cpSync(join(repository, 'checks'), join(root, 'checks'), { recursive: true });
  const index = readFileSync(join(repository, 'checks.yaml'), 'utf8');
  writeFileSync(
    join(root, 'checks.yaml'),
    index
      .replace(/^languages: .*$/m, `languages: [en, ${pseudoTag}, ja, de]`)
      .replace(/^translations: \{/m, `translations: { ${pseudoTag}: checks/words/pseudo.yaml,`),
  );
  writeFileSync(join(root, 'checks/words/pseudo.yaml'), stringify(pseudoTranslation(catalog)));
  const templates = loadTemplates(repository);
  const page = loadPageTemplates(repository);
  const help = pseudo('Help of {Title}');
  made = await compile(
    {
      indexPath: join(root, 'checks.yaml'),
      templates: {
        ...templates,
        library: deepPseudo(templates.library),
        messages: withPseudo(templates.messages),
        languages: new Map([
          ...templates.languages,
          [pseudoTag, { name: 'Pseudo', help: { detect: help, repair: help, collect: help, kit: help } }],
        ]),
      },
      version: '0.1.0',
      today: reviewDay,
      signing: null,
      development: false,
    },
    {
      until: 'assemble',
      page: { ...page, languages: [...page.languages, pseudoTag], words: withPseudo(page.words) },
      companions: readCompanions(),
    },
  );
});

function textOf(path: string): string {
  const file = made.files?.find((each) => each.path === path);
  return Buffer.from(file?.bytes ?? []).toString('utf8');
}

describe('the pseudo-locale', () => {
  it('keeps placeholders and lengthens the rest', () => {
    expect(pseudo('Stop service {Name}')).toBe('Šťöp šéřvîçé {Name} öööööö');
    expect(pseudo('OK', 3).length).toBeLessThanOrEqual(3);
  });

  it('is a language like any other: the checklist compiles in it', () => {
    // Letters of two bytes, a third more of them: that a script grows too large is said, and nothing else.
    expect(new Set(made.diagnostics.map(({ code }) => code))).toEqual(new Set(['finish/too-large']));
    expect(made.files?.length).toBeGreaterThan(500);
  });

  it('has all sentences of a script', () => {
    const script = textOf('windows-update/diagnose.ps1');
    const lines = (script.split('$sentences = @{')[1] ?? '').split('\r\n}')[0]?.trim().split('\r\n') ?? [];
    expect(lines.length).toBeGreaterThan(600);
    expect(lines.length % 2).toBe(0);
    const english = lines.filter((_, index) => index % 2 === 0);
    expect(english.filter((line) => !/^ *'[^']+' = '.*',$/.test(line))).toEqual([]);
    const words = lines.filter((_, index) => index % 2 === 1).map((line) => line.replace(/\{\w+\}/g, ''));
    expect(words.filter((text) => /[aeiou]/.test(text))).toEqual([]);
  });

  /** What a page shows as it is in every language: code, names of files, what a signature says, other languages. */
  const untranslated =
    /<(code|pre|kbd|var|script|style|title)\b[^>]*>[^]*?<\/\1>|<(\w+)[^>]*\b(?:download|hreflang|class="(?:file-name|proof hash|size|symbol)")[^>]*>[^]*?<\/\2>|<!--[^]*?-->/g;

  it.each([
    ['the front door', `index.html`],
    ['a check', `page/${pseudoTag}/14-download-cache.html`],
    ['error codes', `page/${pseudoTag}/error-codes.html`],
  ])('has all words of the page: %s', (_, path) => {
    const html = path === 'index.html' ? textOf(`index.${pseudoTag}.html`) : textOf(path);
    expect(html).toContain(`<html lang="${pseudoTag}">`);
    const shown = html
      .replace(/^[^]*?<body/, '<body')
      .replace(untranslated, ' ')
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .map((text) => text.trim())
      .filter((text) => /[A-Za-z]{2}/.test(text.replace(/&\w+;/g, '')) && !/[À-ž]/.test(text));
    const isName = (text: string): boolean => /^(?:SHA256SUMS|[\w-]+(?:\.[\w-]+)+(?:\/[\w./-]+)?)$/.test(text);
    expect([...new Set(shown)].filter((text) => !isName(text)).sort()).toEqual([]);
  });
});
