import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findPowerShell, isMissing, simulatorPath } from '../../src/host/pwsh.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';
import { product } from './pester-suite.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-desk-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A PC with a disabled service and names. */
const prepare = `param($Windows)
$Windows.Services.wuauserv.Start = 4
$Windows.Registry['HKLM:\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ActiveComputerName'] = @{ ComputerName = 'CANARY-PC' }`;

/** Runs an emitted script on the simulated PC and gives what it wrote. */
async function onPc(script: string, parameters: object): Promise<string> {
  const shell = await findPowerShell();
  if (isMissing(shell)) throw new Error(shell.hint);
  const [program, ...first] = shell.command;
  const given = ['-Script', join(product, script), '-Root', join(folder, 'pc'), '-Prepare', prepare];
  const run = spawnSync(
    program,
    [
      ...first,
      '-NoProfile',
      '-File',
      simulatorPath('Invoke-Simulated.ps1'),
      ...given,
      '-Arguments',
      JSON.stringify(parameters),
    ],
    { encoding: 'utf8', maxBuffer: 1e8 },
  );
  return run.stdout;
}

function desk(...parameters: string[]): { readonly code: number | null; readonly out: string; readonly told: string } {
  const cli = join(repository, 'build/cli/main.js');
  // What others on this machine leave in the usual place is not ours to count.
  const place = join(folder, 'temp');
  mkdirSync(place, { recursive: true });
  const env = { ...process.env, TMPDIR: place, TEMP: place, TMP: place };
  const run = spawnSync(process.execPath, [cli, ...parameters], { encoding: 'utf8', cwd: join(folder, 'desk'), env });
  return { code: run.status, out: run.stdout, told: run.stderr };
}

/** A report without who made it and when, and how long each check took; other times as hours before that. */
function comparable(json: string): unknown {
  const report = JSON.parse(json) as {
    finishedUtc: string | null;
    startedUtc: null;
    bootedUtc: null;
    milliseconds: null;
    run: null;
    device: null;
    sha256: null;
    checks: { milliseconds: unknown; evidence: Record<string, unknown> }[];
  };
  const made = Date.parse(report.finishedUtc ?? '');
  report.finishedUtc = null;
  Object.assign(report, {
    startedUtc: null,
    bootedUtc: null,
    milliseconds: null,
    run: null,
    device: null,
    sha256: null,
  });
  for (const check of report.checks) {
    check.milliseconds = 0;
    check.evidence = Object.fromEntries(
      Object.entries(check.evidence).map(([name, value]) => [name, name === 'ErrorLine' ? 0 : value]),
    );
  }
  const settled = JSON.stringify(report)
    .replaceAll(/at line \d+/g, '')
    .replaceAll(
      // In UTC as data, and in local time in sentences.
      /\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ| \d\d:\d\d\b)/g,
      (time) => `${Math.round((made - Date.parse(time)) / 3_600_000)} hours before`,
    );
  return JSON.parse(settled) as unknown;
}

