import { wordsIn } from '../ir/catalog.js';
import { html, joinHtml, type Html } from './html.js';
import { codePath, link, pagePath, renderPage, type PageContext } from './layout.js';

/** Every code with its meaning, to look through or filter: each leads to its page. */
export function codesPage(context: PageContext): string {
  const { site, language, say, text } = context;
  const path = pagePath(language, 'error-codes.html');
  return renderPage(context, {
    path,
    title: html`${say('codesHeading')} · ${wordsIn(site.catalog.title, language)}`,
    about: text('codesLead').replace('{Count}', String(site.codes.length)),
    inLanguage: (each) => pagePath(each, 'error-codes.html'),
    scripts: [],
    main: html`<article>
<h1>${say('codesHeading')}</h1>
      <p class="lead">${say('codesLead', { Count: site.codes.length })}</p>
      <form class="search filter" role="search" hidden>
        <label for="filter">${say('codesFilter')}</label>
        <input id="filter" type="search" autocomplete="off" spellcheck="false" maxlength="100" aria-controls="code-list" />
      </form>
      <ul class="codes" id="code-list">
        ${site.codes.map(
          ({ code, name, meaning }) =>
            html`<li id="${code}"><a href="${link(path, codePath(language, code))}"><code>${code}</code></a>${name === '' ? null : html` <span class="symbol">${brokenAtWords(name)}</span>`}${meaning && html` ${wordsIn(meaning, language)}`}</li> `,
        )}
      </ul></article>`,
  });
}

/** A symbolic name whose words may stand on lines of their own. */
export function brokenAtWords(name: string): Html {
  return joinHtml(
    name.split(/(?<=_)/).map((word) => html`${word}`),
    html`<wbr />`,
  );
}
