import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile, inspect, type Compiled, type CompileInput } from '../compile.js';
import { loadTemplates } from '../load/load-templates.js';
import type { Templates } from '../load/templates.js';
import { compilerVersion, packageRoot, program } from './package-root.js';
import { UsageError } from './run-command.js';

export type { Compiled, CompileInput };

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

/** Paths of checks.yaml here or, without it, in the folders below. */
function indexesHere(): readonly string[] {
  if (existsSync('checks.yaml')) return ['checks.yaml'];
  return readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(name, 'checks.yaml'))
    .filter((path) => existsSync(path))
    .sort();
}

/** Compiles the checklist of an index, as `mendsheet build` does. `development` goes into banners, also where nothing is signed. */
export function compileChecklist(
  indexPath: string,
  signing: CompileInput['signing'],
  development = false,
): Promise<Compiled> {
  return compile(inputFor(indexPath, signing, development));
}

/** Looks for mistakes in the checklist of an index, as `mendsheet check` does, and makes no file. `clean` as for `inspect`. */
export function inspectChecklist(indexPath: string, clean: Map<string, string> | null): Promise<Compiled> {
  return inspect(inputFor(indexPath, null, false), clean);
}

function inputFor(indexPath: string, signing: CompileInput['signing'], development: boolean): CompileInput {
  if (!existsSync(indexPath)) throw new UsageError(`There is no ${indexPath} here. ${adviceForMissingIndex()}`);
  return {
    indexPath: resolve(indexPath),
    templates: readTemplates(),
    version: compilerVersion,
    today: new Date().toISOString().slice(0, 10),
    signing,
    development,
  };
}

function adviceForMissingIndex(): string {
  const indexes = indexesHere();
  if (indexes.length > 0) return `Name one with --index: ${indexes.join(', ')}.`;
  return `Name the index with --index, or make one with "${program} new checklist <folder>".`;
}

/** Read once: they belong to the program, and no command changes them while it runs. */
let templates: Templates | null = null;

export function readTemplates(): Templates {
  templates ??= loadTemplates(packageRoot);
  return templates;
}

/** The schema that every script's JSON output follows. */
export function readResultSchema(): string {
  return readFileSync(`${packageRoot}templates/result.schema.json`, 'utf8');
}
