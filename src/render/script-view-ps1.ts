import { phases, wordsIn, type Catalog, type Check, type Language, type Literal, type Phase } from '../ir/catalog.js';
import type {
  Message,
  PlannedAdvice,
  PlannedCall,
  PlannedCheck,
  PlannedFunction,
  Region,
  ScriptPlan,
} from '../ir/plan.js';
import { toldFields, unreadFields } from '../powershell/told-fields.js';
import { pascalCase } from '../names/name-functions.js';
import { scriptGuid } from '../names/script-guid.js';
import { functionPs1 } from './function-ps1.js';
import { joinTexts, traceSource, type TracedText } from './origin-map.js';
import { filled, psCallBlock } from './call-ps1.js';
import { psArrayAt, psHelp, psLiteral } from './quote-ps1.js';
import { memoize } from '../source/memoize.js';
import { wrapWords } from '../source/wrap-words.js';

/** What a script says of its making. */
export interface Build {
  /** Version of the compiler. */
  readonly version: string;
  /** True when a development certificate signs the scripts. */
  readonly developmentCertificate: boolean;
}

/** All that templates/ps1/head/*.hbs can see. */
export interface Ps1HeadView {
  readonly version: string;
  readonly product: string;
  readonly script: string;
  readonly title: string;
  /** Of the language that the script speaks beside English: its tag, empty where there is none; the others follow it. */
  readonly other: string;
  /** Regular expression for the name of Windows' language where that is the other one. */
  readonly uiCulture: string;
  /** Lines of help in the other language; none where there is none. */
  readonly help: readonly string[];
  /** For the help; none where they are so many that only -ListChecks has room for them. */
  readonly checks: readonly {
    readonly item: number;
    readonly id: string;
    readonly title: string;
    /** In the other language; empty where it is the English one. */
    readonly otherTitle: string;
  }[];
  readonly checkIds: readonly string[];
  readonly defaultIds: readonly string[];
  /** Whether the check table says it: all of its checks run by default. */
  readonly allDefault: boolean;
  readonly guard: boolean;
  readonly inputs: readonly {
    readonly name: string;
    readonly parameter: string;
    readonly pattern: string;
    readonly says: readonly string[];
    /** What holds where a person gives none. */
    readonly standing: string;
  }[];
  readonly checklistVersion: string;
  /** Whether it runs as the person signed in; only heads of channels name it. */
  readonly runsAsUser: boolean;
  /** Only heads of channels name it. */
  readonly limitMinutes: number;
  /** Name of the script that repairs what this one finds; only heads of detections for people name it. */
  readonly repairScript: string;
  readonly collectScript: string;
  /** Such as "reset-components.ps1 -Undo". */
  readonly undoneBy: string;
  /** Whether a check makes traffic that the user must allow. */
  readonly networkTests: boolean;
}

/** All that templates/ps1/script.ps1.hbs can see. */
export interface Ps1ScriptView {
  readonly version: string;
  readonly product: string;
  readonly script: string;
  readonly developmentCertificate: boolean;
  readonly regionNames: string;
  /** What a gallery of scripts wants to know of one that people get there; null for any other script. */
  readonly gallery: { readonly version: string; readonly guid: string; readonly author: string } | null;
  readonly head: string;
  /** Whether all checks of the table run by default; where not, the head says which. */
  readonly allDefault: boolean;
  readonly messages: readonly Message[];
  readonly languages: readonly Language[];
  readonly regions: readonly RegionView[];
  readonly recipes: readonly { readonly heading: string; readonly functions: readonly FunctionView[] }[];
  readonly ownFunctions: readonly { readonly heading: string; readonly functions: readonly FunctionView[] }[];
  readonly table: readonly TableRow[];
  /** Rows of the detections that a capture is made with. */
  readonly detections: readonly TableRow[];
  /** Whether a part reads what tells people of a check. */
  readonly tells: boolean;
  /** Where the pages of most rows stand, whose links begin with "/"; empty where hardly any has one. */
  readonly linkOrigin: string;
  /** What English calls the other language of the script; empty where there is none. */
  readonly otherName: string;
  /** Fields of each row: code without "0x", name, references, meaning in English and in the other language. */
  readonly errorCodes: readonly CodeGroup[];
  /** Whether a part reads them, which must then have a value in a script without any. */
  readonly readsCodes: boolean;
  readonly main: TracedText;
}

/** A region of the library: parts of it, a blank line between two. */
export interface RegionView {
  readonly name: string;
  readonly lines: TracedText;
}

/** Most scripts have the same regions, and then the same text of them. */
export const regionView = memoize(({ name, parts }: Region): RegionView => ({
  name,
  lines: joinTexts(parts.map(({ source }) => traceSource(source))),
}));

interface FunctionView {
  readonly lines: TracedText;
  readonly last: boolean;
}

interface TableRow {
  /** Fields of a row as PowerShell text; the template says which values are usual and left out. */
  readonly lines: readonly string[];
}

/** Columns of a line of help behind its six of indentation, number and id of a check included. */
const titleWidth = 110;

