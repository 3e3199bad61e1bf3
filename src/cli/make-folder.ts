import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './run-command.js';

/**
 * Why no folder can be made below another, as the code of the error; null where one can. Tried in the last folder that is there:
 * asking for a whole path at once never ends below /proc.
 */
export function unmakableIn(folder: string): string | null {
  if (!existsSync(folder)) return unmakableIn(dirname(folder));
  try {
    rmdirSync(mkdtempSync(join(folder, '.mendsheet-')));
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** Makes a folder that somebody named, with those around it. @throws UsageError where that cannot be. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const why = unmakableIn(dirname(resolve(folder)));
  if (why !== null) throw new UsageError(`${folder} cannot be made there (${why}).`);
  mkdirSync(folder, { recursive: true });
}
