import { wordsIn, type Check } from '../ir/catalog.js';
import { pascalCase } from '../names/name-functions.js';
import type { CalledAction } from './actions-of.js';
import { commandLine, copyButton } from './copy-block.js';
import { downloadBlock, fileLinks, sourcePath } from './download-block.js';
import type { Highlight } from './highlight.js';
import { html, joinHtml, type Html } from './html.js';
import { homePath, link, pagePath, renderPage, type PageContext } from './layout.js';
import type { SiteCheck, SiteScript } from './site.js';
import { sentence, type Say } from './words.js';

/** Everything about one check. `textOf` gives the text of a file of the product, with LF line ends. */
export function checkPage(
  context: PageContext,
  siteCheck: SiteCheck,
  highlight: Highlight,
  textOf: (path: string) => string,
): string {
  const { site, language, say } = context;
  const { check } = siteCheck;
  const path = pagePath(language, siteCheck.page);
  const title = wordsIn(check.title, language);
  const group = site.catalog.groups.find(({ id }) => id === check.group);
  return renderPage(context, {
    path,
    title: html`${check.item} ${title} · ${wordsIn(site.catalog.title, language)}`,
    inLanguage: (each) => pagePath(each, siteCheck.page),
    scripts: [],
    main: html`<article>
        <p class="trail">
          <a href="${link(path, homePath(site, language))}#group-${check.group}">${group ? wordsIn(group.title, language) : check.group}</a>
        </p>
        <h1><span class="number">${check.item}</span>${title}</h1>
        <p class="why">${wordsIn(check.why, language)}</p>
        ${summary(say, check)} ${guided(context, check)} ${changes(context, siteCheck)}
        ${doIt(context, path, siteCheck)}
    ${deployFiles(context, path, siteCheck)}
        ${siteCheck.snippets.length > 0 ? snippets(context, path, siteCheck, highlight, textOf) : null}
        ${reports(context, siteCheck)} ${codes(context, path, siteCheck)} ${links(say, check)}
      </article>
      ${neighbours(context, path, siteCheck)}`,
  });
}

function summary(say: Say, { risk, severity, applies, where, needs, steps }: Check): Html {
  const join = (pieces: readonly Html[]): Html => joinHtml(pieces, say('listJoin'));
  const limits = [
    ...where.kind.map((kind) => say(`where.${kind}`)),
    ...(where.minBuild === null ? [] : [say('where.minBuild', { Build: where.minBuild })]),
    ...(where.maxBuild === null ? [] : [say('where.maxBuild', { Build: where.maxBuild })]),
    ...where.account.map((account) => say(`where.${account}`)),
    ...[...where.editionIds, ...where.architecture].map((name) => html`${name}`),
  ];
  const rows: readonly (readonly [string, Html])[] = [
    ['severity', say(`severity.${severity}`)],
    ...(applies.length > 0 ? [['applies', join(applies.map((each) => say(`applies.${each}`)))] as const] : []),
    ...(limits.length > 0 ? [['where', join(limits)] as const] : []),
    ...(needs.length > 0 ? [['needs', join(needs.map((each) => say(`needs.${each}`)))] as const] : []),
    ...(steps.ps1.repair
      ? ([
          ['risk', say(`risk.${risk.disruption}`)],
          ['time', say('minutes', { Count: risk.minutes })],
          ['restartField', say(risk.restart ? 'restart.yes' : 'restart.no')],
        ] as const)
      : []),
  ];
  return html`<dl class="summary">
    ${rows.map(
      ([key, value]) =>
        html`<div>
          <dt>${say(key)}</dt>
          <dd>${value}</dd>
        </div> `,
    )}
  </dl>`;
}

function guided({ language, say }: PageContext, { guided: steps }: Check): Html | null {
  if (!steps) return null;
  return html`<section aria-labelledby="guided">
    <h2 id="guided">${say('guidedHeading')}</h2>
    <ol class="steps">
      ${steps.steps.map((step) => html`<li>${wordsIn(step, language)}</li> `)}
    </ol>
    ${steps.open === null ? null : html`<p>${say('guidedOpen', { Target: html`<code>${steps.open}</code>` })}</p>`}
  </section>`;
}

function changes({ language, say }: PageContext, { actions }: SiteCheck): Html {
  if (actions.length === 0) return html`<p class="harmless">${say('changesNothing')}</p>`;
  const isUndoable = actions.some(({ journal }) => journal.undone);
  const row = (action: CalledAction): Html =>
    html`<tr>
      <td>${wordsIn(action.changes, language)}</td>
      <td>${wordsIn(action.undo, language)}</td>
    </tr> `;
  return html`<section aria-labelledby="changes">
    <h2 id="changes">${say('changesHeading')}</h2>
    <table>
        <thead>
          <tr>
            <th scope="col">${say('changeColumn')}</th>
            <th scope="col">${say('undoColumn')}</th>
          </tr>
        </thead>
        <tbody>
          ${actions.map(row)}
        </tbody>
      </table>
    <p class="hint">
      ${say('changesPreview', { Preview: html`<code>-WhatIf</code>` })} ${isUndoable ? say('changesUndo', { Undo: html`<code>-Undo</code>` }) : null}</p>
  </section>`;
}

function doIt(context: PageContext, path: string, { check, scripts, alone }: SiteCheck): Html | null {
  const { say } = context;
  const lines = scripts.flatMap((script) => commandsOf(say, script, check));
  return html`<section aria-labelledby="do">
    <h2 id="do">${say('doHeading')}</h2>
    <h3>${say('doScript')}</h3>
    <div class="commands">
      ${lines.map(([command, does], index) => commandLine(say, `do-${index + 1}`, command, does))}
    </div>
    ${inputs(context, check)}
    ${
      alone.length === 0
        ? null
        : html`<h3>${say('doAlone')}</h3>
            <div class="files">
              ${alone.map(
                ({ phase, download }) =>
                  html`<div class="kind">
                    <h4>${say(`alone.${phase}`)}</h4>
                    ${downloadBlock(context, path, download, sourcePath(download))}
                  </div> `,
              )}
            </div>`
    }
  </section>`;
}

