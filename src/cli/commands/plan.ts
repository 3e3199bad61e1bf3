import { counted } from '../../diagnostics/counted.js';
import { hasErrors } from '../../diagnostics/diagnostic.js';
import type { Command } from '../command.js';
import type { WayPlan } from '../../ir/channel.js';
import type { Plan, PlannedCheck, ScriptPlan } from '../../ir/plan.js';
import { phases, wordsIn, type Check, type Edition, type Input, type Step } from '../../ir/catalog.js';
import { indexOption } from '../checklist-index.js';
import { findCheck } from '../find-check.js';
import { cacheOption, lastAnswer } from '../last-answer.js';
import { pascalCase } from '../../names/name-functions.js';
import { program } from '../package-root.js';
import { report } from '../run-command.js';
import { wrapText } from '../../diagnostics/terminal.js';
import { printMarkup, printText, widthOfOutput } from '../../host/terminal.js';

interface PlanArguments {
  readonly index: string;
  readonly format: 'text' | 'json';
  readonly check: string | undefined;
  readonly cache: boolean;
}

export const planCommand: Command<PlanArguments> = {
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...cacheOption })
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        describe: 'For people or for tools',
      })
      .option('check', { type: 'string', describe: 'Everything about one check' })
      .strict(),
  handler: async ({ index, format, check, cache }) => {
    const options = [format, check ?? null, widthOfOutput(110, 80)];
    const question = { command: 'plan', options, index, cache, isValue: (value: unknown) => typeof value === 'string' };
    const { diagnostics, value } = await lastAnswer(question, async (disk) => {
      const { compileChecklist } = await import('../open-checklist.js');
      const planned = await compileChecklist(index, 'plan', { disk });
      if (!planned.plan || hasErrors(planned.diagnostics)) return { diagnostics: planned.diagnostics, value: null };
      const view = check === undefined ? planView(planned.plan) : checkView(planned.plan, check);
      const text = format === 'json' ? `${JSON.stringify(view, null, 2)}\n` : view.text;
      return { diagnostics: planned.diagnostics, value: text };
    });
    process.exitCode = report(diagnostics, 'pretty', 50);
    if (value !== null) void (format === 'json' ? printMarkup(value, 'json') : printText(value));
  },
};

interface View {
  readonly text: string;
}

function planView(plan: Plan): View & object {
  const scripts = plan.scripts.map(scriptView);
  const snippets = plan.snippets.map(({ path, phase, shell, check }) => ({
    path,
    phase,
    edition: shell,
    check: check.id,
  }));
  const ways = plan.channels.flatMap(({ ways: each }) => each);
  const channels = ways.map(channelView);
  const width = widthOfOutput(110, 80);
  const line = (text: string): string => `${wrapText(text, width)}\n`;
  const text = [
    scriptTable(plan, width),
    line(
      `A script that leaves checks out leaves them to the other edition. ${counted(snippets.length, 'snippet')} to paste. "${program} plan --format json" names each script and snippet.`,
    ),
    ...asksFor(plan).map(line),
    ...(ways.length === 0 ? [] : [channelTable(ways, width), leftOut(ways, width)]),
    line(`"${program} plan --check <id>" says everything about one check.`),
  ].join('\n');
  const { product, version } = plan.catalog;
  const checks = plan.catalog.checks.map(checkSummary);
  return hideText({ product, version, checks, scripts, snippets, channels }, text);
}

/** A line for each script, under the folder of the product, and one for all that hold a single check of many in the same place. */
function scriptTable({ catalog, scripts }: Plan, width: number): string {
  const folder = `${catalog.product}/`;
  const lines = grouped(scripts, ({ path, role }) =>
    onlyOne(role) ? path.replace(/[^/]+(?=\/[^/]+$)/, '<check>') : path,
  );
  const rows = [...lines].map(([path, some]) => [
    path.startsWith(folder) ? path.slice(folder.length) : path,
    String(some.length),
    range(some.map(({ checks }) => checks.length)),
    range(some.map(({ notEvaluated }) => notEvaluated.length)),
    range(some.map(({ recipes }) => recipes.length)),
    range(some.map(({ regions }) => regions.reduce((sum, region) => sum + region.parts.length, 0))),
  ]);
  return table([`In ${folder}`, 'Scripts', 'Checks', 'Left out', 'Recipes', 'Functions'], rows, width);
}

