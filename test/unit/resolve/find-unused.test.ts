import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runFrontEnd, withFiles } from '../../support/front-end.js';

/** Codes of what is said of a check with a sentence "off-line" and this body. */
function saidOf(body: string): readonly string[] {
  const files = {
    'checks.yaml': `product: trial
title: { en: Trial, ja: 試し }
publisher: Test
languages: [en, ja]
scripts: [{ name: diagnose, phase: detect, editions: [ps1] }]
include: [checks/g.yaml]
`,
    'checks/g.yaml': `group: g
title: { en: G, ja: 群 }
checks:
  - id: first
    item: 1
    title: { en: First, ja: 一 }
    why: { en: Because., ja: 理由です。 }
    severity: low
    says: { off-line: { en: Off., ja: 切断。 } }
`,
    'checks/g/first.detect.ps1': body,
    'checks/scenarios/first/any.pass.ps1': '\n',
  };
  return withFiles(files, (root) => runFrontEnd(join(root, 'checks.yaml')).diagnostics.map(({ code }) => code));
}

it.each([
  "New-Finding -Status Ok -Reason 'off-line'\n",
  'New-Finding -Status Ok -Reason "off-line"\n',
  'New-Finding -Status Ok -Reason off-line\n',
  "$reason = if ($x) { 'off-line' } else { 'off-line' }\nNew-Finding -Status Ok -Reason $reason\n",
])('takes the key of a sentence for used, however PowerShell writes it: %s', (body) => {
  expect(saidOf(body)).toEqual([]);
});

it.each([
  "New-Finding -Status Ok # not 'off-line' any more\n",
  "<#\n'off-line'\n#>\nNew-Finding -Status Ok\n",
  'New-Finding -Status Ok -Evidence @{ Name = "say \'off-line\'" }\n',
])('takes none for used that stands in a comment or inside another text: %s', (body) => {
  expect(saidOf(body)).toEqual(['resolve/unused-words']);
});
