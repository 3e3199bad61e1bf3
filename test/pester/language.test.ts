import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { findPowerShell, isMissing, simulatorPath } from '../../src/host/pwsh.js';
import { repository } from '../compile-bundled.js';
import { describeWithTool } from '../tools.js';

const german = join(inject('dist'), 'windows-update/de');
const scratch = mkdtempSync(join(tmpdir(), 'mendsheet-german-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Words that every English sentence has and no German one: also those that stand in no table of messages show. */
const english = /\b(?:the|is|are|of|and|to|with|has|this|that|cannot|could|been|from|which|by|for|no)\b/i;

/** What a checklist quotes: names of parameters, addresses, commands and paths. */
const quoted = /„[^“]*“|https?:\/\/\S+|\S*[\\/]\S*|-[A-Z]\w+|\b[\w-]+\.(?:exe|ps1|json|log|xml|msc)\b/g;

function englishIn(text: string): readonly string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(quoted, ''));
  return [...new Set(lines.filter((line) => english.test(line)).map((line) => line.trim()))];
}

/** The sentences of a script that say the same in both of its languages, by key. */
function untranslated(text: string): readonly string[] {
  const table = (text.split('$sentences = @{')[1] ?? '').split('\n}')[0] ?? '';
  const rows = Array.from(table.matchAll(/^ {4}'([^']+)' = '(.*)',\r?\n {4}'(.*)'\r?$/gm));
  expect(2 * rows.length).toBe(table.trim().split('\n').length);
  expect(rows.length).toBeGreaterThan(30);
  return rows.filter(([, , en, de]) => en === de).map(([, key = '']) => key);
}

describeWithTool('German', inject('missing').powershell ?? undefined, () => {
  let command: readonly string[] = [];
  beforeAll(async () => {
    const shell = await findPowerShell();
    if (isMissing(shell)) throw new Error(shell.hint);
    command = shell.command;
  });

  function run(script: string, parameters: object, prepare: string, pc: string): string {
    const [program = '', ...first] = command;
    const ended = spawnSync(program, [
      ...[...first, '-NoProfile', '-NonInteractive', '-File', simulatorPath('Invoke-Simulated.ps1')],
      ...['-Script', join(german, script), '-Root', join(scratch, pc)],
      ...['-Arguments', JSON.stringify({ Language: 'de', ...parameters })],
      ...(prepare ? ['-Prepare', prepare] : []),
    ]);
    return ended.stdout.toString('utf8') + ended.stderr.toString('utf8');
  }

  it.each(['diagnose.ps1', 'reset-components.ps1', 'collect-logs.ps1'])('%s has every sentence in German', (script) => {
    // Names, and sentences that are placeholders and signs.
    const same = untranslated(readFileSync(join(german, script), 'utf8')).filter(
      (key) => !['stateProblem', 'kitClaim', 'title.tls-protocol', 'productTitle', 'listJoin'].includes(key),
    );
    expect(same).toEqual([]);
  });

  it('finds English where it is', () => {
    expect(englishIn('Der Dienst wuauserv ist deaktiviert.\nThe service wuauserv is disabled.')).toHaveLength(1);
    expect(englishIn('Öffnen Sie „Windows Update“ mit -IncludeNetworkTests.')).toEqual([]);
  });

  const failing = readFileSync(join(import.meta.dirname, 'failing-pc.ps1'), 'utf8');

  it.each([
    ['a PC without a fault', ''],
    ['a PC with many faults', failing],
  ])('diagnoses %s in German alone, as text and as a page', (name, prepare) => {
    const pc = name.replaceAll(' ', '-');
    const text = run('diagnose.ps1', {}, prepare, pc);
    expect(text).toMatch(/\d+ mit Problem, \d+ in Ordnung, \d+ ungeklärt, \d+ nicht zutreffend\./);
    expect(englishIn(text)).toEqual([]);
    const page = run('diagnose.ps1', { OutputFormat: 'Html' }, prepare, `${pc}-html`);
    expect(page).toContain("<html lang='de'>");
    const shown = page
      .replace(/<style[^]*?<\/style>|<(code|pre)\b[^]*?<\/\1>/g, '')
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/<[^>]*>/g, '\n');
    expect(englishIn(shown)).toEqual([]);
  });

  /** One whose repair nothing stands in the way of. */
  const disabled = 'param($Windows)\n$Windows.Services.wuauserv.Start = 4\n$Windows.Services.msiserver.Start = 4';

  it('previews, makes and undoes a repair in German alone', () => {
    const pc = 'repaired';
    const texts = [
      run('reset-components.ps1', { WhatIf: true }, disabled, `${pc}-preview`),
      run('reset-components.ps1', { Check: 'download-cache,wuauserv-start-type', Force: true }, disabled, pc),
      run('reset-components.ps1', { Undo: true }, '', pc),
    ];
    expect(texts[0]).toContain('Würde ausgeführt');
    for (const text of texts) expect(englishIn(text)).toEqual([]);
  });

  it('is what every language of the repository has: a file of messages of its own', () => {
    expect(readdirSync(join(repository, 'templates/messages')).sort()).toEqual(['de.yaml', 'en.yaml', 'ja.yaml']);
  });
});
