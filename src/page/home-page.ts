import { wordsIn, type Check, type Edition } from '../ir/catalog.js';
import { commandLine } from './copy-block.js';
import { downloadBlock, sourcePath } from './download-block.js';
import { html, joinHtml, type Html } from './html.js';
import { homePath, link, pagePath, renderPage, type PageContext } from './layout.js';
import type { Pack, SiteCheck, SiteScript } from './site.js';
import { filled } from './words.js';

export function homePage(context: PageContext): string {
  const { site, language, say } = context;
  const title = wordsIn(site.catalog.title, language);
  const path = homePath(site, language);
  return renderPage(context, {
    path,
    title: say('homeTitle', { Title: title }),
    inLanguage: (each) => homePath(site, each),
    scripts: ['page/codes.js', 'page/search.js', pagePath(language, 'search-data.js')],
    main: html`<section class="opening">
        <h1>${say('homeHeading', { Title: title })}</h1>
        <p class="lead">${say('homeLead')}</p>
        ${notice(context)} ${searchForm(context, path)}
      </section>
      ${downloads(context, path)} ${checkList(context, path)} ${deploy(context, path)} ${verification(context, path)}`,
  });
}

/** An honest word where a build must not be handed on; null for a release. */
function notice({ site, say }: PageContext): Html | null {
  const { signer } = site.manifest;
  if (signer && !signer.development) return null;
  return html`<p class="notice">${say(signer ? 'development' : 'unsigned')}</p>`;
}

function searchForm({ language, say }: PageContext, path: string): Html {
  return html`<form class="search" role="search" hidden>
      <label for="query">${say('searchLabel')}</label>
      <input id="query" type="search" autocomplete="off" spellcheck="false" maxlength="4000" aria-describedby="query-hint" aria-controls="results"/>
      <p id="query-hint" class="hint">${say('searchHint')}</p>
    </form>
    <section
      id="results"
      class="results"
      aria-label="${say('searchResults')}"
      data-pages="${link(path, pagePath(language, ''))}/"
      data-first="${say('searchFirst')}"
      data-nothing="${say('searchNothing')}"
      data-unknown="${say('searchUnknown')}"
      data-decoded="${say('searchDecoded', { Facility: '{Facility}' })}"
      data-wraps="${say('searchWraps', { Error: '{Error}' })}"
      data-phase="${say('searchPhase', { Phase: '{Phase}', Operation: '{Operation}' })}"
      data-no-check="${say('searchNoCheck')}"
      data-count="${say('searchCount', { Checks: '{Checks}', Codes: '{Codes}' })}"
      data-more="${say('searchMore', { Count: '{Count}' })}"
      data-repairs="${say('doesRepair')}"
      hidden></section>`;
}

function downloads(context: PageContext, path: string): Html {
  const { site, say } = context;
  return html`<section id="download" aria-labelledby="download-heading">
    <h2 id="download-heading">${say('downloadHeading')}</h2>
    <p class="lead">${say('downloadLead')}</p>
    <ol class="scripts">
      ${site.scripts.map(
        (script) =>
          html`<li>
            <h3>${script.name}</h3>
            <p class="does">${say(`phase.${script.phase}`)} · ${say('checksCount', { Count: countOf(script) })}</p>
            <div class="files">
              ${script.files.map(
                ({ edition, download }) =>
                  html`<div class="kind">
                    <h4>${say(edition === 'ps1' ? 'kindPs1' : 'kindCmd')}</h4>
                    ${downloadBlock(context, path, download, sourcePath(download))}
                  </div> `,
              )}
            </div>
          </li> `,
      )}
    </ol>
    <h3 id="run">${say('runHeading')}</h3>
    <p>${say('runLead')}</p>
    ${runCommands(context)}
    <p class="hint">
      ${say('runCmd')} ${say('languageNote', { Option: html`<code>-Language ${site.scriptLanguages.join(' | ')}</code>` })}
    </p>
    ${site.kit && html`<p class="hint">${say('kitNote', { File: html`<a href="${link(path, site.kit.path)}" download="${site.kit.name}">${site.kit.name}</a>` })}</p>`}
  </section>`;
}

function countOf({ files }: SiteScript): number {
  return Math.max(0, ...files.map(({ checks }) => checks.length));
}

