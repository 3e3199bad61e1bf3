import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import { diagnoseUnreadable, emptySpan } from './read-text.js';

const maximumEntries = 200_000;
const maximumLevels = 8;

/** The real path of the checklist's folder, which nothing that is read may leave. */
export interface Boundary {
  readonly root: string;
  readonly realRoot: string;
}

/** True when a path stays in the folder of the checklist after links are followed. Throws what realpath throws. */
export function isInside(boundary: Boundary, file: string): boolean {
  const relative = path.relative(boundary.realRoot, realpathSync(file));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

export interface Listing {
  readonly files: readonly string[];
  /** Folders that are named like files. */
  readonly unread: readonly string[];
}

const bodyOrData = /\.(ps1|cmd|yaml)$/;

/**
 * Paths of all files below a folder of the checklist, relative to its root with forward slashes, in code unit order.
 * Hidden entries are left out; a folder that is not there has no files.
 */
export function listFiles(boundary: Boundary, folder: string): Result<Listing> {
  const files: string[] = [];
  const unread: string[] = [];
  const diagnostics: Diagnostic[] = [];
  // A link to the root would show every file a second time.
  const seen = new Set<string>([boundary.realRoot]);
  const left: { shown: string; level: number }[] = [{ shown: folder, level: 1 }];
  let entries = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    const listing = listOne(boundary, next.shown, seen);
    diagnostics.push(...listing.diagnostics);
    entries += listing.value.length;
    if (entries > maximumEntries || next.level > maximumLevels) {
      diagnostics.push(
        diagnose('load/too-many-files', `"${next.shown}" has too many entries or levels.`, emptySpan(next.shown)),
      );
      break;
    }
    for (const entry of listing.value) {
      if (entry.isFolder && bodyOrData.test(entry.shown)) {
        unread.push(entry.shown);
        diagnostics.push(diagnose('load/not-a-file', `"${entry.shown}" is not a file.`, emptySpan(entry.shown)));
      } else if (entry.isFolder) left.push({ shown: entry.shown, level: next.level + 1 });
      else files.push(entry.shown);
    }
  }
  return { value: { files: files.sort(), unread }, diagnostics };
}

interface Entry {
  readonly shown: string;
  readonly isFolder: boolean;
}

function listOne(boundary: Boundary, shown: string, seen: Set<string>): Result<readonly Entry[]> {
  const entries: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    const real = realpathSync(path.join(boundary.root, shown));
    // A link to a folder above would otherwise be followed without end.
    if (seen.has(real)) return { value: [], diagnostics };
    seen.add(real);
    if (!isInside(boundary, path.join(boundary.root, shown))) return { value: [], diagnostics: [linkOutside(shown)] };
    for (const found of readdirSync(real, { withFileTypes: true })) {
      if (found.name.startsWith('.')) continue;
      const entry = describeEntry(boundary, `${shown}/${found.name}`, found);
      if ('code' in entry) diagnostics.push(entry);
      else entries.push(entry);
    }
  } catch (error) {
    const diagnostic = diagnoseUnreadable(error, shown, emptySpan(shown));
    if (diagnostic.code !== 'load/missing-file') diagnostics.push(diagnostic);
  }
  return { value: entries, diagnostics };
}

function describeEntry(boundary: Boundary, shown: string, found: Dirent): Entry | Diagnostic {
  // What is no link stands where its folder stands, and need not be followed.
  if (!found.isSymbolicLink()) return { shown, isFolder: found.isDirectory() };
  const file = path.join(boundary.root, shown);
  try {
    if (!isInside(boundary, file)) {
      return linkOutside(shown);
    }
    return { shown, isFolder: statSync(file).isDirectory() };
  } catch (error) {
    return diagnoseUnreadable(error, shown, emptySpan(shown));
  }
}

function linkOutside(shown: string): Diagnostic {
  return diagnose('load/include-outside', `"${shown}" is a link to a place outside the checklist.`, emptySpan(shown));
}
