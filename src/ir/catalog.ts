import type { SourceFile, Span } from '../source/source-file.js';
import type { SourceTree } from '../source/source-tree.js';

/** The settled meaning of a checklist: what `resolve` makes of a Spec. Plain data; nothing optional for convenience. */
export interface Catalog {
  readonly product: string;
  readonly title: Localized;
  readonly version: string;
  readonly publisher: string;
  /** Where the download page is published, with a slash at its end; null where that is not known. */
  readonly address: string | null;
  /** English is one of them. The others stand in the order in which their script sets are made. */
  readonly languages: readonly Language[];
  /** What the tool says in languages of which it has no words itself, as the checklist brings them. */
  readonly toolWords: readonly OwnToolWords[];
  /** What people may look for on the page, phrases with " / " between; null where none is written. */
  readonly examples: Localized | null;
  readonly scripts: readonly ScriptSpec[];
  readonly groups: readonly Group[];
  /** What checks may be about, by id. */
  readonly applies: ReadonlyMap<string, Localized>;
  /** In the order of the include list, then of each group file. */
  readonly checks: readonly Check[];
  /** Only recipes that some check uses, by id. */
  readonly recipes: ReadonlyMap<string, Recipe>;
  readonly facts: readonly Fact[];
  /** In the order of the table; empty when the checklist has none. */
  readonly errorCodes: readonly ErrorCode[];
  /** Reasons of the product's own not to change a machine, tested before the first change; null when it has none. */
  readonly packages: readonly CopiedPackage[];
  readonly guard: Guard | null;
  /** COM classes that bodies may create, since reading them changes nothing: `reads: { com-classes: [...] }` of the index. */
  readonly comClasses: readonly string[];
  /** Commands of Windows that PowerShell bodies may call beside those that the tool knows: `reads: { commands: ... }` of the index. */
  readonly readCommands: readonly DeclaredCommand[];
  /** Programs that bodies may run beside those that the tool knows: `reads: { tools: ... }` of the index. */
  readonly readTools: readonly DeclaredTool[];
  /** The index file, for diagnostics that concern the whole. */
  readonly index: SourceFile;
  /** The list of languages in the index. */
  readonly languagesSpan: Span;
}

/** A command that a checklist says only reads, with the parameters that its bodies give it, by name. */
export interface DeclaredCommand {
  readonly name: string;
  readonly parameters: readonly DeclaredParameter[];
  readonly span: Span;
}

export interface DeclaredParameter {
  readonly name: string;
  readonly isSwitch: boolean;
  readonly span: Span;
}

/** A program of System32, and the calls of it that a checklist says only read. */
export interface DeclaredTool {
  readonly name: string;
  readonly calls: readonly DeclaredCall[];
  readonly span: Span;
}

export interface DeclaredCall {
  /** All arguments in their order; "<word>" stands for one word that a body writes out. */
  readonly words: readonly string[];
  readonly span: Span;
}

/** A tag of BCP 47 in its canonical form, such as "de" or "pt-BR". */
export type Language = string;

/** A text in English and in each other language that it was written in. */
export type Localized = Readonly<Record<Language, string>> & { readonly en: string };

/** A text in a language. What it throws is our bug: a text that a checklist leaves out is refused before. */
export function wordsIn(text: Localized, language: Language): string {
  const words = text[language];
  if (words === undefined) throw new Error(`"${text.en}" is missing in "${language}".`);
  return words;
}

/** Names of what a text leaves open, such as {Service}, each once, in the order of the text. */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/\{([A-Z]\w*)\}/g), ([, name = '']) => name))];
}

/** The same in the order of letters, as "{Name}, {Path}": equal for texts that leave the same open. "none" where nothing is. */
export function placeholderList(text: string): string {
  const names = [...placeholdersOf(text)].sort();
  return names.length === 0 ? 'none' : names.map((name) => `{${name}}`).join(', ');
}

/** What the tool has to say in a language so that scripts can speak it, beside its messages. */
export interface ToolLanguage {
  /** What English calls it. */
  readonly name: string;
  /** The second half of the help of each kind of script, of which the first is English; `{Title}` stands for that of the checklist. */
  readonly help: Readonly<Record<Phase | 'kit', string>>;
}

/** A file of a checklist with the words of the tool in one language. */
export interface OwnToolWords extends ToolLanguage {
  readonly language: Language;
  readonly messages: ReadonlyMap<string, string>;
  /** For what is missing there or wrong. */
  readonly tree: SourceTree;
}

/** Whose rights something needs: those of an administrator over the whole computer, or those of the person who is signed in, not elevated. */
export type RunsAs = 'machine' | 'user';

