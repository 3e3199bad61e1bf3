import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommandModule } from 'yargs';
import type { ReportFormat } from '../../diagnostics/reporters.js';
import { inspectChecklist, indexOption } from '../open-checklist.js';
import { exitCodes, report, reportOptions, say } from '../run-command.js';

interface CheckArguments {
  readonly index: string;
  readonly watch: boolean;
  readonly format: ReportFormat;
  readonly maxProblems: number;
}

export const checkCommand: CommandModule<object, CheckArguments> = {
  command: 'check',
  describe: 'Look for mistakes in a checklist, and write nothing',
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...reportOptions })
      .option('watch', { type: 'boolean', default: false, describe: 'Look again whenever a file changes' })
      .strict() as never,
  handler: async (options) => {
    const clean = new Map<string, string>();
    process.exitCode = await checkOnce(options, clean);
    if (options.watch) await checkOnChange(options, clean);
  },
};

/** @param clean texts that were found clean before, by path. */
async function checkOnce(options: CheckArguments, clean: Map<string, string>): Promise<number> {
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

/** Runs until it is interrupted. Editors write a file in several steps, so changes are gathered for a moment. */
async function checkOnChange(options: CheckArguments, clean: Map<string, string>): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void checkOnce(options, clean).then((code) => (process.exitCode = code)), 30);
  };
  const root = dirname(options.index);
  watch(options.index, again);
  watch(join(root, 'checks'), { recursive: true }, again);
  say('Watching. Press Ctrl+C to end.');
  return new Promise<never>(() => {});
}
