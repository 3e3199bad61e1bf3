import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compile, type CompileInput } from '../../src/compile.js';
import { loadTemplates } from '../../src/load/load-templates.js';
import { repository } from '../compile-bundled.js';

const root = mkdtempSync(join(tmpdir(), 'mendsheet-braces-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a template engine would take for its own, as people write it in a title, a value or a format. */
const braces = ['{{name}}', '{{name', '{{#if it}}', '{{> part}}', '{{{raw}}}', '\\{{product}}', '{{else}}', '{{/if'];

/** A checklist that has the text in the titles, the reason, an argument and the bodies of both shells. */
function checklist(text: string): CompileInput {
  const quoted = JSON.stringify(text);
  const yaml = `group: g
title: { en: ${quoted}, ja: ${quoted} }
checks:
  - id: first
    item: 1
    title: { en: ${quoted}, ja: ${quoted} }
    why: { en: ${quoted}, ja: ${quoted} }
    severity: low
    risk: { disruption: low, minutes: 1, restart: false }
    with: { text: ${quoted} }
`;
  const files = {
    'checks.yaml': `product: trial
title: { en: ${quoted}, ja: ${quoted} }
publisher: ${quoted}
version: 1.0.0
languages: [en, ja]
scripts:
  - { name: diagnose, phase: detect, editions: [ps1, cmd] }
  - { name: mend, phase: repair, editions: [ps1, cmd], defaults: [first] }
include: [checks/g.yaml]
`,
    'checks/g.yaml': yaml,
    'checks/g/first.detect.ps1': `param([string] $Text)\n# In a comment ${text}\nNew-Finding -Status Ok -Evidence @{ Text = $Text; Own = 'own ${text}' }\n`,
    'checks/g/first.repair.ps1': `param([string] $Text)\n$own = 'own ${text}'\nforeach ($each in $Text, $own) {\n    Set-RegistryValue -Path 'HKLM:\\SOFTWARE\\Trial' -Name 'Text' -Value "REG_SZ:$each"\n}\n`,
    'checks/scenarios/first/broken.fail.ps1': '\n',
    'checks/g/first.detect.cmd': `set "STATUS=OK"\nset "EVIDENCE=%~1 own ${text}"\n`,
    'checks/g/first.repair.cmd': `set "TEXT=%~1 own ${text}"\ncall :stop_service wuauserv\n`,
  };
  const folder = mkdtempSync(join(root, 'case-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return {
    indexPath: join(folder, 'checks.yaml'),
    templates: loadTemplates(repository),
    version: '0.1.0',
    today: '2026-01-01',
    signing: null,
    development: false,
  };
}

it.each(braces)('carries %s into every script and snippet, and has nothing to say of it', async (text) => {
  const input = checklist(text);
  const { diagnostics, artefacts } = await compile(input, { until: 'channels' });
  expect(diagnostics).toEqual([]);
  const texts = new Map((artefacts ?? []).map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]));
  for (const path of [
    'trial/diagnose.ps1',
    'trial/mend.ps1',
    'trial/checks/1-first/detect.ps1',
    'trial/checks/1-first/repair.ps1',
    'trial/intune/1-first/detect.ps1',
    'trial/intune/1-first/repair.ps1',
    'trial/snippets/1-first.ps1.txt',
  ]) {
    expect(texts.get(path), path).toContain(`own ${text}'`);
    expect(texts.get(path), path).toContain(`-Text '${text}'`);
  }
  for (const path of ['trial/diagnose.ps1', 'trial/diagnose.cmd', 'trial/mend.cmd'])
    expect(
      texts
        .get(path)
        ?.split('\n')
        .some((line) => line.includes(text)),
      path,
    ).toBe(true);
  for (const path of ['trial/diagnose.cmd', 'trial/mend.cmd']) {
    expect(texts.get(path), path).toContain(`own ${text}"`);
    expect(texts.get(path), path).toContain(`"${text}"`);
  }
  expect((await compile(input, { until: 'look', clean: null })).diagnostics).toEqual([]);
});
