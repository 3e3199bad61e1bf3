import { wordsIn, type Check, type Edition } from '../ir/catalog.js';
import type { CalledAction } from './actions-of.js';
import { commandLine } from './copy-block.js';
import { downloadBlock, sourcePath } from './download-block.js';
import { html, joinHtml, type Html } from './html.js';
import { homePath, link, pagePath, renderPage, type PageContext } from './layout.js';
import { callOf, fromDownloads } from './run-lines.js';
import type { Pack, SiteCheck, SiteScript } from './site.js';
import { filled } from './words.js';

export function homePage(context: PageContext): string {
  const { site, language, say, text } = context;
  const title = wordsIn(site.catalog.title, language);
  const path = homePath(site, language);
  return renderPage(context, {
    path,
    title: say('homeTitle', { Title: title }),
    inLanguage: (each) => homePath(site, each),
    about: text('homeLead'),
    isHome: true,
    scripts: ['page/codes.js', 'page/search.js', pagePath(language, 'search-data.js')],
    main: html`<section class="opening">
        <h1>${say('homeHeading', { Title: title })}</h1>
        <p class="lead">${say('homeLead')}</p>
        ${notice(context)} ${searchForm(context, path)}
      </section>
      ${downloads(context, path)} ${firstSteps(context, path)} ${checkList(context, path)} ${undo(context)} ${safety(context)}
      ${deploy(context, path)} ${verification(context, path)}`,
  });
}

/** An honest word where a build must not be handed on; null for a release. */
function notice({ site, say }: PageContext): Html | null {
  const { signer } = site.manifest;
  if (signer && !signer.development) return null;
  return html`<p class="notice">${say(signer ? 'development' : 'unsigned')}</p>`;
}

function searchForm(context: PageContext, path: string): Html {
  const { language, say } = context;
  return html`<form class="search" role="search" hidden>
      <label for="query">${say('searchLabel')}</label>
      <input id="query" type="search" autocomplete="off" spellcheck="false" maxlength="4000" aria-describedby="query-hint" aria-controls="results"/>
      <p id="query-hint" class="hint">${say('searchHint')}</p>
      ${examples(context)}
    </form>
    <section
      id="results"
      class="results"
      aria-label="${say('searchResults')}"
      data-codes="${link(path, pagePath(language, 'error-codes.html'))}"
      data-first="${say('searchFirst')}"
      data-nothing="${say('searchNothing')}"
      data-unknown="${say('searchUnknown')}"
      data-decoded="${say('searchDecoded', { Facility: '{Facility}' })}"
      data-wraps="${say('searchWraps', { Error: '{Error}' })}"
      data-phase="${say('searchPhase', { Phase: '{Phase}', Operation: '{Operation}' })}"
      data-no-check="${say('searchNoCheck')}"
      data-count="${say('searchCount', { Checks: '{Checks}', Codes: '{Codes}' })}"
      data-words="${say('searchWords')}"
      data-more="${say('searchMore', { Count: '{Count}' })}"
      data-repairs="${say('doesRepair')}"
      hidden></section>`;
}

function examples({ site, language, say }: PageContext): Html | null {
  if (site.catalog.examples === null) return null;
  const chips = wordsIn(site.catalog.examples, language).split(' / ');
  return html`<p class="examples">
    <span class="hint">${say('labelled', { Label: say('searchExamples') })}</span>
    ${chips.map((each) => html`<a href="#q=${encodeURIComponent(each)}">${each}</a> `)}
  </p>`;
}

function downloads(context: PageContext, path: string): Html {
  const { site, say } = context;
  return html`<section id="download" aria-labelledby="download-heading">
    <h2 id="download-heading">${say('downloadHeading')}</h2>
    <p class="lead">${say('downloadLead')}</p>
    <ol class="scripts">
      ${site.scripts.map((script) => scriptBlock(context, path, script))}
    </ol>
    <p class="hint">${say('languageNote', { Option: html`<code>-Language ${site.scriptLanguages.join(' | ')}</code>` })}</p>
    ${site.kit && html`<p class="hint">${say('kitNote', { File: html`<a href="${link(path, site.kit.path)}" download="${site.kit.name}">${site.kit.name}</a>` })}</p>`}
  </section>`;
}

