import type { Encoding, Origin } from './artefact.js';
import type { SourceFile, Span } from '../source/source-file.js';
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
  Risk,
} from './catalog.js';

/** Everything that will be emitted, decided before a line of it is rendered. */
export interface Plan {
  readonly catalog: Catalog;
  readonly scripts: readonly ScriptPlan[];
  readonly snippets: readonly SnippetPlan[];
  /** Checks that an edition can do and that a paste block cannot, with the reason. */
  readonly withoutSnippet: readonly { readonly check: Check; readonly edition: Edition; readonly why: string }[];
  readonly channels: readonly ChannelPlan[];
}

/** A way on which scripts reach computers, as `plan` decides for it. */
export interface ChannelPlan {
  readonly name: ChannelName;
  readonly limits: ChannelLimits;
  /** Every check of the catalog, in its order. */
  readonly checks: readonly ChannelCheck[];
}

export type ChannelName =
  | 'intune-pair'
  | 'intune-list'
  | 'intune-platform'
  | 'intune-win32'
  | 'intune-compliance'
  | 'gpo-startup'
  | 'gpo-task'
  | 'configmgr-item'
  | 'configmgr-run'
  | 'winget'
  | 'ansible';

/** What a channel gives a run, as data. */
export interface ChannelLimits {
  /** Minutes of one run, some left for detecting. */
  readonly minutes: number;
  /** Minutes that the repair of one check may take. */
  readonly minutesEach: number;
  /** Whether it repairs at all. */
  readonly repairs: boolean;
  /** Whether all of its checks run in one go, so that only what a script repairs by default is repaired. */
  readonly together: boolean;
  /** Whether all repairs have to fit into `minutes`; where not, a later run takes what one run leaves. */
  readonly once: boolean;
  readonly restart: boolean;
  readonly disruption: Risk['disruption'];
  /** Runs as SYSTEM, or as an administrator. */
  readonly account: 'system' | 'user';
}

export interface ChannelCheck {
  readonly check: Check;
  readonly detects: boolean;
  readonly repairs: boolean;
  /** Why it is not detected or not repaired; empty when both are done. */
  readonly why: string;
}

/** One .ps1 or .cmd file. */
export interface ScriptPlan {
  /** Path below dist/, with forward slashes: "windows-update/diagnose.ps1". */
  readonly path: string;
  readonly product: string;
  /** The script's name without extension. */
  readonly name: string;
  readonly phase: Phase;
  readonly edition: Edition;
  readonly checks: readonly PlannedCheck[];
  /** Checks that this edition cannot do, which another one can. */
  readonly notEvaluated: readonly Check[];
  readonly recipes: readonly PlannedRecipe[];
  readonly guard: Guard | null;
  /** Values that whoever runs the script may give, as parameters of it. */
  readonly inputs: readonly Input[];
  readonly defaults: readonly string[];
  /** Library text that the script needs, in reading order; regions without parts are left out. */
  readonly regions: readonly { readonly name: string; readonly parts: readonly Part[] }[];
  /** UTF-8 for PowerShell that people start; services and batch take ASCII. */
  readonly encoding: Encoding;
  /** In which it says its messages; English alone where it is ASCII. */
  readonly languages: readonly Language[];
  /** What the script can say, in the order of its definition. */
  readonly messages: readonly Message[];
  readonly errorCodes: readonly PlannedErrorCode[];
  readonly templates: { readonly script: SourceFile; readonly head: SourceFile; readonly main: SourceFile };
  /** Minutes that a channel gives a run of this script; null for one that people start. */
  readonly limitMinutes: number | null;
  /** The script that undoes what this one changes, such as "reset-components"; null when the checklist has none. */
  readonly undoneBy: string | null;
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
  /** Whether the checklist can repair it with PowerShell, in whichever script. */
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

/** A function or label block of templates/, emitted as it stands. */
export interface Part {
  readonly name: string;
  readonly source: SourceFile;
}

/** One repair or detection to paste into a console. */
export interface SnippetPlan {
  /** Path below dist/: "windows-update/snippets/14-download-cache.ps1.txt". */
  readonly path: string;
  readonly product: string;
  readonly phase: 'detect' | 'repair';
  readonly edition: Edition;
  readonly check: Check;
  readonly body: Body;
  readonly arguments: readonly PlannedArgument[];
  readonly guard: Guard | null;
  /** Sentences of the body in English, by key. */
  readonly says: Readonly<Record<string, Localized>>;
  readonly parts: readonly Part[];
  /** Body and guard as lines for a prompt; null where the edition pastes bodies as they are. */
  readonly pasted: { readonly body: readonly PastedLine[]; readonly guard: readonly PastedLine[] } | null;
  readonly template: SourceFile;
  /** Name of the script that undoes the snippet's run; null when the checklist has none. */
  readonly undoneBy: string | null;
}

/** A line of a paste block, and where it came from. */
export interface PastedLine {
  readonly text: string;
  readonly origin: Origin;
}
