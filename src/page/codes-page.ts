import { wordsIn } from '../ir/catalog.js';
import { html, joinHtml } from './html.js';
import { link, pagePath, renderPage, type PageContext } from './layout.js';

/** Every code, with a link to itself: what the search answers, for reading without scripts. */
export function codesPage(context: PageContext): string {
  const { site, language, say } = context;
  const path = pagePath(language, 'error-codes.html');
  return renderPage(context, {
    path,
    title: html`${say('codesHeading')} · ${wordsIn(site.catalog.title, language)}`,
    inLanguage: (each) => pagePath(each, 'error-codes.html'),
    scripts: [],
    main: html`<h1 id="codes-heading">${say('codesHeading')}</h1>
      <p class="lead">${say('codesLead', { Count: site.codes.length })}</p>
      <div class="table" tabindex="0" role="region" aria-labelledby="codes-heading">
        <table class="code-table">
          <thead>
            <tr>
              <th scope="col">${say('codeColumn')}</th>
              <th scope="col">${say('meaningColumn')}</th>
              <th scope="col">${say('checksColumn')}</th>
            </tr>
          </thead>
          <tbody>
            ${site.codes.map(
              ({ code, name, meaning, checks }) =>
                html`<tr id="${code}">
                  <th scope="row">
                    <a href="#${code}"><code>${code}</code></a>
                  </th>
                  <td>${name === '' ? null : html`<code>${name}</code> `}${meaning && wordsIn(meaning, language)}</td>
                  <td>
                    ${joinHtml(
                      checks.map(
                        ({ check, page }) =>
                          html`<a href="${link(path, pagePath(language, page))}">${check.item} ${wordsIn(check.title, language)}</a>`,
                      ),
                      html`<br />`,
                    )}
                  </td>
                </tr> `,
            )}
          </tbody>
        </table>
      </div>`,
  });
}