function scriptBlock(context: PageContext, path: string, script: SiteScript): Html {
  const { language, say } = context;
  const all = countOf(script);
  return html`<li id="script-${script.name}">
    <h3>${script.title ? html`${wordsIn(script.title, language)} <code>${script.name}</code>` : script.name}</h3>
    <p class="does">${say(script.runsAs === 'user' ? 'phase.asUser' : `phase.${script.phase}`)}</p>
    ${script.phase === 'repair' ? defaults(context, path, script) : null}
    <div class="files">
      ${script.files.map(
        ({ edition, download, checks }) =>
          html`<div class="kind">
            <h4>${say(edition === 'ps1' ? 'kindPs1' : 'kindCmd')} · ${counted(say, checks.length, all)}</h4>
            ${downloadBlock(context, path, download, sourcePath(download))}
          </div> `,
      )}
    </div>
  </li> `;
}

/** How many checks an edition has, and of how many where some are missing. */
function counted(say: PageContext['say'], count: number, all: number): Html {
  return count === all ? say('checksCount', { Count: count }) : say('checksOfAll', { Count: count, All: all });
}

/** Checks that a script has in either edition. */
function countOf({ files }: SiteScript): number {
  return new Set(files.flatMap(({ checks }) => checks)).size;
}

function defaults({ site, language, say }: PageContext, path: string, script: SiteScript): Html {
  const chosen = site.checks.filter(({ check }) => script.defaults.includes(check.id));
  return html`<details>
    <summary>${say('defaultsHeading')}</summary>
    <p>${say('defaultsUnattended')}</p>
    <ul>
      ${chosen.map(
        ({ check, page }) =>
          html`<li>
            <a href="${link(path, pagePath(language, page))}">${check.item} ${wordsIn(check.title, language)}</a>
          </li> `,
      )}
    </ul>
  </details>`;
}

/** How a visitor comes from the download to the answer, with what is seen on the way. */
function firstSteps(context: PageContext, path: string): Html | null {
  const { site, say } = context;
  // They are for a console opened as administrator.
  const named = (phase: string): SiteScript | undefined =>
    site.scripts.find((script) => script.phase === phase && script.runsAs === 'machine');
  const [look, repair] = [named('detect'), named('repair')];
  const file = look?.files.find(({ edition }) => edition === 'ps1')?.download;
  if (!look || !file) return null;
  const take = html`<a href="${link(path, file.path)}" download="${file.name}">${file.name}</a>`;
  const repairs = repair && [
    [callOf(repair, 'ps1', 'preview', []), say('runPreview')] as const,
    [callOf(repair, 'ps1', 'run', []), say('runRepair')] as const,
  ];
  return html`<section id="start" aria-labelledby="start-heading">
    <h2 id="start-heading">${say('startHeading')}</h2>
    <ol class="steps">
      <li>${say('startDownload', { File: take })}</li>
      <li>${say('startOpen', { Keys: html`<kbd>Windows</kbd> + <kbd>X</kbd>` })}</li>
      <li>
        ${say('startPaste')}
        ${commandLine(fromDownloads('ps1', callOf(look, 'ps1', 'run', [])), say('startOtherUser'))}
      </li>
      <li>${say('startPublisher')}</li>
      <li>
        ${say('startRead')}
        ${repairs ? html`<div class="commands">${repairs.map(([command, does]) => commandLine(fromDownloads('ps1', command), does))}</div>` : null}
      </li>
    </ol>
    ${blocked(context)}
  </section>`;
}

/** What Windows says to a script from the internet, and what is right to do about it. */
const hindrances = ['policy', 'override', 'unsigned', 'untrusted', 'smartscreen', 'notepad', 'language'] as const;

