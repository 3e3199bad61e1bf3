import type { ChannelCheck, Plan } from '../ir/plan.js';
import type { Channel, ChannelFault, ChannelFile } from './channel.js';
import { unsignedArtefact } from '../bytes/unsigned-artefact.js';
import { summaryFits, unattendedRules } from './script-rules.js';
import { yamlBlock, yamlText } from './yaml-text.js';

/**
 * WinGet Configuration and DSC v3: one document, in which each check is a resource of the type
 * Microsoft.DSC.Transitional/WindowsPowerShellScript. Its scripts call the signed ones, which lie in a folder that only
 * administrators can write; testScript gives exactly one boolean, as the resource demands.
 */
export const winget: Channel = {
  folder: 'winget',
  make: (plan, scripts) => {
    const { product } = plan.catalog;
    if (!scripts.has(`${product}/winget/detect.ps1`)) return [];
    return [unsignedArtefact(`${product}/winget/${product}.winget`, Buffer.from(document(plan)))];
  },
  serveTogether: true,
  fitRules: [summaryFits],
  scriptRules: unattendedRules,
  rules: [{ code: 'channel/dsc-test', faults: (files) => files.flatMap(documentFaults) }],
};

function document({ catalog, channels }: Plan): string {
  const checks = channels.find(({ name }) => name === 'winget')?.checks.filter(({ detects }) => detects) ?? [];
  return [
    '# yaml-language-server: $schema=https://aka.ms/dsc/schemas/v3/bundled/config/document.vscode.json',
    `# Copy detect.ps1 and repair.ps1 to %ProgramFiles%\\Mendsheet\\${catalog.product} first, and run this elevated.`,
    '$schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json',
    'metadata:',
    '  winget:',
    '    processor:',
    '      identifier: dscv3',
    'resources:',
    ...checks.flatMap((check) => resource(catalog.product, check)),
    '',
  ].join('\n');
}

function resource(product: string, { check, repairs }: ChannelCheck): readonly string[] {
  const call = (script: string): readonly string[] => [
    `$file = "$env:ProgramFiles\\Mendsheet\\${product}\\${script}.ps1"`,
    '$shell = "$env:SystemRoot\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"',
    `$arguments = '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'AllSigned', '-File', $file, '-Check', '${check.id}'`,
    '$line = [string] (& $shell @arguments | Select-Object -Last 1)',
  ];
  return [
    `  - name: ${yamlText(check.id)}`,
    '    type: Microsoft.DSC.Transitional/WindowsPowerShellScript',
    '    metadata:',
    `      description: ${yamlText(check.title.en)}`,
    '    properties:',
    ...yamlBlock('getScript', 6, [...call('detect'), '@{ summary = $line }']),
    ...yamlBlock('testScript', 6, [...call('detect'), verdict]),
    ...(repairs
      ? yamlBlock('setScript', 6, [...call('repair'), `if ($LASTEXITCODE -ne 0) { throw $line }`])
      : yamlBlock('setScript', 6, [`throw 'Only a person can repair ${check.id}. Run diagnose.ps1 for what to do.'`])),
  ];
}

/** The one output of a test: undecided is not a pass. */
const verdict = "$line -match '\\| Ok$'";

/** Every resource has a test, without which it would count as in the desired state, and each test gives one boolean. */
function documentFaults(file: ChannelFile): readonly ChannelFault[] {
  if (!file.path.endsWith('.winget')) return [];
  const text = Buffer.from(file.bytes).toString('utf8');
  return text
    .split(/^ {2}- name: /m)
    .slice(1)
    .flatMap((part): readonly ChannelFault[] => {
      const id = part.split('\n', 1)[0] ?? '';
      const test = /^ {6}testScript: \|\n((?: {8}.*\n)+)/m.exec(part)?.[1];
      if (!test) return [{ path: file.path, message: `The resource ${id} has no test.` }];
      const lines = test
        .trimEnd()
        .split('\n')
        .map((line) => line.trim());
      const isOne = lines.at(-1) === verdict && lines.slice(0, -1).every((line) => /^\$\w+ = /.test(line));
      return isOne ? [] : [{ path: file.path, message: `The test of ${id} gives something else than one boolean.` }];
    });
}
