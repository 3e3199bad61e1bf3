import { checksOfWay, type ChannelCheck } from '../../ir/channel.js';
import type { Plan } from '../../ir/plan.js';
import { block, commented, quoted, yamlText, type YamlKey, type YamlValue } from '../yaml.js';

/** Name of the role: "mendsheet_windows_update". */
export function roleName(product: string): string {
  return `mendsheet_${product.replaceAll('-', '_')}`;
}

export function meta({ catalog }: Plan): string {
  const galaxy = {
    role_name: quoted(roleName(catalog.product)),
    namespace: 'mendsheet',
    author: quoted(catalog.publisher),
    description: quoted(`${catalog.title.en}: detects and repairs.`),
    license: 'MIT',
    min_ansible_version: quoted('2.15'),
    platforms: [{ name: 'Windows', versions: ['all'] }],
  };
  return `---\n${yamlText({ galaxy_info: galaxy, dependencies: [] })}`;
}

/** What somebody sets. Every name begins with that of the role: variables of all roles of a play share one space. */
export function defaults({ catalog, channels }: Plan): string {
  const role = roleName(catalog.product);
  const values = new Map<YamlKey, YamlValue>([
    [
      commented('Where the scripts go. Only administrators may be able to write there.', `${role}_folder`),
      quoted(`C:\\Program Files\\Mendsheet\\${catalog.product}`),
    ],
    [commented('False: detect alone.', `${role}_repair`), true],
    [
      commented('What is looked at. Of these, what can be repaired is.', `${role}_checks`),
      idsOf(channels, ({ detects }) => detects),
    ],
  ]);
  return `---\n${yamlText(values)}`;
}

/** What follows from the scripts. */
export function variables({ catalog, channels }: Plan): string {
  const role = roleName(catalog.product);
  const values = new Map<YamlKey, YamlValue>([
    [
      commented('The checks that detect.ps1 knows, also by ids that they had before.', `${role}_known`),
      idsOf(channels, ({ detects }) => detects, true),
    ],
    [commented('The same of repair.ps1.', `${role}_repairable`), idsOf(channels, ({ repairs }) => repairs, true)],
    [
      commented('What win_powershell runs: a signed script, and what Ansible is told of its line.', `${role}_script`),
      block(script),
    ],
  ]);
  return `---\n${yamlText(values)}`;
}

function idsOf(
  channels: Plan['channels'],
  isTaken: (check: ChannelCheck) => boolean,
  withFormer = false,
): readonly YamlValue[] {
  return checksOfWay(channels, 'ansible')
    .filter(isTaken)
    .flatMap(({ check }) => [check.id, ...(withFormer ? check.formerly : [])])
    .map(quoted);
}

/**
 * win_powershell takes a run as changed unless the script says otherwise, and skips a script in check mode unless it
 * supports ShouldProcess. What PowerShell says of a script that it refuses goes to standard error, of which each line
 * would be an error of this script under Stop.
 */
const script: readonly string[] = [
  '[CmdletBinding(SupportsShouldProcess)]',
  'param([string] $File, [string] $Checks, [bool] $Repair)',
  '$Ansible.Changed = $false',
  "$ErrorActionPreference = 'Continue'",
  '$shell = "$env:SystemRoot\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"',
  "$arguments = @('-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'AllSigned', '-File', $File, '-Check', $Checks)",
  "if ($Repair -and $WhatIfPreference) { $arguments += '-WhatIf' }",
  '$said = @(& $shell @arguments 2>&1 | ForEach-Object { "$_" })',
  '$code = $LASTEXITCODE',
  '$line = [string] ($said | Select-Object -Last 1)',
  "$isWhole = $line -like 'mendsheet/1 *'",
  '# Repaired, not confirmed, failed: something was changed. Preview: something would be.',
  "$Ansible.Changed = $line -match '=[OPUN]>[OPUN]/[RNFP]'",
  "$Ansible.Result = @{ summary = $line; exit_code = $code; message = if ($isWhole) { '' } else { $said -join ' ' } }",
  '# A script that does not know one of the checks runs none of them.',
  "$isRefused = -not $isWhole -or $line -match ' \\| !unknownCheck( |$)'",
  '$Ansible.Failed = $isRefused -or ($Repair -and -not $WhatIfPreference -and $code -ne 0)',
];

export function tasks({ catalog }: Plan): string {
  const role = roleName(catalog.product);
  const folder = quoted(`{{ ${role}_folder }}`);
  // A preview runs the scripts that are on the host, so it waits until these are the ones of this role.
  const isThere = `not (ansible_check_mode and ${role}_copied is changed)`;
  const run = (file: string, checks: string, repair: boolean): YamlValue => ({
    error_action: 'stop',
    parameters: {
      File: quoted(`{{ ${role}_folder }}\\${file}`),
      Checks: quoted(`{{ ${checks} | join(',') }}`),
      Repair: repair,
    },
    script: quoted(`{{ ${role}_script }}`),
  });
  const repairs = `(${role}_checks | intersect(${role}_repairable))`;
  return `---\n${yamlText([
    // The scripts run none of the checks where one is unknown, such as one that a new version no longer has.
    must(
      'See that the checks are a list',
      [`${role}_checks is sequence`, `${role}_checks is not string`, `${role}_checks is not mapping`],
      `${role}_checks is to be a list of ids.`,
    ),
    must(
      'See that this version has each of the checks',
      [`${role}_checks | difference(${role}_known) | length == 0`],
      `This version does not have: {{ ${role}_checks | difference(${role}_known) | join(', ') }}`,
    ),
    {
      name: 'Make the folder for the scripts',
      'ansible.windows.win_file': { path: folder, state: 'directory' },
    },
    {
      name: 'Copy the signed scripts',
      'ansible.windows.win_copy': {
        src: quoted('{{ item }}'),
        dest: quoted(`{{ ${role}_folder }}\\{{ item }}`),
      },
      loop: ['detect.ps1', 'repair.ps1'],
      register: `${role}_copied`,
    },
    {
      name: 'Detect',
      'ansible.windows.win_powershell': run('detect.ps1', `${role}_checks`, false),
      when: [`${role}_checks | length > 0`, isThere],
      register: `${role}_detected`,
    },
    {
      name: 'Repair what is a problem',
      'ansible.windows.win_powershell': run('repair.ps1', repairs, true),
      when: [`${role}_repair | bool`, `${repairs} | length > 0`, isThere, `'=P' in ${role}_detected.result.summary`],
      register: `${role}_repaired`,
    },
  ])}`;
}

function must(name: string, that: readonly string[], message: string): YamlValue {
  return { name, 'ansible.builtin.assert': { that, fail_msg: quoted(message), quiet: true } };
}
