import { posix } from 'node:path';
import { wordsIn, type Language } from '../ir/catalog.js';
import { html, type Html, type HtmlValue } from './html.js';
import type { Site } from './site.js';
import type { Say } from './words.js';

/** One language of the site. */
export interface PageContext {
  readonly site: Site;
  readonly language: Language;
  readonly say: Say;
  /** The same for what is no HTML, without {Names}. */
  readonly text: (key: string) => string;
  /** The same in every language, to name each in its own words. */
  readonly sayIn: (language: Language) => Say;
  /** Whether there are words for a key, for things that a checklist or a channel may have and the page not yet know. */
  readonly knows: (key: string) => boolean;
}

/**
 * Nothing but the page's own files: no inline code or style, and no text that a script turns into elements.
 */
export const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

export function homePath(site: Site, language: Language): string {
  return language === site.languages[0] ? 'index.html' : `index.${language}.html`;
}

/** What page.js says, in the language of the pages beside it. */
export function wordsPath(language: Language): string {
  return pagePath(language, 'words.js');
}

export function pagePath(language: Language, name: string): string {
  return `page/${language}/${name}`;
}

/** The page of a code; addresses are lower case. */
export function codePath(language: Language, code: string): string {
  return pagePath(language, `codes/${code.toLowerCase()}.html`);
}

/** A link from one file of dist/ to another, which works from a file: address and below any address of a server. */
export function link(from: string, to: string): string {
  const [path = '', fragment] = to.split('#');
  const relative = posix.relative(posix.dirname(from), path);
  return encodeURI(relative) + (fragment === undefined ? '' : `#${fragment}`);
}

/** Auditors of published pages read robots.txt by a script in the page. */
const publishedPolicy = `${contentPolicy}; connect-src 'self'`;

export interface Page {
  /** Path below dist/. */
  readonly path: string;
  readonly title: Html;
  /** What search engines show below the title. */
  readonly about: string;
  /** Path of this page in a language. */
  readonly inLanguage: (language: Language) => string;
  /** Scripts of the page beside page.js, as paths below dist/. */
  readonly scripts: readonly string[];
  /** Whether it is the first page of a language, where visitors may come in who have not chosen one. */
  readonly isHome?: boolean;
  /** Whether it is one of very many, each of which says one thing: without the links and facts that the first page has. */
  readonly isLeaf?: boolean;
  readonly main: Html;
}

export function renderPage(context: PageContext, page: Page): string {
  const { site, language, say } = context;
  const home = homePath(site, language);
  const to = (path: string): string => link(page.path, path);
  const { address } = site.catalog;
  const at = (path: string): string => (address === null ? to(path) : `${address}${encodeURI(path)}`);
  // Search engines take whole addresses only, and the first page sends visitors to the one in their language.
  const hasAlternates = page.isHome || address !== null;
  const alternates = [
    ...(hasAlternates ? site.languages : []).map(
      (each) =>
        html`<link rel="alternate" hreflang="${each}" href="${at(page.inLanguage(each))}"${page.isHome ? html` data-path="${to(page.inLanguage(each))}"` : null} /> `,
    ),
    ...(address === null
      ? []
      : [
          html`<link rel="canonical" href="${at(page.path)}" />
            <meta property="og:url" content="${at(page.path)}" />
            <meta property="og:type" content="website" />
            <meta property="og:title" content="${page.title}" />
            <meta property="og:description" content="${page.about}" /> `,
        ]),
  ];
  return html`${documentHead(page, language, alternates, address === null ? contentPolicy : publishedPolicy)}
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header class="bar">
<a class="brand" href="${to(home)}">${wordsIn(site.catalog.title, language)}</a>
${page.isLeaf ? null : navigation(context, page)}${languageSwitch(context, page)}
</header>
<main id="main">
${page.main}
</main>
${page.isLeaf ? null : footer(context)}</body>
</html>
`.html;
}

/** What the head of every page of ours begins with, whatever site it is of. */
export function headStart(language: Language, title: HtmlValue, policy: string): Html {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>`;
}

/** Everything up to the body. `page.scripts` come before page.js, which uses them, and so do its words. */
export function documentHead(
  page: Pick<Page, 'path' | 'title' | 'about' | 'scripts' | 'isHome'>,
  language: Language,
  alternates: readonly Html[],
  policy = contentPolicy,
): Html {
  const to = (path: string): string => link(page.path, path);
  return html`${headStart(language, page.title, policy)}
        <meta name="description" content="${page.about}" />
        ${alternates}${page.isHome ? html`<script src="${to('page/early.js')}"></script> ` : null}
        <link rel="icon" href="${to('page/icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${to('page/page.css')}" />
        ${[...page.scripts, wordsPath(language), 'page/page.js'].map((path) => html`<script defer src="${to(path)}"></script>`)}
      </head>`;
}

function navigation({ site, language, say }: PageContext, page: Page): Html {
  const home = homePath(site, language);
  const sections = [
    ['download', say('navDownload')],
    ['checks', say('navChecks')],
    ...(site.packs.length > 0 ? [['deploy', say('navDeploy')] as const] : []),
    ['verify', say('navVerify')],
  ] as const;
  return html`<nav aria-label="${say('navLabel')}">
    <ul>
      ${sections.map(
        ([id, words]) =>
          html`<li><a href="${page.path === home ? '' : link(page.path, home)}#${id}">${words}</a></li> `,
      )}<li><a href="${link(page.path, pagePath(language, 'error-codes.html'))}">${say('navCodes')}</a></li>
    </ul>
  </nav> `;
}

function languageSwitch({ site, language, sayIn }: PageContext, page: Page): Html {
  const others = site.languages.filter((each) => each !== language);
  return html`<p class="languages">
    ${others.map(
      (each) =>
        html`<a href="${link(page.path, page.inLanguage(each))}" hreflang="${each}" lang="${each}">${sayIn(each)('languageName')}</a> `,
    )}
  </p>`;
}

function footer({ site, language, say }: PageContext): Html {
  const { catalog, manifest } = site;
  const checked = catalog.facts
    .map(({ checkedOn }) => checkedOn)
    .sort()
    .at(-1);
  return html`<footer>
    <p>
      ${say('footerBuild', { Title: wordsIn(catalog.title, language), Version: manifest.version, Compiler: manifest.compiler })}
    </p>
    ${checked === undefined ? null : html`<p>${say('footerFacts', { Date: html`<time datetime="${checked}">${checked}</time>` })}</p>`}
    <p>${say('footerSource', { Hash: html`<code>${manifest.source.slice(0, 16)}</code>` })}</p>
  </footer>`;
}
