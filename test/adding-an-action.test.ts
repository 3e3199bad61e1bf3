import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { libraryReference } from '../src/cli/library-reference.js';
import { compile, type Compiled } from '../src/compile.js';
import { loadPageTemplates } from '../src/load/load-page-templates.js';
import { loadTemplates } from '../src/load/load-templates.js';
import type { Language } from '../src/ir/catalog.js';
import { pagePath } from '../src/page/layout.js';
import { repository } from './compile-bundled.js';

/** What docs/library.md says that a new action takes: its part, its row, and this test. */
const part = `# Names that this PC has looked up are asked for again.
function Clear-NameCache {
    [CmdletBinding(SupportsShouldProcess)]
    param([int] $TimeoutSeconds = 30)
    if (-not (Confirm-Change -Text (Get-Message -Key 'doNameCache'))) { return }
    $entry = Add-JournalPlan -Action 'repair-tool' -Target 'ipconfig' -After '/flushdns'
    $splat = @{
        Path           = "$env:SystemRoot\\System32\\ipconfig.exe"
        ArgumentList   = '/flushdns'
        TimeoutSeconds = $TimeoutSeconds
    }
    $answer = Invoke-NativeTool @splat
    if ($answer.ExitCode -eq 0) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    $with = @{ Command = 'ipconfig /flushdns'; Code = $answer.ExitCode; Minutes = 1 }
    throw (Get-Message -Key 'toolFailed' -With $with)
}
`;

const row = `    Clear-NameCache:
      folder: actions
      where: [repair, snippet]
      changes: { en: Forgets the names that were looked up, ja: 名前解決のキャッシュを消去します, de: Vergisst aufgelöste Namen }
      journal: repair-tool
      undo: { en: 'Not undone: Windows looks the names up again', ja: 元には戻せません。名前は再び解決されます, de: 'Nicht umkehrbar: Windows löst die Namen neu auf' }
      parameters:
        TimeoutSeconds: { type: int, default: 30, says: when it is given up }
      example: Clear-NameCache
      says:
        doNameCache: { en: Forget the names that were looked up, ja: 名前解決のキャッシュを消去, de: Aufgelöste Namen vergessen }
`;

