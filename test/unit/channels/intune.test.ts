import { describe, expect, it } from 'vitest';
import { intune } from '../../../src/channels/intune.js';
import { contractFaults } from '../../../src/channels/wrap.js';
import type { Plan } from '../../../src/ir/plan.js';
import { spoiler } from './spoiler.js';

const { plan, files, codesAfter, leftOutAfter } = await spoiler(intune);

const inMain = (line: string) => (text: string) => text.replace('    try {\r\n', `    try {\r\n        ${line}\r\n`);
const inJson = (change: (body: Record<string, unknown>) => void) => (text: string) => {
  const body = JSON.parse(text) as Record<string, unknown>;
  change(body);
  return JSON.stringify(body);
};

describe('the contract of Intune', () => {
  it('holds for what is emitted', () => {
    expect(contractFaults(intune, files, plan)).toEqual([]);
    expect(files.filter(({ path }) => path.endsWith('/remediation.json')).length).toBeGreaterThan(10);
  });

  it('E01 refuses a byte order mark and other characters than ASCII', () => {
    expect(codesAfter('all/detect.ps1', (text) => `\xef\xbb\xbf${text}`)).toContain('channel/script-bytes');
    expect(codesAfter('all/detect.ps1', (text) => text.replace('Problem', 'Probl\xe8me'))).toContain(
      'channel/script-bytes',
    );
  });

  it('E02 refuses line ends that are not CRLF', () => {
    expect(codesAfter('all/detect.ps1', (text) => text.replaceAll('\r\n', '\n'))).toContain('channel/script-bytes');
  });

  it('E04 leaves out a list of which a script has over 200 KB', () => {
    const padding = `# ${'x'.repeat(90)}\r\n`.repeat(2200);
    const { codes, gone } = leftOutAfter('all/repair.ps1', (text) => padding + text);
    expect(codes).toEqual(['channel/script-too-large']);
    expect(gone).toContain('all/detect.ps1');
    expect(gone.filter((path) => !path.startsWith('all/'))).toEqual([]);
  });

  it.each([
    "$answer = Read-Host -Prompt 'Go on?'",
    '$who = Get-Credential',
    "$null = $Host.UI.PromptForChoice('', '', $choices, 0)",
    'pause',
    "Install-Module -Name 'PSWindowsUpdate'",
  ])('E06 refuses a question: %s', (line) => {
    expect(codesAfter('all/repair.ps1', inMain(line))).toContain('channel/prompt');
  });

  it.each(['Restart-Computer -Force', 'shutdown.exe /r /t 0', 'logoff'])('E09 refuses a restart: %s', (line) => {
    expect(codesAfter('all/repair.ps1', inMain(line))).toContain('channel/restarts');
  });

  it.each(["Write-Host -Object 'Done.'", "Write-Warning -Message 'Hm.'", "Write-Error -Message 'Oh.'"])(
    'E11 refuses output beside the summary line: %s',
    (line) => expect(codesAfter('all/detect.ps1', inMain(line))).toContain('channel/stray-output'),
  );

  it.each([
    [
      'behind a text that ends like the start of a here-string',
      "$x = $x -replace '[^;]*@'\r\nWrite-Host -Object $x\r\n'@'",
    ],
    ['behind a here-string', "$x = @'\r\nwords\r\n'@ | Write-Host"],
    ['behind a comment', '<# words\r\nmore #>\r\nWrite-Host'],
  ])('E11 sees output %s', (_where, lines) => {
    expect(codesAfter('all/detect.ps1', (text) => `${lines}\r\n${text}`)).toContain('channel/stray-output');
  });

  it.each(["$x = @'\r\nWrite-Host says\r\n'@", '# Write-Host says', '<# Write-Host says\r\nand Write-Host #>'])(
    'E11 takes words for no output: %j',
    (lines) => {
      const codes = codesAfter('all/detect.ps1', (text) => `${lines}\r\n${text}`);
      expect(codes).not.toContain('channel/stray-output');
    },
  );

  it('E11 leaves out a list whose statuses do not fit into one line', () => {
    const many = (check: Plan['scripts'][number]['checks']) => Array.from({ length: 20 }, () => check).flat();
    const scripts = plan.scripts.map((script) => ({ ...script, checks: many(script.checks) }));
    const { codes, gone } = leftOutAfter('all/detect.ps1', (text) => text, { ...plan, scripts });
    expect(codes).toEqual(['channel/summary-too-long']);
    expect(gone).toContain('all/detect.ps1');
    expect(gone.filter((path) => /^\d/.test(path))).toEqual([]);
  });

  it('E13 refuses a repair that takes longer than a run', () => {
    const scripts = plan.scripts.map((script) =>
      script.limitMinutes === null ? script : { ...script, limitMinutes: 4 },
    );
    expect(codesAfter('all/repair.ps1', (text) => text, { ...plan, scripts })).toContain('channel/time-limit');
  });

  it('E20 refuses #Requires', () => {
    const codes = codesAfter('all/detect.ps1', (text) => `#Requires -RunAsAdministrator\r\n${text}`);
    expect(codes).toContain('channel/requires');
  });

  it('E21 refuses another exit code, no exit at all, and errors that nothing catches', () => {
    expect(codesAfter('all/detect.ps1', inMain('if ($Check) { exit 2 }'))).toContain('channel/exit-code');
    expect(codesAfter('all/detect.ps1', (text) => text.replace('exit 0\r\n', '\r\n'))).toContain('channel/exit-code');
    expect(codesAfter('all/detect.ps1', (text) => text.replaceAll('catch {', 'finally {'))).toContain(
      'channel/unguarded',
    );
    expect(codesAfter('all/detect.ps1', (text) => text.replaceAll('Get-RelaunchArgument', 'Get-None'))).toContain(
      'channel/unguarded',
    );
  });

  it('E22 refuses a detection that carries an action', () => {
    const codes = codesAfter('all/detect.ps1', (text) =>
      text.replace('function Get-Verdict', 'function Confirm-Change'),
    );
    expect(codes).toContain('channel/detection-changes');
  });

  it('E24 refuses the 32-bit PowerShell, stated or left out, and an account without rights', () => {
    const path = 'all/remediation.json';
    expect(
      codesAfter(
        path,
        inJson((body) => (body['runAs32Bit'] = true)),
      ),
    ).toContain('channel/graph-host');
    expect(
      codesAfter(
        path,
        inJson((body) => delete body['runAs32Bit']),
      ),
    ).toContain('channel/graph-host');
    expect(
      codesAfter(
        path,
        inJson((body) => (body['runAsAccount'] = 'user')),
      ),
    ).toContain('channel/graph-host');
  });

  it('E72 refuses contents that are not the bytes beside the JSON', () => {
    const path = 'all/remediation.json';
    const other = Buffer.from('exit 0').toString('base64');
    expect(
      codesAfter(
        path,
        inJson((body) => (body['detectionScriptContent'] = other)),
      ),
    ).toContain('channel/graph-content');
    expect(
      codesAfter(
        path,
        inJson((body) => delete body['remediationScriptContent']),
      ),
    ).toContain('channel/graph-content');
    expect(codesAfter(path, () => 'no JSON')).toContain('channel/graph-content');
  });

  it('E72 refuses a remediation in a package that only detects', () => {
    const path = '4-disk-space/remediation.json';
    expect(
      codesAfter(
        path,
        inJson((body) => (body['remediationScriptContent'] = '')),
      ),
    ).toContain('channel/graph-content');
  });
});

