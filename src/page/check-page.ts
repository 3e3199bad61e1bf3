import { editions, wordsIn, type Check, type Edition } from '../ir/catalog.js';
import { checkSlug } from '../names/check-slug.js';
import { pascalCase } from '../names/name-functions.js';
import type { CalledAction } from './actions-of.js';
import { commandLine } from './copy-block.js';
import { downloadBlock } from './download-block.js';
import { html, joinHtml, type Html } from './html.js';
import { codePath, homePath, link, pagePath, renderPage, type PageContext } from './layout.js';
import { callOf, fromDownloads, type Purpose } from './run-lines.js';
import type { SiteCheck } from './site.js';
import { sourceBlock, sourceScript, textsPath } from './source-page.js';
import { tabs } from './tabs.js';
import { sentence, type Say } from './words.js';

/** Everything about one check. */
export function checkPage(context: PageContext, siteCheck: SiteCheck): string {
  const { site, language, say } = context;
  const { check } = siteCheck;
  const path = pagePath(language, siteCheck.page);
  const title = wordsIn(check.title, language);
  const group = site.catalog.groups.find(({ id }) => id === check.group);
  return renderPage(context, {
    path,
    title: html`${check.item} ${title} · ${wordsIn(site.catalog.title, language)}`,
    inLanguage: (each) => pagePath(each, siteCheck.page),
    about: wordsIn(check.why, language),
    scripts: siteCheck.snippets.length > 0 ? [textsPath(checkSlug(check)), sourceScript] : [],
    main: html`<article>
        <p class="trail">
          <a href="${link(path, homePath(site, language))}#group-${check.group}">${group ? wordsIn(group.title, language) : check.group}</a>
        </p>
        <h1><span class="number">${check.item}</span>${title}</h1>
        <p class="why">${wordsIn(check.why, language)}</p>
        ${summary(context, check)} ${recipe(context, path, siteCheck)} ${yourself(context, check)}
        ${changes(context, siteCheck)} ${reports(context, siteCheck)} ${otherwise(context, path)}
        ${alone(context, path, siteCheck)} ${deployFiles(context, path, siteCheck)}
        ${siteCheck.snippets.length > 0 ? snippets(context, path, siteCheck) : null}
        ${codes(context, path, siteCheck)} ${links(say, check)}
      </article>
      ${neighbours(context, path, siteCheck)}`,
  });
}

