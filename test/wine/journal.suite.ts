import { beforeAll, expect, it } from 'vitest';
import { allRunning, folders, serviceStates, settle, state, store, writeRun } from './pc-state.js';
import type { WinePc } from './wine-pc.js';

const first = '0|run|1|windows-update|reset-components.cmd|0.1.0';

/** Nothing of a journal that this product would not have written is followed: the PC is settled once for all of them. */
export function journalSuite(pc: () => WinePc): void {
  beforeAll(() => settle(pc()), 60_000);

  const aside = 'C:\\windows\\SoftwareDistribution.mendsheet1';
  it.each([
    ['an unknown action', [first, `1|plan|delete|${store}|-|-`]],
    [
      'a registry value, which the .ps1 brings back',
      [first, '1|plan|registry-value|HKLM\\SOFTWARE\\x:y|absent|REG_DWORD:0x1'],
    ],
    ['a list that is none', [first, '1|plan|service-security|wuauserv|D:(A;;CC;;;SY)%TEMP%|D:(A;;CC;;;SY)']],
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
    ['a command in a field', [first, '1|plan|stop-service|wuauserv" & echo INJECTED & "|running|stopped']],
    ['a field too many', [first, `1|plan|set-aside|${store}|present|${aside}|more`]],
    ['a field too few', [first, `1|plan|set-aside|${store}|present`]],
    ['an unknown state', [first, '1|maybe|-|-|-|-']],
  ])('refuses a journal with %s', (_name, lines) => {
    const before = folders(pc());
    const hasPlan = lines.some((line) => line.includes('|plan|'));
    pc().remove(`${state}\\runs`);
    writeRun(pc(), hasPlan ? lines : [...lines, '2|plan|stop-service|wuauserv|running|stopped']);
    const { code, output } = pc().run('C:\\scripts\\reset-components.cmd', '/undo');
    expect(code, output).toBe(20);
    expect(output).toContain('The journal of run 1 is refused: ');
    expect(output).not.toContain('\nINJECTED');
    expect({ folders: folders(pc()), services: serviceStates(pc()) }).toEqual({
      folders: before,
      services: allRunning,
    });
  });
}
