import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './package-root.js';
import { UsageError } from './run-command.js';

/** Where every command that reads a checklist finds it. */
export const indexOption = {
  index: {
    type: 'string' as const,
    default: usualIndex,
    defaultDescription: '"checks.yaml", here or in the only folder that has one',
    describe: 'Index of the checklist',
  },
};

/** Path of the checklist that a command means which names none: the one here, or the only one a folder below. */
export function usualIndex(): string {
  const [first = 'checks.yaml', ...others] = indexesHere();
  return others.length === 0 ? first : 'checks.yaml';
}

/** @throws UsageError where there is no such index, with those that there are. */
export function refuseMissingIndex(indexPath: string): void {
  if (!existsSync(indexPath)) throw new UsageError(`There is no ${indexPath} here. ${adviceForMissingIndex()}`);
}

/** Paths of checks.yaml here or, without it, in the folders below. */
function indexesHere(): readonly string[] {
  if (existsSync('checks.yaml')) return ['checks.yaml'];
  return readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(name, 'checks.yaml'))
    .filter((path) => existsSync(path))
    .sort();
}

function adviceForMissingIndex(): string {
  const indexes = indexesHere();
  if (indexes.length > 0) return `Name one with --index: ${indexes.join(', ')}.`;
  return `Name the index with --index, or make one with "${program} new checklist <folder>".`;
}
