import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import windowsCommands from '../../src/lint/windows-commands.json' with { type: 'json' };
import { buildDotnet } from '../dotnet.js';

/** Something in a script that Windows PowerShell 5.1 does not have. Lines and columns start at 1. */
export interface Finding51 {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: 'syntax' | 'variable' | 'type' | 'member' | 'command' | 'parameter';
  readonly message: string;
}

/** Objects of COM, which no assembly describes: IUpdateSession and IUpdateSearcher of the Windows Update Agent, since Windows XP. */
const comMethods = ['CreateUpdateSearcher', 'GetTotalHistoryCount', 'QueryHistory'];

/**
 * Holds scripts against the types of .NET Framework 4.7.2 and the commands of Windows PowerShell 5.1. Needs dotnet and, the first
 * time, NuGet. What stands in a branch for later versions of PowerShell may use more.
 * @param functions names that the scripts call and do not define.
 */
export function lintFor51(scripts: readonly string[], functions: readonly string[]): readonly Finding51[] {
  const { names: accelerators } = JSON.parse(
    readFileSync(join(import.meta.dirname, 'type-accelerators.json'), 'utf8'),
  ) as { readonly names: Readonly<Record<string, string>> };
  const commands = Object.fromEntries(
    Object.entries(windowsCommands).map(([name, { parameters, places }]) => [
      name,
      { parameters: parameters.split(' '), places: places.map((each) => each.split(' ')) },
    ]),
  );
  const request = { scripts, accelerators, commands, functions, methods: comMethods };
  const program = buildDotnet(import.meta.dirname);
  const ended = spawnSync('dotnet', [program], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.status !== 0) throw new Error(`The parser ended with ${ended.status}: ${ended.stderr}`);
  return JSON.parse(ended.stdout) as readonly Finding51[];
}