/** What people can give the scripts of a checklist: a sentence for those that take the same. */
function asksFor({ scripts }: Plan): readonly string[] {
  const asking = scripts.filter(({ role, inputs }) => role.kind === 'checklist' && inputs.length > 0);
  const groups = grouped(asking, ({ inputs }) => inputs.map(({ name }) => `-${pascalCase(name)}`).join(', '));
  return [...groups].map(([inputs, some]) => `With ${inputs}: ${some.map(({ path }) => path).join(', ')}.`);
}

function onlyOne(role: ScriptPlan['role']): boolean {
  return role.kind === 'single' || (role.kind === 'deployed' && role.only !== null);
}

/** What has the same key, in the order of the first of each. */
function grouped<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

/** "3", or "3-7" where they differ. */
function range(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? String(most) : `${least}-${most}`;
}

/** The first column takes what the others leave; what is longer there has a line of its own. */
function table(heading: readonly string[], rows: readonly (readonly string[])[], width: number): string {
  const widths = heading.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const others = widths.slice(1).reduce((sum, each) => sum + each + 2, 0);
  const first = Math.min(widths[0] ?? 0, width - others);
  const line = ([name = '', ...values]: readonly string[]): string => {
    const numbers = values.map((value, at) => `  ${value.padStart(widths[at + 1] ?? 0)}`).join('');
    return `${name.length > first ? `${name}\n${' '.repeat(first)}` : name.padEnd(first)}${numbers}`;
  };
  return `${[line(heading), '-'.repeat(first + others), ...rows.map(line)].join('\n')}\n`;
}

function channelView({ name, limits, checks }: WayPlan): object {
  return { name, limits, checks: checks.map(({ check, ...decided }) => ({ id: check.id, ...decided })) };
}

/** What each way of a channel takes of the checks, in numbers. */
function channelTable(ways: readonly WayPlan[], width: number): string {
  const rows = ways.map(({ name, limits, checks }) => [
    name,
    String(limits.minutes),
    String(checks.length),
    String(checks.filter(({ detects }) => detects).length),
    String(checks.filter(({ repairs }) => repairs).length),
  ]);
  return table(['Channel', 'Minutes', 'Checks', 'Detects', 'Repairs'], rows, width);
}

/** Why channels leave out checks or their repair: each reason with its checks once, for all channels that give it. */
function leftOut(ways: readonly WayPlan[], width: number): string {
  const given = ways.flatMap(({ name, checks }) =>
    [...grouped(checks, ({ why }) => why)]
      .filter(([why]) => why !== '')
      .map(([why, some]) => ({ name, why, ids: some.map(({ check }) => check.id).join(', ') })),
  );
  const reasons = [...grouped(given, ({ why, ids }) => `${why}: ${ids}`)].map(([said, some]) => {
    const where = some.length === ways.length ? 'all channels' : some.map(({ name }) => name).join(', ');
    return `${wrapText(`In ${where}:`, width, '  ')}\n  ${wrapText(said, width - 2, '  ')}\n`;
  });
  return reasons.join('');
}

/** A check for tools: its place in the source list, its words, and in which phases each edition can do it. */
function checkSummary({
  id,
  item,
  group,
  title,
  why,
  severity,
  audience,
  applies,
  where,
  links,
  inputs,
  guided,
  steps,
}: Check): object {
  const phasesOf = (edition: Edition): readonly string[] => phases.filter((phase) => steps[edition][phase]);
  const done = { ps1: phasesOf('ps1'), cmd: phasesOf('cmd') };
  return { id, item, group, title, why, severity, audience, applies, where, links, inputs, guided, phases: done };
}

/** `text` serves people; JSON leaves it out. */
function hideText<T extends object>(view: T, text: string): T & View {
  return Object.defineProperty(view, 'text', { value: text, enumerable: false }) as T & View;
}

function scriptView(script: ScriptPlan): object {
  return {
    path: script.path,
    phase: script.phase,
    edition: script.edition,
    checks: script.checks.map(({ check }) => check.id),
    defaults: script.defaults,
    notEvaluated: script.notEvaluated.map(({ id }) => id),
    recipes: script.recipes.map(({ recipe }) => recipe.id),
    inputs: script.inputs.map(({ name }) => name),
    library: script.regions.flatMap(({ parts }) => parts.map(({ name }) => name)),
  };
}

