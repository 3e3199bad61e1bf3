import { dirname, join, resolve } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { isWithin } from './is-within.js';

/**
 * Milliseconds for which changes are gathered: editors write a file in several steps, and chokidar is silent about a
 * second change of a file within 50 of the first.
 */
const moment = 60;

/**
 * Calls back after changes of a checklist, wherever below its folder a file of it stands, until `close` of what it gives is
 * called.
 */
export async function watchChecklist(index: string, changed: () => void): Promise<{ close(): Promise<void> }> {
  // What reads YAML is for those who watch.
  const { namedFiles } = await import('../load/named-files.js');
  const file = resolve(index);
  let named = namedFiles(file) ?? [];
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const onChange = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), moment);
  };
  let watcher = await watchFiles(file, named, onChange);
  /** Where the index names others now, these are watched before anybody reads them, so that no change falls between. */
  const tell = async (): Promise<void> => {
    const now = namedFiles(file) ?? named;
    if (now.join('\0') !== named.join('\0')) {
      named = now;
      await watcher.close();
      watcher = await watchFiles(file, named, onChange);
    }
    if (isClosed) await watcher.close();
    else changed();
  };
  return {
    close: () => {
      isClosed = true;
      clearTimeout(timer);
      return watcher.close();
    },
  };
}

/** Watches an index, what lies below checks/, and files that the index names elsewhere. */
async function watchFiles(index: string, named: readonly string[], onChange: () => void): Promise<FSWatcher> {
  const { watch } = await import('chokidar');
  const folder = dirname(index);
  const checks = join(folder, 'checks');
  const elsewhere = named.filter((path) => !isWithin(path, checks));
  // The folder is watched for the index: a watch of the file would end when an editor puts a new one in its place. So are the
  // folders that lead to other files, some of which may not be there yet.
  const isOther = (path: string): boolean =>
    path !== folder && path !== index && !isWithin(path, checks) && !elsewhere.some((each) => isWithin(each, path));
  const watcher = watch(folder, { ignoreInitial: true, ignored: isOther });
  watcher.on('all', onChange);
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return watcher;
}
