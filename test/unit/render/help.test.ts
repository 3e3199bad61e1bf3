import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { encodeText, renderedText } from '../../../src/bytes/encode-text.js';
import { findPowerShell, isMissing } from '../../../src/host/pwsh.js';
import { phases } from '../../../src/ir/catalog.js';
import { loadTemplates } from '../../../src/load/load-templates.js';
import { renderTemplate } from '../../../src/render/engine.js';
import { psArray, psHelp } from '../../../src/render/quote-ps1.js';
import type { Views } from '../../../src/render/views.js';
import { describeWithTool, run } from '../../tools.js';

const { scripts, channels } = loadTemplates(process.cwd()).ps1;
const heads = [...phases.map((phase) => scripts[phase].head), ...[...channels.values()].map(({ head }) => head)];

/** Each begins a line as a keyword of the help does, or as one that PowerShell does not know. */
const words = ['.NET Framework', '.NOTES', '.EXTERNALHELP C:/elsewhere.xml', '.PARAMETER Check', '.修復', '...'];

describe('the help of a script', () => {
  it('has no line that begins with a word of a checklist but through psHelp', () => {
    expect(heads.length).toBeGreaterThan(7);
    const bare = heads.flatMap(({ path, text }) => {
      const [, help = ''] = /<#([^]*?)#>/.exec(text) ?? [];
      return Array.from(help.matchAll(/^ *\{\{(?![#/]|else\}\}|psHelp |item\}\}).*$/gm), ([line]) => `${path} ${line}`);
    });
    expect(bare).toEqual([]);
  });

  it('is ended by nothing that stands in it', () => {
    expect(() => psHelp('a #> b')).toThrow(RangeError);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'mendsheet-help-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A head whose every text of a checklist is the same words. */
function headOf(text: string): string {
  const check = { item: 1, id: 'first', title: text, otherTitle: text };
  const view: Views['ps1-head'] = {
    version: '1.0.0',
    product: 'trial',
    script: 'reset',
    title: text,
    other: 'ja',
    uiCulture: '^ja',
    help: [text],
    checks: [check, check],
    checkIds: ['first'],
    defaultIds: ['first'],
    allDefault: false,
    runsAsUser: false,
    guard: false,
    inputs: [{ name: 'one', parameter: 'One', pattern: '^x$', says: [text], standing: '' }],
    checklistVersion: '1.0.0',
    limitMinutes: 1,
    repairScript: 'repair',
    collectScript: 'collect',
    undoneBy: 'nothing',
    networkTests: false,
  };
  return renderedText({ pieces: renderTemplate(scripts.repair.head, view) });
}

const powerShell = await findPowerShell();

describeWithTool('PowerShell shows', isMissing(powerShell) ? 'PowerShell' : undefined, () => {
  const [program, ...first] = isMissing(powerShell) ? ([''] as const) : powerShell.command;

  it('the whole help, whatever a title begins with', () => {
    const paths = words.map((text, index) => {
      const path = join(folder, `script-${index}.ps1`);
      writeFileSync(path, encodeText(headOf(text), 'utf-8'));
      return path;
    });
    const ask = `foreach ($path in ${psArray(paths)}) {
    $help = Get-Help -Name $path -Full
    $help.Synopsis.Trim() -match 'repairs, and keeps everything' -and $help.alertSet.alert.text -match 'Exit codes' -and
        @($help.examples.example).Count -eq 3
}`;
    const script = join(folder, 'ask.ps1');
    writeFileSync(script, ask);
    const answer = run(program, [...first, '-NoProfile', '-NonInteractive', '-File', script]).toString();
    expect(answer.trim().split(/\r?\n/)).toEqual(words.map(() => 'True'));
  });
});
