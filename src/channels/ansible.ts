import type { Artefact } from '../ir/artefact.js';
import type { Plan } from '../ir/plan.js';
import type { Channel, ChannelFault, ChannelFile } from './channel.js';
import { copyFile } from './make-file.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import { yamlBlock, yamlText } from './yaml-text.js';

/**
 * Ansible: a role that copies the signed scripts and runs them with ansible.windows.win_powershell. That module takes a
 * run as changed unless the script says otherwise, and skips a script in check mode unless it supports ShouldProcess.
 */
export const ansible: Channel = {
  folder: 'ansible',
  make: (plan, scripts) => {
    const { product } = plan.catalog;
    const role = `${product}/ansible/roles/mendsheet_${product.replaceAll('-', '_')}/`;
    const files = ['detect.ps1', 'repair.ps1'].flatMap((name) => {
      const script = scripts.get(`${product}/winget/${name}`);
      return script ? [copyFile(script, `${role}files/${name}`)] : [];
    });
    if (files.length < 2) return [];
    const text = (path: string, lines: readonly string[]): Artefact =>
      unsignedArtefact(`${role}${path}`, Buffer.from(`---\n${lines.join('\n')}\n`));
    return [
      ...files,
      text('meta/main.yml', meta(plan)),
      text('defaults/main.yml', defaults(plan)),
      text('tasks/main.yml', tasks()),
    ];
  },
  // Its scripts are copies of those of WinGet.
  serveTogether: true,
  fitRules: [],
  scriptRules: [],
  rules: [{ code: 'channel/ansible-changed', faults: (files) => files.flatMap(taskFaults) }],
};

function meta({ catalog }: Plan): readonly string[] {
  return [
    'galaxy_info:',
    `  role_name: ${yamlText(`mendsheet_${catalog.product.replaceAll('-', '_')}`)}`,
    `  author: ${yamlText(catalog.publisher)}`,
    `  description: ${yamlText(`${catalog.title.en}: detects and repairs.`)}`,
    '  license: MIT',
    '  min_ansible_version: "2.15"',
    'collections:',
    '  - ansible.windows',
    'dependencies: []',
  ];
}

function defaults({ catalog, channels }: Plan): readonly string[] {
  const checks = channels.find(({ name }) => name === 'ansible')?.checks ?? [];
  const repaired = checks.filter(({ repairs }) => repairs).map(({ check }) => `  - ${yamlText(check.id)}`);
  return [
    '# Where the scripts go. Only administrators may be able to write there.',
    `mendsheet_folder: ${yamlText(`C:\\Program Files\\Mendsheet\\${catalog.product}`)}`,
    '# False: detect alone.',
    'mendsheet_repair: true',
    '# What is detected and repaired.',
    repaired.length > 0 ? 'mendsheet_checks:' : 'mendsheet_checks: []',
    ...repaired,
  ];
}

const script: readonly string[] = [
  '[CmdletBinding(SupportsShouldProcess)]',
  'param([string] $Folder, [string] $Checks, [bool] $Repair)',
  '$Ansible.Changed = $false',
  '$shell = "$env:SystemRoot\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"',
  "$name = if ($Repair) { 'repair.ps1' } else { 'detect.ps1' }",
  "$arguments = @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'AllSigned', '-File', \"$Folder\\$name\")",
  "if ($Checks) { $arguments += '-Check', $Checks }",
  "if ($Repair -and $WhatIfPreference) { $arguments += '-WhatIf' }",
  '$line = [string] (& $shell @arguments | Select-Object -Last 1)',
  '$code = $LASTEXITCODE',
  '# Repaired, not confirmed, failed: something was changed. Preview: something would be.',
  "$Ansible.Changed = $line -match '=[OPUN]>[OPUN]/[RNFP]'",
  '$Ansible.Result = @{ summary = $line; exit_code = $code }',
  "$Ansible.Failed = $line -notlike 'mendsheet/1 *' -or ($Repair -and -not $WhatIfPreference -and $code -ne 0)",
];

function tasks(): readonly string[] {
  return [
    '- name: Make the folder for the scripts',
    '  ansible.windows.win_file:',
    '    path: "{{ mendsheet_folder }}"',
    '    state: directory',
    '  # In check mode too: a preview runs the scripts.',
    '  check_mode: false',
    '- name: Copy the signed scripts',
    '  ansible.windows.win_copy:',
    '    src: "{{ item }}"',
    '    dest: "{{ mendsheet_folder }}\\\\{{ item }}"',
    '  loop:',
    '    - detect.ps1',
    '    - repair.ps1',
    '  check_mode: false',
    '- name: Detect and repair',
    '  ansible.windows.win_powershell:',
    '    error_action: stop',
    '    parameters:',
    '      Folder: "{{ mendsheet_folder }}"',
    '      Checks: "{{ mendsheet_checks | join(\',\') }}"',
    '      Repair: "{{ mendsheet_repair | bool }}"',
    ...yamlBlock('script', 4, script),
    '  register: mendsheet_result',
  ];
}

/** The script says on every path whether it changed something, also before anything can fail. */
function taskFaults(file: ChannelFile): readonly ChannelFault[] {
  if (!file.path.endsWith('/tasks/main.yml')) return [];
  const text = Buffer.from(file.bytes).toString('utf8');
  const fault = (message: string): readonly ChannelFault[] => [{ path: file.path, message }];
  const [before = '', after = ''] = text.split('& $shell');
  if (!/\$Ansible\.Changed = \$false/.test(before) || !/\$Ansible\.Changed = /.test(after))
    return fault('The script does not say on every path whether it changed something.');
  if (!/\[CmdletBinding\(SupportsShouldProcess\)\]\n\s+param\(/.test(text))
    return fault('The script has no [CmdletBinding(SupportsShouldProcess)], so check mode would skip it.');
  return /error_action: stop\b/.test(text) ? [] : fault('Errors in the script would be passed over.');
}
