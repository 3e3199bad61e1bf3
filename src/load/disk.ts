import { readFileSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';

/** An entry of a folder, as its folder knows it: a link is not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link';
}

/**
 * All that a compile asks of the disk. Each call throws what the call of `node:fs` throws; paths are absolute. What a compile makes
 * follows from the answers, the version of the program and the day alone, so whoever keeps the answers knows when it would
 * make the same again.
 */
export interface Disk {
  /** Where a path leads when its links are followed. */
  realPath(path: string): string;
  look(path: string): { readonly isFile: boolean; readonly isFolder: boolean; readonly bytes: number };
  read(path: string): Buffer;
  /** In code unit order of the names. */
  list(path: string): readonly Entry[];
  /** What is another after somebody wrote the file, put another one in its place or restored an older one: its size, times and number. */
  stamp(path: string): string;
}

/** The disk as it is. */
export const plainDisk: Disk = {
  realPath: (path) => realpathSync(path),
  look: (path) => {
    const stat = statSync(path);
    return { isFile: stat.isFile(), isFolder: stat.isDirectory(), bytes: stat.size };
  },
  read: (path) => readFileSync(path),
  list: (path) =>
    readdirSync(path, { withFileTypes: true })
      .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  stamp: (path) => {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true });
    return [size, mtimeNs, ctimeNs, ino].join(' ');
  },
};

function kindOf(entry: Dirent): Entry['kind'] {
  if (entry.isSymbolicLink()) return 'link';
  return entry.isDirectory() ? 'folder' : 'file';
}
