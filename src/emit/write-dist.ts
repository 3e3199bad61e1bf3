import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { OutputFile } from '../ir/artefact.js';

/**
 * Puts files into a folder as a whole: written beside it first, then swapped in by renaming. Whoever reads the folder
 * sees the old files or the new ones, nothing stale stays, and an error leaves the old folder as it was.
 * @throws Error of the file system; the half-written folder is removed.
 */
export async function writeDist(folder: string, files: readonly OutputFile[]): Promise<void> {
  const target = resolve(folder);
  const fresh = `${target}.new-${process.pid}`;
  const old = `${target}.old-${process.pid}`;
  await removeLeftovers(target);
  try {
    const folders = new Set(files.map(({ path }) => dirname(join(fresh, path))));
    await Promise.all([...folders].map((each) => mkdir(each, { recursive: true })));
    await Promise.all(files.map(({ path, bytes }) => writeFile(join(fresh, path), bytes)));
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
  await rm(old, { recursive: true, force: true });
}

/** Folders that a killed build left. Another build that runs now has its own number and loses, so one wins whole. */
async function removeLeftovers(target: string): Promise<void> {
  const siblings = await readdir(dirname(target)).catch(() => []);
  const leftover = new RegExp(`^${basename(target).replace(/[^\w]/g, '\\$&')}\\.(?:new|old)-\\d+$`);
  await Promise.all(
    siblings
      .filter((name) => leftover.test(name))
      .map((name) => rm(join(dirname(target), name), { recursive: true, force: true })),
  );
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
