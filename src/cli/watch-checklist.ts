import { dirname, join, resolve, sep } from 'node:path';

/**
 * Milliseconds for which changes are gathered: editors write a file in several steps, and chokidar is silent about a
 * second change of a file within 50 of the first.
 */
const moment = 60;

/** Calls back after changes of a checklist, until `close` of what it gives is called. */
export async function watchChecklist(index: string, changed: () => void): Promise<{ close(): Promise<void> }> {
  const { watch } = await import('chokidar');
  const file = resolve(index);
  const folder = dirname(file);
  const checks = join(folder, 'checks');
  // The folder is watched for the index: a watch of the file would end when an editor puts a new one in its place.
  const isOther = (path: string): boolean =>
    path !== folder && path !== file && path !== checks && !path.startsWith(checks + sep);
  const watcher = watch(folder, { ignoreInitial: true, ignored: isOther });
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, moment);
  });
  await new Promise<void>((ready) => watcher.once('ready', ready));
  return {
    close: () => {
      clearTimeout(timer);
      return watcher.close();
    },
  };
}
