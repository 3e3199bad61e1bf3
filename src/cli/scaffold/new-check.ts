/** How a new check comes to its bodies: by a recipe with the arguments that it needs, or by files of its own. */
export interface NewCheck {
  readonly id: string;
  readonly item: number;
  readonly languages: readonly string[];
  readonly recipe: { readonly id: string; readonly needs: readonly string[]; readonly repairs: boolean } | null;
}

/** A check's entry for the end of a group file. */
export function newCheckEntry({ id, item, languages, recipe }: NewCheck): string {
  const words = wordsToFill(languages);
  const arguments_ = recipe?.needs.map((name) => `${name}: TODO`).join(', ') ?? '';
  const own = ['    says:', `      not-found: ${words}`, `      unreadable: ${words}`];
  const borrowed = [
    ...(recipe?.repairs ? ['    risk: { disruption: low, minutes: 1, restart: false }'] : []),
    `    use: ${recipe?.id ?? ''}`,
    ...(arguments_ === '' ? [] : [`    with: { ${arguments_} }`]),
  ];
  return [
    `  - id: ${id}`,
    `    item: ${item}`,
    `    title: ${wordsToFill(languages, `TODO ${id}`)}`,
    `    why: ${words}`,
    '    severity: medium',
    ...(recipe ? borrowed : own),
    '',
  ].join('\n');
}

/**
 * A text in every language of a checklist, still to be written.
 * @param text What stands there meanwhile: no two checks may have one title.
 */
export function wordsToFill(languages: readonly string[], text = 'TODO'): string {
  return `{ ${languages.map((language) => `${language}: ${text}`).join(', ')} }`;
}

/** Paths are relative to the checklist's folder. A check that uses a recipe has its bodies and scenarios already. */
export function newCheckFiles(group: string, id: string): ReadonlyMap<string, string> {
  return new Map([
    [`checks/${group}/${id}.detect.ps1`, detectBody],
    [
      `checks/scenarios/${id}/healthy.pass.ps1`,
      scenario('A PC on which the check finds nothing wrong.', `$Windows.Registry['${key}'] = @{ TODO = 1 }`),
    ],
    [
      `checks/scenarios/${id}/broken.fail.ps1`,
      scenario('A PC on which the check finds its problem.', `$Windows.Registry['${key}'] = @{ TODO = 0 }`),
    ],
    [
      `checks/scenarios/${id}/unset.unknown.ps1`,
      scenario('A PC on which the check cannot decide.', `$Windows.Registry['${key}'] = @{}`),
    ],
  ]);
}

const key = 'HKLM:\\SOFTWARE\\TODO';

const detectBody = `# Read what decides, and say what was seen. A value that cannot be read is Unknown, never Ok.
$value = Get-RegistryValue -Path '${key}' -Name 'TODO'
if ($null -eq $value) { return New-Finding -Status Unknown -Reason 'unreadable' }
$evidence = @{ Value = $value }
if ($value -eq 0) { return New-Finding -Status Problem -Reason 'not-found' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
`;

function scenario(says: string, state: string): string {
  return `# ${says}\nparam($Windows)\n${state}\n`;
}
