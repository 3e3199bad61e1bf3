import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isInput } from './read-input.js';

/** Folders in each other; a share may have a link that leads in a circle, and links are passed over anyway. */
const mostDepth = 32;

/**
 * The files that may hold reports: those that are named, and in the folders that are named, with all below them, what is called so.
 * @param except A folder to pass over: that of the dataset.
 * @throws what the system says of a path that is named and is not there.
 */
export function listInputs(paths: readonly string[], except: string): readonly string[] {
  const found = paths.flatMap((path) => (statSync(path).isDirectory() ? below(path, resolve(except), 0) : [path]));
  return [...new Set(found)].sort();
}

function below(folder: string, except: string, depth: number): readonly string[] {
  if (resolve(folder) === except || depth > mostDepth) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return below(path, except, depth + 1);
    return entry.isFile() && (isInput(entry.name) || /\.zip$/i.test(entry.name)) ? [path] : [];
  });
}
