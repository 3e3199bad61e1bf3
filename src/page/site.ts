import { posix } from 'node:path';
import type { Manifest } from '../ir/manifest.js';
import {
  disruptions,
  editions,
  type Catalog,
  type Check,
  type Edition,
  type Language,
  type Localized,
  type Phase,
  type RunsAs,
} from '../ir/catalog.js';
import { checkArchive, checkSlug } from '../names/check-slug.js';
import type { ChannelSpec } from '../ir/channel.js';
import type { Library } from '../ir/library.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import { memoize } from '../source/memoize.js';
import { actionsOf, type CalledAction } from './actions-of.js';

/** All that the pages of one language are made of: what differs is the scripts, of which people take those that speak it. */
export interface Site {
  readonly catalog: Catalog;
  readonly manifest: Manifest;
  /** Of all pages. */
  readonly languages: readonly Language[];
  /** What the scripts of these pages speak. */
  readonly scriptLanguages: readonly Language[];
  readonly scripts: readonly SiteScript[];
  readonly checks: readonly SiteCheck[];
  readonly codes: readonly SiteCode[];
  readonly packs: readonly Pack[];
  /** What tries the product on a real Windows; null where it has no PowerShell. */
  readonly kit: Download | null;
}

/** A file of the product, as the manifest has it. */
export interface Download {
  /** Path below dist/. */
  readonly path: string;
  /**
   * What it is saved as; no two that one page hands out have the same. Scripts in a further language are called as in the first
   * one.
   */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly signed: boolean;
}

/** A script for many checks, such as diagnose, in each of its editions. */
export interface SiteScript {
  readonly name: string;
  /** What it does, and what people say who look for it; null where the checklist does not say. */
  readonly title: Localized | null;
  readonly symptoms: Localized | null;
  /** Ids of the checks that run when nobody chooses. */
  readonly defaults: readonly string[];
  readonly phase: Phase;
  /** Of one that repairs. */
  readonly runsAs: RunsAs;
  readonly files: readonly {
    readonly edition: Edition;
    readonly download: Download;
    readonly checks: readonly string[];
  }[];
}

export interface SiteCheck {
  readonly check: Check;
  /** Name of its page in each language: "14-download-cache.html". */
  readonly page: string;
  readonly sentences: readonly Localized[];
  /** What its repair calls to change a PC; empty where it changes nothing. */
  readonly actions: readonly CalledAction[];
  /** Scripts with this check among others. */
  readonly scripts: readonly SiteScript[];
  /** Scripts with this check alone, in an archive; null where the language has none. */
  readonly alone: {
    readonly archive: Download;
    readonly scripts: readonly { readonly name: string; readonly phase: Phase }[];
  } | null;
  readonly snippets: readonly {
    readonly shell: Edition;
    readonly phase: 'detect' | 'repair';
    readonly download: Download;
  }[];
  /** Channels with a folder for this check alone in their archives. */
  readonly packs: readonly Pack[];
}

export interface SiteCode {
  /** "0x" and eight upper-case digits. */
  readonly code: string;
  readonly name: string;
  /** What it is about, in one word; empty where the table lacks the code. */
  readonly category: string;
  readonly meaning: Localized | null;
  /** What Windows says with it; null where the table lacks the code. */
  readonly symptoms: Localized | null;
  /** Checks that it leads to, what to try first in front. */
  readonly checks: readonly SiteCheck[];
}

/** All files of one channel in one. */
export interface Pack {
  readonly channel: ChannelSpec;
  readonly archive: Download;
}

/** @param languages of all pages. @param language of these ones. */
export function describeSite(
  given: Plan,
  library: Library,
  manifest: Manifest,
  languages: readonly Language[],
  language: Language,
): Site {
  const plan = { ...given, scripts: scriptsIn(given.scripts, language) };
  const { catalog } = plan;
  const downloads = new Map(manifest.files.map((file) => [`${catalog.product}/${file.path}`, download(catalog, file)]));
  const scripts = catalog.scripts.map(({ name, title, symptoms, defaults, phase, runsAs }) => ({
    name,
    title,
    symptoms,
    defaults,
    phase,
    runsAs,
    files: scriptFiles(plan.scripts, name, downloads),
  }));
  const checks = catalog.checks.map((check) => siteCheck(plan, library, check, scripts, downloads));
  return {
    catalog,
    manifest,
    languages,
    scriptLanguages: plan.scripts.find(({ role, edition }) => isForPeople(role) && edition === 'ps1')?.languages ?? [
      'en',
    ],
    scripts,
    checks,
    codes: siteCodes(catalog, checks),
    packs: packsOf(plan, downloads, null),
    kit: plan.scripts.flatMap(({ role, path }) => (role.kind === 'kit' ? (downloads.get(path) ?? []) : []))[0] ?? null,
  };
}

function isForPeople({ kind }: ScriptPlan['role']): boolean {
  return kind === 'checklist' || kind === 'single';
}

