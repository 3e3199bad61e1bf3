import { statSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Command } from '../command.js';
import { indexOption } from '../checklist-index.js';
import { program } from '../package-root.js';
import { UsageError } from '../run-command.js';
import { serveFolder } from '../serve-folder.js';
import { keyOptions, type KeyOptions } from '../signing-key.js';
import { watchChecklist } from '../watch-checklist.js';
import { workersOption } from '../workers-option.js';
import { buildDist } from './build.js';
import { say, sayLines } from '../../host/terminal.js';

interface ServeArguments extends KeyOptions {
  readonly index: string;
  readonly out: string;
  readonly port: number;
  readonly watch: boolean;
}

export const serveCommand: Command<ServeArguments> = {
  builder: (yargs) =>
    yargs
      .options({ ...indexOption, ...keyOptions })
      .option('out', { type: 'string', default: 'dist', describe: 'Folder of the build' })
      .option('port', {
        type: 'number',
        default: 8765,
        describe: 'Port on 127.0.0.1; 0 takes a free one',
        coerce: portNumber,
      })
      .option('watch', {
        type: 'boolean',
        default: false,
        describe: 'Build, and build again and reload open pages whenever the checklist changes',
      })
      .strict(),
  handler: async (options) => {
    if (options.watch) await rebuild(options);
    if (!statSync(join(options.out, 'index.html'), { throwIfNoEntry: false }))
      throw new UsageError(`There is no ${join(options.out, 'index.html')}. Run "${program} build" first.`);
    const { server, reload } = serveFolder(options.out, options.watch);
    server.listen(options.port, '127.0.0.1');
    await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: 'is taken', EACCES: 'is for administrators alone' }[error.code ?? ''];
      throw why === undefined ? error : new UsageError(`Port ${options.port} ${why}. Name another one with --port.`);
    });
    if (options.watch)
      await watchChecklist(
        options.index,
        oneAtATime(() => rebuild(options).then(reload)),
      );
    say`http://127.0.0.1:${(server.address() as AddressInfo).port}/  Press Ctrl+C to end.`;
  },
};

function portNumber(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  throw new UsageError('--port takes a whole number from 0 to 65535.');
}

function rebuild({ watch: _watch, port: _port, ...options }: ServeArguments): Promise<void> {
  return buildDist({
    ...options,
    format: 'pretty',
    maxProblems: 50,
    workers: workersOption.workers.default,
    release: false,
    timestamp: [],
    timestampCertificate: undefined,
  });
}

/** A change during a build is built after it, once. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  const run = (): void => {
    again = running;
    if (running) return;
    running = true;
    work()
      .catch((error: unknown) => sayLines(error instanceof UsageError ? error.message : String((error as Error).stack)))
      .finally(() => {
        running = false;
        if (again) run();
      });
  };
  return run;
}
