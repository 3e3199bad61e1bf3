import type { Argv } from 'yargs';

/** What a module of commands/ gives; the names of commands stand in main.ts. */
export interface Command<Options = object> {
  /** Adds the positionals and options of the command. */
  readonly builder: (parser: Argv) => unknown;
  readonly handler: (options: Options) => void | Promise<void>;
}