function checkView(plan: Plan, id: string): View & object {
  const check = findCheck(plan.catalog.checks, id);
  const places = plan.scripts.flatMap((script) =>
    script.checks.filter((planned) => planned.check === check).map((planned) => ({ script, planned })),
  );
  const scripts = places.map(({ script, planned }) => ({ path: script.path, calls: callsOf(planned) }));
  const snippets = plan.snippets.filter((snippet) => snippet.check === check).map(({ path }) => path);
  const channels = plan.channels
    .flatMap(({ ways }) => ways)
    .flatMap(({ name, checks }) =>
      checks
        .filter((each) => each.check === check)
        .map(({ detects, repairs, why }) => ({ name, detects, repairs, why })),
    );
  const { steps, span, ...words } = check;
  const how = { ps1: stepsView(check, 'ps1'), cmd: stepsView(check, 'cmd') };
  return hideText(
    { ...words, how, scripts, snippets, channels },
    describeCheck(check, how, [...scripts.map(({ path }) => path), ...snippets]) + channels.map(takenText).join(''),
  );
}

function inputText({ name, matches, default: standing, unattended, detects }: Input): string {
  const otherwise = `${detects ? '; detections take it too' : ''}${unattended === 'left-out' ? '; channels leave the check out' : ''}`;
  return `  input -${pascalCase(name)} matches ${matches}; without one ${JSON.stringify(standing)}${otherwise}`;
}

function takenText(taken: { name: string; detects: boolean; repairs: boolean; why: string }): string {
  const done = [...(taken.detects ? ['detects'] : []), ...(taken.repairs ? ['repairs'] : [])].join(' and ');
  const line = `  channel ${taken.name.padEnd(17)} ${done || 'leaves it out'}${taken.why ? `: ${taken.why}` : ''}`;
  return `${wrapText(line, widthOfOutput(110, 80), '      ')}\n`;
}

function callsOf({ calls }: PlannedCheck): object {
  return Object.fromEntries(
    phases.flatMap((phase) => {
      const call = calls[phase];
      return call
        ? [
            [
              phase,
              {
                name: call.name,
                arguments: call.arguments.map(({ parameter, value, input }) => ({ parameter, value, input })),
              },
            ],
          ]
        : [];
    }),
  );
}

function stepsView(check: Check, edition: 'ps1' | 'cmd'): Record<string, string> {
  return Object.fromEntries(
    phases.flatMap((phase) => {
      const step = check.steps[edition][phase];
      return step ? [[phase, describeStep(step)]] : [];
    }),
  );
}

function describeStep(step: Step): string {
  const values = step.arguments
    .map(
      ({ name, value, input }) =>
        ` ${name}=${input === null ? '' : `-${pascalCase(input)} or `}${JSON.stringify(value)}`,
    )
    .join('');
  return step.kind === 'recipe'
    ? `recipe ${step.recipe}${values}`
    : `${step.body.source.path}:${step.body.firstLine}${values}`;
}

function describeCheck(
  check: Check,
  how: Record<'ps1' | 'cmd', Record<string, string>>,
  files: readonly string[],
): string {
  const width = widthOfOutput(110, 80);
  const rows = [
    `${check.item} ${check.id} (${check.group})`,
    ...Object.keys(check.title).map(
      (language) => `  ${language.padEnd(3)} ${wordsIn(check.title, language)}: ${wordsIn(check.why, language)}`,
    ),
    `  severity ${check.severity}; ${check.audience.length > 0 ? `for ${check.audience.join(', ')}; ` : ''}disruption ${check.risk.disruption}, ${check.risk.minutes} min, restart ${check.risk.restart ? 'yes' : 'no'}; needs ${check.needs.join(', ') || 'nothing'}`,
    ...(check.explains.length > 0 ? [`  explains ${check.explains.join(' ')}`] : []),
    ...check.inputs.map(inputText),
    ...Object.entries(how).flatMap(([edition, steps]) =>
      Object.entries(steps).map(([phase, step]) => `  ${edition} ${phase.padEnd(7)} ${step}`),
    ),
    ...files.map((path) => `  in ${path}`),
  ];
  return `${rows.map((row) => wrapText(row, width, '      ')).join('\n')}\n`;
}