describeWithTool('mendsheet diagnose', inject('missing').powershell ?? undefined, () => {
  const bundle = join(folder, 'elsewhere', 'bundle.zip');
  let there = '';
  beforeAll(async () => {
    await onPc('collect-logs.ps1', { OutputPath: 'C:\\Windows\\Temp\\bundle.zip', Redact: true });
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'desk'));
    cpSync(join(folder, 'pc/Windows/Temp/bundle.zip'), bundle);
    // The PC anew, since what a run leaves of it is less than it was.
    for (const name of ['pc', 'pc.xml']) rmSync(join(folder, name), { recursive: true });
    there = await onPc('diagnose.ps1', { OutputFormat: 'Json' });
    rmSync(join(folder, 'pc'), { recursive: true });
    for (const name of ['checks.yaml', 'checks'])
      cpSync(join(repository, name), join(folder, 'desk', name), { recursive: true });
  });

  it('gives the report of the PC, once the script that made the bundle has found the same', () => {
    const { code, out, told } = desk(
      'diagnose',
      bundle,
      '--format',
      'json',
      '--original',
      join(product, 'collect-logs.ps1'),
    );
    expect(told).toBe(
      'The script that made this bundle finds here what was found on the PC.\n' +
        'The diagnosis of today finds here what was found on the PC.\n' +
        'What reset-components.ps1 would do for these problems:\n' +
        '  wuauserv-start-type:\n' +
        '    Sets the start type of a service. Undo: The earlier start type is set again.\n',
    );
    expect(code).toBe(0);
    expect(comparable(out)).toEqual(comparable(there));
  });

  it('names a check whose rule has changed, and one whose input is missing', () => {
    const script = join(folder, 'desk', 'changed.ps1');
    const changed = readFileSync(join(product, 'diagnose.ps1'), 'utf8')
      .replace('if ($evidence.Start -eq 4) {', 'if ($evidence.Start -eq 9) {')
      .replace("Protocols\\TLS 1.2\\Client'", "Protocols\\TLS 9\\Client'");
    writeFileSync(script, changed);
    const { out, told } = desk('diagnose', bundle, '--script', script, '--language', 'ja');
    expect(told).toContain('wuauserv-start-type: Problem (disabled), now Ok; the rule has changed');
    expect(told).toMatch(/tls-protocol: Ok, now Unknown \(notCaptured\); input is missing \(Get-RegistryValue .*TLS 9/);
    expect(out).toContain('TLS 9');
  });

  it('makes a scenario of it that the checklist is then tried with', () => {
    const made = desk('new', 'scenario', 'from-a-bundle', '--from', bundle, '--check', 'wuauserv-start-type');
    expect(made.told).toMatch(/new {2}.*from-a-bundle\.fail\.json: \d of \d+ reads/);
    const path = join(folder, 'desk/checks/scenarios/wuauserv-start-type/from-a-bundle.fail.json');
    expect(readFileSync(path, 'utf8').length).toBeLessThan(20_000);
    const tried = desk('test', '--check', 'wuauserv-start-type');
    expect(tried.told).toContain('passed  scenario.wuauserv-start-type/from-a-bundle.fail.json');
    // The same form, of a PC that there is not.
    const capture = JSON.parse(readFileSync(path, 'utf8')) as object;
    for (const wrong of [{ zone: 'x' }, { culture: 'a' }]) {
      writeFileSync(join(folder, 'nowhere.json'), JSON.stringify({ ...capture, ...wrong }));
      expect(desk('diagnose', join(folder, 'nowhere.json'))).toMatchObject({
        code: 2,
        told: expect.stringContaining('Its zone or its culture is none that there is.') as string,
      });
    }
    writeFileSync(join(folder, 'silent.json'), JSON.stringify({ ...capture, results: [] }));
    expect(desk('diagnose', join(folder, 'silent.json')).told).toContain(
      'The diagnosis of today tries no check of which',
    );
    writeFileSync(join(folder, 'nothing.json'), JSON.stringify({ ...capture, reads: [], answers: [] }));
    const { code, out, told } = desk('diagnose', join(folder, 'nothing.json'), '--format', 'json');
    expect(code).toBe(0);
    expect(told).toContain('wuauserv-start-type: Problem (disabled), now Unknown (notCaptured); input is missing');
    const { checks } = JSON.parse(out) as { readonly checks: readonly { readonly status: string }[] };
    expect(new Set(checks.map(({ status }) => status))).toEqual(new Set(['Unknown']));
  });

  it('refuses what is no bundle, in a sentence', () => {
    writeFileSync(join(folder, 'x.zip'), 'no zip');
    writeFileSync(join(folder, 'x.json'), '{"format":"mendsheet-capture/2"}');
    expect(desk('diagnose', join(folder, 'x.zip'))).toMatchObject({
      code: 2,
      told: expect.stringContaining('no zip file') as string,
    });
    expect(desk('diagnose', join(folder, 'x.json'))).toMatchObject({
      code: 2,
      told: expect.stringContaining('capture.schema.json') as string,
    });
    // Of another checklist, or with nothing to compare: neither is what was found on the PC.
    const other = readFileSync(join(folder, 'nothing.json'), 'utf8');
    writeFileSync(join(folder, 'other.json'), other.replace('"product":"windows-update"', '"product":"printing"'));
    for (const words of [['diagnose'], ['new', 'scenario', 'x', '--check', 'wuauserv-start-type', '--from']])
      expect(desk(...words, join(folder, 'other.json'))).toMatchObject({
        code: 2,
        told: expect.stringContaining('is of "printing", and the checklist is "windows-update"') as string,
      });
    // Known only once the checklist is compiled, beside a PowerShell that has begun.
    expect(desk('diagnose', bundle, '--language', 'xx')).toMatchObject({
      code: 2,
      told: expect.stringContaining('does not speak "xx"') as string,
    });
    expect(existsSync(join(folder, 'desk'))).toBe(true);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });
});
