import type { Library } from './library.js';
import type { Encoding } from './artefact.js';
import type { ChannelPlan } from './channel.js';
import type { SourceFile, Span } from '../source/source-file.js';
import type { ScriptTemplates, SnippetTemplate } from './template.js';
import type {
  Body,
  Catalog,
  Check,
  Edition,
  ErrorCode,
  Guard,
  Input,
  Language,
  Literal,
  Localized,
  Phase,
  Recipe,
  RunsAs,
} from './catalog.js';

/** Everything that will be emitted, decided before a line of it is rendered. */
export interface Plan {
  readonly catalog: Catalog;
  /** What bodies call. */
  readonly library: Library;
  /** What scripts can say beside the words of the catalog, by key, in its languages. */
  readonly messages: ReadonlyMap<string, Localized>;
  readonly scripts: readonly ScriptPlan[];
  readonly snippets: readonly SnippetPlan[];
  /** Checks that a shell can do and that a snippet for it cannot, with the reason. */
  readonly withoutSnippet: readonly { readonly check: Check; readonly shell: Edition; readonly why: string }[];
  readonly channels: readonly ChannelPlan[];
}

/** What a script is for, decided once: whatever depends on it asks here, and not a path, a limit or a count. */
export type ScriptRole =
  /** A script of the checklist, which people start: "diagnose". */
  | { readonly kind: 'checklist' }
  /** One check as a script of its own, which people start. */
  | { readonly kind: 'single'; readonly check: Check }
  /** A service starts it with nobody there. */
  | {
      readonly kind: 'deployed';
      readonly channel: string;
      /** Name of the way of that channel: "intune-list". */
      readonly way: string;
      /** That the way gives a run. */
      readonly minutes: number;
      /** The one check that it is made for; null for a script of all checks that the way takes. */
      readonly only: Check | null;
    }
  /** Who tests the product starts it, on a real Windows. */
  | { readonly kind: 'kit' }
  /** An administrator starts it to hand on the files of a channel. */
  | { readonly kind: 'installer'; readonly channel: string };

/** One .ps1 or .cmd file. */
export interface ScriptPlan {
  readonly kind: 'script';
  /** Path below dist/, with forward slashes: "windows-update/diagnose.ps1". */
  readonly path: string;
  readonly product: string;
  /** The script's name without extension. */
  readonly name: string;
  readonly role: ScriptRole;
  readonly phase: Phase;
  /** As the person signed in where all of its checks do. */
  readonly runsAs: RunsAs;
  readonly edition: Edition;
  readonly checks: readonly PlannedCheck[];
  /** Detections that a script which collects runs for its capture; none in other scripts. */
  readonly detections: readonly PlannedCheck[];
  /** Whether its help lists them; where they are many, only -ListChecks has room. */
  readonly listsChecks: boolean;
  /** Whether it says of each check with a body of its own why it matters: all of it would fill a tenth of a large script. */
  readonly saysWhy: boolean;
  /** Checks that this edition cannot do, which another one can. */
  readonly notEvaluated: readonly Check[];
  readonly recipes: readonly PlannedRecipe[];
  readonly guard: Guard | null;
  /** Values that whoever runs the script may give, as parameters of it. */
  readonly inputs: readonly Input[];
  /** Ids of the checks that run where nobody chooses, in catalog order. */
  readonly defaults: readonly string[];
  /** Where a PowerShell script says which those are: by id in its head, or all of them behind its check table. */
  readonly defaultsIn: 'head' | 'table';
  /** Library text that the script needs, in reading order; regions without parts are left out. */
  readonly regions: readonly Region[];
  /** UTF-8 for PowerShell that people start; services and batch take ASCII. */
  readonly encoding: Encoding;
  /** In which it says its messages: English, and at most one other where it is UTF-8. */
  readonly languages: readonly Language[];
  /** What it says of the other one; null where it has none. */
  readonly other: OtherLanguage | null;
  /** What the script can say, in the order of its definition. */
  readonly messages: readonly Message[];
  readonly errorCodes: readonly PlannedErrorCode[];
  /**
   * The codes that each check explains, in the order of the checks, without those that the table of codes has for it. None in
   * scripts that look up no code.
   */
  readonly explains: readonly (readonly string[])[];
  /**
   * What findings of each check say of a cause, in their order: "<place> <how sure>/<first>/<forbidden repairs>/<reasons
   * that its codes need> <reasons or codes>", a long one in several texts, with "*" for any other reason. Empty for a check that sees symptoms alone; null in scripts that give no answer.
   */
  readonly answers: readonly (readonly string[])[] | null;
  /** Where a diagnosis sends a person for each check, in their order; null in scripts that give no answer. */
  readonly advice: readonly PlannedAdvice[] | null;
  readonly templates: ScriptTemplates;
  /** The script that undoes what this one changes, such as "reset-components"; null when the checklist has none. */
  readonly undoneBy: string | null;
  /** The script that repairs what this one finds, as it calls it to people; empty when there is none. */
  readonly repairScript: string;
  /** The script that collects logs where this one cannot help; empty when there is none. */
  readonly collectScript: string;
}