const root = mkdtempSync(join(tmpdir(), 'mendsheet-action-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeAll(() => {
  for (const folder of ['templates', 'src/channels'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  write('templates/ps1/parts/actions/Clear-NameCache.ps1', part);
  const register = readFileSync(join(root, 'templates/library.yaml'), 'utf8');
  write(
    'templates/library.yaml',
    register.replace(/\n\n {2}collectors:\n/, () => `\n${row}\n  collectors:\n`),
  );
  write(
    'checks.yaml',
    `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1] }
  - { name: reset, phase: repair, editions: [ps1], defaults: [names, looks] }
include: [checks/g.yaml]
`,
  );
  write(
    'checks/g.yaml',
    `group: g
title: { en: G, ja: 群 }
checks:
  - id: names
    item: 1
    title: { en: Names, ja: 名前 }
    why: { en: They may be old., ja: 古い場合があります。 }
    severity: low
    risk: { disruption: low, minutes: 1, restart: false }
  - id: looks
    item: 2
    title: { en: Looks, ja: 確認 }
    why: { en: It calls a tool., ja: ツールを実行します。 }
    severity: low
    risk: { disruption: low, minutes: 1, restart: false }
`,
  );
  for (const id of ['names', 'looks']) {
    write(`checks/g/${id}.detect.ps1`, 'New-Finding -Status Ok\n');
    write(`checks/scenarios/${id}/any.pass.ps1`, '\n');
  }
});

function compileTrial(): Promise<Compiled> {
  return compile(
    {
      indexPath: join(root, 'checks.yaml'),
      templates: loadTemplates(root),
      version: '0.1.0',
      today: '2026-01-01',
      signing: null,
      development: false,
    },
    { until: 'assemble', page: loadPageTemplates(root), companions: new Map() },
  );
}

/** Names the action as people do, and calls it nowhere. */
const lookOnly = `$step = 'looks' # Clear-NameCache is for the other check.
$null = Invoke-ReadOnlyTool -Path "$env:SystemRoot\\System32\\w32tm.exe" -ArgumentList '/query', '/status'\n`;

/** Files below a folder, by path, as they are. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  );
}

it('takes three files: a part, a row of the register, and a test', () => {
  const was = filesBelow(join(repository, 'templates'));
  const touched = [...filesBelow(join(root, 'templates'))].filter(([path, text]) => was.get(path) !== text);
  // The test is this one.
  expect(touched.map(([path]) => path).sort()).toEqual(['library.yaml', 'ps1/parts/actions/Clear-NameCache.ps1']);
});

describe('an action that is a part and a row', () => {
  let made: Compiled;
  const text = (path: string): string =>
    Buffer.from(made.artefacts?.find((each) => each.path === `trial/${path}`)?.bytes ?? []).toString('latin1');

  beforeAll(async () => {
    write('checks/g/names.repair.ps1', 'Clear-NameCache -TimeoutSeconds 5\n');
    write('checks/g/looks.repair.ps1', lookOnly);
    made = await compileTrial();
  });

  it('is one that a repair may call', () => {
    expect(made.diagnostics).toEqual([]);
  });

  it('stands in the scripts that call it, behind the last action, with its sentences', () => {
    const script = text('reset.ps1');
    expect(script).toContain('function Clear-NameCache {');
    expect(script).toMatch(/'doNameCache' = 'Forget the names/);
    expect(text('checks/2-looks/repair.ps1')).not.toContain('function Clear-NameCache');
  });

  it('stands in the snippet with all that it calls', () => {
    const block = text('snippets/1-names.ps1.txt');
    const called = ['Clear-NameCache', 'Confirm-Change', 'Get-Message', 'Add-JournalPlan', 'Complete-JournalEntry'];
    for (const name of [...called, 'Invoke-NativeTool', 'Add-JournalLine']) {
      expect(block.match(new RegExp(`function ${name}\\b`, 'g')), name).toHaveLength(1);
    }
    // Nothing of the state that scripts have.
    expect(block).not.toContain('$script:');
  });

  it('stands on the page with what it changes, and what only reads does not', async () => {
    const pages = made.files ?? [];
    const page = (language: Language, name: string): string => {
      const file = pages.find(({ path }) => path === pagePath(language, `${name}.html`));
      return Buffer.from(file?.bytes ?? []).toString('utf8');
    };
    expect(page('en', '1-names')).toMatch(/Forgets the names that were looked up[^]*Windows looks the names up again/);
    expect(page('ja', '1-names')).toContain('名前解決のキャッシュを消去します');
    const looks = page('en', '2-looks').split('<section class="beside"')[0] ?? '';
    expect(looks).toContain('It changes nothing.');
    expect(looks).not.toContain('Invoke-ReadOnlyTool');
  });

  it('stands in the reference', () => {
    expect(libraryReference(loadTemplates(root).library)).toMatch(
      /### Clear-NameCache\n\n- Changes: Forgets the names[^]*\n- Undo: Not undone: Windows[^]*<n>\|plan\|repair-tool\|[^]*`TimeoutSeconds` +\| int +\| 30 /,
    );
  });

  it('is refused where it has no place, and with parameters that it lacks', async () => {
    write('checks/g/looks.detect.ps1', 'Clear-NameCache\nNew-Finding -Status Ok\n');
    write('checks/g/looks.repair.ps1', 'Clear-NameCache -Seconds 5\n');
    const { diagnostics } = await compileTrial();
    expect(diagnostics.map(({ code, span }) => `${code} ${span.source.path}`)).toEqual([
      'lint/command-not-allowed checks/g/looks.detect.ps1',
      'lint/unknown-parameter checks/g/looks.repair.ps1',
    ]);
    write('checks/g/looks.detect.ps1', 'New-Finding -Status Ok\n');
    write('checks/g/looks.repair.ps1', lookOnly);
  });

  it('has no snippet where its row keeps it to scripts', async () => {
    const path = 'templates/library.yaml';
    const register = readFileSync(join(root, path), 'utf8');
    write(path, register.replace(/(Clear-NameCache:\n.*\n.*where: \[repair), snippet/, '$1'));
    const { plan } = await compileTrial();
    write(path, register);
    expect(plan?.snippets.map((snippet) => snippet.check.id)).toEqual(['looks']);
    expect(plan?.withoutSnippet.map(({ why }) => why)).toEqual(['"Clear-NameCache" works in scripts only']);
  });
});
