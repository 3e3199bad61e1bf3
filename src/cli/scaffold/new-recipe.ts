/** The files of a new recipe. Paths are relative to the checklist's folder. */
export function newRecipeFiles(id: string): ReadonlyMap<string, string> {
  return new Map([
    [`checks/recipes/${id}.yaml`, recipeText(id)],
    [`checks/recipes/${id}.detect.ps1`, detectBody],
    [`checks/scenarios/${id}/present.pass.ps1`, scenario('A PC on which the value is there.')],
    [`checks/scenarios/${id}/absent.fail.ps1`, scenario('A PC on which the value is missing.')],
  ]);
}

const recipeText = (id: string): string => `# yaml-language-server: $schema=../.recipe-schema.json
recipe: ${id}
takes:
  path:
    type: registry-path
    says: { en: Registry key, ja: レジストリ キー }
  name:
    type: string
    says: { en: Value, ja: 値 }
says:
  missing:
    en: The registry value {Name} is missing.
    ja: レジストリの値 {Name} がありません。
scenarios: [present.pass, absent.fail]
`;

const detectBody = `param([string] $Path, [string] $Name)
$value = Get-RegistryValue -Path $Path -Name $Name
if ($null -eq $value) { return New-Finding -Status Problem -Reason 'missing' -Evidence @{ Name = $Name } }
New-Finding -Status Ok -Evidence @{ Name = $Name; Value = $value }
`;

function scenario(says: string): string {
  return `# ${says}\nparam($Windows, $With)\n`;
}