export function ps1HeadView(plan: ScriptPlan, build: Build, catalog: Catalog): Ps1HeadView {
  const other = plan.other?.language ?? '';
  const otherTitle = ({ title }: Check): string => {
    const words = other === '' ? title.en : wordsIn(title, other);
    return words === title.en ? '' : words;
  };
  return {
    version: build.version,
    product: plan.product,
    script: plan.name,
    title: catalog.title.en,
    other,
    uiCulture: `^${other}\\b`,
    help: plan.other?.help ?? [],
    checks: (plan.listsChecks ? plan.checks : []).map(({ check }) => ({
      item: check.item,
      id: check.id,
      title: titleLines(check).join(`\n${' '.repeat(10)}`),
      otherTitle: otherTitle(check),
    })),
    checkIds: plan.checks.map(({ check }) => check.id),
    defaultIds: plan.defaults,
    allDefault: plan.defaultsIn === 'table',
    guard: plan.guard !== null,
    inputs: plan.inputs.map(({ name, matches, says, default: standing }) => ({
      name,
      parameter: pascalCase(name),
      // In .NET "$" lets a line end follow.
      pattern: matches.replace(/\$$/, '\\z'),
      says: wrapWords(says.en, 100),
      standing,
    })),
    checklistVersion: catalog.version,
    runsAsUser: plan.runsAs === 'user',
    limitMinutes: plan.role.kind === 'deployed' ? plan.role.minutes : 0,
    repairScript: plan.repairScript,
    collectScript: plan.collectScript,
    undoneBy: plan.undoneBy === null ? 'nothing' : `${plan.undoneBy}.ps1 -Undo`,
    networkTests: plan.checks.some(({ check }) => check.needs.includes('network-tests')),
  };
}

/** A title in the help: its first line stands behind number and id, the others begin lines of their own. */
function titleLines({ item, id, title }: Check): readonly string[] {
  const [first = '', ...others] = wrapWords(title.en, titleWidth - `${item}  ${id}  `.length);
  return [first, ...others.map(psHelp)];
}

export function ps1ScriptView(plan: ScriptPlan, build: Build, catalog: Catalog, head: string): Ps1ScriptView {
  const ownFunctions = ownFunctionsOf(plan);
  const { publisher, version } = catalog;
  const unread = unreadFields(plan);
  const linkOrigin = originOf((plan.advice ?? []).map(({ link }) => link));
  return {
    version: build.version,
    product: plan.product,
    script: plan.name,
    developmentCertificate: build.developmentCertificate,
    regionNames: [
      ...(plan.messages.length > 0 ? ['Messages'] : []),
      ...plan.regions.map(({ name }) => name),
      ...(plan.recipes.length > 0 ? ['Recipes'] : []),
      ...(ownFunctions.length > 0 ? ['Checks'] : []),
      'Check table',
      ...(plan.errorCodes.length > 0 ? ['Error codes'] : []),
      'Main',
    ].join(', '),
    gallery:
      plan.role.kind === 'checklist'
        ? { version, guid: scriptGuid(publisher, plan.product, plan.name), author: publisher }
        : null,
    head: head.replace(/\n+$/, ''),
    allDefault: plan.defaultsIn === 'table',
    messages: plan.messages,
    languages: plan.languages,
    regions: plan.regions.map(regionView),
    recipes: plan.recipes.map(({ recipe, functions }) => ({
      heading: `Recipe ${recipe.id}, used by ${usersOf(plan, functions)}.`,
      functions: functionViews(functions),
    })),
    ownFunctions,
    table: plan.checks.map((planned, index) => {
      const advice = plan.advice?.[index];
      const link = advice && linkOrigin !== '' ? advice.link.replace(`${linkOrigin}/`, '/') : advice?.link;
      return tableRow(planned, unread, plan.explains[index] ?? [], plan.answers?.[index] ?? usualAnswers, {
        ...(advice ?? noAdvice),
        link: link ?? '',
      });
    }),
    detections: plan.detections.map((planned) => tableRow(planned, unread, [], usualAnswers, noAdvice)),
    tells: unread.size < toldFields.length,
    linkOrigin,
    otherName: plan.other?.name ?? '',
    errorCodes: codeGroups(plan.errorCodes, plan.other?.language),
    readsCodes: plan.regions.some(({ parts }) =>
      parts.some(({ source }) => source.text.includes('$script:ErrorCodes')),
    ),
    main: traceSource(plan.templates.main),
  };
}

/** Codes that stand together and begin alike, in code and name: what they share is written once. */
interface CodeGroup {
  readonly beginning: string;
  readonly rows: string[][];
}

