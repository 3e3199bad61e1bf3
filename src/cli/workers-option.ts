import { availableParallelism } from 'node:os';
import { UsageError } from './run-command.js';

/** How many threads a command may use. What it makes is the same with any number. */
export const workersOption = {
  workers: {
    type: 'number' as const,
    default: availableParallelism(),
    defaultDescription: 'the cores of this computer',
    describe: 'How many threads work side by side',
    coerce: fromOne,
  },
} as const;

/** More would wait for memory, not for cores. */
const mostWorkers = 64;

function fromOne(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return Math.min(value, mostWorkers);
  throw new UsageError('--workers takes a whole number from 1, such as 2.');
}
