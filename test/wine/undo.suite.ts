import { beforeEach, expect, it } from 'vitest';
import { allRunning, fill, folders, journal, serviceStates, settle, state, store } from './pc-state.js';
import type { Ended, WinePc } from './wine-pc.js';

const script = 'C:\\scripts\\reset-components.cmd';
const slow = { timeout: 120_000 };
const first = '0|run|1|windows-update|reset-components.cmd|0.1.0';

export function undoSuite(pc: () => WinePc): void {
  const reset = (args = ''): Ended => pc().run(script, args);
  beforeEach(() => settle(pc()), 60_000);

  it('brings the folders back, and keeps what Windows has made in between', slow, () => {
    const before = folders(pc());
    expect(reset('/check download-cache').code).toBe(0);
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
    expect(reset('/check download-cache').code).toBe(0);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone', '2']);
  });

  it('undoes two runs, the newest first', slow, () => {
    const before = folders(pc());
    reset('/check download-cache');
    fill(pc(), 'second');
    reset('/check download-cache');
    expect(reset('/undo').code).toBe(0);
    expect(folders(pc())['SoftwareDistribution']).toMatchObject({ 'Download/file.cab': 'second download' });
    expect(reset('/undo').code).toBe(0);
    expect(folders(pc())['SoftwareDistribution']).toEqual(before['SoftwareDistribution']);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone', '2.undone']);
  });

  it('shows with /whatif what it would do, and does nothing', slow, () => {
    reset('/check download-cache');
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
    slow,
    async (lines) => {
      const before = { folders: folders(pc()), services: serviceStates(pc()) };
      const file = `${state}\\runs\\1\\journal.txt`;
      const process = pc().start(script, '/check download-cache /quiet');
      const ended = new Promise((resolve) => process.once('exit', resolve));
      let isOver = false;
      void ended.then(() => (isOver = true));
      while (!isOver && !(pc().exists(file) && pc().read(file).split('\n').length > lines)) {
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      process.kill('SIGKILL');
      await ended;
      expect(journal(pc(), '1').length).toBeGreaterThanOrEqual(lines);
      expect(journal(pc(), '1').length).toBeLessThan(21);
      // A program that the killed run had started keeps the lock until it ends too, and 14 says to wait for it.
      let undo = reset('/undo');
      for (let tries = 0; undo.code === 14 && tries < 10; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
        undo = reset('/undo');
      }
      expect(undo.code, undo.output).toBe(0);
      expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual(before);
    },
  );

  it('leaves a run alone that planned nothing', slow, () => {
    reset('/check download-cache');
    pc().write(`${state}\\runs\\2\\journal.txt`, `${first}\n`);
    expect(reset('/undo').code).toBe(0);
    expect(pc().list(`${state}\\runs`)).toEqual(['1.undone', '2']);
  });

  it('undoes what the PowerShell edition has journaled', slow, () => {
    makeState(pc(), [
      '0|run|1|windows-update|reset-components.ps1|0.1.0',
      '1|plan|stop-service|wuauserv|running|stopped',
      '1|done|-|-|-|-',
      '2|plan|set-aside|C:\\windows\\SoftwareDistribution|present|C:\\windows\\SoftwareDistribution.mendsheet7',
      '2|done|-|-|-|-',
    ]);
    const before = folders(pc())['SoftwareDistribution'];
    pc().batch('sc stop wuauserv >nul', `ren ${store} SoftwareDistribution.mendsheet7`);
    const { code, output } = reset('/undo');
    expect(code, output).toBe(0);
    expect(folders(pc())['SoftwareDistribution']).toEqual(before);
    expect(serviceStates(pc())).toEqual(allRunning);
  });

  it('ends with 20 when what was set aside is gone', slow, () => {
    reset('/check download-cache');
    pc().remove(`${store}.mendsheet1`);
    const { code, output } = reset('/undo');
    expect(code).toBe(20);
    expect(output).toContain('not there any more: C:\\windows\\SoftwareDistribution.mendsheet1');
    expect(pc().list(`${state}\\runs`)).toEqual(['1']);
    expect(pc().exists('C:\\windows\\system32\\catroot2\\edb.log')).toBe(true);
  });

  it('reports what cannot be undone, and counts it as no failure', slow, () => {
    makeState(pc(), [first, '1|plan|repair-tool|w32tm|-|/resync /rediscover', '1|done|-|-|-|-']);
    const { code, output } = reset('/undo');
    expect(code).toBe(0);
    expect(output).toContain('Cannot be undone: what w32tm has changed (/resync /rediscover).');
  });

  const aside = 'C:\\windows\\SoftwareDistribution.mendsheet1';
  it.each([
    ['an unknown action', [first, `1|plan|delete|${store}|-|-`]],
    ['another format', [first.replace('|1|', '|2|'), `1|plan|set-aside|${store}|present|${aside}`]],
    ['another product', [first.replace('windows-update', 'printing'), `1|plan|set-aside|${store}|present|${aside}`]],
    ['no first line', [`1|plan|set-aside|${store}|present|${aside}`]],
    ['a relative path', [first, '1|plan|set-aside|SoftwareDistribution|present|SoftwareDistribution.mendsheet1']],
    [
      'a path with dots',
      [
        first,
        '1|plan|set-aside|C:\\windows\\x\\..\\SoftwareDistribution|present|C:\\windows\\x\\..\\SoftwareDistribution.mendsheet1',
      ],
    ],
    ['a network path', [first, '1|plan|set-aside|\\\\server\\share\\x|present|\\\\server\\share\\x.mendsheet1']],
    ['a foreign aside name', [first, `1|plan|set-aside|${store}|present|C:\\users\\public\\evil`]],
    [
      'an aside name without a number',
      [first, `1|plan|set-aside|${store}|present|C:\\windows\\SoftwareDistribution.mendsheet`],
    ],
    ['a service name that is a switch', [first, '1|plan|stop-service|/y|running|stopped']],
    ['a service name with a blank', [first, '1|plan|stop-service|a b|running|stopped']],
    ['an unknown start type', [first, '1|plan|service-start-type|wuauserv|4|demand']],
    ['an escaped character', [first, '1|plan|set-aside|C:\\windows\\a%2526|present|C:\\windows\\a%2526.mendsheet1']],
    ['a command in a field', [first, '1|plan|stop-service|wuauserv" & echo INJECTED & "|running|stopped']],
    ['a field too many', [first, `1|plan|set-aside|${store}|present|${aside}|more`]],
    ['a field too few', [first, `1|plan|set-aside|${store}|present`]],
    ['an unknown state', [first, '1|maybe|-|-|-|-']],
  ])('refuses a journal with %s', slow, (_name, lines) => {
    makeState(
      pc(),
      lines.some((line) => line.includes('|plan|'))
        ? lines
        : [...lines, '2|plan|stop-service|wuauserv|running|stopped'],
    );
    const before = { folders: folders(pc()), services: serviceStates(pc()) };
    const { code, output } = reset('/undo');
    expect(code, output).toBe(20);
    expect(output).toContain('The journal of run 1 is refused: ');
    expect(output).not.toContain('\nINJECTED');
    expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual(before);
  });
}

function makeState(pc: WinePc, lines: readonly string[]): void {
  pc.batch(`reg add HKLM\\SOFTWARE\\Mendsheet\\windows-update /v StateFolder /t REG_SZ /d "${state}" /f >nul`);
  pc.write(`${state}\\runs\\1\\journal.txt`, `${lines.join('\n')}\n`);
}
