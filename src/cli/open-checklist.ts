import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compile, type Compiled, type CompileInput } from '../compile.js';
import { loadTemplates } from '../load/load-templates.js';
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
  if (!statSync(indexPath, { throwIfNoEntry: false })) {
    throw new UsageError(
      `There is no ${indexPath} here. Name the index with --index, or make one with "mendsheet new checklist".`,
    );
  }
  return compile({
    indexPath: resolve(indexPath),
    templates: loadTemplates(packageRoot),
    version: compilerVersion,
    today: new Date().toISOString().slice(0, 10),
    signing,
    development,
  });
}

/** The schema that every script's JSON output follows. */
export function readResultSchema(): string {
  return readFileSync(`${packageRoot}templates/result.schema.json`, 'utf8');
}
