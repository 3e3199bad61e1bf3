import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { copiedPackages, isCopy } from '../source/copied-packages.js';
import type { SourceTree } from '../source/source-tree.js';
import type { Boundary } from './list-folder.js';
import type { PackageFiles, YamlFile } from './project.js';
import { memberOf, readYamlFile } from './read-includes.js';
import { lockFile, packageFile, readPackage } from './read-package.js';
import { emptySpan } from './read-text.js';

export interface FoundPackages {
  readonly packages: readonly PackageFiles[];
  readonly lock: YamlFile | null;
  /** Every path below the folder of a package, which is nothing else. */
  readonly files: ReadonlySet<string>;
  readonly unread: readonly string[];
}

/**
 * Reads the packages of a checklist: those that were copied, whether or not something includes them, and those that the index
 * includes from a folder below checks/, which are read where they stand. `listed` are the files below checks/.
 */
export function findPackages(boundary: Boundary, index: SourceTree, listed: readonly string[]): Result<FoundPackages> {
  const diagnostics: Diagnostic[] = [];
  const unread: string[] = [];
  const packages: PackageFiles[] = [];
  const files = new Set<string>();
  const read = (at: string, isOwn: boolean): PackageFiles => {
    const within = listed.filter((shown) => shown.startsWith(`${at}/`));
    const found = readPackage(boundary, at, within, isOwn);
    for (const shown of within) files.add(shown);
    diagnostics.push(...found.diagnostics);
    unread.push(...found.value.unread);
    packages.push(found.value);
    return found.value;
  };
  const copies = listed.filter((shown) => shown.startsWith(`${copiedPackages}/`));
  const folders = copies.map((shown) => shown.split('/').slice(0, 3).join('/'));
  for (const at of new Set(folders.filter((each) => !copies.includes(each)))) read(at, false);
  const beside = copies.filter((shown) => shown.split('/').length === 3);
  for (const shown of beside) files.add(shown);
  const stray = beside.filter((shown) => shown !== lockFile);
  diagnostics.push(
    ...stray.map((shown) => {
      const message = `"${shown}" is no package: ${copiedPackages}/ has packages and their lock alone.`;
      return diagnose('load/package-file', message, emptySpan(shown));
    }),
  );
  const lock = listed.includes(lockFile) ? readYamlFile(boundary, lockFile, null) : null;
  diagnostics.push(...(lock?.diagnostics ?? []));
  if (lock && !lock.value) unread.push(lockFile);
  const left = ownFolders(index.value, '');
  const seen = new Set<string>();
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    // Without that file it is no package, which "mendsheet include" says, and takes no files from the checklist.
    if (!listed.includes(`${at}/${packageFile}`)) continue;
    left.push(...ownFolders(read(at, true).file?.value, at));
  }
  packages.sort((a, b) => (a.at < b.at ? -1 : 1));
  return { value: { packages, lock: lock?.value ?? null, files, unread }, diagnostics };
}

/** Folders below checks/ that a file includes. @param base folder of the file, relative to the root. */
function ownFolders(value: unknown, base: string): string[] {
  const include = memberOf(value, 'include');
  if (!Array.isArray(include)) return [];
  return include.flatMap((entry: unknown) => {
    const folder = memberOf(entry, 'folder');
    const at = typeof folder === 'string' ? ownFolder(base, folder) : null;
    return at === null ? [] : [at];
  });
}

/**
 * The folder that an include means, relative to the root, where it is the checklist's own: below checks/, and no copy. Null for
 * any other, of which there is a copy.
 */
export function ownFolder(base: string, folder: string): string | null {
  const at = path.posix.join(base, folder).replace(/\/$/, '');
  return /^checks\/./.test(at) && !isCopy(at) ? at : null;
}