function summary(
  { site, language, say }: PageContext,
  { risk, severity, audience, applies, where, runsAs, needs, steps }: Check,
): Html {
  const titles = applies.flatMap((each) => site.catalog.applies.get(each) ?? []);
  const join = (pieces: readonly Html[]): Html => joinHtml(pieces, say('listJoin'));
  const limits = [
    ...where.kind.map((kind) => say(`where.${kind}`)),
    ...(where.minBuild === null ? [] : [say('where.minBuild', { Build: where.minBuild })]),
    ...(where.maxBuild === null ? [] : [say('where.maxBuild', { Build: where.maxBuild })]),
    ...(runsAs === 'user' ? [say('where.asUser')] : where.account.map((account) => say(`where.${account}`))),
    ...[...where.editionIds, ...where.architecture].map((name) => html`${name}`),
  ];
  const rows: readonly (readonly [string, Html])[] = [
    ['severity', say(`severity.${severity}`)],
    ...(audience.length > 0 ? [['audience', join(audience.map((each) => say(`audience.${each}`)))] as const] : []),
    ...(applies.length > 0
      ? [['applies', join(titles.map((title) => html`${wordsIn(title, language)}`))] as const]
      : []),
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

/** What a person can do without a script: guided steps, and what the answers of a diagnosis advise. */
function yourself({ language, say }: PageContext, { guided, answers }: Check): Html | null {
  const advice = new Set((answers ?? []).flatMap((answer) => (answer.do ? [wordsIn(answer.do, language)] : [])));
  if (!guided && advice.size === 0) return null;
  return html`<section aria-labelledby="guided">
    <h2 id="guided">${say(guided ? 'guidedHeading' : 'yourselfHeading')}</h2>
    ${guided && html`<ol class="steps">${guided.steps.map((step) => html`<li>${withPlaces(wordsIn(step, language))}</li> `)}</ol>`}
    ${guided?.result ? html`<p>${say('guidedResult', { Result: withPlaces(wordsIn(guided.result, language)) })}</p>` : null}
    ${guided?.open ? html`<p>${say('guidedOpen', { Target: opening(guided.open) })}</p>` : null}
    ${advice.size === 0 ? null : html`<ul class="steps">${[...advice].map((each) => html`<li>${withPlaces(each)}</li> `)}</ul>`}
  </section>`;
}

/** A sentence with its Settings pages as links, which open them where the page is read on the PC that it is about. */
function withPlaces(text: string): Html {
  const pieces = text.split(/((?:ms-settings|windowsdefender):[a-z0-9-]*)/);
  return joinHtml(
    pieces.map((piece, at) => (at % 2 === 1 ? opening(piece) : sentence(piece))),
    null,
  );
}

/** Settings pages and web pages are links; what a file name starts is text. */
function opening(target: string): Html {
  const name = html`<code>${target}</code>`;
  return /^(?:ms-settings|windowsdefender|https):/.test(target) ? html`<a href="${target}">${name}</a>` : name;
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
      ${say('changesPreview', { Preview: html`<code>-WhatIf</code>` })}</p>
    ${isUndoable ? html`<p class="hint">${say('changesUndo', { Undo: html`<code>-Undo</code>` })}</p>` : null}
  </section>`;
}

/** From the download to the repair and back, in each edition that has the check. */
function recipe(context: PageContext, path: string, siteCheck: SiteCheck): Html | null {
  const { say } = context;
  const panels = editions.flatMap((edition) => {
    const steps = stepsOf(context, path, siteCheck, edition);
    return steps === null ? [] : [{ label: say(`snippet.${edition}`), body: steps }];
  });
  if (panels.length === 0) return null;
  return html`<section aria-labelledby="do" itemscope itemtype="https://schema.org/HowTo">
    <h2 id="do" itemprop="name">${say('doHeading')}</h2>
    ${tabs(panels)} ${inputs(context, siteCheck.check)}
  </section>`;
}

function stepsOf(
  context: PageContext,
  path: string,
  { check, scripts, actions }: SiteCheck,
  edition: Edition,
): Html | null {
  const { site, language, say } = context;
  const own = scripts.flatMap((script) => {
    const file = script.files.find((each) => each.edition === edition && each.checks.includes(check.id));
    return file ? [{ script, file: file.download }] : [];
  });
  if (own.length === 0) return null;
  const files = own.map(
    ({ file }) => html`<a href="${link(path, file.path)}" download="${file.name}">${file.name}</a>`,
  );
  const start = html`<a href="${link(path, homePath(site, language))}#start">${say('startHeading')}</a>`;
  const list = joinHtml(files, say('listJoin'));
  const download =
    check.runsAs === 'user'
      ? say('doDownloadAsUser', { Files: list })
      : say('doDownload', { Files: list, Steps: start });
  const line = (command: string, does: Html): Html => commandLine(fromDownloads(edition, command), does);
  const time = say('minutes', { Count: check.risk.minutes });
  const cost = check.risk.restart ? html`${time}${say('listJoin')}${say('restart')}` : time;
  const lines = own.flatMap(({ script }): readonly Html[] => {
    const call = (purpose: Purpose): string => callOf(script, edition, purpose, [check.id]);
    if (script.phase === 'detect')
      return [
        html`${line(call('run'), say('runDetect'))}<p class="hint"><a href="#reports">${say('reportsHeading')}</a></p>`,
      ];
    if (script.phase === 'collect') return [line(call('run'), say('phase.collect'))];
    const undone = actions.some(({ journal }) => journal.undone) && edition === 'ps1';
    return [
      line(call('preview'), say('runPreview')),
      line(call('run'), html`${say('runRepair')} (${cost})`),
      ...(undone ? [line(call('undo'), say('runUndo'))] : []),
      ...(edition === 'cmd' ? [say('undoCmd')] : []),
    ];
  });
  return html`<ol class="steps recipe">
    <li>${download}</li>
    ${lines.map((each) => html`<li itemprop="step" itemscope itemtype="https://schema.org/HowToStep"><div itemprop="text">${each}</div></li> `)}
  </ol>`;
}

/** Where to go from a check that did not help. */
function otherwise({ site, language, say }: PageContext, path: string): Html | null {
  const last = site.scripts.filter(({ phase }) => phase !== 'repair');
  if (last.length === 0) return null;
  const links = last.map(
    ({ name, title }) =>
      html`<a href="${link(path, homePath(site, language))}#script-${name}">${title ? wordsIn(title, language) : name}</a>`,
  );
  return html`<p class="hint otherwise">${say('doOtherwise', { Ways: joinHtml(links, say('listJoin')) })}</p>`;
}

function alone(context: PageContext, path: string, siteCheck: SiteCheck): Html | null {
  if (!siteCheck.alone) return null;
  const { archive, scripts } = siteCheck.alone;
  const { say } = context;
  return html`<section class="beside" aria-labelledby="alone">
    <h2 id="alone">${say('doAlone')}</h2>
    <ul>
      ${scripts.map(({ name, phase }) => html`<li><code>${name}</code> – ${say(`alone.${phase}`)}</li> `)}
    </ul>
    ${downloadBlock(context, path, archive, null)}
  </section>`;
}

function inputs({ language, say }: PageContext, check: Check): Html | null {
  if (check.inputs.length === 0) return null;
  return html`<h3>${say('inputsHeading')}</h3>
    <dl class="inputs">
      ${check.inputs.map(({ name, says }) => html`<div><dt><code>-${pascalCase(name)}</code></dt><dd>${wordsIn(says, language)}</dd></div>`)}
    </dl>`;
}

function deployFiles({ language, say }: PageContext, path: string, { check, packs }: SiteCheck): Html | null {
  if (packs.length === 0) return null;
  return html`<section class="beside" aria-labelledby="deploy">
    <h2 id="deploy">${say('deployCheck')}</h2>
    <dl class="packs">
      ${packs.map(
        ({ channel, archive }) =>
          html`<dt>${wordsIn(channel.words.heading, language)}</dt>
            <dd>${say('packFolder', {
              Folder: html`<code>${checkSlug(check)}</code>`,
              Archive: html`<a href="${link(path, archive.path)}" download="${archive.name}">${archive.name}</a>`,
            })}</dd>`,
      )}
    </dl>
  </section>`;
}

/** The id under which a page of a check shows the snippet for a shell. */
export function snippetId(shell: Edition): string {
  return `snippet-${shell}`;
}

function snippets({ say }: PageContext, path: string, siteCheck: SiteCheck): Html {
  const phase = siteCheck.snippets[0]?.phase ?? 'detect';
  return html`<section class="beside" aria-labelledby="snippet">
    <h2 id="snippet">${say('snippetHeading')}</h2>
    <p>${say(`snippetLead.${phase}`)}</p>
    ${siteCheck.snippets.map(
      ({ shell, download }) =>
        html`<figure class="snippet">
          <figcaption>
            <span>${say(`snippet.${shell}`)}</span>
            <a href="${link(path, download.path)}">${say('snippetFile')}</a>
          </figcaption>
          ${sourceBlock(snippetId(shell), download.name, shell)}
        </figure> `,
    )}
  </section>`;
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
  return html`<section class="beside" aria-labelledby="codes">
    <h2 id="codes">${say('codesExplained')}</h2>
    <ul class="codes">
      ${leading.map(
        ({ code, meaning }) =>
          html`<li>
            <a href="${link(path, codePath(language, code))}"><code>${code}</code></a>${meaning && html` ${wordsIn(meaning, language)}`}
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