function blocked({ site, say }: PageContext): Html {
  const counts = site.scripts.flatMap((script) => {
    const [ps1, cmd] = (['ps1', 'cmd'] as const).map((wanted) =>
      script.files.find(({ edition }) => edition === wanted),
    );
    if (!ps1 || !cmd) return [];
    const values = { Name: cmd.download.name, Cmd: cmd.checks.length, Ps1: countOf(script) };
    return [say('blockedCounts', values)];
  });
  return html`<section id="start-blocked" aria-labelledby="blocked-heading" itemscope itemtype="https://schema.org/FAQPage">
    <h3 id="blocked-heading">${say('startBlocked')}</h3>
    <table>
      <thead>
        <tr>
          <th scope="col">${say('blockedSees')}</th>
          <th scope="col">${say('blockedDo')}</th>
        </tr>
      </thead>
      <tbody>
        ${hindrances.map(
          (each) =>
            html`<tr itemprop="mainEntity" itemscope itemtype="https://schema.org/Question">
              <td itemprop="name">${say(`blocked.${each}`)}</td>
              <td itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer">
                <span itemprop="text">${say(`blocked.${each}Do`, { Counts: joinHtml(counts, say('listJoin')) })}</span>
              </td>
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`;
}

function undo({ site, say }: PageContext): Html | null {
  const repair = site.scripts.find(({ phase, runsAs }) => phase === 'repair' && runsAs === 'machine');
  if (!repair) return null;
  return html`<section id="undo" aria-labelledby="undo-heading">
    <h2 id="undo-heading">${say('undoHeading')}</h2>
    <p>${say('undoLead')}</p>
    <div class="commands">
      ${commandLine(fromDownloads('ps1', callOf(repair, 'ps1', 'undo', [])), say('runUndo'))}
    </div>
    <p class="hint">${say('undoCmd')}</p>
  </section>`;
}

/** What repairs change, each kind of change once, by whether undo brings it back. */
function safety({ site, language, say }: PageContext): Html {
  const actions = [...new Map(site.checks.flatMap((each) => each.actions).map((each) => [each.name, each])).values()];
  const [undone, kept] = [
    actions.filter(({ journal }) => journal.undone),
    actions.filter(({ journal }) => !journal.undone),
  ];
  const list = (key: string, some: readonly CalledAction[]): Html | null =>
    some.length === 0
      ? null
      : html`<h3>${say(key, { Count: some.length })}</h3>
          <ul class="changes">
            ${some.map(({ changes, undo: how }) => html`<li>${wordsIn(changes, language)} – ${wordsIn(how, language)}</li> `)}
          </ul>`;
  const named = (phase: string): readonly Html[] =>
    site.scripts.filter((script) => script.phase === phase).map(({ name }) => html`<code>${name}</code>`);
  const repairing = site.checks.filter((each) => each.actions.length > 0);
  return html`<section id="safe" aria-labelledby="safe-heading">
    <h2 id="safe-heading">${say('safeHeading')}</h2>
    <ul>
      ${named('detect').map((name) => html`<li>${say('safeDetect', { Name: name })}</li> `)}
      ${named('repair').map((name) => html`<li>${say('safeRepair', { Name: name })}</li> `)}
      <li>${say('safeFiles')}</li>
      <li>${say('safeNet')}</li>
      <li>${say('safeCounts', { Repairs: repairing.length, All: site.checks.length, Parts: repairing.filter(isPartlyKept).length })}</li>
    </ul>
    ${list('undoNot', kept)} ${list('undoDone', undone)}
  </section>`;
}

/** Whether undo leaves something of what a repair changes. */
function isPartlyKept({ actions }: SiteCheck): boolean {
  return actions.some(({ journal }) => !journal.undone);
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

function checkRow({ language, say }: PageContext, path: string, siteCheck: SiteCheck): Html {
  const { check, page, scripts } = siteCheck;
  const files = scripts.flatMap(({ files }) => files).filter(({ checks }) => checks.includes(check.id));
  const title = wordsIn(check.title, language);
  return html`<li id="${check.id}">
    <span class="number" aria-hidden="true">${check.item}</span>
    <input type="checkbox" value="${check.id}" data-in="${files.map(({ download }) => download.name).join(' ')}" aria-label="${say('choose', { Title: title })}" hidden/>
    <a class="title" href="${link(path, pagePath(language, page))}"><span class="unseen">${say('item', { Item: check.item })} </span>${title}</a>
    <span class="facts">${facts(say, siteCheck)}</span>
  </li> `;
}

/** What is worth knowing of a check before it is opened, in a few words. */
function facts(say: PageContext['say'], siteCheck: SiteCheck): Html {
  const { check } = siteCheck;
  const all = [
    html`<span class="does does-${kindOf(check)}">${say(kinds[kindOf(check)])}</span>`,
    ...(check.steps.ps1.repair ? [html`<span>${say('minutes', { Count: check.risk.minutes })}</span>`] : []),
    ...(check.risk.restart ? [html`<span>${say('restart')}</span>`] : []),
    ...(isPartlyKept(siteCheck) ? [html`<span>${say('notUndone')}</span>`] : []),
    ...(Object.keys(check.steps.cmd).length === 0 ? [html`<span>${say('onlyPs1')}</span>`] : []),
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
      <pre><code></code></pre>
      <p>${script.name}.${edition}</p>
    </div>`;
  const blocks = (wanted: Edition): readonly Html[] =>
    site.scripts.flatMap((script) =>
      script.files.filter(({ edition }) => edition === wanted).map(({ edition }) => block(script, edition)),
    );
  return html`<p class="chosen-bar" data-count="${say('chosenCount', { Count: '{Count}' })}" hidden>
      <span class="chosen-count"></span> <a href="#chosen">${say('chosenShow')}</a>
      <a class="chosen-link" href="#checks">${say('chosenLink')}</a>
      <button type="button" class="quiet" data-clear>${say('chosenNone')}</button>
    </p>
    <section class="chosen" id="chosen" aria-labelledby="chosen-heading" hidden>
      <h3 id="chosen-heading">${say('chosenHeading')}</h3>
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
    ${chooser(context, path)}
    <p class="hint">${say('deployTrust')}</p>
    ${site.packs.map((pack) => packBlock(context, path, pack))}
  </section>`;
}

