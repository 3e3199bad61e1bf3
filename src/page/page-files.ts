import type { Manifest } from '../ir/manifest.js';
import type { OutputFile } from '../ir/artefact.js';
import type { Edition } from '../ir/catalog.js';
import type { Library } from '../ir/library.js';
import { decodeEmitted } from '../bytes/encode-text.js';
import type { Plan } from '../ir/plan.js';
import type { PageTemplates } from '../load/templates.js';
import { checkPage } from './check-page.js';
import { codesPage } from './codes-page.js';
import { sourcePath } from './download-block.js';
import { createHighlight } from './highlight.js';
import { homePage } from './home-page.js';
import { decodeCode, readCodes } from './read-codes.js';
import { homePath, pagePath, type PageContext } from './layout.js';
import { searchData } from './search-data.js';
import { describeSite, type Download, type SiteCheck } from './site.js';
import { sourcePage } from './source-page.js';
import { speaker } from './words.js';

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
export async function pageFiles({
  plan,
  library,
  templates,
  manifest,
  files,
}: PageInput): Promise<readonly OutputFile[]> {
  const site = describeSite(plan, library, manifest);
  const highlight = await createHighlight();
  const contexts: readonly PageContext[] = site.languages.map((language) => ({
    site,
    language,
    say: speaker(templates.words, language),
    sayIn: (other) => speaker(templates.words, other),
    knows: (key) => templates.words.has(key),
  }));
  const textOf = (path: string): string => {
    const bytes = files.get(path.slice(site.catalog.product.length + 1));
    if (!bytes) throw new Error(`${path} is in the manifest and not among the files.`);
    return decodeEmitted(bytes);
  };
  const source = (download: Download, owner: SiteCheck | null, edition: Edition): OutputFile =>
    file(sourcePath(download), sourcePage(contexts, download, owner, edition, textOf(download.path), highlight));
  return [
    ...contexts.flatMap((context) => [
      file(homePath(site, context.language), homePage(context)),
      file(pagePath(context.language, 'error-codes.html'), codesPage(context)),
      file(pagePath(context.language, 'search-data.js'), searchData(context)),
      ...site.checks.map((each) =>
        file(pagePath(context.language, each.page), checkPage(context, each, highlight, textOf)),
      ),
    ]),
    ...site.scripts.flatMap((script) => script.files.map(({ edition, download }) => source(download, null, edition))),
    ...site.checks.flatMap((each) => each.alone.map(({ edition, download }) => source(download, each, edition))),
    file('page/codes.js', codeReader()),
    ...[...templates.assets].map(([name, { text }]) => file(`page/${name}`, text)),
  ];
}

/** What reads codes on the command line, as the script that browsers run: one function reads in both places. */
export function codeReader(): string {
  return `var mendsheetCodes = { readCodes: ${readCodes.toString()}, decodeCode: ${decodeCode.toString()} };\n`;
}

function file(path: string, text: string): OutputFile {
  return { path, bytes: Buffer.from(text, 'utf8') };
}
