import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { childEnvironment } from './child-environment.js';
import { restorePester, restorePowerShell } from './nuget-tools.js';

/** A program or module that this machine lacks. A value and no exception: whoever asked decides whether to skip. */
export interface MissingTool {
  readonly kind: 'missing-tool';
  readonly tool: 'PowerShell' | 'Pester' | 'PSScriptAnalyzer';
  /** What to install, or which variable to set. */
  readonly hint: string;
}

export interface PowerShell {
  readonly kind: 'powershell';
  /** Program and first arguments: as they were found, ["pwsh"] or ["dotnet", "…/pwsh.dll"] for the .NET tool, and `quietSettings`. */
  readonly command: readonly [string, ...string[]];
  /** Such as "7.6.5" or "5.1.26100.4652". */
  readonly version: string;
}

/** Something the official parser or PSScriptAnalyzer says of a file. Lines and columns start at 1. */
export interface ScriptFinding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** Name of the rule, or the parser's error id. */
  readonly rule: string;
  readonly severity: 'ParseError' | 'Error' | 'Warning' | 'Information';
  readonly message: string;
}

const hints: Readonly<Record<MissingTool['tool'], string>> = {
  PowerShell: 'install PowerShell 7 or the .NET SDK 10, or set MENDSHEET_PWSH to the path of a PowerShell',
  Pester: 'install the .NET SDK 10 or, in PowerShell: Install-Module Pester -RequiredVersion 5.9.1 -Scope CurrentUser',
  PSScriptAnalyzer: 'in PowerShell: Install-Module PSScriptAnalyzer -RequiredVersion 1.25.0 -Scope CurrentUser',
};

let found: Promise<PowerShell | MissingTool> | undefined;

/**
 * The first that starts: MENDSHEET_PWSH (and then no other), pwsh and powershell.exe on PATH, the .NET tool that NuGet
 * serves. Asked once a process.
 */
export function findPowerShell(): Promise<PowerShell | MissingTool> {
  found ??= searchPowerShell();
  return found;
}

async function searchPowerShell(): Promise<PowerShell | MissingTool> {
  const chosen = process.env['MENDSHEET_PWSH'];
  for (const name of chosen ? [chosen] : ['pwsh', 'powershell.exe']) {
    const shell = await tryShell([name]);
    if (shell) return shell;
  }
  const restored = chosen ? null : await restorePowerShell();
  if (restored) return { kind: 'powershell', ...restored, command: [...restored.command, ...quietSettings] };
  const hint = chosen ? `MENDSHEET_PWSH is "${chosen}", which does not start as a PowerShell` : hints.PowerShell;
  return { ...missing('PowerShell'), hint };
}

async function tryShell(command: PowerShell['command']): Promise<PowerShell | null> {
  const [program, ...first] = command;
  const arguments_ = [...first, '-NoProfile', '-NonInteractive', '-Command', '$PSVersionTable.PSVersion.ToString()'];
  const asked = await execa(program, arguments_, {
    reject: false,
    stdin: 'ignore',
    timeout: 60_000,
    extendEnv: false,
    env: childEnvironment(quiet),
  });
  // What else ends with 0, such as a stub on PATH, is no PowerShell.
  const version = /^\d+\.\d+\S*$/.exec(asked.stdout.trim().split(/\r?\n/).at(-1) ?? '')?.[0];
  return asked.exitCode === 0 && version !== undefined
    ? { kind: 'powershell', command: version.startsWith('5.') ? command : [...command, ...quietSettings], version }
    : null;
}

/** Syntax errors that the official parser finds, in the order of the files. One process reads them all. */
export function parseScripts(paths: readonly string[]): Promise<readonly ScriptFinding[] | MissingTool> {
  return findIn('parse', paths);
}

/** What PSScriptAnalyzer finds with the settings of src/simulator/Analyzer: 5.1 syntax and the house layout. */
export function analyzeScripts(paths: readonly string[]): Promise<readonly ScriptFinding[] | MissingTool> {
  return findIn('analyze', paths);
}

async function findIn(
  kind: 'parse' | 'analyze',
  paths: readonly string[],
): Promise<readonly ScriptFinding[] | MissingTool> {
  const settings = simulatorPath('Analyzer/PSScriptAnalyzerSettings.psd1');
  const answer = await askPowerShell('Invoke-Analysis.ps1', { kind, paths, settings });
  return isMissing(answer) ? answer : (answer as { readonly findings: readonly ScriptFinding[] }).findings;
}

