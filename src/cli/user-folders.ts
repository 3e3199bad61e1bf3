import { userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Folders of the person who runs this program. A variable that is empty or relative counts as none, as the XDG Base Directory
 * Specification has it: below the present folder, what lies in them would lie in somebody's repository.
 */

/** For settings and keys. */
export function settingsFolder(): string {
  if (process.platform === 'win32') return join(absolute('APPDATA') ?? userInfo().homedir, 'mendsheet');
  return join(absolute('XDG_CONFIG_HOME') ?? join(home(), '.config'), 'mendsheet');
}

/** For what can be made again at any time. */
export function cacheFolder(): string {
  if (process.platform === 'win32') return join(absolute('LOCALAPPDATA') ?? userInfo().homedir, 'mendsheet', 'cache');
  return join(absolute('XDG_CACHE_HOME') ?? join(home(), '.cache'), 'mendsheet');
}

function home(): string {
  return absolute('HOME') ?? userInfo().homedir;
}

function absolute(variable: string): string | undefined {
  const path = process.env[variable];
  return path !== undefined && isAbsolute(path) ? path : undefined;
}
