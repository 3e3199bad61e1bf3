import { checksOfWay } from '../../ir/channel.js';
import type { Plan } from '../../ir/plan.js';
import { block, commented, quoted, yamlText, type YamlKey, type YamlValue } from '../yaml.js';

/** Name of the role: "mendsheet_windows_update". */
export function roleName(product: string): string {
  return `mendsheet_${product.replaceAll('-', '_')}`;
}

export function meta({ catalog }: Plan): string {
  const galaxy = {
    role_name: quoted(roleName(catalog.product)),
    author: quoted(catalog.publisher),
    description: quoted(`${catalog.title.en}: detects and repairs.`),
    license: 'MIT',
    min_ansible_version: quoted('2.15'),
  };
  return `---\n${yamlText({ galaxy_info: galaxy, collections: ['ansible.windows'], dependencies: [] })}`;
}

export function defaults({ catalog, channels }: Plan): string {
  const repaired = checksOfWay(channels, 'ansible').filter(({ repairs }) => repairs);
  const values = new Map<YamlKey, YamlValue>([
    [
      commented('Where the scripts go. Only administrators may be able to write there.', 'mendsheet_folder'),
      quoted(`C:\\Program Files\\Mendsheet\\${catalog.product}`),
    ],
    [commented('False: detect alone.', 'mendsheet_repair'), true],
    [commented('What is detected and repaired.', 'mendsheet_checks'), repaired.map(({ check }) => quoted(check.id))],
  ]);
  return `---\n${yamlText(values)}`;
}

/**
 * win_powershell takes a run as changed unless the script says otherwise, and skips a script in check mode unless it
 * supports ShouldProcess.
 */
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

export function tasks(): string {
  const folder = quoted('{{ mendsheet_folder }}');
  return `---\n${yamlText([
    new Map<YamlKey, YamlValue>([
      ['name', 'Make the folder for the scripts'],
      ['ansible.windows.win_file', { path: folder, state: 'directory' }],
      [commented('In check mode too: a preview runs the scripts.', 'check_mode'), false],
    ]),
    {
      name: 'Copy the signed scripts',
      'ansible.windows.win_copy': {
        src: quoted('{{ item }}'),
        dest: quoted('{{ mendsheet_folder }}\\{{ item }}'),
      },
      loop: ['detect.ps1', 'repair.ps1'],
      check_mode: false,
    },
    {
      name: 'Detect and repair',
      'ansible.windows.win_powershell': {
        error_action: 'stop',
        parameters: {
          Folder: folder,
          Checks: quoted("{{ mendsheet_checks | join(',') }}"),
          Repair: quoted('{{ mendsheet_repair | bool }}'),
        },
        script: block(script),
      },
      register: 'mendsheet_result',
    },
  ])}`;
}