/** Without the scripts for people of other languages. All speak English: who reads that takes those of the product's folder. */
function scriptsIn(scripts: readonly ScriptPlan[], language: Language): readonly ScriptPlan[] {
  const first = scripts.find(({ role, edition }) => isForPeople(role) && edition === 'ps1');
  const set = scripts.find(({ role, languages }) => isForPeople(role) && languages.includes(language)) ?? first;
  const spoken = (set?.edition === 'ps1' ? set : first)?.languages.join();
  return scripts.filter(
    ({ role, edition, languages }) => !isForPeople(role) || edition === 'cmd' || languages.join() === spoken,
  );
}

function download({ product }: Catalog, file: Manifest['files'][number]): Download {
  const { bytes, sha256, signed } = file;
  return { path: `${product}/${file.path}`, name: posix.basename(file.path), bytes, sha256, signed };
}

type Downloads = ReadonlyMap<string, Download>;

function scriptFiles(scripts: readonly ScriptPlan[], name: string, downloads: Downloads): SiteScript['files'] {
  const own = scripts.filter(({ role, name: each }) => role.kind === 'checklist' && each === name);
  return editions.flatMap((edition) => {
    const script = own.find((each) => each.edition === edition);
    const file = script && downloads.get(script.path);
    return file ? [{ edition, download: file, checks: script.checks.map(({ check }) => check.id) }] : [];
  });
}

function siteCheck(
  plan: Plan,
  library: Library,
  check: Check,
  scripts: readonly SiteScript[],
  downloads: Downloads,
): SiteCheck {
  const recipes = Object.values(check.steps.ps1).flatMap((step) =>
    step.kind === 'recipe' ? (plan.catalog.recipes.get(step.recipe) ?? []) : [],
  );
  return {
    check,
    page: `${checkSlug(check)}.html`,
    sentences: [check, ...new Set(recipes)].flatMap(({ says }) => Object.values(says)),
    actions: actionsOf(plan.catalog, library, check),
    scripts: scripts.filter(({ files }) => files.some(({ checks }) => checks.includes(check.id))),
    alone: ownScripts(plan, check, downloads),
    packs: packsOf(plan, downloads, check),
    snippets: plan.snippets
      .filter((snippet) => snippet.check === check)
      .flatMap(({ shell, phase, path }) => {
        const file = downloads.get(path);
        return file ? [{ shell, phase, download: file }] : [];
      }),
  };
}

function ownScripts({ catalog, scripts }: Plan, check: Check, downloads: Downloads): SiteCheck['alone'] {
  const archive = downloads.get(`${catalog.product}/${checkArchive(check)}`);
  const own = scripts.filter(({ role }) => role.kind === 'single' && role.check === check);
  if (!archive || own.length === 0) return null;
  return { archive, scripts: own.map(({ phase, path }) => ({ name: posix.basename(path), phase })) };
}

/** What disturbs least is tried first; among equals the order of the checklist, which is one of diagnosis, decides. */
function byDisruption(a: SiteCheck, b: SiteCheck): number {
  const rank = ({ check }: SiteCheck): number => disruptions.indexOf(check.risk.disruption);
  return rank(a) - rank(b);
}

/** Codes of the table with its order of checks, and codes that checks explain and the table lacks. */
function siteCodes({ errorCodes }: Catalog, checks: readonly SiteCheck[]): readonly SiteCode[] {
  const byId = new Map(checks.map((each) => [each.check.id, each] as const));
  const listed = errorCodes
    .filter(({ hresult }) => !hresult.startsWith('*'))
    .map(({ hresult, name, category, meaning, symptoms, checks: ids }) => ({
      code: hresult,
      name,
      category,
      meaning,
      symptoms,
      checks: ids.flatMap((id) => byId.get(id) ?? []),
    }));
  const known = new Set(errorCodes.map(({ hresult }) => hresult));
  const others = [...new Set(checks.flatMap(({ check }) => check.explains))].filter((code) => !known.has(code));
  const unlisted = others.map((code) => ({
    code,
    name: '',
    category: '',
    meaning: null,
    symptoms: null,
    checks: checks.filter(({ check }) => check.explains.includes(code)).sort(byDisruption),
  }));
  return [...listed, ...unlisted].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Channels with an archive; of a check, those that have a folder for it alone in there. */
function packsOf(plan: Plan, downloads: Downloads, check: Check | null): readonly Pack[] {
  const { product } = plan.catalog;
  return plan.channels.flatMap(({ spec }) => {
    const archive = downloads.get(`${product}/${product}-${spec.name}.zip`);
    const hasFolder = check === null || foldersOfChecks(plan).has(`${product}/${spec.name}/${checkSlug(check)}/`);
    return archive && hasFolder ? [{ channel: spec, archive }] : [];
  });
}

/** Folders that channels have for one check alone. */
const foldersOfChecks = memoize(
  ({ scripts }: Plan): ReadonlySet<string> =>
    new Set(
      scripts.flatMap(({ role, path }) => (role.kind === 'deployed' && role.only ? [path.replace(/[^/]+$/, '')] : [])),
    ),
);
