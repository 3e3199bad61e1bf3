import { readFileSync } from 'node:fs';
import type { Command } from '../command.js';
import { counted } from '../../diagnostics/counted.js';
import { printJson, printText, say } from '../../host/terminal.js';
import { compileChecklist, indexOption } from '../open-checklist.js';
import { retellResult } from '../retell-result.js';
import { readResult, type ScriptResult } from '../../spec/result.js';
import { readSummaries } from '../summary-line.js';
import { exitCodes, report, UsageError } from '../run-command.js';

interface DecodeArguments {
  readonly input: string;
  readonly index: string;
  readonly language: string;
}

export const decodeCommand: Command<DecodeArguments> = {
  builder: (yargs) =>
    yargs
      .positional('input', {
        type: 'string',
        demandOption: true,
        describe:
          'The line itself in quotes, a file with such lines, such as an export from Intune, or a result that a script wrote as JSON',
      })
      .options(indexOption)
      .option('language', { type: 'string', default: 'en', describe: 'Of a result in words, one of the checklist' })
      .strict(),
  handler: async ({ input, index, language }) => {
    const isLine = input.startsWith('mendsheet/');
    const text = isLine ? input : readFileSync(input, 'utf8');
    const result = isLine ? null : readResult(text);
    if (result) return retell(result, index, language);
    const summaries = readSummaries(text);
    if (summaries.length === 0) {
      throw new UsageError(`${isLine ? 'That' : input} is no whole summary line; one begins with "mendsheet/1".`);
    }
    printJson(isLine ? summaries[0] : summaries);
  },
};

/** Prints a result in a language of the checklist that it comes from. */
async function retell(result: ScriptResult, index: string, language: string): Promise<void> {
  const { diagnostics, plan } = await compileChecklist(index, 'plan');
  if (!plan) {
    process.exitCode = report(diagnostics, 'pretty', 50) || exitCodes.diagnostics;
    return;
  }
  const { catalog, messages } = plan;
  if (result.product !== catalog.product)
    throw new UsageError(`The result is of "${result.product}", and the checklist is "${catalog.product}".`);
  if (!catalog.languages.includes(language))
    throw new UsageError(`The checklist does not speak "${language}", only ${catalog.languages.join(', ')}.`);
  const { lines, kept } = retellResult(result, catalog, messages, language);
  printText(`${lines.join('\n')}\n`);
  if (kept > 0 && language !== result.language)
    say`${counted(kept, 'sentence')} of changes, failures and notices stand as the script wrote them, in "${result.language}".`;
}
