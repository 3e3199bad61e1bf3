import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile, inspect, type Compiled, type CompileInput } from '../compile.js';
import { loadTemplates } from '../load/load-templates.js';
import type { Templates } from '../load/templates.js';
import { compilerVersion, packageRoot } from './package-root.js';
import { UsageError } from './run-command.js';

/** Where every command that reads a checklist finds it. */
export const indexOption = {
  index: { type: 'string' as const, default: 'checks.yaml', describe: 'Index of the checklist' },
} as const;

/** Compiles the checklist that the command names. `development` goes into banners, also where nothing is signed. */
export function compileChecklist(
  indexPath: string,
  signing: CompileInput['signing'],
  development = false,
): Promise<Compiled> {
  return compile(inputFor(indexPath, signing, development));
}

/** Looks for mistakes in the checklist that the command names, and makes no file. `clean` as for `inspect`. */
export function inspectChecklist(indexPath: string, clean: Map<string, string> | null): Promise<Compiled> {
  return inspect(inputFor(indexPath, null, false), clean);
}

function inputFor(indexPath: string, signing: CompileInput['signing'], development: boolean): CompileInput {
  if (!statSync(indexPath, { throwIfNoEntry: false })) {
    throw new UsageError(
      `There is no ${indexPath} here. Name the index with --index, or make one with "mendsheet new checklist".`,
    );
  }
  return {
    indexPath: resolve(indexPath),
    templates: readTemplates(),
    version: compilerVersion,
    today: new Date().toISOString().slice(0, 10),
    signing,
    development,
  };
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