function inputs({ language, say }: PageContext, check: Check): Html | null {
  if (check.inputs.length === 0) return null;
  return html`<h3>${say('inputsHeading')}</h3>
    <dl class="inputs">
      ${check.inputs.map(({ name, says }) => html`<div><dt><code>-${pascalCase(name)}</code></dt><dd>${wordsIn(says, language)}</dd></div>`)}
    </dl>`;
}

function deployFiles({ language, say }: PageContext, path: string, { packs }: SiteCheck): Html | null {
  if (packs.length === 0) return null;
  return html`<section aria-labelledby="deploy">
    <h2 id="deploy">${say('deployCheck')}</h2>
    <dl class="packs">
      ${packs.map(
        ({ channel, files }) =>
          html`<dt>${wordsIn(channel.words.heading, language)}</dt>
            <dd>${fileLinks(path, files)}</dd>`,
      )}
    </dl>
  </section>`;
}

function commandsOf(say: Say, { name, phase, files }: SiteScript, { id }: Check): readonly (readonly [string, Html])[] {
  const ps1 = files.find(({ edition, checks }) => edition === 'ps1' && checks.includes(id));
  const cmd = files.find(({ edition, checks }) => edition === 'cmd' && checks.includes(id));
  const command = ps1 ? `.\\${name}.ps1 -Check ${id}` : cmd ? `${name}.cmd /check ${id}` : null;
  if (command === null) return [];
  if (phase !== 'repair') return [[command, say(phase === 'detect' ? 'runDetect' : 'phase.collect')]];
  return [
    [`${command} ${ps1 ? '-WhatIf' : '/whatif'}`, say('runPreview')],
    [command, say('runRepair')],
  ];
}

function snippets(
  { say }: PageContext,
  path: string,
  siteCheck: SiteCheck,
  highlight: Highlight,
  textOf: (path: string) => string,
): Html {
  const phase = siteCheck.snippets[0]?.phase ?? 'detect';
  return html`<section aria-labelledby="snippet">
    <h2 id="snippet">${say('snippetHeading')}</h2>
    <p>${say(`snippetLead.${phase}`)}</p>
    ${siteCheck.snippets.map(({ shell, download }) => {
      const id = `snippet-${shell}`;
      const lines = highlight(textOf(download.path), shell);
      return html`<figure class="snippet">
        <figcaption>
          <span>${say(`snippet.${shell}`)}</span>
          <a href="${link(path, download.path)}" download="${download.name}">${say('snippetFile')}</a>
          ${copyButton(say, id, html`${download.name}`)}
        </figcaption>
        <pre class="source" tabindex="0" role="region" aria-label="${download.name}"><code id="${id}">${numbered(lines, null)}</code></pre>
      </figure> `;
    })}
  </section>`;
}

/** Lines whose numbers come from the style sheet, so that copied text has none. `prefix` makes each a target of links. */
export function numbered(lines: readonly Html[], prefix: string | null): Html {
  return {
    html: lines
      .map(
        (line, index) =>
          `<span class="line"${prefix === null ? '' : ` id="${prefix}${index + 1}"`}>${line.html}</span>\n`,
      )
      .join(''),
  };
}

function reports({ language, say }: PageContext, { sentences }: SiteCheck): Html | null {
  if (sentences.length === 0) return null;
  return html`<section aria-labelledby="reports">
    <h2 id="reports">${say('reportsHeading')}</h2>
    <ul class="reports">
      ${sentences.map((text) => html`<li>${sentence(wordsIn(text, language))}</li> `)}
    </ul>
  </section>`;
}

function codes({ site, language, say }: PageContext, path: string, siteCheck: SiteCheck): Html | null {
  const leading = site.codes.filter(({ checks }) => checks.includes(siteCheck));
  if (leading.length === 0) return null;
  const page = link(path, pagePath(language, 'error-codes.html'));
  return html`<section aria-labelledby="codes">
    <h2 id="codes">${say('codesExplained')}</h2>
    <ul class="codes">
      ${leading.map(
        ({ code, meaning }) =>
          html`<li>
            <a href="${page}#${code}"><code>${code}</code></a>${meaning && html` ${wordsIn(meaning, language)}`}
          </li> `,
      )}
    </ul>
  </section>`;
}

function links(say: Say, check: Check): Html | null {
  if (check.links.length === 0) return null;
  return html`<section aria-labelledby="links">
    <h2 id="links">${say('linksHeading')}</h2>
    <ul class="links">
      ${check.links.map(
        (url) => html`<li><a href="${url}" rel="noreferrer">${url.replace(/^https?:\/\//, '')}</a></li> `,
      )}
    </ul>
  </section>`;
}

function neighbours({ site, language, say }: PageContext, path: string, siteCheck: SiteCheck): Html {
  const at = site.checks.indexOf(siteCheck);
  const to = (other: SiteCheck | undefined, key: string): Html | null =>
    other === undefined
      ? null
      : html`<a href="${link(path, pagePath(language, other.page))}"><span>${say(key)}</span> ${other.check.item} ${wordsIn(other.check.title, language)}</a>`;
  return html`<nav class="neighbours" aria-label="${say('checksHeading')}">
    ${to(site.checks[at - 1], 'previous')}
    <a href="${link(path, homePath(site, language))}#checks">${say('allChecks')}</a>
    ${to(site.checks[at + 1], 'next')}
  </nav>`;
}