function runCommands({ site, say }: PageContext): Html {
  const named = (phase: string): string | undefined => site.scripts.find((script) => script.phase === phase)?.name;
  const [detect, repair] = [named('detect'), named('repair')];
  const lines = [
    ['Set-ExecutionPolicy -Scope Process -ExecutionPolicy RemoteSigned', say('runAllow')] as const,
    ...(detect === undefined ? [] : [[`.\\${detect}.ps1`, say('runDetect')] as const]),
    ...(repair === undefined
      ? []
      : [
          [`.\\${repair}.ps1 -WhatIf`, say('runPreview')] as const,
          [`.\\${repair}.ps1`, say('runRepair')] as const,
          [`.\\${repair}.ps1 -Undo`, say('runUndo')] as const,
        ]),
  ];
  return html`<div class="commands">
    ${lines.map(([command, does], index) => commandLine(say, `run-${index + 1}`, command, does))}
  </div>`;
}

function checkList(context: PageContext, path: string): Html {
  const { site, language, say } = context;
  return html`<section id="checks" aria-labelledby="checks-heading">
    <h2 id="checks-heading">${say('checksHeading')}</h2>
    <p class="lead">${say('checksLead', { Count: site.checks.length })}</p>
    ${site.catalog.groups.map(
      ({ id, title }) =>
        html`<h3 id="group-${id}">${wordsIn(title, language)}</h3>
          <ul class="checks">
            ${site.checks.filter(({ check }) => check.group === id).map((each) => checkRow(context, path, each))}
          </ul> `,
    )}
    ${chosenPanel(context)}
  </section>`;
}

function checkRow({ language, say }: PageContext, path: string, { check, page, scripts }: SiteCheck): Html {
  const files = scripts.flatMap(({ files }) => files).filter(({ checks }) => checks.includes(check.id));
  const title = wordsIn(check.title, language);
  return html`<li id="${check.id}">
    <span class="number" aria-hidden="true">${check.item}</span>
    <input type="checkbox" value="${check.id}" data-in="${files.map(({ download }) => download.name).join(' ')}" aria-label="${say('choose', { Title: title })}" hidden/>
    <a class="title" href="${link(path, pagePath(language, page))}"><span class="unseen">${say('item', { Item: check.item })} </span>${title}</a>
    <span class="facts">${facts(say, check)}</span>
  </li> `;
}

/** What is worth knowing of a check before it is opened, in a few words. */
function facts(say: PageContext['say'], check: Check): Html {
  const all = [
    html`<span class="does does-${kindOf(check)}">${say(kinds[kindOf(check)])}</span>`,
    ...(check.steps.ps1.repair ? [html`<span>${say('minutes', { Count: check.risk.minutes })}</span>`] : []),
    ...(check.risk.restart ? [html`<span>${say('restart')}</span>`] : []),
  ];
  return joinHtml(all, ' ');
}

const kinds = { repair: 'doesRepair', guide: 'doesGuide', look: 'doesLook', collect: 'doesCollect' } as const;

function kindOf(check: Check): keyof typeof kinds {
  if (check.steps.ps1.repair ?? check.steps.cmd.repair) return 'repair';
  if (check.guided) return 'guide';
  return (check.steps.ps1.detect ?? check.steps.cmd.detect) ? 'look' : 'collect';
}

/** Filled by page.js: commands for signed scripts, since no script is ever made in a browser. */
function chosenPanel({ site, say }: PageContext): Html {
  const block = (script: SiteScript, edition: Edition): Html =>
    html`<div class="chosen-command" data-file="${script.name}.${edition}" data-phase="${script.phase}" hidden>
      <pre><code id="chosen-${script.name}-${edition}"></code></pre>
      <button type="button" class="copy" data-copy="chosen-${script.name}-${edition}" aria-label="${say('copyWhat', { What: `${script.name}.${edition}` })}">
        ${say('copy')}
      </button>
    </div>`;
  const blocks = (wanted: Edition): readonly Html[] =>
    site.scripts.flatMap((script) =>
      script.files.filter(({ edition }) => edition === wanted).map(({ edition }) => block(script, edition)),
    );
  return html`<section class="chosen" aria-labelledby="chosen-heading" data-count="${say('chosenCount', { Count: '{Count}' })}" hidden>
    <h3 id="chosen-heading">${say('chosenHeading')}</h3>
    <p class="chosen-state">
      <span class="chosen-count"></span> <a class="chosen-link" href="#checks">${say('chosenLink')}</a>
      <button type="button" class="quiet" data-clear>${say('chosenNone')}</button>
    </p>
    ${blocks('ps1')}
    <details class="chosen-cmd">
      <summary>${say('snippet.cmd')}</summary>
      ${blocks('cmd')}
    </details>
  </section>`;
}

