import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { z } from 'zod';
import {
  analyzeScripts,
  findPowerShell,
  isMissing,
  parseScripts,
  simulatorPath,
  type ScriptFinding,
} from '../../src/host/pwsh.js';
import { readReport } from '../../src/spec/result.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';

const dist = inject('dist');
const product = join(dist, 'windows-update');
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ps1'));
/** Pairs are made of the same parts and bodies as the pair for the whole list, and scripts of one check in German as those beside Japanese. */
const analysedScripts = scripts.filter((path) => !/(?:intune|rmm).\d|\bde.checks/.test(path));
/** What the tests below add; nobody else looks at it. */
const scratch = mkdtempSync(join(tmpdir(), 'mendsheet-scripts-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** A PC with two error codes in its event log, one of them in no table, and with a cause that can be repaired. */
const failing = `param($Windows)
$Windows.Services.msiserver.Start = 4
foreach ($code in '0x80070422', '0x8A15000F') {
    $Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow
        Data = @{ updateGuid = "{0a1b2c3d-0000-4000-8000-0000$($code.Substring(2))}"; updateTitle = 'x'; errorCode = $code }
    })
}`;
const repairFirst = { check: 'msiserver-start-type', repairable: true, hresults: ['0x80070422'] };

describeWithTool('PowerShell', inject('missing').powershell ?? undefined, () => {
  it('parses every emitted script and snippet', async () => {
    const blocks = readdirSync(join(product, 'snippets')).filter((name) => name.endsWith('.ps1.txt'));
    expect([scripts.length > 30, blocks.length > 10]).toEqual([true, true]);
    // Files for PowerShell end with .ps1, whatever people get.
    for (const name of blocks) cpSync(join(product, 'snippets', name), join(scratch, name.replace('.txt', '')));
    const paths = [
      ...scripts.map((path) => join(dist, path)),
      ...blocks.map((name) => join(scratch, name.replace('.txt', ''))),
    ];
    expect(await parseScripts(paths)).toEqual([]);
  });

  it('reports where a script does not parse', async () => {
    const broken = join(scratch, 'broken.ps1');
    writeFileSync(broken, 'if ($true) {\r\n');
    const findings = await parseScripts([broken]);
    expect(findings).toMatchObject([{ path: broken, line: 1, severity: 'ParseError' }]);
  });

  it.each([
    ['diagnose.ps1', { OutputFormat: 'Json' }, 'detect'],
    ['diagnose.ps1', { OutputFormat: 'Json', Check: 'event-log,msiserver-start-type' }, 'detect', failing],
    ['reset-components.ps1', { OutputFormat: 'Json', WhatIf: true }, 'preview'],
    ['reset-components.ps1', { OutputFormat: 'Json', Check: 'download-cache' }, 'repair'],
    ['reset-components.ps1', { OutputFormat: 'Json' }, 'repair'],
    ['reset-components.ps1', { OutputFormat: 'Json', RemoveAside: true }, 'remove'],
    ['reset-components.ps1', { OutputFormat: 'Json', Undo: true }, 'undo'],
  ])(
    '%s %j writes JSON by the schema',
    async (script, parameters, mode, prepare = '') => {
      const schema = z.fromJSONSchema(
        JSON.parse(readFileSync(join(repository, 'templates', 'result.schema.json'), 'utf8')),
      );
      const shell = await findPowerShell();
      if (isMissing(shell)) throw new Error(shell.hint);
      const [program, ...first] = shell.command;
      const root = join(scratch, prepare ? 'failing-pc' : 'pc');
      // Diagnose may end with 2, which is no failure of the run.
      const ended = spawnSync(program, [
        ...first,
        '-NoProfile',
        '-NonInteractive',
        '-File',
        simulatorPath('Invoke-Simulated.ps1'),
        '-Script',
        join(product, script),
        '-Root',
        root,
        '-Arguments',
        JSON.stringify(parameters),
        ...(prepare ? ['-Prepare', prepare] : []),
      ]);
      const result = JSON.parse(ended.stdout.toString('utf8')) as {
        mode: string;
        codes: readonly object[];
        ranking: readonly unknown[];
      };
      expect(schema.safeParse(result).error).toBeUndefined();
      expect(readReport(ended.stdout.toString('utf8'))).toMatchObject({ format: 'mendsheet-result/2', mode });
      expect(result.mode).toBe(mode);
      if (prepare) expect([result.codes.length, result.ranking[0]]).toEqual([2, repairFirst]);
    },
    60_000,
  );
});

describeWithTool('PSScriptAnalyzer', inject('missing').analyzer ?? undefined, () => {
  let analysed: readonly ScriptFinding[] = [];
  beforeAll(async () => {
    const findings = await analyzeScripts(analysedScripts.map((path) => join(dist, path)));
    if (isMissing(findings)) throw new Error(findings.hint);
    analysed = findings;
  }, 30 * 60_000);

  it.each(analysedScripts)('%s has no error and no warning', (path) => {
    const findings = analysed.filter((finding) => finding.path === join(dist, path));
    const serious = findings.filter(({ severity }) => severity !== 'Information');
    expect(serious.map(({ line, rule, message }) => `${line}: ${rule}: ${message}`)).toEqual([]);
  });

  it('is reached at all', async () => {
    const bad = join(scratch, 'bad.ps1');
    writeFileSync(bad, 'gci | % { iex $_ }\r\n$x = $null ?? 1\r\n');
    const findings = await analyzeScripts([bad]);
    const rules = isMissing(findings) ? [] : findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['PSAvoidUsingCmdletAliases', 'PSAvoidUsingInvokeExpression']));
  });
});
