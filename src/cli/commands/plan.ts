import { counted } from '../../diagnostics/counted.js';
import type { Command } from '../command.js';
import type { WayPlan } from '../../ir/channel.js';
import type { Plan, PlannedCheck, ScriptPlan } from '../../ir/plan.js';
import { phases, wordsIn, type Check, type Edition, type Input, type Step } from '../../ir/catalog.js';
import { compileChecklist, indexOption } from '../open-checklist.js';
import { pascalCase } from '../../names/name-functions.js';
import { program } from '../package-root.js';
import { exitCodes, report, UsageError } from '../run-command.js';
import { printText, printJson } from '../../host/terminal.js';

interface PlanArguments {
  readonly index: string;
  readonly format: 'text' | 'json';
  readonly check: string | undefined;
}

export const planCommand: Command<PlanArguments> = {
  builder: (yargs) =>
    yargs
      .options(indexOption)
      .option('format', {
        choices: ['text', 'json'] as const,
        default: 'text' as const,
        describe: 'For people or for tools',
      })
      .option('check', { type: 'string', describe: 'Everything about one check' })
      .strict(),
  handler: async (options) => {
    const { diagnostics, plan } = await compileChecklist(options.index, 'plan');
    process.exitCode = report(diagnostics, 'pretty', 50);
    if (!plan || process.exitCode !== exitCodes.done) return;
    const view = options.check === undefined ? planView(plan) : checkView(plan, options.check);
    if (options.format === 'json') printJson(view);
    else void printText(view.text);
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
  const width = Math.max(...plan.scripts.map(({ path }) => path.length));
  const lines = plan.scripts.map((script) => `${script.path.padEnd(width)}  ${scriptLine(script)}`);
  const ways = plan.channels.flatMap(({ ways: each }) => each);
  const channels = ways.map(channelView);
  const text = `${lines.join('\n')}\n${counted(snippets.length, 'snippet')}\n${ways.map(channelText).join('')}`;
  const { product, version } = plan.catalog;
  const checks = plan.catalog.checks.map(checkSummary);
  return hideText({ product, version, checks, scripts, snippets, channels }, text);
}

function channelView({ name, limits, checks }: WayPlan): object {
  return { name, limits, checks: checks.map(({ check, ...decided }) => ({ id: check.id, ...decided })) };
}

/** What a channel takes, and behind it what it leaves out and why. */
function channelText({ name, limits, checks }: WayPlan): string {
  const detected = checks.filter(({ detects }) => detects).length;
  const repaired = checks.filter(({ repairs }) => repairs).length;
  const reasons = [...new Set(checks.map(({ why }) => why))].filter((why) => why !== '');
  const left = reasons.map((reason) => {
    const ids = checks.filter(({ why }) => why === reason).map(({ check }) => check.id);
    return `    ${reason}: ${ids.join(', ')}\n`;
  });
  const head = `channel ${name}, ${counted(limits.minutes, 'minute')} a run: detects ${detected}, repairs ${repaired} of ${counted(checks.length, 'check')}\n`;
  return head + left.join('');
}

/** A check for tools: its place in the source list, its words, and in which phases each edition can do it. */
function checkSummary({
  id,
  item,
  group,
  title,
  why,
  severity,
  applies,
  where,
  links,
  inputs,
  guided,
  steps,
}: Check): object {
  const phasesOf = (edition: Edition): readonly string[] => phases.filter((phase) => steps[edition][phase]);
  const done = { ps1: phasesOf('ps1'), cmd: phasesOf('cmd') };
  return { id, item, group, title, why, severity, applies, where, links, inputs, guided, phases: done };
}

/** `text` serves people; JSON leaves it out. */
function hideText<T extends object>(view: T, text: string): T & View {
  return Object.defineProperty(view, 'text', { value: text, enumerable: false }) as T & View;
}

function scriptLine({ checks, notEvaluated, recipes, regions, inputs }: ScriptPlan): string {
  const parts = regions.reduce((sum, region) => sum + region.parts.length, 0);
  const left = notEvaluated.length > 0 ? `, ${notEvaluated.length} left to the other edition` : '';
  const asks = inputs.length > 0 ? `, asks for ${inputs.map(({ name }) => `-${pascalCase(name)}`).join(' ')}` : '';
  return `${counted(checks.length, 'check')}${left}, ${counted(recipes.length, 'recipe')}, ${counted(parts, 'library function')}${asks}`;
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
  const check = plan.catalog.checks.find((each) => each.id === id);
  if (!check) throw new UsageError(`There is no check "${id}". "${program} plan" lists them.`);
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

function inputText({ name, matches, default: standing, unattended }: Input): string {
  const otherwise = unattended === 'left-out' ? '; channels leave the check out' : '';
  return `  input -${pascalCase(name)} matches ${matches}; without one ${JSON.stringify(standing)}${otherwise}`;
}

function takenText(taken: { name: string; detects: boolean; repairs: boolean; why: string }): string {
  const done = [...(taken.detects ? ['detects'] : []), ...(taken.repairs ? ['repairs'] : [])].join(' and ');
  return `  channel ${taken.name.padEnd(17)} ${done || 'leaves it out'}${taken.why ? `: ${taken.why}` : ''}\n`;
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
  const rows = [
    `${check.item} ${check.id} (${check.group})`,
    ...Object.keys(check.title).map(
      (language) => `  ${language.padEnd(3)} ${wordsIn(check.title, language)}: ${wordsIn(check.why, language)}`,
    ),
    `  severity ${check.severity}; disruption ${check.risk.disruption}, ${check.risk.minutes} min, restart ${check.risk.restart ? 'yes' : 'no'}; needs ${check.needs.join(', ') || 'nothing'}`,
    ...(check.explains.length > 0 ? [`  explains ${check.explains.join(' ')}`] : []),
    ...check.inputs.map(inputText),
    ...Object.entries(how).flatMap(([edition, steps]) =>
      Object.entries(steps).map(([phase, step]) => `  ${edition} ${phase.padEnd(7)} ${step}`),
    ),
    ...files.map((path) => `  in ${path}`),
  ];
  return `${rows.join('\n')}\n`;
}