/** By what a visitor has: which archive to take. */
function chooser({ site, language, say }: PageContext, path: string): Html {
  return html`<table class="chooser">
    <thead>
      <tr>
        <th scope="col">${say('deploySituation')}</th>
        <th scope="col">${say('deployTake')}</th>
        <th scope="col">${say('deploySteps')}</th>
      </tr>
    </thead>
    <tbody>
      ${site.packs.map(
        ({ channel: { name, words }, archive }) =>
          html`<tr>
            <td>${wordsIn(words.when, language)}</td>
            <td><a href="${link(path, archive.path)}" download="${archive.name}">${archive.name}</a></td>
            <td><a href="#deploy-${name}">${wordsIn(words.heading, language)}</a></td>
          </tr> `,
      )}
    </tbody>
  </table>`;
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
    ${downloadBlock(context, path, archive, null)}
    ${hasOwn ? html`<p class="hint">${say('packOfChecks')}</p>` : null}
  </section>`;
}

function verification({ site, say }: PageContext, path: string): Html {
  const { catalog, manifest } = site;
  const { product } = catalog;
  const { signer } = manifest;
  const lines: readonly (readonly [string, Html])[] = [
    ...(signer?.sha256 === undefined
      ? []
      : [
          [
            `(Get-FileHash "$HOME\\Downloads\\publisher.cer").Hash -eq '${signer.sha256}'`,
            say('verifyCertificate', { File: html`<code>publisher.cer</code>` }),
          ] as const,
        ]),
    [
      `Test-FileCatalog -CatalogFilePath .\\${product}\\${product}.cat -Path .\\${product} -Detailed`,
      say('verifyAllWindows', { Valid: html`<code>Valid</code>`, Folder: html`<code>${product}</code>` }),
    ],
    [
      `cd ${product} && openssl cms -verify -binary -inform DER -in SHA256SUMS.p7s -content SHA256SUMS -CAfile ../publisher.pem -partial_chain -purpose any -out /dev/null && sha256sum --check --quiet SHA256SUMS`,
      say('verifyAllLinux', { Folder: html`<code>${product}</code>` }),
    ],
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
    ${
      signer &&
      html`<p>
        <a class="button" href="${link(path, 'publisher.cer')}" download="publisher.cer">publisher.cer</a>
        <a href="${link(path, 'publisher.pem')}" download="publisher.pem">publisher.pem</a>
      </p>`
    }
    <div class="commands">${lines.map(([command, does]) => commandLine(command, does))}</div>
    <p class="hint">${say('verifyElsewhere', { File: html`<a href="${link(path, `${product}/provenance.intoto.json`)}">provenance.intoto.json</a>` })}</p>
    <p class="hint">
      ${say('labelled', { Label: say('verifyFiles') })}
      ${joinHtml(
        lists.map((each) => html`<a href="${link(path, each)}">${each.slice(product.length + 1)}</a>`),
        ' · ',
      )}
    </p>
  </section>`;
}
