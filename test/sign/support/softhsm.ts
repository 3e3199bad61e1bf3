import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, tryRun } from '../../tools.js';

/** Read from a variable, since the package is optional and its types are not there without it. */
const pkcs11Package = 'pkcs11js';

const libraries = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/pkcs11/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
];

export const softhsmLibrary = libraries.find((path) => existsSync(path));

/** What to tell a person; undefined when tokens can be tried. */
export async function missingToken(): Promise<string | undefined> {
  if (tryRun('softhsm2-util', ['--version']) === undefined || !softhsmLibrary) return 'softhsm2';
  try {
    await import(pkcs11Package);
    return undefined;
  } catch {
    return 'pkcs11js (a native module: npm rebuild pkcs11js --ignore-scripts=false)';
  }
}

/** Makes a token "release" with keys in it, under `folder`. Returns what SOFTHSM2_CONF has to be for those who open it. */
export function makeToken(
  folder: string,
  pin: string,
  keys: readonly { readonly label: string; readonly keyFile: string }[],
): string {
  const config = join(folder, 'softhsm2.conf');
  mkdirSync(join(folder, 'tokens'));
  writeFileSync(config, `directories.tokendir = ${join(folder, 'tokens')}\nlog.level = ERROR\n`);
  process.env['SOFTHSM2_CONF'] = config;
  run('softhsm2-util', ['--init-token', '--free', '--label', 'release', '--so-pin', '97531', '--pin', pin]);
  keys.forEach(({ label, keyFile }, index) => {
    const id = ['--label', label, '--id', `0${index + 1}`];
    run('softhsm2-util', ['--import', keyFile, '--token', 'release', '--pin', pin, ...id]);
  });
  delete process.env['SOFTHSM2_CONF'];
  return config;
}
