/** A check's entry for the end of a group file, and the bodies and scenarios that belong to it. */
export function newCheckEntry(id: string, item: number, recipe: string | null): string {
  const how =
    recipe === null
      ? []
      : ['    risk: { disruption: low, minutes: 1, restart: false }', `    use: ${recipe}`, '    with: {}'];
  return [
    '',
    `  - id: ${id}`,
    `    item: ${item}`,
    `    title: { en: TODO, ja: TODO }`,
    '    why:',
    '      en: TODO',
    '      ja: TODO',
    '    severity: medium',
    ...(recipe === null ? ['    says:', '      not-found: { en: TODO, ja: TODO }'] : how),
    '',
  ].join('\n');
}

/** Paths are relative to the checklist's folder. A check that uses a recipe has its bodies and scenarios already. */
export function newCheckFiles(group: string, id: string): ReadonlyMap<string, string> {
  return new Map([
    [`checks/${group}/${id}.detect.ps1`, detectBody],
    [`checks/scenarios/${id}/healthy.pass.ps1`, scenario('A PC on which the check finds nothing wrong.')],
    [`checks/scenarios/${id}/broken.fail.ps1`, scenario('A PC on which the check finds its problem.')],
  ]);
}

const detectBody = `# Read what decides, and say what was seen. A value that cannot be read is Unknown, never Ok.
$value = Get-RegistryValue -Path 'HKLM:\\SOFTWARE\\TODO' -Name 'TODO'
if ($null -eq $value) { return New-Finding -Status Problem -Reason 'not-found' }
New-Finding -Status Ok -Evidence @{ Value = $value }
`;

function scenario(says: string): string {
  return `# ${says}\nparam($Windows, $With)\n`;
}
