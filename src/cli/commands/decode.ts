import type { Command } from '../command.js';
import { printJson, printMarkup } from '../../host/terminal.js';
import { summariesOfFile } from '../read-summaries.js';
import { readSummaries } from '../summary-line.js';
import { UsageError } from '../run-command.js';

interface DecodeArguments {
  readonly input: string;
  readonly format: 'json' | 'ndjson';
}

export const decodeCommand: Command<DecodeArguments> = {
  builder: (yargs) =>
    yargs
      .positional('input', {
        type: 'string',
        demandOption: true,
        describe: 'The line itself in quotes, or a file with such lines, such as an export from Intune',
      })
      .option('format', {
        choices: ['json', 'ndjson'] as const,
        default: 'json' as const,
        describe: 'Of a file: one list, or an object a line',
      })
      .strict(),
  handler: async ({ input, format }) => {
    if (input.startsWith('mendsheet/')) {
      const [summary] = readSummaries(input);
      if (!summary) throw new UsageError('That is no whole summary line; one begins with "mendsheet/1".');
      return printJson(summary);
    }
    let count = 0;
    for await (const summary of summariesOfFile(input)) {
      const text = JSON.stringify(summary, null, format === 'json' ? 2 : 0);
      const before = format === 'ndjson' ? '' : count === 0 ? '[\n' : ',\n';
      count += 1;
      await printMarkup(before + text + (format === 'ndjson' ? '\n' : ''), 'json');
    }
    if (count === 0) throw new UsageError(`${input} holds no whole summary line; one begins with "mendsheet/1".`);
    if (format === 'json') await printMarkup('\n]\n', 'json');
  },
};
