import type { Manifest } from '../ir/manifest.js';
import type { OutputFile } from '../ir/artefact.js';
import type { Edition } from '../ir/catalog.js';
import type { Library } from '../ir/library.js';
import { escapeMarkup } from '../bytes/escape-markup.js';
import { decodeEmitted } from '../bytes/encode-text.js';
import type { Plan } from '../ir/plan.js';
import type { PageTemplates } from '../load/templates.js';
import { checkSlug } from '../names/check-slug.js';
import { checkPage, snippetId } from './check-page.js';
import { codePage } from './code-page.js';
import { codesPage } from './codes-page.js';
import { sourceName, sourcePath } from './download-block.js';
import { homePage } from './home-page.js';
import { decodeCode, readCodes } from './read-codes.js';
import { codePath, homePath, pagePath, wordsPath, type PageContext } from './layout.js';
import { searchData } from './search-data.js';
import { describeSite, type Download } from './site.js';
import { packedTexts, sourcePage, textsPath, wholeText } from './source-page.js';
import { speaker, textOf } from './words.js';

export interface PageInput {
  readonly plan: Plan;
  readonly library: Library;
  readonly templates: PageTemplates;
  readonly manifest: Manifest;
  /** Every file of the product, by path relative to its folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * The download page: index.html and what it needs, by path below dist/. It is made last, from the files that people get,
 * so whatever it says of them is true of these bytes. The same files give the same page.
 */
export function pageFiles({ plan, library, templates, manifest, files }: PageInput): readonly OutputFile[] {
  const languages = plan.catalog.languages.filter((language) => templates.languages.includes(language));
  const contexts: readonly PageContext[] = languages.map((language) => ({
    site: describeSite(plan, library, manifest, languages, language),
    language,
    say: speaker(templates.words, language),
    text: (key) => textOf(templates.words, key, language),
    sayIn: (other) => speaker(templates.words, other),
    knows: (key) => templates.words.has(key),
  }));
  const scriptText = (path: string): string => {
    const bytes = files.get(path.slice(plan.catalog.product.length + 1));
    if (!bytes) throw new Error(`${path} is in the manifest and not among the files.`);
    return decodeEmitted(bytes);
  };
  return [
    ...contexts.flatMap((context) => [
      file(homePath(context.site, context.language), homePage(context)),
      file(pagePath(context.language, 'error-codes.html'), codesPage(context)),
      file(pagePath(context.language, 'search-data.js'), searchData(context)),
      ...context.site.codes.map((each) => file(codePath(context.language, each.code), codePage(context, each))),
      ...context.site.checks.map((each) => file(pagePath(context.language, each.page), checkPage(context, each))),
      file(wordsPath(context.language), pageWords(context)),
    ]),
    ...[...sourcesOf(contexts)].flatMap(([path, { download, edition, readers }]) => [
      file(path, sourcePage(readers, download, edition)),
      file(textsPath(sourceName(download)), packedTexts({ [wholeText]: scriptText(download.path) })),
    ]),
    ...(contexts[0]?.site.checks ?? [])
      .filter(({ snippets }) => snippets.length > 0)
      .map(({ check, snippets }) => {
        const texts = snippets.map(({ shell, download }) => [snippetId(shell), scriptText(download.path)] as const);
        return file(textsPath(checkSlug(check)), packedTexts(Object.fromEntries(texts)));
      }),
    ...indexFiles(contexts),
    file('page/codes.js', codeReader()),
    ...[...templates.assets].map(([name, { text }]) => file(`page/${name}`, text)),
  ];
}

interface Source {
  readonly download: Download;
  readonly edition: Edition;
  /** Languages whose pages offer the script. */
  readonly readers: PageContext[];
}

/** The scripts for many checks, which pages offer to read, by the path of the page with their text. */
function sourcesOf(contexts: readonly PageContext[]): ReadonlyMap<string, Source> {
  const sources = new Map<string, Source>();
  for (const context of contexts) {
    const offered = context.site.scripts.flatMap(({ files }) => files);
    for (const { edition, download } of offered) {
      const path = sourcePath(download);
      const known = sources.get(path);
      if (known) known.readers.push(context);
      else sources.set(path, { edition, download, readers: [context] });
    }
  }
  return sources;
}

/** What page.js says. */
function pageWords({ text }: PageContext): string {
  const words = ['copy', 'copied', 'copyFailed', 'copyWhat'].map((key) => [key, text(key)] as const);
  return `var mendsheetWords = ${JSON.stringify(Object.fromEntries(words))};\n`;
}

/** What search engines look for: every page with its address, where that is known. */
function indexFiles(contexts: readonly PageContext[]): readonly OutputFile[] {
  const address = contexts[0]?.site.catalog.address ?? null;
  if (address === null) return [];
  const paths = contexts.flatMap(({ site, language }) => [
    homePath(site, language),
    pagePath(language, 'error-codes.html'),
    ...site.checks.map(({ page }) => pagePath(language, page)),
    ...site.codes.map(({ code }) => codePath(language, code)),
  ]);
  const urls = paths.map((path) => `<url><loc>${escapeMarkup(address + encodeURI(path))}</loc></url>\n`);
  return [
    file('robots.txt', `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`),
    file(
      'sitemap.xml',
      `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`,
    ),
  ];
}

/** What reads codes on the command line, as the script that browsers run: one function reads in both places. */
export function codeReader(): string {
  return `var mendsheetCodes = { readCodes: ${readCodes.toString()}, decodeCode: ${decodeCode.toString()} };\n`;
}

function file(path: string, text: string): OutputFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}
