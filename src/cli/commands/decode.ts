import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Command } from '../command.js';
import { counted } from '../../diagnostics/counted.js';
import { printJson, printMarkup, printText, say } from '../../host/terminal.js';
import { readResult, type ScriptResult } from '../../spec/result.js';
import { indexOption } from '../checklist-index.js';
import { compileChecklist } from '../open-checklist.js';
import { wholeText } from '../../fleet/read-text.js';
import { summaryCsv } from '../../fleet/summary-csv.js';
import { summariesOfFile } from '../../fleet/read-summaries.js';
import { retellResult } from '../retell-result.js';
import { readSummaries } from '../../fleet/summary-line.js';
import { exitCodes, report, UsageError } from '../run-command.js';

interface DecodeArguments {
  readonly input: string;
  readonly format: 'json' | 'ndjson' | 'csv';
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
      .option('format', {
        choices: ['json', 'ndjson', 'csv'] as const,
        default: 'json' as const,
        describe: 'Of a file: one list, an object a line, or a row a check for spreadsheets',
      })
      .options(indexOption)
      .option('language', { type: 'string', default: 'en', describe: 'Of a result in words, one of the checklist' })
      .strict(),
  handler: async ({ input, format, index, language }) => {
    if (input.startsWith('mendsheet/')) {
      const [summary] = readSummaries(input);
      if (!summary) throw new UsageError('That is no whole summary line; one begins with "mendsheet/1".');
      if (format !== 'csv') return printJson(summary);
      for await (const lines of summaryCsv([summary], () => [])) await printText(lines);
      return;
    }
    refuseArchive(input);
    const result = resultOf(input);
    if (result) return retell(result, index, language);
    let count = 0;
    let silent = 0;
    let columns: readonly string[] = [];
    const found = summariesOfFile(
      input,
      () => (silent += 1),
      (names) => (columns = names),
    );
    if (format === 'csv') {
      for await (const lines of summaryCsv(found, () => columns)) {
        count += 1;
        await printText(lines);
      }
    }
    for await (const summary of found) {
      const text = JSON.stringify(summary, null, format === 'json' ? 2 : 0);
      const before = format === 'ndjson' ? '' : count === 0 ? '[\n' : ',\n';
      count += 1;
      await printMarkup(before + text + (format === 'ndjson' ? '\n' : ''), 'json');
    }
    if (count === 0) throw new UsageError(`${input} holds no whole summary line; one begins with "mendsheet/1".`);
    if (format === 'json') await printMarkup('\n]\n', 'json');
    if (silent > 0)
      say`${counted(silent, 'row')} without a summary line: PCs that did not run it, or whose output was cut.`;
  },
};

/** @throws UsageError for a ZIP file: its bytes are no lines, and by chance some of them would look like lines. */
function refuseArchive(path: string): void {
  const beginning = Buffer.alloc(2);
  const file = openSync(path, 'r');
  try {
    readSync(file, beginning);
  } finally {
    closeSync(file);
  }
  if (beginning.toString('latin1') === 'PK')
    throw new UsageError(`${path} is a ZIP file. "mendsheet fleet" reads those; "decode" reads what is in one.`);
}

/** Bytes of a result; exports of summary lines may be larger, and are read piece by piece. */
const longestResult = 20_000_000;

function resultOf(path: string): ScriptResult | null {
  return statSync(path).size > longestResult ? null : readResult(wholeText(readFileSync(path)));
}

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
  void printText(`${lines.join('\n')}\n`);
  if (kept > 0 && language !== result.language)
    say`${counted(kept, 'sentence')} of changes, failures and notices stand as the script wrote them, in "${result.language}".`;
}
