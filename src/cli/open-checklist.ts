import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { compile, type Compiled, type CompileEnd, type CompileInput } from '../compile.js';
import { plainDisk, type Disk } from '../load/disk.js';
import { loadPageTemplates } from '../load/load-page-templates.js';
import { loadTemplates } from '../load/load-templates.js';
import type { PageTemplates, Templates } from '../load/templates.js';
import { memoize } from '../source/memoize.js';
import { refuseMissingIndex } from './checklist-index.js';
import { compilerVersion, packageRoot } from './package-root.js';

export type { Compiled, CompileInput };

export interface ChecklistOptions {
  /** Null, as without it, leaves everything unsigned. */
  readonly signing?: CompileInput['signing'];
  /** Whether banners and the manifest say that a development certificate signs, also where nothing is signed. */
  readonly development?: boolean;
  /** For `until: 'look'`: what is known of an earlier look. */
  readonly clean?: ReadonlyMap<string, string> | null;
  /** Threads that may work side by side; one where it is not said. */
  readonly workers?: number;
  /** What reads the checklist and the templates; the disk as it is where none is given. */
  readonly disk?: Disk;
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
  { signing = null, development = false, clean = null, workers = 1, disk = plainDisk }: ChecklistOptions = {},
): Promise<Compiled> {
  refuseMissingIndex(indexPath);
  const input = {
    indexPath: resolve(indexPath),
    disk,
    templates: readTemplates(disk),
    version: compilerVersion,
    today: new Date().toISOString().slice(0, 10),
    signing,
    development,
    workers,
  };
  if (until === 'look') return compile(input, { until, clean });
  if (until !== 'assemble') return compile(input, { until });
  return compile(input, {
    until,
    page: readPageTemplates(),
    companions: readCompanions(),
  });
}

/** Read once: they belong to the program, and no command changes them while it runs. */
const templatesFrom = memoize((disk: Disk): Templates => loadTemplates(packageRoot, disk));

/** The templates of the package. */
export function readTemplates(disk: Disk = plainDisk): Templates {
  return templatesFrom(disk);
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
