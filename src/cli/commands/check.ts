import type { Command } from '../command.js';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { inspectChecklist, indexOption } from '../open-checklist.js';
import { exitCodes, report, reportOptions, say } from '../run-command.js';
import { watchChecklist } from '../watch-checklist.js';

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
    const clean = options.watch ? new Map<string, string>() : null;
    process.exitCode = await checkOnce(options, clean);
    if (clean) await checkOnChange(options, clean);
  },
};

/** @param clean as for `inspect`. */
async function checkOnce(options: CheckArguments, clean: Map<string, string> | null): Promise<number> {
  const started = performance.now();
  const { diagnostics, plan } = await inspectChecklist(options.index, clean);
  const code = report(diagnostics, options.format, options.maxProblems);
  if (plan && code === exitCodes.done) {
    const milliseconds = Math.round(performance.now() - started);
    say(
      `${plan.catalog.checks.length} checks, ${plan.scripts.length + plan.snippets.length} texts, no mistakes (${milliseconds} ms)`,
    );
  }
  return code;
}

/** Runs until it is interrupted. */
async function checkOnChange(options: CheckArguments, clean: Map<string, string>): Promise<never> {
  await watchChecklist(options.index, () => void checkOnce(options, clean).then((code) => (process.exitCode = code)));
  say('Watching. Press Ctrl+C to end.');
  return new Promise<never>(() => {});
}