function deploy(context: PageContext, path: string): Html | null {
  const { site, say } = context;
  if (site.packs.length === 0) return null;
  return html`<section id="deploy" aria-labelledby="deploy-heading">
    <h2 id="deploy-heading">${say('deployHeading')}</h2>
    <p class="lead">${say('deployLead')}</p>
    <p class="hint">${say('deployTrust')}</p>
    ${site.packs.map((pack) => packBlock(context, path, pack))}
  </section>`;
}

/** Steps are words of the channel, since every checklist is deployed by the same ones. */
function packBlock(context: PageContext, path: string, { channel, archive }: Pack): Html {
  const { site, language, say } = context;
  const { name, words } = channel;
  const hasOwn = site.checks.some(({ packs }) => packs.some((pack) => pack.channel === channel));
  const steps = words.steps.map((step) => filled(wordsIn(step, language), { Product: site.catalog.product }));
  return html`<section class="pack" id="deploy-${name}" aria-labelledby="deploy-${name}-heading">
    <h3 id="deploy-${name}-heading">${wordsIn(words.heading, language)}</h3>
    ${steps.length === 0 ? null : html`<ol class="steps">${steps.map((step) => html`<li>${step}</li>`)}</ol>`}
    ${archive && downloadBlock(context, path, archive, null)}
    ${hasOwn ? html`<p class="hint">${say('packOfChecks')}</p>` : null}
  </section>`;
}

function verification({ site, say }: PageContext, path: string): Html {
  const { catalog, manifest } = site;
  const { product } = catalog;
  const { signer } = manifest;
  const lines: readonly (readonly [string, string, Html])[] = [
    [
      'verify-windows',
      `Test-FileCatalog -CatalogFilePath .\\${product}\\${product}.cat -Path .\\${product} -Detailed`,
      say('verifyAllWindows', { Valid: html`<code>Valid</code>` }),
    ],
    [
      'verify-linux-signature',
      'openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s -content SHA256SUMS -CAfile publisher.pem -purpose any -out /dev/null',
      say('verifyListLinux', { Folder: html`<code>${product}</code>` }),
    ],
    ['verify-linux', 'sha256sum --check --quiet SHA256SUMS', say('verifyAllLinux')],
  ];
  const lists = ['SHA256SUMS', 'SHA256SUMS.p7s', `${product}.cat`, 'manifest.json'].map((name) => `${product}/${name}`);
  return html`<section id="verify" aria-labelledby="verify-heading">
    <h2 id="verify-heading">${say('verifyHeading')}</h2>
    <p class="lead">${say('verifyLead')}</p>
    ${
      signer &&
      html`<dl class="signer">
        <div>
          <dt>${say('signer')}</dt>
          <dd>${signer.subject}</dd>
        </div>
        <div>
          <dt>${say('issuer')}</dt>
          <dd>${signer.issuer}</dd>
        </div>
        <div>
          <dt>${say('thumbprint')}</dt>
          <dd><code>${signer.thumbprint}</code></dd>
        </div>
        ${
          signer.sha256 === undefined
            ? null
            : html`<div>
            <dt>${say('certificateSha256')}</dt>
            <dd><code>${signer.sha256}</code></dd>
          </div>`
        }
        <div>
          <dt>${say('validUntil')}</dt>
          <dd><time datetime="${signer.notAfter}">${signer.notAfter.slice(0, 10)}</time></dd>
        </div>
        <div>
          <dt>${say('version')}</dt>
          <dd>${manifest.version}</dd>
        </div>
      </dl>`
    }
    <div class="commands">${lines.map(([id, command, does]) => commandLine(say, id, command, does))}</div>
    <p class="hint">
      ${say('verifyFiles')}:
      ${joinHtml(
        lists.map((each) => html`<a href="${link(path, each)}">${each.slice(product.length + 1)}</a>`),
        ' · ',
      )}
    </p>
  </section>`;
}
