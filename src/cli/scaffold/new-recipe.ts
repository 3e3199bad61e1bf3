/** The files of a new recipe. Paths are relative to the checklist's folder. */
export function newRecipeFiles(id: string, languages: readonly string[]): ReadonlyMap<string, string> {
  return new Map([
    [`checks/recipes/${id}.yaml`, recipeText(id, languages)],
    [`checks/recipes/${id}.detect.ps1`, detectBody],
    [
      `checks/scenarios/${id}/present.pass.ps1`,
      scenario('A PC on which the value is there.', '$Windows.Registry[$With.Path] = @{ $With.Name = 1 }'),
    ],
    [
      `checks/scenarios/${id}/absent.fail.ps1`,
      scenario('A PC on which the value is missing.', '$Windows.Registry[$With.Path] = @{}'),
    ],
  ]);
}

const words = (languages: readonly string[], en: string, ja: string): string =>
  `{ ${languages.map((language) => `${language}: ${language === 'ja' ? ja : en}`).join(', ')} }`;

const recipeText = (
  id: string,
  languages: readonly string[],
): string => `# yaml-language-server: $schema=../.recipe-schema.json
recipe: ${id}
takes:
  path:
    type: registry-path
    says: ${words(languages, 'Registry key', 'レジストリ キー')}
  name:
    type: string
    says: ${words(languages, 'Value', '値')}
says:
  missing: ${words(languages, "'The registry value {Name} is missing.'", "'レジストリの値 {Name} がありません。'")}
scenarios: [present.pass, absent.fail]
`;

const detectBody = `param([string] $Path, [string] $Name)
$value = Get-RegistryValue -Path $Path -Name $Name
if ($null -eq $value) { return New-Finding -Status Problem -Reason 'missing' -Evidence @{ Name = $Name } }
New-Finding -Status Ok -Evidence @{ Name = $Name; Value = $value }
`;

function scenario(says: string, state: string): string {
  return `# ${says}\nparam($Windows, $With)\n${state}\n`;
}
