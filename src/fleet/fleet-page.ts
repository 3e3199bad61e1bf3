import { posix } from 'node:path';
import type { Language, Localized } from '../ir/catalog.js';
import type { PageTemplates } from '../load/templates.js';
import { html, type Html } from '../page/html.js';
import { contentPolicy, headStart } from '../page/layout.js';
import { speaker, type Say } from '../page/words.js';
import type { Row } from './database.js';
import type { Interval, Share } from './interval.js';
import { deviceStates, type CheckState, type DeviceState, type Snapshot } from './snapshot.js';
import { mostListed, type FleetList } from './write-lists.js';

/** What the page of a fleet is made of. */
export interface FleetPageInput {
  readonly snapshot: Snapshot;
  readonly lists: ReadonlyMap<string, FleetList>;
  readonly templates: PageTemplates;
  /** Of the checklist, in its languages; the id of the product where none is at hand. */
  readonly title: Localized | null;
  /** Of the checks that the checklist has; a check that it lacks is called by its id. */
  readonly titles: ReadonlyMap<string, Localized>;
  /** Symbolic names of error codes. */
  readonly codeNames: ReadonlyMap<string, string>;
}

interface Context extends FleetPageInput {
  readonly language: Language;
  readonly say: Say;
  readonly sayIn: (language: Language) => Say;
  /** Path of the page, below the folder of the fleet. */
  readonly path: string;
}

/**
 * The page of a fleet and its lists, by path below the folder of the fleet: in each language, without any script, all from one snapshot.
 */
export function fleetPages(input: FleetPageInput): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const language of input.templates.languages) {
    const sayIn = (other: Language): Say => speaker(input.templates.words, other);
    const home: Context = { ...input, language, say: sayIn(language), sayIn, path: homePath(language) };
    files.set(home.path, frame(home, homePath, title(home), homeMain(home)));
    for (const list of input.lists.values()) {
      const at = (other: Language): string => listPath(list, other);
      const context = { ...home, path: at(language) };
      files.set(context.path, frame(context, at, listTitle(context, list), listMain(context, list)));
    }
  }
  return files;
}

function homePath(language: Language): string {
  return language === 'en' ? 'index.html' : `index.${language}.html`;
}

function listPath({ number }: FleetList, language: Language): string {
  return `lists/${language}/${number}.html`;
}

function to({ path }: Context, target: string): string {
  return encodeURI(posix.relative(posix.dirname(path), target));
}

const sections = ['States', 'Trend', 'Checks', 'Codes', 'First', 'Repairs', 'Versions'] as const;

function frame(context: Context, inLanguage: (language: Language) => string, heading: Html, main: Html): string {
  const { language, say, sayIn, templates, path } = context;
  const home = to(context, homePath(language));
  const isHome = path === homePath(language);
  return html`${headStart(language, heading, contentPolicy)}
        <link rel="icon" href="${to(context, 'page/icon.svg')}" type="image/svg+xml" />
        <link rel="stylesheet" href="${to(context, 'page/page.css')}" />
        <link rel="stylesheet" href="${to(context, 'page/fleet.css')}" />
      </head>
      <body>
        <a class="skip" href="#main">${say('skip')}</a>
        <header class="bar">
          <a class="brand" href="${home}">${title(context)}</a>
          <nav aria-label="${say('navLabel')}">
            <ul>
              ${sections.map((name) => html`<li><a href="${isHome ? '' : home}#${name.toLowerCase()}">${say(`nav${name}`)}</a></li> `)}
            </ul>
          </nav>
          <p class="languages">
            ${templates.languages
              .filter((other) => other !== language)
              .map(
                (other) =>
                  html`<a href="${to(context, inLanguage(other))}" hreflang="${other}" lang="${other}"
                    >${sayIn(other)('languageName')}</a
                  > `,
              )}
          </p>
        </header>
        <main id="main">${main}</main>
        <footer><p>${asOf(context)}</p></footer>
      </body>
    </html> `.html;
}

