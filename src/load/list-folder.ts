import path from 'node:path';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.js';
import type { Disk, Entry as DiskEntry } from './disk.js';
import { diagnoseUnreadable, emptySpan } from './read-text.js';

const maximumEntries = 200_000;
const maximumLevels = 8;

/** The real path of the checklist's folder, which nothing that is read may leave, and what reads it. */
export interface Boundary {
  readonly disk: Disk;
  readonly root: string;
  readonly realRoot: string;
}

/** True when a path stays in the folder of the checklist after links are followed. Throws what realpath throws. */
export function isInside(boundary: Boundary, file: string): boolean {
  const relative = path.relative(boundary.realRoot, boundary.disk.realPath(file));
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
  const left: (Place & { readonly level: number })[] = [{ shown: folder, real: null, level: 1 }];
  let entries = 0;
  for (let next = left.pop(); next; next = left.pop()) {
    const listing = listOne(boundary, next, seen);
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
      } else if (entry.isFolder) left.push({ ...entry, level: next.level + 1 });
      else files.push(entry.shown);
    }
  }
  return { value: { files: files.sort(), unread }, diagnostics };
}

interface Place {
  readonly shown: string;
  /** Its real path, where that is known: what is no link stands where its folder stands. */
  readonly real: string | null;
}

interface Entry extends Place {
  readonly isFolder: boolean;
}

function listOne(boundary: Boundary, { shown, real: known }: Place, seen: Set<string>): Result<readonly Entry[]> {
  const entries: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  try {
    const file = path.join(boundary.root, shown);
    const real = known ?? boundary.disk.realPath(file);
    // A link to a folder above would otherwise be followed without end.
    if (seen.has(real)) return { value: [], diagnostics };
    seen.add(real);
    if (known === null && !isInside(boundary, file)) return { value: [], diagnostics: [linkOutside(shown)] };
    for (const found of boundary.disk.list(real)) {
      if (found.name.startsWith('.')) continue;
      const entry = describeEntry(
        boundary,
        { shown: `${shown}/${found.name}`, real: path.join(real, found.name) },
        found,
      );
      if ('code' in entry) diagnostics.push(entry);
      else entries.push(entry);
    }
  } catch (error) {
    const diagnostic = diagnoseUnreadable(error, shown, emptySpan(shown));
    if (diagnostic.code !== 'load/missing-file') diagnostics.push(diagnostic);
  }
  return { value: entries, diagnostics };
}

function describeEntry(boundary: Boundary, place: Place, found: DiskEntry): Entry | Diagnostic {
  if (found.kind !== 'link') return { ...place, isFolder: found.kind === 'folder' };
  const { shown } = place;
  const file = path.join(boundary.root, shown);
  try {
    if (!isInside(boundary, file)) {
      return linkOutside(shown);
    }
    return { shown, real: null, isFolder: boundary.disk.look(file).isFolder };
  } catch (error) {
    return diagnoseUnreadable(error, shown, emptySpan(shown));
  }
}

function linkOutside(shown: string): Diagnostic {
  return diagnose('load/include-outside', `"${shown}" is a link to a place outside the checklist.`, emptySpan(shown));
}
