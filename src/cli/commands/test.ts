import type { CommandModule } from 'yargs';
export const testCommand: CommandModule = { command: 'test', describe: 'x', handler: () => {} };
