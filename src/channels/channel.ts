import type { DiagnosticCode } from '../diagnostics/codes.js';
import type { Artefact } from '../ir/artefact.js';
import type { Catalog, Check } from '../ir/catalog.js';
import { checksOfWay, type ChannelSpec } from '../ir/channel.js';
import type { Plan, ScriptPlan } from '../ir/plan.js';
import type { Span } from '../source/source-file.js';

/**
 * A way on which scripts reach computers. A new channel is a folder with one of these and a line in list.ts
 * (docs/adding-a-channel.md); what every script of a channel keeps stands in script-rules.ts.
 */
export interface Channel extends ChannelSpec {
  /** The files beside the scripts that `plan` put into the folder. Pure: equal input gives equal bytes. */
  readonly files: (input: ChannelInput) => readonly Artefact[];
  /**
   * Every name by which the far end, a file system or the channel's own installer finds again what was made before, as the channel
   * writes it. Two alike are refused, since one thing would overwrite the other.
   */
  readonly keys: (plan: Plan) => readonly ChannelKey[];
  /** Whether the scripts serve together, so that none goes out where one does not fit; else those of one folder do. */
  readonly serveTogether: boolean;
  /** Bytes that the service takes of a script with its signature; null where it sets no limit. */
  readonly largestScript: number | null;
  /** Other limits of the far end, beside the length of the summary line, which every script of a channel keeps. */
  readonly fitRules: readonly FitRule[];
}

/** A name by which a thing is known at the far end. */
export interface ChannelKey {
  /** What is called so, in the plural, as a sentence says it: "remediations of Intune". Names of other things may be the same. */
  readonly of: string;
  readonly name: string;
  /** The words of the checklist that the name is made of; null for a name that the channel gives of itself. */
  readonly span: Span | null;
}

export interface ChannelInput {
  /** Its scripts are those that go out. */
  readonly plan: Plan;
  readonly scripts: Scripts;
  /**
   * Fills in a template of the channel's folder.
   * @param name "gpo/ScheduledTasks.xml.hbs".
   * @param values by the name that a mustache has for them; LF line ends come out.
   */
  readonly fill: (name: string, values: Readonly<Record<string, string>>) => string;
}

/** Finished scripts by path below dist/, as people get them. */
export type Scripts = ReadonlyMap<string, Artefact>;

/** What a rule looks at: bytes at a path below dist/. */
export type ChannelFile = Pick<Artefact, 'path' | 'bytes'>;

/** A limit of the far end that many checks can break. What breaks it is left out, with a warning. */
export interface FitRule {
  readonly code: DiagnosticCode;
  /** A sentence; null where the script fits. */
  readonly message: (script: ScriptPlan, catalog: Catalog) => string | null;
}

/** Keys that are made of checks, one of each check that the way detects. */
export function keysOfChecks(
  { channels }: Plan,
  given: {
    readonly way: string;
    readonly of: string;
    /** What of the check the name is made of. */
    readonly from: 'id' | 'title';
    readonly name: (check: Check) => string;
  },
): readonly ChannelKey[] {
  const { way, of, from, name } = given;
  return checksOfWay(channels, way)
    .filter(({ detects }) => detects)
    .map(({ check }) => ({ of, name: name(check), span: from === 'id' ? check.span : check.titleSpan }));
}
