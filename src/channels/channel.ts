import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Artefact } from '../ir/artefact.js';
import type { Catalog } from '../ir/catalog.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';

/**
 * A way on which scripts reach computers: files made from the signed scripts of a plan, and the contract of the far
 * end as a list of rules. A new channel is a file with one of these and a line in wrap.ts.
 */
export interface Channel {
  /** Folder below the product's, where everything of the channel stands. */
  readonly folder: string;
  /** The files beside the scripts that `plan` put into the folder. Pure: equal input gives equal bytes. */
  readonly make: (plan: Plan, scripts: Scripts) => readonly Artefact[];
  /** Whether the scripts serve together, so that none goes out where one does not fit; else those of one folder do. */
  readonly serveTogether: boolean;
  readonly fitRules: readonly FitRule[];
  /** What each script in the folder is held against. */
  readonly scriptRules: readonly ScriptRule[];
  /** What all files in the folder are held against. */
  readonly rules: readonly ChannelRule[];
}

/** Finished scripts by path below dist/, as people get them. */
export type Scripts = ReadonlyMap<string, Artefact>;

/** What a rule looks at: bytes at a path below dist/. */
export type ChannelFile = Pick<Artefact, 'path' | 'bytes'>;

/** A script that a service runs with nobody there. */
export interface ChannelScript extends ChannelFile {
  /** Without its signature, comments and the sentences of its messages; LF line ends. */
  readonly code: string;
  /** Whether anything stands in the code that no script may have. */
  readonly hasForbidden: boolean;
  /** Null for a copy of a script of another folder. */
  readonly planned: ScriptPlan | null;
}

/** A limit of the far end that a list of many checks can break. What breaks it is left out, with a warning. */
export interface FitRule {
  readonly code: DiagnosticCode;
  /** A sentence; null where the script fits. */
  readonly fault: (file: ChannelFile, script: ScriptPlan, catalog: Catalog) => string | null;
}

/** One thing that the far end demands of a script, or that breaks there. */
export interface ScriptRule {
  readonly code: DiagnosticCode;
  /** A sentence for each fault. */
  readonly faults: (script: ChannelScript) => readonly string[];
}

/** The same of files that hang together. */
export interface ChannelRule {
  readonly code: DiagnosticCode;
  /** A fault for each file that breaks the rule. `files` is everything in the channel's folder. */
  readonly faults: (files: readonly ChannelFile[], plan: Plan) => readonly ChannelFault[];
}

export interface ChannelFault {
  readonly path: string;
  /** One sentence that says what is wrong. */
  readonly message: string;
}
