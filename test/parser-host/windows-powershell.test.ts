import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderedText } from '../../src/bytes/encode-text.js';
import { compile } from '../../src/compile.js';
import { spanOfEmitted } from '../../src/finish/span-of-emitted.js';
import type { RenderedText } from '../../src/ir/artefact.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { readingTypes } from '../../src/lint/body-rules.js';
import frameworkMembers from '../../src/lint/framework-members.json' with { type: 'json' };
import { renderPlan } from '../../src/render/render-plan.js';
import { positionOf } from '../../src/source/source-file.js';
import { repository, reviewDay } from '../compile-bundled.js';
import { describeWithTool, missingDotnet } from '../tools.js';
import { lintFor51, type Finding51 } from './lint-51.js';

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-51-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const templates = loadTemplates(repository);
const partFiles = [join('templates', 'ps1'), join('src', 'channels')].flatMap((root) =>
  readdirSync(join(repository, root), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ps1'))
    .map((path) => join(root, path)),
);
/** What parts call of each other, and of what a script makes of a checklist. */
const functions = [...partFiles.map((path) => basename(path, '.ps1')), 'Test-ProductGuard', 'Invoke-Main'];

function write(name: string, text: string): string {
  const path = join(folder, `${name}.ps1`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `\ufeff${text}`);
  return path;
}

/** Every script and paste block in PowerShell of the bundled checklist, with the places that its lines came from. */
async function renderBundled(): Promise<readonly RenderedText[]> {
  const input = { indexPath: join(repository, 'checks.yaml'), templates, version: '0' };
  const { plan, diagnostics } = await compile(
    { ...input, today: reviewDay, signing: null, development: false },
    { until: 'plan' },
  );
  if (!plan) throw new Error(JSON.stringify(diagnostics));
  const texts = renderPlan(plan, { version: '0', developmentCertificate: false });
  return [...texts.value].filter(({ edition }) => edition === 'ps1');
}

describeWithTool('Windows PowerShell 5.1', missingDotnet(10), () => {
  describe('has all that the product names', () => {
    let places: readonly string[] = [];
    let count = 0;
    beforeAll(async () => {
      const texts = await renderBundled();
      const byPath = new Map(texts.map((text) => [write(`texts/${text.path}`, renderedText(text)), text] as const));
      count = byPath.size;
      places = [...new Set(lintFor51([...byPath.keys()], []).map((found) => placeOf(found, byPath)))];
    });

    it('in every script and paste block', () => {
      expect(count).toBeGreaterThan(200);
      expect(places).toEqual([]);
    });

    it('in every part, whether or not a script carries it', () => {
      const found = lintFor51(
        partFiles.map((path) => join(repository, path)),
        functions,
      );
      expect(partFiles.length).toBeGreaterThan(150);
      expect(found.map(({ path, line, message }) => `${path}:${line}: ${message}`)).toEqual([]);
    });
  });

  it('has every type that a body may use', () => {
    const types = [...readingTypes].map((name) => `[${name}]`);
    const found = lintFor51([write('types', types.join('\n'))], []);
    expect(found.map(({ line }) => types[line - 1])).toEqual([]);
  });

  it('has every member of a type by which a body is judged, with its numbers of arguments', () => {
    const given = (count: string): string => Array.from({ length: parseInt(count, 10) }, () => '$a').join(', ');
    const members = Object.entries(frameworkMembers.static).flatMap(([type, written]) =>
      written.split(' ').flatMap((member) => {
        const [name = '', counts] = member.split(':');
        if (counts === undefined) return [`[${type}]::${name}`];
        return counts.split(',').map((count) => `[${type}]::${name}(${given(count)})`);
      }),
    );
    const methods = frameworkMembers.instance.split(' ').flatMap((member) => {
      const [name = '', counts = ''] = member.split(':');
      return counts.split(',').map((count) => `$a.${name}(${given(count)})`);
    });
    const lines = [...members, ...methods];
    expect(lines.length).toBeGreaterThan(300);
    const found = lintFor51([write('members', lines.join('\n'))], []);
    expect(found.map(({ line }) => lines[line - 1])).toEqual([]);
  });

  it('is named with the line that an author can edit', async () => {
    const texts = await renderBundled();
    const diagnose = texts.find(({ path }) => path.endsWith('/diagnose.ps1')) as RenderedText;
    const spoiled = renderedText(diagnose).split('\n');
    const row = spoiled.findIndex((line) => line.includes('[Net.WebRequest]::Create'));
    spoiled[row] += '; $null = [IO.Path]::GetRelativePath($a, $b)';
    const path = write('spoiled', spoiled.join('\n'));
    const [found, ...others] = lintFor51([path], []);
    expect(others).toEqual([]);
    expect(placeOf(found as Finding51, new Map([[path, diagnose]]))).toMatch(
      /^templates\/ps1\/parts\/.+\.ps1:\d+: \[System\.IO\.Path\]::GetRelativePath with 2 arguments is not in/,
    );
  });

  describe('does not have', () => {
    const cases: readonly (readonly [Finding51['rule'], string])[] = [
      // Types and members of .NET Core.
      ['member', '[System.Security.Cryptography.X509Certificates.X509Certificate2]::CreateFromPem($pem)'],
      ['member', '[IO.Path]::GetRelativePath($a, $b)'],
      ['member', "[IO.Path]::Join('a', 'b')"],
      ['member', '[Convert]::ToHexString($bytes)'],
      ['member', '[Security.Cryptography.SHA256]::HashData($bytes)'],
      ['member', '[Math]::Clamp($x, 1, 2)'],
      ['member', '[datetime]::UnixEpoch'],
      ['member', '[Environment]::ProcessPath'],
      ['member', '[IO.File]::Move($a, $b, $true)'],
      ['member', '$task = [Threading.Tasks.Task]::Delay(1)\n$task.WaitAsync(1000)'],
      ['member', "function f { param([string] $Text) $Text.Contains('a', [StringComparison]::Ordinal) }"],
      ['member', "$stream = [IO.File]::Open($path, 'Open')\n$stream.ReadExactly($bytes, 0, 4)"],
      ['member', '$list = New-Object -TypeName System.Text.StringBuilder\n$list.AppendJoin(1, 2)'],
      ['member', '$anything.ReplaceLineEndings()'],
      ['member', '(Get-Item .).ResolveLinkTarget($true)'],
      ['member', '(Get-Item .).LinkTarget'],
      ['member', "(Get-Service -Name 'x').StartupType"],
      ['member', '$anything | ForEach-Object -Process { $_.UnixFileMode }'],
      ['member', '[Diagnostics.Process]::GetCurrentProcess().Kill($true)'],
      ['member', "function f { param([Parameter(Nonsense = 'x')] $x) }"],
      ['type', '[System.Text.Json.JsonDocument]::Parse($text)'],
      ['type', '[System.HashCode]::Combine(1, 2)'],
      ['type', '[semver] $version'],
      ['type', '[ulong] 5'],
      ['type', '[IO.FileSystemAclExtensions]::Create($a, $b)'],
      ['type', "New-Object -TypeName 'Collections.Generic.PriorityQueue[string,int]'"],
      ['type', 'New-Object System.IO.EnumerationOptions'],
      ['type', 'function f { param([ArgumentCompletions("a")] $x) }'],
      // What PowerShell 5.1 has in .NET Framework, but only when a script loads it.
      ['type', '[System.IO.Compression.ZipFile]::OpenRead($path)'],
      ['type', '[System.Net.Http.HttpClient]::new()'],
      // Commands and their parameters.
      ['command', 'Test-Json -Json $text'],
      ['command', 'Get-Uptime'],
      ['command', 'Remove-Service -Name x'],
      ['parameter', 'Get-Content -LiteralPath $path -AsByteStream'],
      ['parameter', 'ConvertFrom-Json -InputObject $text -AsHashtable'],
      ['parameter', '1..3 | ForEach-Object -Parallel { $_ }'],
      ['parameter', "Join-Path -Path 'a' -ChildPath 'b' -AdditionalChildPath 'c'"],
      ['parameter', "Join-Path 'a' 'b' 'c' 'd'"],
      ['parameter', "Join-Path -Path 'a' -ChildPath 'b' 'c'"],
      ['parameter', "Set-Content -LiteralPath $path -Value 'x' -Encoding utf8NoBOM"],
      ['parameter', '$given = @{ LiteralPath = $path; AsByteStream = $true }\nGet-Content @given'],
      ['parameter', "$given = @{ LiteralPath = $path }\n$given['Encoding'] = 'utf8BOM'\nSet-Content @given"],
      ['parameter', 'Split-Path -Path $path -LeafBase'],
      ['parameter', 'Start-Process -FilePath x -Environment @{}'],
      // The language.
      ['syntax', '$a ?? $b'],
      ['syntax', '$a ??= $b'],
      ['syntax', '${a}?.Length'],
      ['syntax', '$a ? 1 : 2'],
      ['syntax', 'Get-Item . && Get-Item ..'],
      ['syntax', 'Get-Item . &'],
      ['syntax', '"`u{1F600}"'],
      ['syntax', '"`e[0m"'],
      ['syntax', '$x = 0b1010'],
      ['syntax', '$x = 5ul'],
      ['syntax', "'abc' -replace 'b', { $_.Value }"],
      ['variable', 'if ($IsWindows) { 1 }'],
      ['variable', '"$PSStyle"'],
      // A branch for the wrong versions.
      ['variable', 'if ($PSVersionTable.PSVersion.Major -lt 6) { $IsLinux }'],
      ['type', 'if ($PSVersionTable.PSVersion.Major -ge 6) { 1 } else { [semver] 1 }'],
      ['variable', 'if ($PSVersionTable.PSVersion.Major -ge 5) { $IsLinux }'],
    ];
    let found: readonly Finding51[] = [];
    const paths = cases.map((_, index) => join(folder, 'cases', `${index}.ps1`));
    beforeAll(() => {
      cases.forEach(([, text], index) => write(`cases/${index}`, text));
      found = lintFor51(paths, []);
    });

    it.each(cases.map(([rule, text], index) => [rule, text, index] as const))('a %s: %s', (rule, _text, index) => {
      const own = found.filter(({ path }) => path === paths[index]);
      expect(own.map((each) => each.rule)).toContain(rule);
    });
  });

  describe('has', () => {
    const cases: readonly string[] = [
      // Branches for later versions.
      'if ($PSVersionTable.PSVersion.Major -lt 6) { 1 } else { [IO.FileSystemAclExtensions]::Create($a, $b) }',
      'if ($PSVersionTable.PSVersion.Major -ge 7) { Get-Content -LiteralPath $path -AsByteStream }',
      "if ($PSEdition -eq 'Core') { $IsLinux } else { 'Windows' }",
      '$PSVersionTable.PSVersion.Major -lt 6 -or $IsWindows',
      '$PSVersionTable.PSVersion.Major -ge 6 -and $IsLinux',
      // What 5.1 has, in forms that look otherwise.
      "[Collections.Generic.List[string]]::new().Add('x')",
      '$request = [Net.WebRequest]::Create($url)\n$request.AllowAutoRedirect = $false',
      '(Get-Date).AddDays(1).ToString("o")',
      "[pscustomobject] @{ Name = 'x' } | ForEach-Object -Process { $_.Whatever }",
      "$x = 'a', 'b'\n$x.ToUpperInvariant()",
      '$x = 0xFFl + 1.5e3 + 10kb - 2d',
      '$given = @{ LiteralPath = $path; Raw = $true }\nGet-Content @given',
      "Write-Output 'a' 'b' 'c'",
      "'abc' -replace 'b', 'c'",
      '"``e and `n and `t"',
      "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'",
    ];
    let found: readonly Finding51[] = [];
    const paths = cases.map((_, index) => join(folder, 'known', `${index}.ps1`));
    beforeAll(() => {
      cases.forEach((text, index) => write(`known/${index}`, text));
      found = lintFor51(paths, []);
    });

    it.each(cases.map((text, index) => [text, index] as const))('%s', (_text, index) =>
      expect(found.filter(({ path }) => path === paths[index])).toEqual([]),
    );
  });
});

function placeOf({ path, line, message }: Finding51, texts: ReadonlyMap<string, RenderedText>): string {
  const span = spanOfEmitted(texts.get(path) as RenderedText, line - 1);
  return `${span.source.path}:${positionOf(span.source, span.start).line}: ${message}`;
}
