import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { findPowerShell, isMissing } from '../../src/host/pwsh.js';
import { repository } from '../compile-bundled.js';
import { formTexts } from '../support/form-texts.js';
import { describeWithTool, run } from '../tools.js';

/**
 * Taken by the journal, and by no action: another way to write a number, which is never read back; what no PC has before the
 * action; a key as the journal writes it; what is audited, which the action keeps and the journal names.
 */
const ofTheJournal = [
  'HKLM\\SOFTWARE\\A',
  'D:(A;;CC;;;SY)S:(AU;;;;;WD)',
  'REG_DWORD:0x01',
  'REG_DWORD:0x1ffffffff',
  'no-key',
];

/** Forms of what stands in a journal. */
const ofActions = ['registry-key', 'registry-name', 'registry-data', 'full-path', 'service', 'access-list'] as const;

/** Of a form that the linter holds more narrowly: what no PC can do without. */
const systemFolders = /^[a-z]:\\(?:windows|program files|users)|\.mendsheet\d$/i;

describeWithTool('what the linter says of a text for an action', inject('missing').powershell ?? undefined, () => {
  it('is what the action and undo make of it', async () => {
    const shell = await findPowerShell();
    if (isMissing(shell)) throw new Error(shell.hint);
    const entry = (form: (typeof ofActions)[number], text: string): object => {
      const key = (path: string, name: string): string => `${path.replace(/^HKLM:/, 'HKLM')}:${name}`;
      const registry = {
        Action: 'registry-value',
        Target: key('HKLM:\\SOFTWARE\\A', 'Mode'),
        Before: 'absent',
        After: 'absent',
      };
      switch (form) {
        case 'registry-key':
          return { ...registry, Target: key(text, 'Mode') };
        case 'registry-name':
          return { ...registry, Target: key('HKLM:\\SOFTWARE\\A', text) };
        case 'registry-data':
          return { ...registry, After: text };
        case 'full-path':
          return { Action: 'set-aside', Target: text, Before: 'present', After: `${text}.mendsheet1` };
        case 'service':
          return { Action: 'stop-service', Target: text, Before: 'running', After: 'stopped' };
        case 'access-list':
          return { Action: 'service-security', Target: 'A', Before: 'D:(A;;CC;;;SY)', After: text };
      }
    };
    const asked = ofActions.flatMap((form) =>
      (['taken', 'refused'] as const).flatMap((verdict) =>
        formTexts[form][verdict].map((text) => ({
          what: `${form} ${verdict} ${text}`,
          isOfUser: form === 'registry-key' && text.startsWith('HKCU'),
          entry: entry(form, text),
          isTaken:
            verdict === 'taken' || ofTheJournal.includes(text) || (form === 'full-path' && systemFolders.test(text)),
        })),
      ),
    );
    const parts = (folder: string): string =>
      ['Test-RegistryTarget', 'Test-JournalEntry']
        .map((name) => `. '${join(repository, 'templates/ps1', folder, name)}.ps1'`)
        .join('; ');
    const script = `
$asked = [Console]::In.ReadToEnd() | ConvertFrom-Json
function Get-Verdict { foreach ($each in $asked) { [bool] (Test-JournalEntry -Entry $each.entry) } }
${parts('parts/runtime/journal')}
$computer = @(Get-Verdict)
${parts('as-user')}
$user = @(Get-Verdict)
ConvertTo-Json -Compress -InputObject @($computer, $user)`;
    const [program, ...first] = shell.command;
    const said = run(
      program,
      [...first, '-NoProfile', '-NonInteractive', '-Command', script],
      Buffer.from(JSON.stringify(asked)),
    );
    const [computer = [], user = []] = JSON.parse(said.toString()) as readonly (readonly boolean[])[];
    const verdicts = asked.map(({ what, isOfUser }, at) => `${what}: ${String((isOfUser ? user : computer)[at])}`);
    expect(verdicts).toEqual(asked.map(({ what, isTaken }) => `${what}: ${String(isTaken)}`));
  });
});
