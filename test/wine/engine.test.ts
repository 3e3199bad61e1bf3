import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { loadTemplates } from '../../src/load/load-templates.js';
import { publishDotnet } from '../dotnet.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool, missingDotnet } from '../tools.js';
import { createEnginePc, standIns, type Culture, type EnginePc } from './engine-pc.js';
import { fill, folders, journal, serviceStates, settle, state } from './pc-state.js';
import { missingWine, type Ended } from './wine-pc.js';

const reset = '& C:\\scripts\\reset-components.ps1';
const services = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const power = '"HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power"';

describeWithTool('the emitted .ps1 on PowerShell for Windows, in Wine', missingWine() ?? missingDotnet(10), () => {
  let engine: EnginePc;
  const run = (...lines: readonly string[]): readonly Ended[] => engine.run(lines);
  const codes = (ended: readonly Ended[]): readonly number[] => ended.map(({ code }) => code);
  const said = (ended: readonly Ended[]): string => ended.map(({ output }) => output).join('\n');

  const undoneJournal = (): readonly string[] =>
    engine.pc.read(`${state}\\runs\\1.undone\\journal.txt`).split('\n').slice(0, -1);

  beforeAll(async () => {
    const published = await publishDotnet(join(repository, 'test', 'engine-host'));
    if (published === null) throw new Error('The .NET SDK 10 is gone.');
    engine = createEnginePc(published);
  });
  afterAll(() => engine?.pc.close());
  beforeEach(() => settle(engine.pc));

  it('sets the folders aside, and undo brings everything back', () => {
    const before = { folders: folders(engine.pc), services: serviceStates(engine.pc) };
    const ended = run(
      `${reset} -Force -Check download-cache`,
      '(Get-ChildItem -Path C:\\windows, C:\\windows\\System32 -Filter *.mendsheet*).Name',
      '(Get-Service -Name wuauserv, bits, CryptSvc, UsoSvc).Status',
      // What Windows has made meanwhile is kept beside.
      "$null = New-Item -Path C:\\windows\\SoftwareDistribution\\made.txt -Value 'x' -Force",
      `${reset} -Undo -WhatIf`,
      `${reset} -Undo`,
      `${reset} -Undo`,
    );
    expect(codes(ended), said(ended)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(ended[1]?.output).toBe('SoftwareDistribution.mendsheet1\ncatroot2.mendsheet1\n');
    expect(ended[2]?.output).toBe('Running\n'.repeat(4));
    expect(ended[6]?.output).toContain('There is nothing to undo.');
    expect(folders(engine.pc)).toMatchObject(before.folders);
    expect(serviceStates(engine.pc)).toEqual(before.services);
    const lines = undoneJournal();
    expect(lines[0]).toMatch(
      /^0\|run\|2\|windows-update\|reset-components\.ps1\|[\d.]+\|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/,
    );
    const plans = lines.filter((line) => line.includes('|plan|'));
    expect(plans).toHaveLength(10);
    expect(lines.filter((line) => line.includes('|done|'))).toHaveLength(10);
  });

  it('gives back a value of the registry in its type', () => {
    const value = (): string =>
      /HiberbootEnabled\s+(\w+\s+\w+)/.exec(engine.pc.batch(`reg query ${power}`).output)?.[1] ?? '';
    engine.pc.batch(`reg add ${power} /v HiberbootEnabled /t REG_DWORD /d 1 /f >nul`);
    const ended = run(
      `${reset} -Force -Check fast-startup`,
      "(Get-ItemProperty -Path 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power').HiberbootEnabled",
      `${reset} -Undo`,
    );
    expect(codes(ended), said(ended)).toEqual([0, 0, 0]);
    expect(ended[1]?.output).toBe('0\n');
    expect(undoneJournal().slice(1, 3)).toEqual([
      '1|plan|registry-value|HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Power:HiberbootEnabled|REG_DWORD:0x1|REG_DWORD:0x0',
      '1|done|-|-|-|-',
    ]);
    expect(value()).toBe('REG_DWORD    0x1');
    engine.pc.batch(`reg delete ${power} /v HiberbootEnabled /f >nul`);
  });

  it.each(['ja-JP', 'tr-TR'] as const)(
    'sets a disabled service and lost rights back and undoes both, in %s',
    (culture) => {
      const lost = 'D:(A;;CCLCSWLOCRRC;;;SY)(A;;CCLCSWLOCRRC;;;BA)S:(AU;FA;CC;;;WD)';
      const list = 'C:\\stand-in\\security-wuauserv.txt';
      engine.pc.batch(`reg add ${services}\\wuauserv /v Start /t REG_DWORD /d 4 /f >nul`);
      engine.pc.write(list, `${lost}\n`);
      const ended = engine.run(
        [`${reset} -Check wuauserv-start-type,wuauserv-rights`, `Get-Content -Path ${list}`, `${reset} -Undo`],
        culture,
      );
      const start = /0x\d/.exec(engine.pc.batch(`reg query ${services}\\wuauserv /v Start`).output)?.[0];
      const after = engine.pc.read(list).trim();
      engine.pc.batch(`reg add ${services}\\wuauserv /v Start /t REG_DWORD /d 3 /f >nul`);
      engine.pc.remove(list);
      expect(codes(ended), said(ended)).toEqual([0, 0, 0]);
      expect(ended[0]?.output).toMatch(culture === 'ja-JP' ? /^修復しました/m : /^Repaired/m);
      expect(ended[1]?.output).toMatch(/^D:\(A;;CCLCSWRPLORC;;;AU\).*S:\(AU;FA;CC;;;WD\)$/m);
      expect(undoneJournal().flatMap((line) => /\|plan\|([\w-]+)/.exec(line)?.[1] ?? [])).toEqual(
        expect.arrayContaining(['service-start-type', 'service-security']),
      );
      expect([start, after]).toEqual(['0x4', lost]);
    },
  );

  it('undoes what batch and a paste block have done; batch undoes nothing and names the script that does', () => {
    const before = { folders: folders(engine.pc), services: serviceStates(engine.pc) };
    expect(engine.pc.run('C:\\scripts\\reset-components.cmd', '/force /check download-cache').code).toBe(0);
    const batch = engine.pc.run('C:\\scripts\\reset-components.cmd', '/undo');
    expect(batch.code, batch.output).toBe(20);
    expect(batch.output).toContain('reset-components.ps1 -Undo');
    fill(engine.pc, 'second');
    engine.pc.batch(`reg add ${services}\\wuauserv /v Start /t REG_DWORD /d 4 /f >nul`);
    // Pasted into a console, it would be read line by line to the same end.
    const pasted = `& ([scriptblock]::Create([IO.File]::ReadAllText('C:\\scripts\\6-wuauserv-start-type.txt')))`;
    const ended = run(pasted, `${reset} -Undo`, `${reset} -Undo`);
    expect(codes(ended).slice(1), said(ended)).toEqual([0, 0]);
    expect(engine.pc.list(`${state}\\runs`)).toEqual(['1.undone', '2.undone']);
    expect(engine.pc.read(`${state}\\runs\\2.undone\\journal.txt`)).toContain(
      '|plan|service-start-type|wuauserv|disabled|demand\n',
    );
    expect(folders(engine.pc)).toMatchObject(before.folders);
    expect(serviceStates(engine.pc)).toEqual(before.services);
    engine.pc.batch(`reg add ${services}\\wuauserv /v Start /t REG_DWORD /d 3 /f >nul`);
  });

  it('gives way to a run that holds the lock, and brings back what a killed one has left', async () => {
    const before = { folders: folders(engine.pc), services: serviceStates(engine.pc) };
    engine.pc.write('C:\\stand-in\\slow-start.txt', '');
    const killed = engine.start([`${reset} -Force -Check download-cache`]);
    const isThere = (): boolean => journal(engine.pc, '1').some((line) => line.includes('|plan|start-service|'));
    while (!isThere() && !killed.hasEnded()) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(killed.hasEnded(), killed.output()).toBe(false);
    const second = run(`${reset} -Undo`, `${reset} -Force -Check fast-startup`);
    await killed.kill();
    engine.pc.remove('C:\\stand-in\\slow-start.txt');
    expect(codes(second), said(second)).toEqual([14, 14]);
    expect(Object.keys(folders(engine.pc))).toEqual(['SoftwareDistribution.mendsheet1', 'catroot2.mendsheet1']);

    const undone = run(`${reset} -Undo`);
    expect(codes(undone), said(undone)).toEqual([0]);
    expect({ folders: folders(engine.pc), services: serviceStates(engine.pc) }).toEqual(before);
  });

  it('touches nothing below a state folder that no administrator owns', () => {
    const before = { folders: folders(engine.pc), services: serviceStates(engine.pc) };
    const ended = run(
      `${reset} -Force -Check download-cache`,
      `${reset} -Undo`,
      // Wine's own answer: whoever runs the prefix owns all of it.
      '$null = New-Item -Path C:\\stand-in\\owner.txt',
      `${reset} -Force -Check download-cache`,
      `${reset} -Undo`,
    );
    engine.pc.remove('C:\\stand-in\\owner.txt');
    expect(codes(ended), said(ended)).toEqual([0, 0, 0, 1, 20]);
    expect({ folders: folders(engine.pc), services: serviceStates(engine.pc) }).toEqual(before);
  });

  it('decides what it can and says the rest, without CIM, event log and COM of Windows', () => {
    const find = (culture: Culture): Found => {
      const [ended] = engine.run(['& C:\\scripts\\diagnose.ps1 -OutputFormat Json'], culture);
      return JSON.parse(ended?.output ?? '') as Found;
    };
    const statuses = ({ checks }: Found): readonly string[] => checks.map(({ id, status }) => `${id} ${status}`);
    engine.pc.batch(`ren "${standIns}" Away`);
    const [found, turkish] = [find('en-US'), find('tr-TR')];
    engine.pc.batch(`ren "${standIns.replace('StandIn', 'Away')}" StandIn`);
    const decided = new Map(found.checks.map(({ id, status }) => [id, status]));
    expect(found.checks.length).toBeGreaterThan(40);
    // What is read from CIM and the log of events cannot be decided, and is never called healthy for that.
    for (const id of ['disk-space', 'event-log', 'activation', 'antivirus', 'restart-pending'])
      expect([id, decided.get(id)]).toEqual([id, 'Unknown']);
    for (const id of ['wuauserv-start-type', 'bits-start-type', 'tls-protocol'])
      expect([id, decided.get(id)]).toEqual([id, 'Ok']);
    // Neither letters nor numbers of a language change a verdict.
    expect(statuses(turkish)).toEqual(statuses(found));
    expect(found.checks.filter(({ reasonKey }) => reasonKey === 'noFinding')).toEqual([]);
  });

  it('tries the product with its kit: finds a changed file, and calls nothing held that this PC cannot show', () => {
    const hash = (name: string): string =>
      createHash('sha256')
        .update(engine.pc.read(`C:\\scripts\\${name}`).replaceAll('\n', '\r\n'), 'latin1')
        .digest('hex');
    const names = engine.pc.list('C:\\scripts').filter((name) => /\.(?:ps1|cmd)$/.test(name));
    const sums = names.map((name) => `${hash(name)}  ${name}\n`).join('');
    const outcomes = (file: string): Readonly<Record<string, string>> =>
      Object.fromEntries(
        (JSON.parse(engine.pc.read(file)) as Evidence).claims.map(({ claim, outcome }) => [claim, outcome]),
      );
    engine.pc.remove('C:\\windows\\system32\\WindowsPowerShell');
    engine.pc.write('C:\\scripts\\SHA256SUMS', sums);
    // Wine has no catalogues.
    const none = "function Test-FileCatalog { throw 'none' }";
    const kit = '& C:\\scripts\\windows-kit.ps1 -Language en -OutputPath';
    const ended = run(
      `${none}; ${kit} C:\\whole.json`,
      "[IO.File]::AppendAllText('C:\\scripts\\diagnose.cmd', 'rem')",
      `${none}; ${kit} C:\\changed.json`,
    );
    expect(codes(ended), said(ended)).toEqual([2, 0, 1]);
    const whole = outcomes('C:\\whole.json');
    expect(Object.keys(whole).sort()).toEqual(
      loadTemplates(repository)
        .claims.map(({ id }) => id)
        .sort(),
    );
    expect(whole).toMatchObject({ sums: 'held', signature: 'open', catalog: 'open', 'diagnosis-5.1': 'open' });
    expect(outcomes('C:\\changed.json')).toMatchObject({ sums: 'broken' });
  });

  it('ends a check whose read never returns within its limit, as undecided, and goes on', () => {
    const shipped = engine.pc.read('C:\\scripts\\diagnose.ps1');
    // What a row leaves out is as usual.
    expect(shipped.match(/\bLimit = 120\b/g)).toHaveLength(1);
    engine.pc.write('C:\\scripts\\hasty.ps1', shipped.replace(/\bLimit = 120\b/, 'Limit = 3'));
    engine.pc.write('C:\\stand-in\\cim-hangs.txt', '');
    const [ended] = run('& C:\\scripts\\hasty.ps1 -Check disk-space,wuauserv-start-type -OutputFormat Json');
    engine.pc.remove('C:\\stand-in\\cim-hangs.txt');
    const { checks } = JSON.parse(ended?.output ?? '') as Found;
    expect(checks.map(({ id, status, reasonKey }) => [id, status, reasonKey])).toEqual([
      ['disk-space', 'Unknown', 'timedOut'],
      ['wuauserv-start-type', 'Ok', expect.any(String)],
    ]);
  });
});

interface Evidence {
  readonly claims: readonly { readonly claim: string; readonly outcome: string }[];
}

/** What a report says of its checks. */
interface Found {
  readonly checks: readonly { readonly id: string; readonly status: string; readonly reasonKey: string }[];
}
