import type { Command } from '../command.js';
import type { Edition } from '../../ir/catalog.js';
import type { Plan } from '../../ir/plan.js';
import { indexOption } from '../checklist-index.js';
import { findCheck } from '../find-check.js';
import { compileChecklist } from '../open-checklist.js';
import { exitCodes, report, UsageError } from '../run-command.js';
import { printText } from '../../host/terminal.js';

interface SnippetArguments {
  readonly index: string;
  readonly check: string;
  readonly cmd: boolean;
}

function whyNone({ catalog, withoutSnippet }: Plan, id: string, shell: Edition): string {
  const found = withoutSnippet.find((each) => each.check.id === id && each.shell === shell);
  if (!found) return `"${id}" has nothing that ${shell === 'ps1' ? 'PowerShell' : 'a command prompt'} can do.`;
  const phase = found.check.steps[shell].repair ? 'repair' : 'detect';
  const script = catalog.scripts.find((each) => each.phase === phase)?.name;
  return `"${id}" has no ${shell} snippet: ${found.why}.${script ? ` Run ${script}.${shell} /check ${id}.` : ''}`;
}

export const snippetCommand: Command<SnippetArguments> = {
  builder: (yargs) =>
    yargs
      .positional('check', { type: 'string', demandOption: true, describe: 'Id of the check' })
      .options(indexOption)
      .option('cmd', { type: 'boolean', default: false, describe: 'For a command prompt instead of PowerShell' })
      .strict(),
  handler: async (options) => {
    const { diagnostics, plan, artefacts } = await compileChecklist(options.index, 'channels');
    const code = report(diagnostics, 'pretty', 50);
    if (!plan || !artefacts || code !== exitCodes.done) {
      process.exitCode = code;
      return;
    }
    const shell = options.cmd ? 'cmd' : 'ps1';
    const check = findCheck(plan.catalog.checks, options.check);
    const planned = plan.snippets.find((snippet) => snippet.check === check && snippet.shell === shell);
    const artefact = artefacts.find(({ path }) => path === planned?.path);
    if (!artefact) throw new UsageError(whyNone(plan, check.id, shell));
    void printText(Buffer.from(artefact.bytes).toString('utf8'));
  },
};