export type Edition = 'ps1' | 'cmd';
export type Phase = 'detect' | 'repair' | 'collect';
export const editions: readonly Edition[] = ['ps1', 'cmd'];
export const phases: readonly Phase[] = ['detect', 'repair', 'collect'];
/** Who looks after a PC: people after their own, or an organisation after those of its people. */
export const audiences = ['home', 'organisation'] as const;
export type Audience = (typeof audiences)[number];
/** From what nobody notices to what stops work. */
export const disruptions = ['none', 'low', 'medium', 'high'] as const;

export interface ScriptSpec {
  /** File name without extension, such as "reset-components". */
  readonly name: string;
  /** What it does, as the page says it; null where its name has to do. */
  readonly title: Localized | null;
  /** What people say who look for it, phrases with " / " between; null where none is written. */
  readonly symptoms: Localized | null;
  readonly phase: Phase;
  /** Of a script that repairs: it holds only checks that run as it does. Others hold checks of both kinds. */
  readonly runsAs: RunsAs;
  readonly editions: readonly Edition[];
  /** Ids of the checks that run when a user chooses none, in catalog order. */
  readonly defaults: readonly string[];
  readonly span: Span;
}

/**
 * The script of a phase that people get for PowerShell; null where the checklist emits none, whatever its checks could do.
 * @param runsAs of a repair, whose checks it has.
 */
export function powershellScript({ scripts }: Catalog, phase: Phase, runsAs: RunsAs = 'machine'): ScriptSpec | null {
  const isMeant = (script: ScriptSpec): boolean => phase !== 'repair' || script.runsAs === runsAs;
  return scripts.find((each) => each.phase === phase && each.editions.includes('ps1') && isMeant(each)) ?? null;
}

export interface Guard {
  readonly says: Readonly<Record<string, Localized>>;
  readonly bodies: Readonly<Partial<Record<Edition, Body>>>;
}

export interface Group {
  readonly id: string;
  readonly title: Localized;
}

export interface Check {
  readonly id: string;
  /** Ids that it had in earlier versions; none is that of a check of now, or a former one of another. */
  readonly formerly: readonly string[];
  readonly item: number;
  readonly group: string;
  readonly title: Localized;
  readonly why: Localized;
  /** What Windows shows and what people say, phrases with " / " between, for the search of the page; null where none is written. */
  readonly symptoms: Localized | null;
  readonly severity: 'low' | 'medium' | 'high';
  /** In the order of `audiences`; empty where the checklist says nothing. */
  readonly audience: readonly Audience[];
  /** Keys of `applies` of the catalog. */
  readonly applies: readonly string[];
  readonly where: Where;
  /** As a person it reads and changes what belongs to that person, below HKCU, and never runs elevated. */
  readonly runsAs: RunsAs;
  readonly needs: readonly Need[];
  /** How long detection may take, in seconds. */
  readonly limitSeconds: number;
  readonly risk: Risk;
  readonly links: readonly string[];
  /** HRESULTs as "0x" and eight upper-case digits. */
  readonly explains: readonly string[];
  /** Values that a person may give the repair, as parameters of its script. */
  readonly inputs: readonly Input[];
  /** What only a person can do; null for a check that a machine does alone. */
  readonly guided: Guided | null;
  /** Sentences that the bodies refer to by key; `{Name}` stands for an entry of the evidence. */
  readonly says: Readonly<Record<string, Localized>>;
  /** Null: a problem is a cause by itself. Empty: the check sees symptoms alone. */
  readonly answers: readonly Answer[] | null;
  /** Reasons of findings with which the repair script refuses to change anything. */
  readonly holds: readonly string[];
  /** Reasons of findings that the repair leaves as they are. */
  readonly beyond: readonly string[];
  readonly steps: Readonly<Record<Edition, Readonly<Partial<Record<Phase, Step>>>>>;
  /** The value of `id:` in the YAML. */
  readonly span: Span;
  /** The English of `title:` there. */
  readonly titleSpan: Span;
}

export interface Guided {
  readonly steps: readonly Localized[];
  /** What a person sees once they have helped; null where the checklist does not say it. */
  readonly result: Localized | null;
  /** Settings page, web page or tool that helps; null where none does. */
  readonly open: string | null;
}

/** What a finding, or an error code wherever it was seen, says of the cause. */
export interface Answer {
  /** Reasons of findings of the check, or HRESULTs. */
  readonly on: readonly string[];
  /** Reasons without one of which the HRESULTs prove nothing; empty where they do by themselves. */
  readonly when: readonly string[];
  readonly sure: 'certain' | 'likely' | 'possible' | 'harmless';
  /** Place among the causes that come before every other; null for any other. */
  readonly first: number | null;
  /** Ids of checks whose repair is not advised beside it. */
  readonly forbids: readonly string[] | 'every-repair';
  /** What the codes prove; null where the finding has a sentence of its own. */
  readonly says: Localized | null;
  /** What to do; null where the repair of the check does it. */
  readonly do: Localized | null;
}

