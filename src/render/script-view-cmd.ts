import type { Where } from '../ir/catalog.js';
import type { PlannedCall, PlannedFunction, ScriptPlan } from '../ir/plan.js';
import { joinLines, linesOfBody, traceSource, type TracedText } from './origin-map.js';
import { cmdCall, type CmdText } from './quote-cmd.js';
import { regionView, type Build, type RegionView } from './script-view-ps1.js';
import { wrapWords } from '../source/wrap-words.js';

/** All that templates/cmd/head/*.hbs can see. */
export interface CmdHeadView {
  readonly version: string;
  readonly product: string;
  readonly title: string;
  readonly script: string;
  readonly guard: boolean;
}

/** All that templates/cmd/script.cmd.hbs can see. */
export interface CmdScriptView {
  readonly version: string;
  readonly product: string;
  readonly script: string;
  readonly head: string;
  readonly main: TracedText;
  readonly checks: readonly CmdCheckView[];
  /** Ids that checks had in earlier versions. */
  readonly former: readonly { readonly id: string; readonly now: string }[];
  readonly notEvaluated: readonly { readonly item: number; readonly id: string; readonly title: string }[];
  readonly recipes: readonly LabelBlock[];
  readonly regions: readonly RegionView[];
  readonly guardBody: TracedText | null;
}

interface CmdCheckView {
  readonly item: number;
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly comment: readonly string[];
  readonly functions: readonly LabelBlock[];
  /** A full `call :applies ...` line, or null for a check that applies everywhere. */
  readonly appliesCall: CmdText | null;
  /** A full `call :label "argument"` line, or null where the script does not do that phase. */
  readonly testCall: CmdText | null;
  readonly repairCall: CmdText | null;
  readonly exportCall: CmdText | null;
  readonly minutes: number;
  readonly restart: boolean;
  readonly default: boolean;
}

interface LabelBlock {
  readonly label: string;
  readonly lines: TracedText;
}

export function cmdHeadView(plan: ScriptPlan, build: Build, title: string): CmdHeadView {
  return { version: build.version, product: plan.product, title, script: plan.name, guard: plan.guard !== null };
}

export function cmdScriptView(plan: ScriptPlan, build: Build, head: string): CmdScriptView {
  const guard = plan.guard?.bodies.cmd;
  return {
    version: build.version,
    product: plan.product,
    script: plan.name,
    head: head.replace(/\n+$/, ''),
    main: traceSource(plan.templates.main),
    checks: plan.checks.map(({ check, label, functions, calls }) => ({
      item: check.item,
      id: check.id,
      label,
      title: check.title.en,
      comment: wrapWords(`${check.item} ${check.id}: ${check.title.en}. ${check.why.en}`, 100),
      functions: functions.map(labelBlock),
      appliesCall: appliesCall(check.where),
      testCall: callOf(calls.detect),
      repairCall: callOf(calls.repair),
      exportCall: callOf(calls.collect),
      minutes: check.risk.minutes,
      restart: check.risk.restart,
      default: plan.defaults.includes(check.id),
    })),
    former: [...plan.checks.map(({ check }) => check), ...plan.notEvaluated].flatMap(({ id, formerly }) =>
      formerly.map((each) => ({ id: each, now: id })),
    ),
    notEvaluated: plan.notEvaluated.map(({ item, id, title: words }) => ({ item, id, title: words.en })),
    recipes: plan.recipes.flatMap(({ functions }) => functions.map(labelBlock)),
    regions: plan.regions.map(regionView),
    guardBody: guard ? joinLines(linesOfBody(guard)) : null,
  };
}

function labelBlock({ name, body }: PlannedFunction): LabelBlock {
  return { label: name, lines: joinLines(linesOfBody(body)) };
}

function callOf(call: PlannedCall | null): CmdText | null {
  return (
    call &&
    cmdCall(
      call.name,
      call.arguments.map(({ value }) => value),
    )
  );
}

/** The limits in the order that templates/cmd/parts/runtime/applies.cmd takes them. */
function appliesCall(where: Where): CmdText | null {
  const { minBuild, maxBuild, kind, editionIds, architecture, account } = where;
  const lists = [kind, editionIds, architecture, account];
  if (minBuild === null && maxBuild === null && lists.every((list) => list.length === 0)) return null;
  return cmdCall('applies', [minBuild ?? 0, maxBuild ?? 0, ...lists]);
}
