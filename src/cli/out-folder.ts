import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { builtPaths } from '../assemble/built-paths.js';
import { isWithin } from './is-within.js';
import { unmakableIn } from './make-folder.js';
import { UsageError } from './run-command.js';

/** Files that Finder and Explorer leave in every folder that someone has looked at. */
export const leftByBrowsing: ReadonlySet<string> = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * Lets a build have a folder, which it replaces as a whole: one that is not there yet, an empty one, or one that holds what an
 * earlier build wrote and nothing else.
 * @param index path of the checklist's index, whose files a build must not take the place of.
 * @throws UsageError for every other folder, with the reason.
 */
export function refuseOutFolder(out: string, index: string): void {
  const target = realPathOf(out);
  const root = realPathOf(dirname(index));
  const refuse = (why: string): never => {
    throw new UsageError(`--out ${out} ${why}. Name a folder that is new, empty, or of an earlier build.`);
  };
  if (isWithin(realPathOf('.'), target)) refuse('is the current folder, or holds it');
  if (isWithin(root, target)) refuse('is the folder of the checklist, or holds it');
  if (isWithin(target, join(root, 'checks'))) refuse('lies among the files of the checklist');
  const why = unmakableIn(dirname(target));
  if (why !== null) refuse(`cannot be made there (${why})`);
  const found = lstatSync(resolve(out), { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) refuse('is no folder');
  const foreign = foreignEntry(resolve(out));
  if (foreign !== null) refuse(`holds "${foreign}", which no build of ours wrote`);
}

/** The first file of a folder that no build wrote, or a folder without files; null when there is neither. */
function foreignEntry(folder: string): string | null {
  const isBuilt = builtPaths((path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined));
  // At the top first: what is foreign shows there, and all of a drive need not be read.
  const atTop = readdirSync(folder, { withFileTypes: true }).find(
    (entry) => entry.isFile() && !leftByBrowsing.has(entry.name) && !isBuilt(entry.name),
  );
  if (atTop) return atTop.name;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => !leftByBrowsing.has(entry.name),
  );
  const paths = entries
    .filter((entry) => !entry.isDirectory() || readdirSync(join(entry.parentPath, entry.name)).length === 0)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return paths.find((path) => !isBuilt(path)) ?? null;
}

/** Where a path leads, through links, also when its end is not there yet. */
export function realPathOf(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync.native(whole);
  return dirname(whole) === whole ? whole : join(realPathOf(dirname(whole)), basename(whole));
}
