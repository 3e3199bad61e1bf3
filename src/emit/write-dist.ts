import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { OutputFile } from '../ir/artefact.js';

/**
 * Puts files into a folder as a whole: written beside it first, then swapped in by renaming. Whoever reads the folder
 * sees the old files or the new ones, nothing stale stays, and an error leaves the old folder as it was. The caller has
 * made sure that the folder may be replaced.
 * @throws Error of the file system; the half-written folder is removed.
 */
export async function writeDist(folder: string, files: readonly OutputFile[]): Promise<void> {
  const target = resolve(folder);
  const fresh = besideOf(target, 'new');
  const old = besideOf(target, 'old');
  try {
    const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))));
    await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
    const queue = files.values();
    const write = async (): Promise<void> => {
      for (const { path, bytes } of queue) await writeFile(join(fresh, path), bytes);
    };
    await Promise.all(Array.from({ length: openTogether }, write));
    const hadOld = await renameIfPresent(target, old);
    try {
      await rename(fresh, target);
    } catch (error) {
      if (hadOld) await rename(old, target);
      throw error;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  await removeLeftovers(target);
}

/** Files that are open at once: a system lets a program have a few thousand, and a long checklist has more. */
const openTogether = 32;

/** A name that nobody gives a folder of his own. */
function besideOf(target: string, kind: 'new' | 'old'): string {
  return join(dirname(target), `.${basename(target)}.mendsheet-${kind}-${process.pid}`);
}

/**
 * Removes what stood in the folder before, and folders that a killed build left: the new one stands by now. Another build
 * that runs now loses its folder and says so, so one wins whole.
 */
async function removeLeftovers(target: string): Promise<void> {
  const parent = dirname(target);
  const leftover = new RegExp(`^\\.${basename(target).replace(/[^\w]/g, '\\$&')}\\.mendsheet-(?:new|old)-\\d+$`);
  const names = (await readdir(parent)).filter((name) => leftover.test(name));
  await Promise.all(names.map((name) => rm(join(parent, name), { recursive: true, force: true })));
}

async function renameIfPresent(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