/**
 * Arguments that keep PowerShell from noting the start and end of every pipeline in the system's log, which takes a seventh of
 * its time. On Windows a file of settings would take the place of the execution policy.
 */
const quietSettings =
  process.platform === 'win32' ? [] : (['-SettingsFile', simulatorPath('quiet.config.json')] as const);

/** Absolute path of a file of the simulator, which stands in src/ and is started from there by build/ as well. */
export function simulatorPath(name: string): string {
  return fileURLToPath(new URL(`../../src/simulator/${name}`, import.meta.url));
}

export function isMissing(value: unknown): value is MissingTool {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'missing-tool';
}

/**
 * Runs a script of the simulator with a request on standard input and gives its answer, a line of JSON behind a mark.
 * It learns from MENDSHEET_SHELL, a JSON array, how to start the same PowerShell again: the path of its process says
 * nothing where `dotnet` or a shell script runs it.
 * @param more what the script is to do as well, when it is known: a line each, behind the request.
 * @throws Error when the script ends without an answer; the message holds what it wrote.
 */
export async function askPowerShell(
  script: string,
  request: object,
  more: AsyncIterable<object> | null = null,
): Promise<unknown> {
  const shell = await findPowerShell();
  if (isMissing(shell)) return shell;
  const answer = await runHarness(shell, script, pester === null ? request : { ...request, module: pester }, more);
  if (answer.missing === undefined) return answer;
  if (answer.wanted !== undefined) {
    return {
      ...missing(answer.missing),
      hint: `version ${answer.wanted} is needed, found is ${answer.found ?? 'none'}`,
    };
  }
  pester = answer.missing === 'Pester' ? await restorePester() : null;
  return pester === null ? missing(answer.missing) : runHarness(shell, script, { ...request, module: pester }, more);
}

/** The folder of NuGet's Pester, once this process knows that no other one is there. */
let pester: string | null = null;

async function runHarness(
  { command }: PowerShell,
  script: string,
  request: object,
  more: AsyncIterable<object> | null,
): Promise<HarnessAnswer> {
  const [program, ...first] = command;
  const arguments_ = [...first, '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File'];
  const thrown: unknown[] = [];
  const run = await execa(program, [...arguments_, simulatorPath(script)], {
    reject: false,
    input: more === null ? JSON.stringify(request) : Readable.from(linesOf(request, more, thrown)),
    timeout: 30 * 60_000,
    extendEnv: false,
    env: childEnvironment({ ...quiet, MENDSHEET_SHELL: JSON.stringify(command) }),
  });
  if (thrown.length > 0) throw thrown[0];
  const mark = 'MENDSHEET-RESULT ';
  const line = run.stdout.split(/\r?\n/).findLast((text) => text.startsWith(mark));
  if (line === undefined) {
    throw new Error(`${script} gave no answer (exit code ${String(run.exitCode)}):\n${run.stdout}\n${run.stderr}`);
  }
  return JSON.parse(line.slice(mark.length)) as HarnessAnswer;
}

/** What is thrown ends the lines, and is thrown by whoever reads the answer: a stream would hide it behind an error of its own. */
async function* linesOf(request: object, more: AsyncIterable<object>, thrown: unknown[]): AsyncGenerator<string> {
  yield `${JSON.stringify(request)}\n`;
  try {
    for await (const each of more) yield `${JSON.stringify(each)}\n`;
  } catch (error) {
    thrown.push(error);
  }
}

/** What every script of the simulator may say in place of its answer. */
interface HarnessAnswer {
  readonly missing?: MissingTool['tool'];
  /** The one version that will do, and the one that is there. */
  readonly wanted?: string;
  readonly found?: string;
}

/**
 * Nothing but answers on the output, and no word to Microsoft. And no measuring of code that is to be compiled once more:
 * what these processes run is spread so wide that .NET never earns back what that costs.
 */
const quiet = {
  NO_COLOR: '1',
  POWERSHELL_TELEMETRY_OPTOUT: '1',
  POWERSHELL_UPDATECHECK: 'Off',
  DOTNET_TieredPGO: '0',
};

function missing(tool: MissingTool['tool']): MissingTool {
  return { kind: 'missing-tool', tool, hint: hints[tool] };
}
