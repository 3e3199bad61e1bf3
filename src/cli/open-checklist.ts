import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { compile, type Compiled, type CompileEnd, type CompileInput } from '../compile.js';
import { loadPageTemplates } from '../load/load-page-templates.js';
import { loadTemplates } from '../load/load-templates.js';
import type { PageTemplates, Templates } from '../load/templates.js';
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

export interface ChecklistOptions {
  /** Null, as without it, leaves everything unsigned. */
  readonly signing?: CompileInput['signing'];
  /** Whether banners and the manifest say that a development certificate signs, also where nothing is signed. */
  readonly development?: boolean;
  /** For `until: 'look'`: what is known of an earlier look. */
  readonly clean?: ReadonlyMap<string, string> | null;
}

/**
 * Compiles the checklist of an index.
 * @param until how far: "catalog" settles what the checklist means; "plan" decides and makes no text; "look" finds every
 *   mistake, as `mendsheet check` does, and keeps no file; "diagnosis" gives the script that detects; "channels" gives the
 *   scripts and snippets and what channels make of them; "assemble" every file, as `mendsheet build` writes them.
 */
export async function compileChecklist(
  indexPath: string,
  until: CompileEnd['until'],
  { signing = null, development = false, clean = null }: ChecklistOptions = {},
): Promise<Compiled> {
  requireIndex(indexPath);
  const input = {
    indexPath: resolve(indexPath),
    templates: readTemplates(),
    version: compilerVersion,
    today: new Date().toISOString().slice(0, 10),
    signing,
    development,
  };
  if (until === 'look') return compile(input, { until, clean });
  if (until !== 'assemble') return compile(input, { until });
  return compile(input, {
    until,
    page: readPageTemplates(),
    companions: readCompanions(),
  });
}

/** @throws UsageError that helps on, where there is no such file. */
export function requireIndex(indexPath: string): void {
  if (!existsSync(indexPath)) throw new UsageError(`There is no ${indexPath} here. ${adviceForMissingIndex()}`);
}

function adviceForMissingIndex(): string {
  const indexes = indexesHere();
  if (indexes.length > 0) return `Name one with --index: ${indexes.join(', ')}.`;
  return `Name the index with --index, or make one with "${program} new checklist <folder>".`;
}

/** Read once: they belong to the program, and no command changes them while it runs. */
let templates: Templates | null = null;

/** The templates of the package. */
export function readTemplates(): Templates {
  templates ??= loadTemplates(packageRoot);
  return templates;
}

/** Read where a page is made. */
export function readPageTemplates(of: 'page' | 'fleet' = 'page'): PageTemplates {
  return loadPageTemplates(packageRoot, of);
}

/**
 * What lies beside the scripts of every product, by name: the schemas of what scripts write, and the packages that this
 * version of the program is made of, as `npm run docs` wrote them.
 */
export function readCompanions(): ReadonlyMap<string, string> {
  const paths = ['templates/result.schema.json', 'templates/capture.schema.json', 'sbom.cdx.json'];
  return new Map(paths.map((path) => [basename(path), readFileSync(`${packageRoot}${path}`, 'utf8')]));
}