it('carries the signed bytes in the JSON, ready to be sent', () => {
  const bytes = (path: string) => files.find((file) => file.path === `windows-update/intune/${path}`)?.bytes;
  const body = JSON.parse(Buffer.from(bytes('6-bits-start-type/remediation.json') ?? []).toString()) as Record<
    string,
    string
  >;
  expect(Object.keys(body).sort()).toEqual([
    '@odata.type',
    'description',
    'detectionScriptContent',
    'detectionScriptParameters',
    'deviceHealthScriptType',
    'displayName',
    'enforceSignatureCheck',
    'publisher',
    'remediationScriptContent',
    'remediationScriptParameters',
    'roleScopeTagIds',
    'runAs32Bit',
    'runAsAccount',
    'version',
  ]);
  expect(Buffer.from(body['detectionScriptContent'] ?? '', 'base64')).toEqual(bytes('6-bits-start-type/detect.ps1'));
  expect(Buffer.from(body['remediationScriptContent'] ?? '', 'base64')).toEqual(bytes('6-bits-start-type/repair.ps1'));
});

describe('the other ways of Intune', () => {
  const app = 'win32/app.json';
  const rules = 'compliance/rules.json';
  type Body = Record<string, unknown>;

  it('E72 covers the platform script and the compliance script', () => {
    const other = Buffer.from('exit 0').toString('base64');
    expect(
      codesAfter(
        'platform/platform-script.json',
        inJson((body) => (body['scriptContent'] = other)),
      ),
    ).toContain('channel/graph-content');
    const spoil = inJson((body) => (body['detectionScriptContent'] = other));
    expect(codesAfter('compliance/compliance-script.json', spoil)).toContain('channel/graph-content');
  });

  it.each<[string, (body: Body) => unknown]>([
    ['the 32-bit PowerShell', (body) => (body['installCommandLine'] = 'powershell.exe -File repair.ps1')],
    [
      'questions',
      (body) => (body['installCommandLine'] = String(body['installCommandLine']).replace(' -NonInteractive', '')),
    ],
    ['a restart that nobody hears of', (body) => (body['returnCodes'] = [{ returnCode: 0, type: 'success' }])],
    ['no detection', (body) => (body['rules'] = [])],
    ['no content', (body) => (body['fileName'] = 'other.intunewin')],
  ])('E08 E09 E26 refuses an app with %s', (_, spoil) => {
    expect(
      codesAfter(
        app,
        inJson((body) => void spoil(body)),
      ),
    ).toContain('channel/win32-app');
  });

  it('E26 refuses an app whose detection rule is not the signed script', () => {
    const spoil = inJson((body) => {
      const [rule] = body['rules'] as Body[];
      if (rule) rule['scriptContent'] = '';
    });
    expect(codesAfter(app, spoil)).toContain('channel/win32-app');
  });

  it('E23 holds against the app what it can repair, and nothing else', () => {
    const idsIn = (path: string) =>
      plan.scripts
        .find((script) => script.path === `windows-update/intune/win32/${path}`)
        ?.checks.map(({ check }) => check.id);
    expect(idsIn('detect.ps1')).toEqual(idsIn('repair.ps1'));
  });

  it('E73 refuses too many and too large rules, names that the script does not give, and missing words', () => {
    const change = (
      spoil: (rules: { SettingName: string; RemediationStrings: { Language: string; Title: string }[] }[]) => unknown,
    ) =>
      codesAfter(rules, (text) => {
        const body = JSON.parse(text) as {
          Rules: { SettingName: string; RemediationStrings: { Language: string; Title: string }[] }[];
        };
        spoil(body.Rules);
        return JSON.stringify(body);
      });
    const broken = ['channel/compliance-rules'];
    expect(change((list) => list.push(...Array.from({ length: 100 }, () => list[0]!)))).toEqual(broken);
    expect(change((list) => (list[0]!.RemediationStrings[0]!.Title = 'x'.repeat(100_000)))).toEqual(broken);
    expect(change((list) => (list[0]!.SettingName = 'Clock'))).toEqual(broken);
    expect(change((list) => list[0]!.RemediationStrings.shift())).toEqual(broken);
    expect(change((list) => list.splice(0))).toEqual(broken);
  });
});
