import { counted } from '../../diagnostics/counted.js';
import type { Command } from '../command.js';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { indexOption } from '../checklist-index.js';
import { cacheOption, lastAnswer } from '../last-answer.js';
import { exitCodes, report, reportOptions } from '../run-command.js';
import { watchChecklist } from '../watch-checklist.js';
import { workersOption } from '../workers-option.js';
import { say } from '../../host/terminal.js';

interface CheckArguments {
  readonly index: string;
  readonly watch: boolean;
  readonly cache: boolean;
  readonly format: ReportFormat;
  readonly maxProblems: number;
  readonly workers: number;
}

export const checkCommand: Command<CheckArguments> = {
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...reportOptions, ...cacheOption, ...workersOption })
      .option('watch', { type: 'boolean', default: false, describe: 'Look again whenever a file changes' })
      .strict(),
  handler: async (options) => {
    const clean = await checkOnce(options, options.watch ? new Map() : null);
    if (clean) await checkOnChange(options, clean);
  },
};

/** What is known of the texts, as for `compileChecklist`; null where nobody wants to know. */
type Clean = ReadonlyMap<string, string> | null;

/** How much was looked at. */
interface Amount {
  readonly checks: number;
  readonly texts: number;
}

function isAmount(value: unknown): value is Amount {
  const { checks, texts } = (value ?? {}) as Partial<Amount>;
  return Number.isInteger(checks) && Number.isInteger(texts);
}

/** Looks once, and sets the exit code. @returns what is known behind it. */
async function checkOnce({ index, format, maxProblems, cache, workers }: CheckArguments, clean: Clean): Promise<Clean> {
  const started = performance.now();
  // A watch looks with what it knows of the texts, which no answer holds.
  const question = { command: 'check', options: [], index, cache: cache && clean === null, isValue: isAmount };
  let known: Clean = null;
  const { diagnostics, value } = await lastAnswer(question, async (disk) => {
    const { compileChecklist } = await import('../open-checklist.js');
    const { plan, ...looked } = await compileChecklist(index, 'look', { clean, disk, workers });
    known = looked.clean;
    const amount = plan && { checks: plan.catalog.checks.length, texts: plan.scripts.length + plan.snippets.length };
    return { diagnostics: looked.diagnostics, value: amount };
  });
  process.exitCode = report(diagnostics, format, maxProblems);
  if (value && process.exitCode === exitCodes.done) {
    const milliseconds = Math.round(performance.now() - started);
    const result = `no ${diagnostics.length > 0 ? 'errors' : 'mistakes'}`;
    say`${counted(value.checks, 'check')}, ${counted(value.texts, 'text')}, ${result} (${milliseconds} ms)`;
  }
  // Where it came to no text, what was known of them stays true.
  return known ?? clean;
}

/** Runs until it is interrupted. */
async function checkOnChange(options: CheckArguments, clean: Clean): Promise<never> {
  let known = clean;
  await watchChecklist(options.index, () => void checkOnce(options, known).then((now) => (known = now)));
  say`Watching. Press Ctrl+C to end.`;
  return new Promise<never>(() => {});
}
