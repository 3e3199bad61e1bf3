import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { runPester, runScenarios, type TestResult } from '../src/host/pester-runner.js';
import { analyzeScripts, findPowerShell, harnessPath, isMissing, parseScripts } from '../src/host/pwsh.js';
import { compileBundled, repository } from './compile-bundled.js';
import { describeWithTool, run } from './tools.js';

/** The bundled checklist as its users get it, but for the signatures, in a folder of its own. */
const dist = mkdtempSync(join(tmpdir(), 'mendsheet-pester-'));
const compiled = await compileBundled();
for (const { path, bytes } of compiled.artefacts ?? []) {
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), bytes);
}
const product = join(dist, 'windows-update');
const scripts = (compiled.artefacts ?? []).map(({ path }) => path).filter((path) => path.endsWith('.ps1'));
/** Pairs are made of the same parts and bodies as the pair for the whole list. */
const analysedScripts = scripts.filter((path) => !/\/intune\/\d/.test(path));
const scenariosRoot = join(repository, 'checks', 'scenarios');
const scenarios = readdirSync(scenariosRoot, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.ps1'),
);

afterAll(() => rmSync(dist, { recursive: true, force: true }));

it('compiles the bundled checklist to scripts', () => {
  expect(compiled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(scripts.length).toBeGreaterThan(3);
});

it('keeps templates within the width of the house', () => {
  const folder = join(repository, 'templates', 'ps1');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ps1') && !path.startsWith('snippet'),
  );
  const wide = files.flatMap((path) =>
    readFileSync(join(folder, path), 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > 115 ? [`${path}:${index + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});

/** One vitest test for each test that Pester ran. They ran before, in one process: collecting asks for the names. */
async function report(name: string, asked: Promise<Awaited<ReturnType<typeof runPester>>>): Promise<void> {
  const results = await asked;
  describeWithTool(name, isMissing(results) ? results.tool : undefined, () => {
    for (const result of results as readonly TestResult[]) {
      const each = result.outcome === 'skipped' || result.outcome === 'notrun' ? it.skip : it;
      each(result.name, () => expect(result.outcome, result.message).toBe('passed'));
    }
    it('ran tests', () => expect((results as readonly TestResult[]).length).toBeGreaterThan(0));
  });
}

await report(
  'scenarios',
  runScenarios({
    diagnose: join(product, 'diagnose.ps1'),
    repair: join(product, 'reset-components.ps1'),
    checksRoot: scenariosRoot,
    scenarios,
  }),
);
await report(
  'scenarios where tools speak German, Japanese and Turkish, under Turkish rules for letters',
  runPester('Scenario.Tests.ps1', {
    Diagnose: join(product, 'diagnose.ps1'),
    Repair: join(product, 'reset-components.ps1'),
    Scenario: scenarios.map((path) => join(scenariosRoot, path)),
    Culture: 'tr-TR',
  }),
);
await report(
  'repairs',
  runPester('Repair.Tests.ps1', {
    Repair: join(product, 'reset-components.ps1'),
    Scenario: scenarios.map((path) => join(scenariosRoot, path)),
  }),
);
await report('defects of other scripts', runPester('Defects.Tests.ps1', { Folder: product }));
await report('random PCs', runPester('Random.Tests.ps1', { Folder: product }));
await report('PowerShell runtime', runPester('Runtime.Tests.ps1', { Folder: product }));
await report(
  'actions',
  runPester('Actions.Tests.ps1', { Folder: product, Parts: join(repository, 'templates', 'ps1', 'parts', 'actions') }),
);
await report('paste blocks', runPester('Snippet.Tests.ps1', { Folder: product }));

/** A PC with two error codes in its event log, one of them in no table, and with a cause that can be repaired. */
const failing = `param($Windows)
$Windows.Services.msiserver.Start = 4
foreach ($code in '0x80070422', '0x8A15000F') {
    $Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id = 20; Time = [datetime]::UtcNow; Data = @{ updateGuid = $code; updateTitle = 'x'; errorCode = $code }
    })
}`;
const repairFirst = { check: 'msiserver-start-type', repairable: true, hresults: ['0x80070422'] };

const shell = await findPowerShell();
describeWithTool('PowerShell', isMissing(shell) ? shell.tool : undefined, () => {
  it('parses every emitted script', async () => {
    expect(await parseScripts(scripts.map((path) => join(dist, path)))).toEqual([]);
  }, 120_000);

  it('reports where a script does not parse', async () => {
    const broken = join(dist, 'broken.ps1');
    writeFileSync(broken, 'if ($true) {\r\n');
    const findings = await parseScripts([broken]);
    expect(findings).toMatchObject([{ path: broken, line: 1, severity: 'ParseError' }]);
  }, 60_000);

  it.each([
    ['diagnose.ps1', { OutputFormat: 'Json' }, 'detect'],
    ['diagnose.ps1', { OutputFormat: 'Json', Check: 'event-log,msiserver-start-type' }, 'detect', failing],
    ['reset-components.ps1', { OutputFormat: 'Json', WhatIf: true }, 'preview'],
    ['reset-components.ps1', { OutputFormat: 'Json', Check: 'download-cache' }, 'repair'],
    ['reset-components.ps1', { OutputFormat: 'Json', Auto: true }, 'repair'],
    ['reset-components.ps1', { OutputFormat: 'Json', RemoveAside: true }, 'remove'],
    ['reset-components.ps1', { OutputFormat: 'Json', Undo: true }, 'undo'],
  ])(
    '%s %j writes JSON by the schema',
    (script, parameters, mode, prepare = '') => {
      const schema = z.fromJSONSchema(
        JSON.parse(readFileSync(join(repository, 'templates', 'result.schema.json'), 'utf8')),
      );
      const command = isMissing(shell) ? '' : shell.command;
      const root = join(dist, prepare ? 'failing-pc' : 'pc');
      const harness = ['-NoProfile', '-NonInteractive', '-File', harnessPath('Invoke-Simulated.ps1')];
      // Diagnose may end with 2, which is no failure of the run.
      const ended = runAny(command, [
        ...harness,
        '-Script',
        join(product, script),
        '-Root',
        root,
        '-Arguments',
        JSON.stringify(parameters),
        ...(prepare ? ['-Prepare', prepare] : []),
      ]);
      const result = JSON.parse(ended) as { mode: string; codes: readonly object[]; ranking: readonly unknown[] };
      expect(schema.safeParse(result).error).toBeUndefined();
      expect(result.mode).toBe(mode);
      if (prepare) expect([result.codes.length, result.ranking[0]]).toEqual([2, repairFirst]);
    },
    60_000,
  );
});

function runAny(program: string, args: readonly string[]): string {
  const quoted = [program, ...args].map((text) => `'${text.replaceAll("'", "'\\''")}'`).join(' ');
  return run('sh', ['-c', `${quoted}; true`]).toString('utf8');
}

const analysed = await analyzeScripts(analysedScripts.map((path) => join(dist, path)));
describeWithTool('PSScriptAnalyzer', isMissing(analysed) ? analysed.tool : undefined, () => {
  it.each(analysedScripts)('%s has no error and no warning', (path) => {
    const findings = isMissing(analysed) ? [] : analysed.filter((finding) => finding.path === join(dist, path));
    const serious = findings.filter(({ severity }) => severity !== 'Information');
    expect(serious.map(({ line, rule, message }) => `${line}: ${rule}: ${message}`)).toEqual([]);
  });

  it('is reached at all', async () => {
    const bad = join(dist, 'bad.ps1');
    writeFileSync(bad, 'gci | % { iex $_ }\r\n$x = $null ?? 1\r\n');
    const findings = await analyzeScripts([bad]);
    const rules = isMissing(findings) ? [] : findings.map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining(['PSAvoidUsingCmdletAliases', 'PSAvoidUsingInvokeExpression']));
  }, 60_000);
});

it('stands where the harness is', () => {
  expect(existsSync(harnessPath('Subject.psm1'))).toBe(true);
});
