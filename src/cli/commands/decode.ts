import { readFileSync } from 'node:fs';
import type { Command } from '../command.js';
import { printJson } from '../../host/terminal.js';
import { readSummaries } from '../summary-line.js';
import { UsageError } from '../run-command.js';

interface DecodeArguments {
  readonly input: string;
}

export const decodeCommand: Command<DecodeArguments> = {
  builder: (yargs) =>
    yargs
      .positional('input', {
        type: 'string',
        demandOption: true,
        describe: 'The line itself in quotes, or a file with such lines, such as an export from Intune',
      })
      .strict(),
  handler: async ({ input }) => {
    const isLine = input.startsWith('mendsheet/');
    const summaries = readSummaries(isLine ? input : readFileSync(input, 'utf8'));
    if (summaries.length === 0) {
      throw new UsageError(`${isLine ? 'That' : input} is no whole summary line; one begins with "mendsheet/1".`);
    }
    printJson(isLine ? summaries[0] : summaries);
  },
};
