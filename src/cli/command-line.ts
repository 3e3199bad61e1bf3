import yargs, { type Argv, type CommandModule } from 'yargs';
import { hideBin } from 'yargs/helpers';
import type { Command } from './command.js';
import { compilerVersion } from './package-root.js';
import { widthOfOutput } from '../host/terminal.js';
import { endWithError, joinSeparated, refuseEmpty, refuseRepeated, UsageError } from './run-command.js';

/** A command whose module, with all that it imports, is read when it is the one to run: that is most of a cold start. */
function lazy(command: string, describe: string, load: () => Promise<Command<never>>): CommandModule {
  return {
    command,
    describe,
    builder: (async (parser) => withValues(await (await load()).builder(parser))) as CommandModule['builder'] & object,
    handler: async (options) => (await load()).handler(options as never),
  };
}

/**
 * Keeps yargs from making the text of its help each time that a command has started, for a failure of it: ours say what is wrong and
 * show none. It is a tenth of what a short command takes.
 */
function withoutSpareHelp(parser: Argv): Argv {
  const { getInternalMethods } = parser as unknown as { getInternalMethods?: () => YargsInternals };
  const usage = getInternalMethods?.call(parser).getUsageInstance();
  if (usage?.cacheHelpMessage) usage.cacheHelpMessage = () => {};
  return parser;
}

/** An option that takes a text or a number has one behind it: without it, the default would be taken in silence. */
function withValues(parser: unknown): unknown {
  const { string, number } = (parser as { getOptions(): YargsOptions }).getOptions();
  const names = [...string, ...number];
  const negated = process.argv.find((each) => names.some((name) => each === `--no-${name}`));
  if (negated !== undefined) throw new UsageError(`There is no option ${negated}.`);
  return (parser as Argv).requiresArg(names);
}

/** What was given to the program, as yargs is to see it. */
function given(): readonly string[] {
  try {
    return joinSeparated(hideBin(process.argv));
  } catch (error) {
    return endWithError(null, error, () => {});
  }
}

/** What of yargs no type tells. */
interface YargsInternals {
  getUsageInstance(): { cacheHelpMessage?: () => void };
}
interface YargsOptions {
  readonly string: readonly string[];
  readonly number: readonly string[];
}

await withoutSpareHelp(yargs(given()))
  .scriptName('mendsheet')
  .usage('$0 <command>\n\nCompiles a checklist written in YAML into signed, self-contained Windows scripts.')
  .command([
    lazy(
      'build',
      'Compile a checklist into signed scripts',
      async () => (await import('./commands/build.js')).buildCommand,
    ),
    lazy(
      'check',
      'Look for mistakes in a checklist, and write nothing',
      async () => (await import('./commands/check.js')).checkCommand,
    ),
    lazy(
      'include',
      'Copy the packages of recipes that a checklist includes, and lock them',
      async () => (await import('./commands/include.js')).includeCommand,
    ),
    lazy('plan', 'Show what would be emitted, and why', async () => (await import('./commands/plan.js')).planCommand),
    lazy(
      'explain <code>',
      'Explain a diagnostic ("spec/unknown-key"), a function of the library or an error code of Windows (0x80070422)',
      async () => (await import('./commands/explain.js')).explainCommand,
    ),
    lazy(
      'snippet <check>',
      'Print one repair, or detection, ready to paste into a console',
      async () => (await import('./commands/snippet.js')).snippetCommand,
    ),
    lazy(
      'decode <input>',
      'Explain the summary line of a deployed script, as JSON, or a result in another language',
      async () => (await import('./commands/decode.js')).decodeCommand,
    ),
    lazy(
      'fleet [inputs..]',
      'Read the reports of many PCs into Parquet, and count them (needs DuckDB)',
      async () => (await import('./commands/fleet.js')).fleetCommand,
    ),
    lazy(
      'diagnose <bundle>',
      'Diagnose a PC from the bundle that collect-logs.ps1 made on it (needs PowerShell 7.5)',
      async () => (await import('./commands/diagnose.js')).diagnoseCommand,
    ),
    lazy(
      'serve',
      'Show the download page of a build to the browsers of this computer',
      async () => (await import('./commands/serve.js')).serveCommand,
    ),
    lazy(
      'verify <path>',
      'Verify a signed script, or a whole folder of a build',
      async () => (await import('./commands/verify.js')).verifyCommand,
    ),
    lazy(
      'keys <command>',
      'The key that signs: make, show, trust',
      async () => (await import('./commands/keys.js')).keysCommand,
    ),
    lazy(
      'new <kind>',
      'Start a checklist, a group, a check or a recipe',
      async () => (await import('./commands/new.js')).newCommand,
    ),
    lazy(
      'test',
      "Try the checklist's scenarios on a simulated Windows (needs PowerShell and Pester 5)",
      async () => (await import('./commands/test.js')).testCommand,
    ),
  ])
  .middleware((options) => {
    refuseRepeated(options);
    refuseEmpty(options);
  })
  .demandCommand(1, 'Name a command.')
  .strict()
  .version(compilerVersion)
  .locale('en')
  .wrap(widthOfOutput(110, 100))
  .epilogue(
    'Exit codes: 0 done, 1 diagnostics or a failed verification, 2 wrong usage or a missing tool, 70 a bug of ours.',
  )
  .fail((message, error, parser) => endWithError(message, error, () => parser.showHelp('error')))
  .parseAsync()
  // What is wrong with an option of a command that was read late comes past .fail.
  .catch((error: unknown) => endWithError(null, error, () => {}));
