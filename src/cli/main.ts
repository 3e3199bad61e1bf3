#!/usr/bin/env node
import yargs from 'yargs';
import { hideBin } from 'yargs/helpers';
import { buildCommand } from './commands/build.js';
import { checkCommand } from './commands/check.js';
import { decodeCommand } from './commands/decode.js';
import { explainCommand } from './commands/explain.js';
import { keysCommand } from './commands/keys.js';
import { newCommand } from './commands/new.js';
import { planCommand } from './commands/plan.js';
import { serveCommand } from './commands/serve.js';
import { snippetCommand } from './commands/snippet.js';
import { testCommand } from './commands/test.js';
import { verifyCommand } from './commands/verify.js';
import { compilerVersion } from './package-root.js';
import { reportFailure } from './run-command.js';

await yargs(hideBin(process.argv))
  .scriptName('mendsheet')
  .usage('$0 <command>\n\nCompiles a checklist written in YAML into signed, self-contained Windows scripts.')
  .command(buildCommand)
  .command(checkCommand)
  .command(planCommand)
  .command(explainCommand)
  .command(snippetCommand)
  .command(decodeCommand)
  .command(serveCommand)
  .command(verifyCommand)
  .command(keysCommand)
  .command(newCommand)
  .command(testCommand)
  .demandCommand(1, 'Name a command.')
  .strict()
  .version(compilerVersion)
  .locale('en')
  .wrap(Math.min(110, process.stdout.columns ?? 100))
  .epilogue(
    'Exit codes: 0 done, 1 diagnostics or a failed verification, 2 wrong usage or a missing tool, 70 a bug of ours.',
  )
  .fail((message, error, parser) => reportFailure(message, error, () => parser.showHelp('error')))
  .parseAsync();