function asOf(context: Context): Html {
  const { say, snapshot } = context;
  const { asOf, runs, files } = snapshot;
  return say('asOf', {
    Time: html`<time datetime="${asOf.replace(' ', 'T')}Z">${asOf.slice(0, 16)}</time>`,
    Runs: whole(context, runs),
    Files: whole(context, files),
  });
}

function title({ say, title: named, language }: Context): Html {
  return say('title', { Title: named === null ? 'Mendsheet' : (named[language] ?? named.en) });
}

function homeMain(context: Context): Html {
  const { snapshot, say } = context;
  const { problem, undecided, ok, notApplicable } = snapshot.states;
  const heard = problem + undecided + ok + notApplicable;
  return html`<section class="opening">
      <h1>
        ${problem === 0 ? say('verdictNone', { Of: whole(context, heard) }) : say('verdict', { Count: whole(context, problem), Of: whole(context, heard) })}
      </h1>
      <p class="lead">${say('lead', { Days: snapshot.staleDays })}</p>
      <p class="hint">${asOf(context)}</p>
      ${snapshot.unnamed > 0 ? html`<p class="notice">${say('unnamed', { Count: whole(context, snapshot.unnamed) })}</p>` : null}
    </section>
    ${[states, aside, trend, checks, reasons, codes, first, repairs, effects, rings, versions].map((part) => part(context))}`;
}

/** A section, left out where there is nothing to say. */
function section(context: Context, name: string, isThere: boolean, lead: Html | null, body: Html): Html {
  const { say } = context;
  if (!isThere) return html``;
  return html`<section id="${name}">
    <h2>${say(`${name}Heading`)}</h2>
    ${lead === null ? null : html`<p class="lead">${lead}</p>`} ${body}
  </section> `;
}

