import { checksOfWay, type ChannelCheck } from '../../ir/channel.js';
import type { Plan } from '../../ir/plan.js';
import { block, quoted, yamlText, type YamlValue } from '../yaml.js';

/**
 * The document: a resource of the type Microsoft.DSC.Transitional/WindowsPowerShellScript for each check. Its testScript
 * gives exactly one boolean, as the resource demands; one without a test would count as in the desired state.
 *
 * `dsc config set` sets without a test before it and stops at the first resource that throws. So each setScript looks
 * first, and what only a person can repair stands at the end.
 */
export function document({ catalog, channels }: Plan): string {
  const checks = checksOfWay(channels, 'winget').filter(({ detects }) => detects);
  const ordered = [...checks.filter(({ repairs }) => repairs), ...checks.filter(({ repairs }) => !repairs)];
  const { product } = catalog;
  const people = catalog.scripts.find(({ phase }) => phase === 'detect')?.name ?? 'detect';
  const content = {
    $schema: 'https://aka.ms/dsc/schemas/v3/bundled/config/document.json',
    metadata: {
      winget: { processor: { identifier: 'dscv3' } },
      'Microsoft.DSC': { securityContext: 'elevated' },
    },
    resources: ordered.map((check) => resource(product, check, people)),
  };
  return [
    '# yaml-language-server: $schema=https://aka.ms/dsc/schemas/v3/bundled/config/document.vscode.json',
    `# Copy the scripts beside this file to %ProgramFiles%\\Mendsheet\\${product} first, and run this elevated.`,
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
    // What PowerShell says of a script that it refuses goes to standard error, in the language of the PC.
    "if ($line -notlike 'mendsheet/1 *') { throw \"$file ended with exit code $LASTEXITCODE and no result. It is missing, " +
      'or this PC does not trust its publisher." }',
  ];
  return {
    name: quoted(resourceName(check.id)),
    type: 'Microsoft.DSC.Transitional/WindowsPowerShellScript',
    metadata: { description: quoted(check.title.en), winget: { securityContext: 'elevated' } },
    properties: {
      getScript: block([...call('detect'), '@{ summary = $line }']),
      // Undecided is not a pass.
      testScript: block([...call('detect'), "$line -match '\\| Ok$'"]),
      setScript: repairs
        ? block([...call('repair'), 'if ($LASTEXITCODE -ne 0) { throw $line }'])
        : block([
            ...call('detect'),
            `if ($line -match '\\| Problem$') { throw "Only a person can repair ${check.id}; ${people}.ps1 says how. $line" }`,
            // Nothing was looked at: detect.ps1 is that of another version.
            "if ($line -match ' \\| !unknownCheck( |$)') { throw $line }",
            // What could not be decided is no reason to leave the resources after it alone.
            `if ($line -notmatch '\\| Ok$') { Write-Warning -Message "${check.id} could not be decided. $line" }`,
          ]),
    },
  };
}

/** The schema of DSC's documents takes letters, digits and blanks in the name of an instance. */
export function resourceName(id: string): string {
  return id.replaceAll('-', ' ');
}
