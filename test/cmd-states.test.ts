import { beforeAll, describe, expect, it } from 'vitest';
import { createModelPc, keepAside, type ModelPc } from './cmd-model/model-pc.js';
import type { Language } from '../src/batch-model/windows.js';
import { emittedFiles } from './compile-bundled.js';
import { collectSuite } from './wine/collect.suite.js';
import { diagnoseSuite } from './wine/diagnose.suite.js';
import { fill, state, store, system } from './wine/pc-state.js';
import { quotingSuite } from './wine/quoting.suite.js';
import { resetSuite } from './wine/reset.suite.js';

/** Filled before the first test; the suites get it as a function since they are declared before that. */
let pc: ModelPc;

/** A PC with the scripts in C:\scripts, in the state in which a new prefix of Wine is. */
async function prepare(language: Language): Promise<void> {
  pc = createModelPc(language);
  for (const [path, bytes] of await emittedFiles())
    if (/^[^/]+\/[^/]+\.cmd$/.test(path))
      pc.write(`C:\\scripts\\${path.split('/')[1] as string}`, Buffer.from(bytes).toString('latin1'));
  for (const tool of ['curl', 'dism', 'route', 'w32tm']) pc.withdraw(tool);
  for (const tool of ['find', 'ping', 'sc']) keepAside(pc, tool);
  pc.write('C:\\windows\\system32\\drivers\\etc\\hosts', '');
  pc.batch(
    ...['find', 'ping'].map((name) => `copy ${system}\\${name}.exe ${system}\\${name}-wine.exe >nul`),
    ...['DoSvc', 'TrustedInstaller', 'msiserver', 'wlidsvc'].map((name) => `sc stop ${name} >nul`),
    'reg delete HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters /v NtpServer /f',
    'reg delete "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\Packages" /f',
  );
}

/** The states of the suites that Wine runs, judged once more by the rules of cmd.exe. Where the two differ, a suite says so. */
describe.each<[Language]>([['de'], ['ja'], ['ja read as 437']])('the emitted .cmd on the model, in %s', (language) => {
  // Arguments do not depend on a language, and whoever stands what a wrong code page makes of Japanese stands Japanese.
  describe('arguments from the checklist', () => {
    beforeAll(() => prepare(language));
    quotingSuite(() => pc);
  });
  describe('diagnose.cmd', () => {
    beforeAll(() => prepare(language));
    diagnoseSuite(() => pc);
  });
  describe('collect-logs.cmd', () => {
    beforeAll(() => prepare(language));
    collectSuite(() => pc, 'model');
  });
  describe('reset-components.cmd', () => {
    beforeAll(() => prepare(language));
    resetSuite(() => pc, 'model');

    it('ends with 14 while another run holds the lock', () => {
      const repair = (): number => pc.run('C:\\scripts\\reset-components.cmd', '/force /check download-cache').code;
      expect(repair()).toBe(0);
      fill(pc, 'second');
      const lock = pc.windows.files.get(`${state}\\lock`.toLowerCase())!;
      lock.isLocked = true;
      expect(repair()).toBe(14);
      expect(pc.exists(`${store}.mendsheet2`)).toBe(false);
      lock.isLocked = false;
      expect(repair()).toBe(0);
    });
  });
});
