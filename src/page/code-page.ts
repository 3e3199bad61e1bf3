import { wordsIn } from '../ir/catalog.js';
import { brokenAtWords } from './codes-page.js';
import { commandLine } from './copy-block.js';
import { html, joinHtml, type Html } from './html.js';
import { codePath, homePath, link, pagePath, renderPage, type PageContext } from './layout.js';
import { decodeCode } from './read-codes.js';
import { callOf, fromDownloads } from './run-lines.js';
import type { SiteCode } from './site.js';

/** How many codes of the same kind are named. */
const mostRelated = 4;

/** One code: what it means, what it is made of, what to try, and its relatives. */
export function codePage(context: PageContext, siteCode: SiteCode): string {
  const { site, language, say } = context;
  const { code, name, checks } = siteCode;
  const path = codePath(language, code);
  const title = wordsIn(site.catalog.title, language);
  const meaning = siteCode.meaning ? wordsIn(siteCode.meaning, language) : '';
  return renderPage(context, {
    path,
    title: html`${code} ${name}${meaning === '' ? null : html`: ${meaning}`} · ${title}`,
    about: [`${code} ${name}:`, meaning, ...checks.map(({ check }) => wordsIn(check.title, language))].join(' '),
    inLanguage: (each) => codePath(each, code),
    scripts: [],
    isLeaf: true,
    main: html`<article>
      <p class="trail"><a href="${link(path, pagePath(language, 'error-codes.html'))}#${code}">${say('codesHeading')}</a></p>
      <h1 class="code-name">${code}${name === '' ? null : html` <span class="symbol">${brokenAtWords(name)}</span>`}</h1>
      ${meaning === '' ? null : html`<p class="why">${meaning}</p>`} ${parts(context, code)} ${toTry(context, path, siteCode)}
      ${related(context, path, siteCode)}
    </article>`,
  });
}

function parts({ say }: PageContext, code: string): Html {
  const digits = code.slice(2);
  const value = Number.parseInt(digits, 16);
  const { facility, win32, ntstatus } = decodeCode(digits);
  const wrapped = ntstatus === null ? (win32 === null ? null : `Win32 ${win32}`) : `NTSTATUS ${ntstatus}`;
  const rows: readonly (readonly [string, Html])[] = [
    ['codeSpellings', html`<code>${digits.toLowerCase()}</code> · <code>${value | 0}</code> · <code>${value}</code>`],
    ['codeFacility', html`<code>${facility}</code>`],
    ...(wrapped === null ? [] : [['codeWraps', html`<code>${wrapped}</code>`] as const]),
  ];
  return html`<dl class="summary">
    ${rows.map(([key, words]) => html`<div><dt>${say(key)}</dt><dd>${words}</dd></div> `)}
  </dl>`;
}

function toTry({ site, language, say }: PageContext, path: string, { checks }: SiteCode): Html {
  const look = site.scripts.find(({ phase }) => phase === 'detect');
  const able = look?.files.find(({ edition }) => edition === 'ps1')?.checks ?? [];
  const ids = checks.map(({ check }) => check.id).filter((id) => able.includes(id));
  const home = link(path, homePath(site, language));
  const last = site.scripts
    .filter(({ phase }) => phase !== 'repair')
    .map(({ name, title }) => html`<a href="${home}#script-${name}">${title ? wordsIn(title, language) : name}</a>`);
  return html`<section aria-labelledby="try">
    <h2 id="try">${say('searchFirst')}</h2>
    ${
      checks.length === 0
        ? html`<p>${say('searchNoCheck')}</p>`
        : html`<ol class="steps">
            ${checks.map(
              ({ check, page }) =>
                html`<li><a href="${link(path, pagePath(language, page))}">${wordsIn(check.title, language)}</a></li> `,
            )}
          </ol>`
    }
    ${
      look && ids.length > 0
        ? html`<p>${say('labelled', { Label: html`<a href="${home}#start">${say('startHeading')}</a>` })}</p>
            ${commandLine(fromDownloads('ps1', callOf(look, 'ps1', 'run', ids)), say('runDetect'))}`
        : null
    }
    <p class="hint">${say('doOtherwise', { Ways: joinHtml(last, say('listJoin')) })}</p>
  </section>`;
}

/** Codes of the same kind that stand next to this one. */
function related({ site, language, say }: PageContext, path: string, own: SiteCode): Html | null {
  const kind = site.codes.filter(({ category }) => category !== '' && category === own.category);
  const at = kind.indexOf(own);
  const from = Math.max(0, Math.min(at - mostRelated / 2, kind.length - mostRelated - 1));
  const near = kind.slice(from, from + mostRelated + 1).filter((each) => each !== own);
  if (near.length === 0) return null;
  return html`<section aria-labelledby="related">
    <h2 id="related">${say('codeRelated')}</h2>
    <ul class="codes">
      ${near.map(
        ({ code, meaning }) =>
          html`<li><a href="${link(path, codePath(language, code))}"><code>${code}</code></a>${meaning && html` ${wordsIn(meaning, language)}`}</li> `,
      )}
    </ul>
  </section>`;
}