/** What a diagnosis says of a check beside its finding. */
export interface PlannedAdvice {
  /** The page of Settings or the tool that a person opens; empty for none. */
  readonly open: string;
  /** The page of documentation with steps; empty where the checklist repairs, or has none. */
  readonly link: string;
  /** Reasons of findings with which the repair script refuses to change anything. */
  readonly holds: readonly string[];
  /** Reasons of findings that the repair leaves as they are. */
  readonly beyond: readonly string[];
}

/** A language that a script speaks beside English. */
export interface OtherLanguage {
  readonly language: Language;
  /** What English calls it. */
  readonly name: string;
  /** Lines of the help of the script. */
  readonly help: readonly string[];
}

/** Words under the key by which a script asks for them. */
export interface Message {
  readonly key: string;
  readonly text: Localized;
}

/** A check in one script: its bodies become functions, its phases calls. */
export interface PlannedCheck {
  readonly check: Check;
  /** The item and id as a batch label can hold them: "14_download_cache". */
  readonly label: string;
  /** The recipe whose sentences its findings use, or the check itself. */
  readonly words: string;
  /** Whether the script for PowerShell repairs it that a diagnosis sends people to. */
  readonly repairable: boolean;
  readonly functions: readonly PlannedFunction[];
  readonly calls: Readonly<Record<Phase, PlannedCall | null>>;
}

export interface PlannedRecipe {
  readonly recipe: Recipe;
  readonly functions: readonly PlannedFunction[];
}

/** A body and the name it gets: "Test-DownloadCache", or the label "test_14_download_cache". */
export interface PlannedFunction {
  readonly name: string;
  readonly phase: Phase;
  readonly body: Body;
}

export interface PlannedCall {
  readonly name: string;
  readonly arguments: readonly PlannedArgument[];
}

/** An argument under the name its edition calls it by: a PowerShell parameter; batch goes by position. */
export interface PlannedArgument {
  readonly parameter: string;
  readonly value: Literal;
  /** Name of the input of the script that the value comes from; null for a literal. */
  readonly input: string | null;
  readonly span: Span;
}

/** A row of the table of error codes in one script. */
export interface PlannedErrorCode {
  readonly code: ErrorCode;
  /** The checks of this script that it points to: the item number where all of an item are meant, else ids. */
  readonly references: readonly string[];
}

/** A function or label block of templates/, emitted as it stands, which a script holds only if something in it reaches the part. */
export interface Part {
  /** Name of the function or the label, and of the file without its extension. */
  readonly name: string;
  readonly source: SourceFile;
}

/** Parts that stand together. One with the same parts is the same object in all scripts that have it. */
export interface Region {
  readonly name: string;
  /** In reading order. */
  readonly parts: readonly Part[];
}

/** One repair or detection to paste into a console. */
export interface SnippetPlan {
  readonly kind: 'snippet';
  /** Path below dist/: "windows-update/snippets/14-download-cache.ps1.txt". */
  readonly path: string;
  readonly product: string;
  readonly phase: 'detect' | 'repair';
  /** That runs it: the console it is pasted into. */
  readonly shell: Edition;
  readonly check: Check;
  readonly body: Body;
  readonly arguments: readonly PlannedArgument[];
  readonly guard: Guard | null;
  /** Sentences of the body in English, by key. */
  readonly says: Readonly<Record<string, Localized>>;
  readonly parts: readonly Part[];
  readonly template: SnippetTemplate;
  /** Name of the script that undoes the snippet's run, and that a block of batch runs; null when the checklist has none. */
  readonly undoneBy: string | null;
}
