import { checksOfWay, type ChannelCheck } from '../../ir/channel.js';
import type { Plan } from '../../ir/plan.js';
import { block, quoted, yamlText, type YamlValue } from '../yaml.js';

/**
 * The document: a resource of the type Microsoft.DSC.Transitional/WindowsPowerShellScript for each check. Its testScript
 * gives exactly one boolean, as the resource demands; one without a test would count as in the desired state.
 */
export function document({ catalog, channels }: Plan): string {
  const checks = checksOfWay(channels, 'winget').filter(({ detects }) => detects);
  const { product } = catalog;
  const people = catalog.scripts.find(({ phase }) => phase === 'detect')?.name ?? 'detect';
  const content = {
    $schema: 'https://aka.ms/dsc/schemas/v3/bundled/config/document.json',
    metadata: { winget: { processor: { identifier: 'dscv3' } } },
    resources: checks.map((check) => resource(product, check, people)),
  };
  return [
    '# yaml-language-server: $schema=https://aka.ms/dsc/schemas/v3/bundled/config/document.vscode.json',
    `# Copy detect.ps1 and repair.ps1 to %ProgramFiles%\\Mendsheet\\${product} first, and run this elevated.`,
    yamlText(content),
  ].join('\n');
}

/** @param people name of the script that tells a person what to do. */
function resource(product: string, { check, repairs }: ChannelCheck, people: string): YamlValue {
  const call = (script: string): readonly string[] => [
    `$file = "$env:ProgramFiles\\Mendsheet\\${product}\\${script}.ps1"`,
    '$shell = "$env:SystemRoot\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"',
    `$arguments = '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'AllSigned', '-File', $file, '-Check', '${check.id}'`,
    '$line = [string] (& $shell @arguments | Select-Object -Last 1)',
  ];
  return {
    name: quoted(check.id),
    type: 'Microsoft.DSC.Transitional/WindowsPowerShellScript',
    metadata: { description: quoted(check.title.en) },
    properties: {
      getScript: block([...call('detect'), '@{ summary = $line }']),
      // Undecided is not a pass.
      testScript: block([...call('detect'), "$line -match '\\| Ok$'"]),
      setScript: repairs
        ? block([...call('repair'), 'if ($LASTEXITCODE -ne 0) { throw $line }'])
        : block([`throw 'Only a person can repair ${check.id}. Run ${people}.ps1 for what to do.'`]),
    },
  };
}
