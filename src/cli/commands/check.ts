import { counted } from '../../diagnostics/counted.js';
import type { Command } from '../command.js';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { compileChecklist, indexOption } from '../open-checklist.js';
import { exitCodes, report, reportOptions } from '../run-command.js';
import { watchChecklist } from '../watch-checklist.js';
import { say } from '../../host/terminal.js';

interface CheckArguments {
  readonly index: string;
  readonly watch: boolean;
  readonly format: ReportFormat;
  readonly maxProblems: number;
}

export const checkCommand: Command<CheckArguments> = {
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...reportOptions })
      .option('watch', { type: 'boolean', default: false, describe: 'Look again whenever a file changes' })
      .strict(),
  handler: async (options) => {
    const clean = await checkOnce(options, options.watch ? new Map() : null);
    if (clean) await checkOnChange(options, clean);
  },
};

/** What is known of the texts, as for `compileChecklist`; null where nobody wants to know. */
type Clean = ReadonlyMap<string, string> | null;

/** Looks once, and sets the exit code. @returns what is known behind it. */
async function checkOnce(options: CheckArguments, clean: Clean): Promise<Clean> {
  const started = performance.now();
  const { diagnostics, plan, ...looked } = await compileChecklist(options.index, 'look', { clean });
  process.exitCode = report(diagnostics, options.format, options.maxProblems);
  if (plan && process.exitCode === exitCodes.done) {
    const milliseconds = Math.round(performance.now() - started);
    const texts = counted(plan.scripts.length + plan.snippets.length, 'text');
    const result = `no ${diagnostics.length > 0 ? 'errors' : 'mistakes'}`;
    say`${counted(plan.catalog.checks.length, 'check')}, ${texts}, ${result} (${milliseconds} ms)`;
  }
  // Where it came to no text, what was known of them stays true.
  return looked.clean ?? clean;
}

/** Runs until it is interrupted. */
async function checkOnChange(options: CheckArguments, clean: Clean): Promise<never> {
  let known = clean;
  await watchChecklist(options.index, () => void checkOnce(options, known).then((now) => (known = now)));
  say`Watching. Press Ctrl+C to end.`;
  return new Promise<never>(() => {});
}
