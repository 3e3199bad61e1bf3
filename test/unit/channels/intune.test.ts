import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { intune } from '../../../src/channels/intune/channel.js';
import type { Plan } from '../../../src/ir/plan.js';
import { spoiler } from './spoiler.js';

const { plan, files, bytesOf, jsonOf, leftOutAfter } = await spoiler(intune);

describe('the contract of Intune', () => {
  it('E93 names the permissions that Graph asks for, and no other', () => {
    const texts = {
      'deploy.ps1': bytesOf('deploy.ps1').toString('latin1'),
      'channels.md': readFileSync('docs/channels.md', 'utf8').replace(/^## Rules and their tests[^]*$/m, ''),
      'messages.yaml': readFileSync('src/channels/intune/messages.yaml', 'utf8'),
    };
    for (const [name, text] of Object.entries(texts)) {
      const named = Array.from(text.matchAll(/\bDeviceManagement\w+(?:\.\w+)+/g), ([permission]) => permission);
      expect([name, [...new Set(named)].sort()]).toEqual([
        name,
        ['DeviceManagementApps.ReadWrite.All', 'DeviceManagementScripts.ReadWrite.All'],
      ]);
      const scopes = Array.from(text.matchAll(/Connect-MgGraph -Scopes (\S+?)[\s,.]/g), ([, scope = '']) => scope);
      expect(scopes.length, name).toBeGreaterThan(0);
      expect(scopes.filter((scope) => !scope.startsWith('DeviceManagementScripts'))).toEqual([]);
    }
  });

  it('E04 leaves out a list of which a script has over 200 KB', () => {
    const padding = `# ${'x'.repeat(90)}\r\n`.repeat(2200);
    const { codes, gone } = leftOutAfter('all/repair.ps1', (text) => padding + text);
    expect(codes).toEqual(['channel/script-too-large']);
    expect(gone).toContain('all/detect.ps1');
    expect(gone.filter((path) => !path.startsWith('all/'))).toEqual([]);
  });

  it('E11 leaves out a list whose statuses do not fit into one line', () => {
    const many = (check: Plan['scripts'][number]['checks']) => Array.from({ length: 20 }, () => check).flat();
    const scripts = plan.scripts.map((script) =>
      script.path.includes('/intune/all/') ? { ...script, checks: many(script.checks) } : script,
    );
    const { codes, gone } = leftOutAfter('all/detect.ps1', (text) => text, { ...plan, scripts });
    expect(codes).toEqual(['channel/summary-too-long']);
    expect(gone).toContain('all/detect.ps1');
    expect(gone.filter((path) => /^\d/.test(path))).toEqual([]);
  });
});

/** What each script of a package in Graph's words stands beside. */
const contents = [
  {
    json: 'remediation.json',
    fields: { detectionScriptContent: 'detect.ps1', remediationScriptContent: 'repair.ps1' },
  },
  { json: 'platform-script.json', fields: { scriptContent: 'repair.ps1' } },
  { json: 'compliance-script.json', fields: { detectionScriptContent: 'discovery.ps1' } },
];

const packages = files
  .map(({ path }) => path.slice('windows-update/intune/'.length))
  .flatMap((path) => contents.filter(({ json }) => path.endsWith(`/${json}`)).map((content) => ({ path, ...content })));

describe('every package for Graph', () => {
  it('is there: of each kind, and of each check', () => {
    expect(new Set(packages.map(({ json }) => json)).size).toBe(contents.length);
    expect(packages.length).toBeGreaterThan(10);
  });

  it('E24 runs in the 64-bit PowerShell as SYSTEM', () => {
    for (const { path } of packages)
      expect(jsonOf(path), path).toMatchObject({ runAs32Bit: false, runAsAccount: 'system' });
  });

  it('E72 holds the very bytes beside it, and no field for a script that is not there', () => {
    const emitted = new Set(files.map(({ path }) => path));
    for (const { path, fields } of packages) {
      const folder = path.slice(0, path.lastIndexOf('/') + 1);
      for (const [field, name] of Object.entries(fields)) {
        const content = jsonOf(path)[field];
        const isThere = emitted.has(`windows-update/intune/${folder}${name}`);
        expect(content === undefined ? null : Buffer.from(String(content), 'base64'), `${path} ${field}`).toEqual(
          isThere ? bytesOf(folder + name) : null,
        );
      }
    }
    expect(jsonOf('4-disk-space/remediation.json')).not.toHaveProperty('remediationScriptContent');
  });
});

it('carries the fields that Graph names, and no others', () => {
  expect(Object.keys(jsonOf('6-bits-start-type/remediation.json')).sort()).toEqual([
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
});

describe('the Win32 app', () => {
  const app = jsonOf('win32/app.json');
  const rules = app['rules'] as readonly Readonly<Record<string, unknown>>[];

  it('E08 E09 starts the 64-bit PowerShell of a 32-bit agent by its path, without questions, and restarts nothing itself', () => {
    for (const command of [app['installCommandLine'], app['uninstallCommandLine']]) {
      expect(command).toMatch(
        /^%SystemRoot%\\Sysnative\\(?:cmd|WindowsPowerShell\\v1\.0\\powershell)\.exe [^"]*"[^"]*"$/,
      );
      expect(command).toContain('\\WindowsPowerShell\\v1.0\\powershell.exe ');
      expect(String(command).length).toBeLessThan(1024);
      expect(command).toMatch(/ -NoProfile -NonInteractive -ExecutionPolicy Bypass -(?:File|Command) /);
    }
    const codes = new Map(
      (app['returnCodes'] as { returnCode: number; type: string }[]).map((each) => [each.returnCode, each.type]),
    );
    // All of them: one that is missing or called a success would end in a loop of installations, or in none.
    const known = {
      ...{ 0: 'success', 1: 'failed', 13: 'retry', 14: 'retry' },
      ...{ 1618: 'retry', 1641: 'hardReboot', 1707: 'success', 3010: 'softReboot' },
    };
    expect(Object.fromEntries(codes)).toEqual(known);
  });

  it('E78 is removed where an organisation manages the PC, and then counts as removed until it is installed again', () => {
    // What cmd.exe ends with is what the last command ended with that ran. Channel.Tests.ps1 runs the uninstallation.
    const [forget, install] = String(app['installCommandLine']).split(' & ');
    const mark = 'HKLM\\SOFTWARE\\Mendsheet\\windows-update /v AppRemoved';
    expect(forget).toContain(`reg.exe delete ${mark} /f >nul 2>&1`);
    expect(install).toMatch(/ -File repair\.ps1 -ExitCodes Installer"$/);
    expect(app['uninstallCommandLine']).toContain(`reg.exe add ${mark} /t REG_DWORD /d 1 /f`);
  });

  it('E79 names architectures by the field that Graph takes', () => {
    expect(app).toMatchObject({ allowedArchitectures: 'x64,arm64' });
    expect(app).not.toHaveProperty('applicableArchitectures');
  });

  it('E26 is detected by the signed script beside it, and carries its content', () => {
    const detections = rules.filter((rule) => rule['ruleType'] === 'detection');
    expect(detections).toEqual([expect.objectContaining({ runAs32Bit: false })]);
    expect(Buffer.from(String(detections[0]?.['scriptContent']), 'base64')).toEqual(bytesOf('win32/detect.ps1'));
    expect(bytesOf(`win32/${String(app['fileName'])}`).length).toBeGreaterThan(0);
  });

  it('E23 holds against the app what it can repair, and nothing else', () => {
    const idsIn = (phase: string) =>
      plan.scripts
        .find(({ role, phase: each }) => role.kind === 'deployed' && role.way === 'intune-win32' && each === phase)
        ?.checks.map(({ check }) => check.id);
    expect(idsIn('detect')?.length).toBeGreaterThan(0);
    expect(idsIn('detect')).toEqual(idsIn('repair'));
  });
});

describe('the rules of custom compliance', () => {
  const path = 'compliance/discovery.ps1';
  const withChecks = (change: (checks: Checks) => Checks) => ({
    ...plan,
    scripts: plan.scripts.map((script) =>
      script.path.endsWith(`/intune/${path}`) ? { ...script, checks: change(script.checks) } : script,
    ),
  });
  type Checks = Plan['scripts'][number]['checks'];

  it('E73 name what the script gives, with words in English', () => {
    const given = plan.scripts.find((script) => script.path.endsWith(`/intune/${path}`))?.checks ?? [];
    const list = jsonOf('compliance/rules.json')['Rules'] as {
      SettingName: string;
      RemediationStrings: { Language: string }[];
    }[];
    expect(list.map((rule) => rule.SettingName)).toEqual(given.map(({ check }) => check.id));
    for (const { RemediationStrings: words } of list) expect(words.map(({ Language }) => Language)).toContain('en_US');
  });

  it('E73 are left out with their script where they are more or larger than a policy takes', () => {
    const short = (checks: Checks): Checks =>
      Array.from({ length: 101 }, (_, index) => ({ ...checks[0]!, check: { ...checks[0]!.check, id: `c${index}` } }));
    const long = (checks: Checks): Checks =>
      checks.map((each, index) =>
        index > 0 ? each : { ...each, check: { ...each.check, why: { en: 'x'.repeat(100_000), ja: '' } } },
      );
    for (const change of [short, long]) {
      const { codes, gone } = leftOutAfter(path, (text) => text, withChecks(change));
      expect(codes).toEqual(['channel/compliance-rules']);
      expect([...gone].sort()).toEqual(['compliance/compliance-script.json', path, 'compliance/rules.json'].sort());
    }
  });
});
