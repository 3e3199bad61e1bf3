import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { repository } from '../compile-bundled.js';
import {
  allRunning,
  catalogs,
  fill,
  folders,
  journal,
  serviceStates,
  settle,
  state,
  store,
  writeRun,
} from './pc-state.js';
import type { Ended, WinePc } from './wine-pc.js';

const script = 'C:\\scripts\\reset-components.cmd';
const first = '0|run|1|windows-update|reset-components.cmd|0.1.0';

export function undoSuite(pc: () => WinePc): void {
  const reset = (args = ''): Ended => pc().run(script, args);
  beforeEach(() => settle(pc()), 60_000);

  it('brings the folders back, and keeps what Windows has made in between', () => {
    const before = folders(pc());
    expect(reset('/force /check download-cache').code).toBe(0);
    fill(pc(), 'second');
    const { code, output } = reset('/undo');
    expect(code, output).toBe(0);
    const after = folders(pc());
    expect(after['SoftwareDistribution']).toEqual(before['SoftwareDistribution']);
    expect(after['catroot2']).toEqual(before['catroot2']);
    expect(after['SoftwareDistribution.mendsheet2']).toMatchObject({ 'Download/file.cab': 'second download' });
    expect(serviceStates(pc())).toEqual(allRunning);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone']);
    expect(reset('/undo')).toMatchObject({ code: 0, output: 'There is nothing to undo.\n' });
    expect(reset('/force /check download-cache').code).toBe(0);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone', '2']);
  });

  it('undoes two runs, the newest first', () => {
    const before = folders(pc());
    reset('/force /check download-cache');
    fill(pc(), 'second');
    reset('/force /check download-cache');
    expect(reset('/undo').code).toBe(0);
    expect(folders(pc())['SoftwareDistribution']).toMatchObject({ 'Download/file.cab': 'second download' });
    expect(reset('/undo').code).toBe(0);
    expect(folders(pc())['SoftwareDistribution']).toEqual(before['SoftwareDistribution']);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone', '2.undone']);
  });

  it('shows with /whatif what it would do, and does nothing', () => {
    reset('/force /check download-cache');
    const before = { folders: folders(pc()), journal: journal(pc(), '1') };
    const { code, output } = reset('/undo /whatif');
    expect(code).toBe(0);
    expect(output).toContain(
      'Would be done: rename SoftwareDistribution.mendsheet1 back to C:\\windows\\SoftwareDistribution',
    );
    expect({ folders: folders(pc()), journal: journal(pc(), '1') }).toEqual(before);
  });

  // A run of the bundled repair writes a first line, then two lines for each of ten actions.
  it.each([2, 5, 9, 10, 11, 12, 13, 17])(
    'restores all after a run that was killed with %i lines in its journal',
    async (lines) => {
      const before = folders(pc());
      await killWhen(pc(), () => journal(pc(), '1').length >= lines);
      expect(journal(pc(), '1').length).toBeLessThan(21);
      const undo = reset('/undo');
      expect(undo.code, undo.output).toBe(0);
      expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual({
        folders: before,
        services: allRunning,
      });
    },
  );

  it('leaves a run alone that planned nothing', () => {
    reset('/force /check download-cache');
    pc().write(`${state}\\runs\\2\\journal.txt`, `${first}\n`);
    expect(reset('/undo').code).toBe(0);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone', '2']);
  });

  it('undoes what the PowerShell edition has journaled under Pester', () => {
    const before = folders(pc());
    writeRun(
      pc(),
      readFileSync(join(repository, 'test/journals/reset-components.ps1.txt'), 'ascii').trimEnd().split('\n'),
    );
    pc().batch(`ren ${store} SoftwareDistribution.mendsheet1`, `ren ${catalogs} catroot2.mendsheet1`);
    pc().batch('sc stop wuauserv >nul', 'sc stop UsoSvc >nul');
    const { code, output } = reset('/undo');
    const delivery = pc().batch('sc query DoSvc').output;
    pc().batch('sc stop DoSvc >nul', 'sc start wuauserv >nul');
    expect(code, output).toBe(0);
    expect(folders(pc())).toEqual(before);
    expect(serviceStates(pc())).toEqual(allRunning);
    expect(delivery).toMatch(/: 4 /);
  });

  it('ends with 20 when what was set aside is gone', () => {
    reset('/force /check download-cache');
    pc().remove(`${store}.mendsheet1`);
    const { code, output } = reset('/undo');
    expect(code).toBe(20);
    expect(output).toContain('not there any more: C:\\windows\\SoftwareDistribution.mendsheet1');
    expect(pc().list(`${state}\\runs`)).toEqual(['1']);
    expect(pc().exists('C:\\windows\\system32\\catroot2\\edb.log')).toBe(true);
  });

  it('says all that is gone, and brings back what is left', () => {
    reset('/force /check download-cache');
    pc().remove(`${store}.mendsheet1`);
    pc().remove(store);
    pc().remove(`${catalogs}.mendsheet1`);
    for (let attempt = 1; attempt <= 2; attempt++) {
      const { code, output } = reset('/undo');
      expect(code, output).toBe(20);
      for (const name of ['SoftwareDistribution', 'catroot2'])
        expect(output).toMatch(new RegExp(`FAILED: not there any more: \\S+${name}\\.mendsheet1`, 'i'));
      expect(output).not.toContain('Run 1 was undone.');
    }
    expect(serviceStates(pc())).toEqual(allRunning);
  });

  it('takes a folder for restored only where an undo has noted it', () => {
    reset('/force /check download-cache');
    const entry = journal(pc(), '1')
      .find((line) => line.includes('|plan|set-aside|C:\\windows\\SoftwareDistribution|'))
      ?.split('|')[0];
    // Cut off behind the rename and before its line in the journal.
    pc().remove(store);
    pc().batch(`ren ${store}.mendsheet1 SoftwareDistribution`);
    const unknown = reset('/undo');
    pc().write(`${state}\\runs\\1\\notes.txt`, `restoring ${entry}\n`);
    const known = reset('/undo');
    expect(unknown.code, unknown.output).toBe(20);
    expect(known.code, known.output).toBe(0);
    expect(pc().read(`${store}\\Download\\file.cab`)).toBe('first download');
  });

  const servicing = '"HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Component Based Servicing\\RebootPending"';
  const installer = '"HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress"';
  const manager = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\CcmExec';
  it.each([
    ['Windows waits for a restart', servicing, 13],
    ['an installation is under way', installer, 14],
    ['an organisation manages the PC', manager, 12],
  ])('changes nothing while %s, and undoes the run afterwards', (_name, key, code) => {
    const before = folders(pc());
    reset('/force /check download-cache');
    const repaired = { folders: folders(pc()), services: serviceStates(pc()), journal: journal(pc(), '1') };
    pc().batch(`reg add ${key} /f >nul`);
    const blocked = reset('/undo');
    const left = { folders: folders(pc()), services: serviceStates(pc()), journal: journal(pc(), '1') };
    const allowed = reset('/undo /allowmanaged /whatif');
    pc().batch(`reg delete ${key} /f >nul`);
    expect(blocked.code, blocked.output).toBe(code);
    expect(blocked.output).toContain('Nothing was changed: ');
    expect(left).toEqual(repaired);
    expect(allowed.code, allowed.output).toBe(code === 12 ? 0 : code);
    const undone = reset('/undo');
    expect(undone.code, undone.output).toBe(0);
    expect(folders(pc())['SoftwareDistribution']).toEqual(before['SoftwareDistribution']);
  });

  it('reports what cannot be undone, and counts it as no failure', () => {
    writeRun(pc(), [first, '1|plan|repair-tool|w32tm|-|/resync /rediscover', '1|done|-|-|-|-']);
    const { code, output } = reset('/undo');
    expect(code).toBe(0);
    expect(output).toContain('Cannot be undone: what w32tm has changed (/resync /rediscover).');
  });
}

/** Starts a repair, and kills it with all its programs as soon as its journal has got so far. */
async function killWhen(pc: WinePc, isTime: () => boolean): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const run = pc.start(script, '/force /check download-cache');
    while (!run.hasEnded() && !isTime()) await new Promise((resolve) => setTimeout(resolve, 2));
    const isOver = run.hasEnded();
    await run.kill();
    if (!isOver || isTime()) return;
    // Where Wine could not start cmd.exe, the script has said nothing and done nothing.
    if (attempt === 3 || /^(?:OK|PROBLEM|UNKNOWN)/m.test(run.output()))
      throw new Error(`The run ended before it was killed: ${run.output()}`);
  }
}