function codeGroups(codes: ScriptPlan['errorCodes'], other: Language | undefined): readonly CodeGroup[] {
  const groups: CodeGroup[] = [];
  for (const { code, references } of codes) {
    const { en } = code.meaning;
    const inOther = other === undefined ? '' : wordsIn(code.meaning, other);
    const isPart = code.hresult.startsWith('*');
    const prefix = /^[A-Z]+_(?:[A-Z]_)?/.exec(code.name)?.[0] ?? '';
    const beginning = isPart ? '-' : `${code.hresult.slice(2, 6)} ${prefix}`.trim();
    const rest = code.hresult.slice(isPart ? '*-0x'.length : 6);
    const row = [rest, isPart ? code.name : code.name.slice(prefix.length), references.join(' '), en, inOther];
    const last = groups.at(-1);
    if (last?.beginning === beginning) last.rows.push(row);
    else groups.push({ beginning, rows: [row] });
  }
  return groups;
}

function ownFunctionsOf(plan: ScriptPlan): Ps1ScriptView['ownFunctions'] {
  const checks = [...plan.checks, ...plan.detections]
    .filter(({ functions }) => functions.length > 0)
    .map(({ check, functions }) => ({
      heading: `${check.item} ${check.id}: ${check.title.en}.${plan.saysWhy ? ` ${check.why.en}` : ''}`,
      functions: functionViews(functions),
    }));
  const guard = plan.guard?.bodies.ps1;
  if (!guard) return checks;
  const heading = 'Reasons of this checklist not to change a computer.';
  return [
    { heading, functions: functionViews([{ name: 'Test-ProductGuard', phase: 'detect', body: guard }]) },
    ...checks,
  ];
}

function functionViews(functions: readonly PlannedFunction[]): readonly FunctionView[] {
  return functions.map((each, index) => ({ lines: functionPs1(each), last: index === functions.length - 1 }));
}

function usersOf(plan: ScriptPlan, functions: readonly PlannedFunction[]): string {
  const names = new Set(functions.map(({ name }) => name));
  const calls = (planned: PlannedCheck): boolean => phases.some((phase) => names.has(planned.calls[phase]?.name ?? ''));
  return [...plan.checks, ...plan.detections]
    .filter(calls)
    .map(({ check }) => check.id)
    .join(', ');
}

/** Of a problem that is a cause by itself: what a row leaves out. */
const usualAnswers = ['- possible *'];

/** Columns before a field of the check table. */
const rowIndent = 8;

const noAdvice: PlannedAdvice = { open: '', link: '', holds: [], beyond: [] };

/** The scheme and host that most links share; empty where fewer than five do. */
function originOf(links: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const link of links) {
    const origin = /^https:\/\/[^/]+(?=\/)/.exec(link)?.[0];
    if (origin) counts.set(origin, (counts.get(origin) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= 5 ? most[0] : '';
}

/** @param unread fields that the row goes without. @param explains codes that the row names. @param answers what its findings say of a cause. */
function tableRow(
  { check, words, repairable, calls }: PlannedCheck,
  unread: ReadonlySet<string>,
  explains: readonly string[],
  answers: readonly string[],
  advice: PlannedAdvice,
): TableRow {
  const { risk, where } = check;
  const fields: readonly (readonly [name: string, value: Literal, usual: Literal])[] = [
    ['Formerly', check.formerly, []],
    ['Words', words, check.id],
    ['Risk', risk.disruption, 'none'],
    ['Minutes', risk.minutes, 0],
    ['Restart', risk.restart, false],
    ['Limit', check.limitSeconds, 120],
    ['Repairable', repairable, calls.repair !== null],
    ['MinBuild', where.minBuild ?? 0, 0],
    ['MaxBuild', where.maxBuild ?? 0, 0],
    ['Kind', where.kind, []],
    ['EditionIds', where.editionIds, []],
    ['Architecture', where.architecture, []],
    ['Account', where.account, []],
    ['Needs', check.needs, []],
    ['Open', advice.open, ''],
    ['Explains', explains, []],
    ['Answers', answers, usualAnswers],
    ['Holds', advice.holds, []],
    ['Beyond', advice.beyond, []],
    ['Link', advice.link, ''],
  ];
  const unusual = fields
    .filter(([name, value, usual]) => !unread.has(name) && JSON.stringify(value) !== JSON.stringify(usual))
    .map(([name, value]) => `${name} = ${literalAt(value, rowIndent + `${name} = `.length)}`);
  return {
    lines: [
      ...filled([`Id = ${psLiteral(check.id)}`, `Item = ${check.item}`, ...unusual], rowIndent),
      ...scriptBlock(calls, 'detect', 'Test', check.runsAs === 'user' ? 'Invoke-UserTest -Test ' : ''),
      ...scriptBlock(calls, 'repair', 'Repair'),
      ...scriptBlock(calls, 'collect', 'Export'),
    ],
  };
}

function literalAt(value: Literal, column: number): string {
  return typeof value === 'object' ? psArrayAt(value, column, rowIndent) : psLiteral(value);
}

function scriptBlock(
  calls: Readonly<Record<Phase, PlannedCall | null>>,
  phase: Phase,
  name: string,
  around = '',
): readonly string[] {
  const call = calls[phase];
  return call ? [`${name} = ${psCallBlock(call, rowIndent, rowIndent + `${name} = `.length, around)}`] : [];
}