export interface Input {
  /** Kebab-case; the parameter of the script is the same in PascalCase. */
  readonly name: string;
  /** Regular expression from "^" to "$" that a value must match. */
  readonly matches: string;
  readonly says: Localized;
  /** What bodies get where nobody gives a value; empty where they do without one. */
  readonly default: string;
  /** Whether channels, where nobody is asked, use the default or leave the check out. */
  readonly unattended: 'default' | 'left-out';
  /** Whether scripts that detect take it too. */
  readonly detects: boolean;
}

export type Need = 'admin' | 'full-language' | 'internet' | 'network-tests';

/** On which Windows a check applies. Empty lists and nulls mean no limit. */
export interface Where {
  readonly minBuild: number | null;
  readonly maxBuild: number | null;
  readonly kind: readonly ('client' | 'server')[];
  readonly editionIds: readonly string[];
  readonly architecture: readonly ('x64' | 'arm64')[];
  readonly account: readonly ('user' | 'system')[];
}

export interface Risk {
  readonly disruption: (typeof disruptions)[number];
  readonly minutes: number;
  readonly restart: boolean;
}

/** How a phase is done: a recipe with arguments, or a body of the check's own, which may take arguments too. */
export type Step =
  | { readonly kind: 'recipe'; readonly recipe: string; readonly arguments: readonly Argument[]; readonly span: Span }
  | { readonly kind: 'body'; readonly body: Body; readonly arguments: readonly Argument[]; readonly span: Span };

/** A value that enters a script. Lists hold strings only, so that both editions can carry them. */
export type Literal = string | number | boolean | readonly string[];

export interface Argument {
  /** Kebab-case, as in YAML; the ps1 edition passes it as a PascalCase parameter, cmd by position. */
  readonly name: string;
  /** The default of the input where a person gives the value. */
  readonly value: Literal;
  /** Name of the input that the value comes from; null for a literal. */
  readonly input: string | null;
  /** Where the value stands in the YAML. */
  readonly span: Span;
}

/** PowerShell or cmd text of one phase, and where each of its lines came from. */
export interface Body {
  /** LF line ends, a final LF, not indented. */
  readonly text: string;
  readonly source: SourceFile;
  /** Line (1-based) of `source` on which the body's first line stands. */
  readonly firstLine: number;
  /** How many columns of indentation were taken off every line; 0 for a sidecar file. */
  readonly indent: number;
}

/** A package of recipes that was copied into the checklist, as its lock has it. */
export interface CopiedPackage {
  readonly id: string;
  /** The npm package that it came from; null for a folder. */
  readonly npm: { readonly name: string; readonly version: string } | null;
  /** SHA-256 of each file, by its path in the package. */
  readonly files: ReadonlyMap<string, string>;
}

export interface Recipe {
  readonly id: string;
  readonly parameters: readonly Parameter[];
  readonly needs: readonly Need[];
  readonly says: Readonly<Record<string, Localized>>;
  readonly bodies: Readonly<Record<Edition, Readonly<Partial<Record<Phase, Body>>>>>;
  readonly scenarios: readonly string[];
  readonly span: Span;
}

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  readonly of: readonly string[];
  readonly default: Literal | null;
  readonly says: Localized;
}

export type ParameterType =
  | 'string'
  | 'integer'
  | 'boolean'
  | 'enum'
  | 'service-name'
  | 'registry-path'
  | 'path'
  | 'url'
  | 'host-name'
  | 'hresult'
  | 'sddl'
  | 'string-list';

/** An error code of Windows and where it leads. */
export interface ErrorCode {
  /**
   * "0x" and eight upper-case digits; or a part of what Windows Setup appends to a code: "*-0x3" its phase, "*-0x18" its
   * operation.
   */
  readonly hresult: string;
  /** Symbolic name of the header that defines it, such as "ERROR_SERVICE_DISABLED"; empty where none is published. */
  readonly name: string;
  readonly meaning: Localized;
  /** What Windows says with it, sentences with " / " between; a language that has none has an empty text. For those who look for it. */
  readonly symptoms: Localized;
  /** What it is about, in one word; "success" is no failure. */
  readonly category: string;
  /** Ids of the checks it points to: those that the table names, most likely first, then those that explain it. */
  readonly checks: readonly string[];
}

/** A value taken from outside. Which sources disagree, or are past review, was said by `resolve`. */
export interface Fact {
  readonly id: string;
  readonly value: Literal;
  readonly builds: string;
  readonly sources: readonly {
    readonly url: string;
    readonly confidence: 'read' | 'third-party' | 'common-knowledge';
  }[];
  /** ISO dates (YYYY-MM-DD). */
  readonly checkedOn: string;
  readonly reviewBy: string;
}