/** @param heads Keys of the columns; those of numbers begin with "#". */
function table({ say }: Context, heads: readonly string[], rows: readonly Html[]): Html {
  return html`<div class="table" tabindex="0">
    <table class="number-table">
      <thead>
        <tr>
          ${heads.map((key) =>
            key.startsWith('#')
              ? html`<th scope="col" class="count">${say(key.slice(1))}</th>`
              : html`<th scope="col">${say(key)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

function head(content: Html | string): Html {
  return html`<th scope="row">${content}</th>`;
}

function cell(content: Html | string | number): Html {
  return html`<td>${content}</td>`;
}

/** A number that opens its list. */
function number(context: Context, key: string, count: number): Html {
  const list = context.lists.get(key);
  if (count === 0) return html`<td class="count none">0</td>`;
  const shown = whole(context, count);
  return html`<td class="count">
    ${list ? html`<a href="${to(context, listPath(list, context.language))}">${shown}</a>` : shown}
  </td>`;
}

function states(context: Context): Html {
  const { snapshot, say } = context;
  let at = 0;
  const bars = deviceStates.map((state) => {
    const width = snapshot.devices === 0 ? 0 : (snapshot.states[state] / snapshot.devices) * 1000;
    const bar = html`<rect class="${state}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="24"></rect>`;
    at += width;
    return bar;
  });
  const rows = deviceStates.map(
    (state) =>
      html`${head(html`${swatch(state)}${say(`state.${state}`)}`)}${number(context, `state/${state}`, snapshot.states[state])}
        <td class="count">${percent(context, { count: snapshot.states[state], of: snapshot.devices })}</td>
        <td class="wide">${say(`means.${state}`, { Days: snapshot.staleDays })}</td>`,
  );
  return html`<section id="states">
    <h2>${say('statesHeading')}</h2>
    <p class="lead">${say('statesLead', { Count: whole(context, snapshot.devices) })}</p>
    <svg class="scale" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
    ${table(context, ['stateColumn', '#devicesColumn', '#shareColumn', 'meaningColumn'], rows)}
  </section> `;
}

function swatch(state: DeviceState | 'all'): Html {
  return html`<svg class="key scale" viewBox="0 0 10 10" aria-hidden="true">
    <rect class="${state}" width="10" height="10"></rect>
  </svg>`;
}

function percent({ language }: Context, { count, of }: Share): string {
  return of === 0 ? '–' : `${decimal(language, (count / of) * 100)} %`;
}

/** A whole number as the language writes it. */
function whole({ language }: Context, value: number): string {
  return value.toLocaleString(language);
}

function decimal(language: Language, value: number): string {
  return value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function aside(context: Context): Html {
  const { snapshot, say } = context;
  const rows = snapshot.refused.map(
    ({ reason, count }) => html`${head(say(`aside.${reason}`))}${number(context, `aside/${reason}`, count)}`,
  );
  return section(
    context,
    'aside',
    rows.length > 0,
    say('asideLead'),
    table(context, ['reasonColumn', '#piecesColumn'], rows),
  );
}

function trend(context: Context): Html {
  const { snapshot, say } = context;
  const days = snapshot.trend;
  const most = Math.max(1, ...days.map(({ devices }) => devices));
  const high = (count: number): string => ((count / most) * 120).toFixed(2);
  const top = (count: number): string => (130 - (count / most) * 120).toFixed(2);
  const bars = days.map(
    ({ devices, problem, repaired }, at) =>
      html`<rect class="all" x="${at * 32}" y="${top(devices)}" width="26" height="${high(devices)}"></rect>
        <rect class="problem" x="${at * 32}" y="${top(problem)}" width="13" height="${high(problem)}"></rect>
        <rect class="ok" x="${at * 32 + 13}" y="${top(repaired)}" width="13" height="${high(repaired)}"></rect>`,
  );
  const rows = days.map(
    ({ day, devices, problem, repaired }) =>
      html`${head(html`<time datetime="${day}">${day}</time>`)}
      ${[devices, problem, repaired].map((count) => html`<td class="count">${whole(context, count)}</td>`)}`,
  );
  return section(
    context,
    'trend',
    days.some(({ devices }) => devices > 0),
    say('trendLead'),
    html`<svg
        class="trend"
        viewBox="0 0 ${days.length * 32} 130"
        preserveAspectRatio="none"
        role="img"
        aria-label="${say('trendPicture', { Days: days.length })}"
      >
        ${bars}
      </svg>
      <details>
        <summary>${say('trendTable')}</summary>
        ${table(context, ['dayColumn', '#reportedColumn', '#withProblemColumn', '#repairedColumn'], rows)}
      </details>`,
  );
}

const checkColumns: readonly CheckState[] = ['problem', 'undecided', 'ok', 'notApplicable', 'notLooked'];

function checks(context: Context): Html {
  const { snapshot, say } = context;
  const rows = snapshot.checks.map(
    ({ id, states: own }) =>
      html`${head(checkTitle(context, id))}${checkColumns.map((state) => number(context, `check/${id}/${state}`, own[state]))}`,
  );
  const heads = ['checkColumn', ...checkColumns.map((state) => `#state.${state}`)];
  return section(context, 'checks', rows.length > 0, say('checksLead'), table(context, heads, rows));
}

function checkTitle({ titles, language }: Context, id: string): Html {
  const known = titles.get(id);
  return known ? html`${known[language] ?? known.en}` : html`<code>${id}</code>`;
}

function reasons(context: Context): Html {
  const { snapshot, say } = context;
  const rows = snapshot.reasons.map(
    ({ check, state, reason, devices }) =>
      html`${head(checkTitle(context, check))}${cell(say(`state.${state}`))}
      ${cell(reason === '' ? say('noReason') : html`<code>${reason}</code>`)}${number(context, `reason/${check}/${state}/${reason}`, devices)}`,
  );
  const heads = ['checkColumn', 'stateColumn', 'reasonColumn', '#devicesColumn'];
  return section(context, 'reasons', rows.length > 0, say('reasonsLead'), table(context, heads, rows));
}

function codes(context: Context): Html {
  const { snapshot, say, codeNames } = context;
  const rows = snapshot.codes.map(({ hresult, devices, builds }) => {
    const name = codeNames.get(hresult);
    return html`${head(html`<code>${hresult}</code>${name === undefined ? null : html` <span class="hint">${name}</span>`}`)}
      ${number(context, `code/${hresult}`, devices)}
      <td>
        <ul class="builds">
          ${builds.map((each) => html`<li>${each.build}: ${whole(context, each.devices)}</li> `)}
        </ul>
      </td>`;
  });
  return section(
    context,
    'codes',
    rows.length > 0,
    say('codesLead'),
    table(context, ['codeColumn', '#devicesColumn', 'buildsColumn'], rows),
  );
}

function first(context: Context): Html {
  const { snapshot, say } = context;
  const hasNames = snapshot.first.some(({ device_name }) => device_name !== '');
  const rows = snapshot.first.map(
    (line) =>
      html`${head(html`<code>${line.device}</code>`)}${hasNames ? cell(line.device_name) : null}
        <td class="count">${line.tried_problems}</td>
        <td class="count">${line.problems}</td>
        <td class="count">${line.undecided}</td>
        ${cell(line.build ?? '')}${cell(line.last_seen)}`,
  );
  const heads = [
    'deviceColumn',
    ...(hasNames ? ['nameColumn'] : []),
    '#triedColumn',
    '#problemsColumn',
    '#undecidedColumn',
  ];
  return section(
    context,
    'first',
    rows.length > 0,
    say('firstLead'),
    table(context, [...heads, 'buildColumn', 'lastSeenColumn'], rows),
  );
}

function repairs(context: Context): Html {
  const { snapshot, say } = context;
  const kinds = ['repaired', 'failed', 'cameBack'] as const;
  const rows = snapshot.repairs.map(
    (line) =>
      html`${head(checkTitle(context, line.check))}${kinds.map((kind) => number(context, `repair/${line.check}/${kind}`, line[kind]))}`,
  );
  const heads = ['checkColumn', ...kinds.map((kind) => `#repair.${kind}`)];
  return section(context, 'repairs', rows.length > 0, say('repairsLead'), table(context, heads, rows));
}

function effects(context: Context): Html {
  const { snapshot, say } = context;
  const rows = snapshot.effects.map(
    ({ check, ring, repaired, notRepaired, difference, left }) =>
      html`${head(checkTitle(context, check))}
        ${cell(ring === '' ? say('allRings') : ring)}${cell(shareText(context, repaired))}${cell(shareText(context, notRepaired))}
        ${cell(notRepaired.of === 0 ? '–' : html`${say('effectPoints', { Points: points(context, difference.difference) })} (${points(context, difference.low)} – ${points(context, difference.high)})`)}
        <td class="count">${whole(context, left)}</td>`,
  );
  const heads = ['checkColumn', 'ringColumn', 'effectRepaired', 'effectOthers', 'effectDifference', '#effectLeft'];
  return section(context, 'effect', rows.length > 0, say('effectLead'), table(context, heads, rows));
}

function shareText(context: Context, { count, of, low, high }: Share & Interval): Html {
  const { say, language } = context;
  if (of === 0) return say('effectNobody');
  const text = say('shareOf', { Percent: percent(context, { count, of }), Of: whole(context, of) });
  return html`${text} (${decimal(language, low * 100)} – ${decimal(language, high * 100)} %)`;
}

function points({ language }: Context, share: number): string {
  return `${share > 0 ? '+' : share < 0 ? '−' : ''}${decimal(language, Math.abs(share * 100))}`;
}

function rings(context: Context): Html {
  const { snapshot, say } = context;
  const rows = snapshot.rings.map(
    ({ ring, states: own, problem }) =>
      html`${head(ring)}${deviceStates.map((state) => number(context, `ring/${ring}/${state}`, own[state]))}${cell(shareText(context, problem))}`,
  );
  const heads = ['ringColumn', ...deviceStates.map((state) => `#state.${state}`), 'withProblemColumn'];
  return section(context, 'rings', rows.length > 0, say('ringsLead'), table(context, heads, rows));
}

function versions(context: Context): Html {
  const { snapshot, say } = context;
  const checklists = snapshot.versions.map(
    ({ version, devices }) =>
      html`${head(version === '' ? say('noVersion') : version)}${number(context, `version/${version}`, devices)}`,
  );
  const builds = snapshot.builds.map(
    ({ build, revision, devices }) =>
      html`${head(`${build}.${revision}`)}${number(context, `build/${build}.${revision}`, devices)}`,
  );
  return section(
    context,
    'versions',
    checklists.length + builds.length > 0,
    null,
    html`${table(context, ['versionColumn', '#devicesColumn'], checklists)}
    ${table(context, ['buildColumn', '#devicesColumn'], builds)}`,
  );
}

/** What a list is of, from its key. */
function listTitle(context: Context, { key, count }: FleetList): Html {
  const { say } = context;
  const [kind = '', one = '', two = '', three = ''] = key.split('/');
  const ofCheck = (what: Html): Html => say('listWithCheck', { Check: checkTitle(context, one), What: what });
  const what = ((): Html => {
    switch (kind) {
      case 'state':
        return say(`state.${one}`);
      case 'ring': {
        // The name of a ring is anybody's.
        const at = key.lastIndexOf('/');
        return say('listWithCheck', { Check: key.slice('ring/'.length, at), What: say(`state.${key.slice(at + 1)}`) });
      }
      case 'check':
        return ofCheck(say(`state.${two}`));
      case 'reason':
        return ofCheck(html`${say(`state.${two}`)}, ${three === '' ? say('noReason') : three}`);
      case 'repair':
        return ofCheck(say(`repair.${two}`));
      case 'aside':
        return say(`aside.${one}`);
      default:
        return html`${one === '' ? say('noVersion') : one}`;
    }
  })();
  return kind === 'aside' ? what : say('listOf', { What: what, Count: whole(context, count) });
}

const listHeads: Readonly<Record<string, string>> = {
  device: 'deviceColumn',
  device_name: 'nameColumn',
  ring: 'ringColumn',
  last_seen: 'lastSeenColumn',
  build: 'buildColumn',
  reason_key: 'reasonColumn',
  codes: 'codesColumn',
  file: 'fileColumn',
  place: 'placeColumn',
};

function listMain(context: Context, list: FleetList): Html {
  const { say } = context;
  const shown = list.columns.filter((name) => list.rows.some((row) => !isBlank(row[name])));
  const rows = list.rows.map(
    (row) =>
      html`${shown.map((name, at) => (at === 0 ? head(html`<code>${textOf(row[name])}</code>`) : cell(textOf(row[name]))))}`,
  );
  const csv = `lists/${list.number}.csv`;
  return html`<section class="opening">
      <h1>${listTitle(context, list)}</h1>
      ${list.count > mostListed ? html`<p class="lead">${say('listSome', { Shown: list.rows.length, Count: whole(context, list.count) })}</p>` : null}
      ${
        list.query === null
          ? html`<p>
              ${say('listAll', { Count: whole(context, list.count), File: html`<a href="${to(context, csv)}" download="">${list.number}.csv</a>` })}
            </p>`
          : html`<p>${say('listQuery')}</p>
              <pre tabindex="0"><code>mendsheet fleet --format csv --sql "${list.query}"</code></pre>`
      }
    </section>
    ${table(
      context,
      shown.map((name) => listHeads[name] ?? name),
      rows,
    )}
    <p><a href="${to(context, homePath(context.language))}">${say('back')}</a></p>`;
}

function isBlank(value: Row[string] | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function textOf(value: Row[string] | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
