import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyzeScripts, findPowerShell, isMissing, parseScripts } from '../src/host/pwsh.js';
import { compileBundled, repository } from './compile-bundled.js';
import { buildDotnet } from './dotnet.js';
import { describeWithTool, missingDotnet, run } from './tools.js';

/** Golden files say that nothing changed; these suites say that it is PowerShell, by the official parser. */
const folder = mkdtempSync(join(tmpdir(), 'mendsheet-validity-'));
let scripts: readonly string[] = [];

beforeAll(async () => {
  const { artefacts } = await compileBundled();
  scripts = (artefacts ?? [])
    .filter(({ path }) => /\.ps1(\.txt)?$/.test(path))
    .map(({ path, bytes }) => {
      const file = join(folder, path.replace(/\.ps1\.txt$/, '.snippet.ps1'));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
      return file;
    });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const powerShell = await findPowerShell();

describeWithTool('PowerShell', isMissing(powerShell) ? 'PowerShell 7 or 5.1' : undefined, () => {
  it('parses every emitted script and snippet without an error', async () => {
    expect(scripts.length).toBeGreaterThan(30);
    expect(await parseScripts(scripts)).toEqual([]);
  });

  it('analyses every emitted script without an error or warning', async ({ skip }) => {
    // Pairs for Intune are made of the same parts and bodies as the pair for the whole list.
    const chosen = scripts.filter((path) => !path.endsWith('.snippet.ps1') && !/\/intune\/\d/.test(path));
    const findings = await analyzeScripts(chosen);
    if (isMissing(findings)) {
      if (process.env['MENDSHEET_REQUIRE_TOOLS'] === '1') throw new Error(`This test needs ${findings.tool}.`);
      process.stderr.write(`skipped: analysis of emitted scripts (needs ${findings.tool})\n`);
      return skip();
    }
    const serious = findings.filter(({ severity }) => severity !== 'Information');
    expect(
      serious.map(({ path, line, rule, message }) => `${relative(folder, path)}:${line} ${rule} ${message}`),
    ).toEqual([]);
  });
});

describeWithTool(
  'an emitted script',
  isMissing(powerShell) || process.platform === 'win32' ? 'PowerShell on Linux or macOS' : undefined,
  () => {
    it('ends with 11 and one clear line where there is no Windows', () => {
      const [program, ...first] = isMissing(powerShell) ? ([''] as const) : powerShell.command;
      for (const name of ['diagnose', 'reset-components', 'collect-logs']) {
        const script = join(folder, `windows-update/${name}.ps1`);
        const { status, stdout, stderr } = spawnSync(program, [...first, '-NoProfile', '-File', script], {
          encoding: 'utf8',
        });
        expect([name, status, stderr]).toEqual([name, 11, '']);
        expect(stdout.trim().split('\n')).toHaveLength(1);
      }
    });
  },
);

describeWithTool('the parser of PowerShell as a .NET library', missingDotnet(), () => {
  let program = '';
  beforeAll(() => {
    program = buildDotnet(join(repository, 'test/parser-host'));
  });

  const parse = (paths: readonly string[]): unknown =>
    JSON.parse(run('dotnet', [program], Buffer.from(`${paths.join('\n')}\n`)).toString());

  it('parses every emitted script and snippet without an error', () => {
    expect(parse(scripts)).toEqual([]);
  });

  it('finds an error where there is one', () => {
    const broken = join(folder, 'broken.ps1');
    writeFileSync(broken, 'if ($true) {\r\n');
    expect(parse([broken])).toMatchObject([{ path: broken, line: 1, rule: 'MissingEndCurlyBrace' }]);
  });
});

describe('snippets', () => {
  it('end with an empty line and hold none, so that a console runs the block when it is pasted', async () => {
    const { artefacts = [] } = await compileBundled();
    const snippets = (artefacts ?? []).filter(({ path }) => path.endsWith('.ps1.txt'));
    expect(snippets.length).toBeGreaterThan(10);
    for (const { bytes } of snippets) {
      const text = Buffer.from(bytes).toString('ascii');
      expect(text.endsWith('}\r\n\r\n')).toBe(true);
      expect(text.slice(0, -4)).not.toContain('\r\n\r\n');
    }
  });
});
