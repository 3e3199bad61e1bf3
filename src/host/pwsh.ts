import { fileURLToPath } from 'node:url';
import { execa } from 'execa';

/** A program or module that this machine lacks. A value and no exception: whoever asked decides whether to skip. */
export interface MissingTool {
  readonly kind: 'missing-tool';
  readonly tool: 'PowerShell' | 'Pester' | 'PSScriptAnalyzer';
  /** What to install, or which variable to set. */
  readonly hint: string;
}

export interface PowerShell {
  readonly kind: 'powershell';
  /** What was found on PATH, or the value of MENDSHEET_PWSH. */
  readonly command: string;
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
  PowerShell: 'install PowerShell 7, or set MENDSHEET_PWSH to its path',
  Pester: 'in PowerShell: Install-Module Pester -MinimumVersion 5.5 -Scope CurrentUser',
  PSScriptAnalyzer: 'in PowerShell: Install-Module PSScriptAnalyzer -Scope CurrentUser',
};

/** The first of MENDSHEET_PWSH, pwsh and powershell.exe that starts. */
export async function findPowerShell(): Promise<PowerShell | MissingTool> {
  const chosen = process.env['MENDSHEET_PWSH'];
  for (const command of chosen ? [chosen] : ['pwsh', 'powershell.exe']) {
    const arguments_ = ['-NoProfile', '-NonInteractive', '-Command', '$PSVersionTable.PSVersion.ToString()'];
    const asked = await execa(command, arguments_, { reject: false, stdin: 'ignore', timeout: 60_000 });
    if (asked.exitCode === 0) return { kind: 'powershell', command, version: asked.stdout.trim() };
  }
  return missing('PowerShell');
}

/** Syntax errors that the official parser finds, in the order of the files. One process reads them all. */
export function parseScripts(paths: readonly string[]): Promise<readonly ScriptFinding[] | MissingTool> {
  return findIn('parse', paths);
}

/** What PSScriptAnalyzer finds with the settings of test/pester/Analyzer: 5.1 syntax and the house layout. */
export function analyzeScripts(paths: readonly string[]): Promise<readonly ScriptFinding[] | MissingTool> {
  return findIn('analyze', paths);
}

async function findIn(
  kind: 'parse' | 'analyze',
  paths: readonly string[],
): Promise<readonly ScriptFinding[] | MissingTool> {
  const settings = harnessPath('Analyzer/PSScriptAnalyzerSettings.psd1');
  const answer = await askPowerShell('Invoke-Analysis.ps1', { kind, paths, settings });
  return isMissing(answer) ? answer : (answer as { readonly findings: readonly ScriptFinding[] }).findings;
}

/** Absolute path of a file of the PowerShell test harness, which stands beside src/ and build/ alike. */
export function harnessPath(name: string): string {
  return fileURLToPath(new URL(`../../test/pester/${name}`, import.meta.url));
}

export function isMissing(value: unknown): value is MissingTool {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'missing-tool';
}

/**
 * Runs a script of the harness with a request on standard input and gives its answer, a line of JSON behind a mark.
 * @throws Error when the script ends without an answer; the message holds what it wrote.
 */
export async function askPowerShell(script: string, request: object): Promise<unknown> {
  const found = await findPowerShell();
  if (isMissing(found)) return found;
  const arguments_ = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-File', harnessPath(script)];
  const run = await execa(found.command, arguments_, {
    reject: false,
    input: JSON.stringify(request),
    timeout: 30 * 60_000,
    env: { NO_COLOR: '1', POWERSHELL_TELEMETRY_OPTOUT: '1' },
  });
  const mark = 'MENDSHEET-RESULT ';
  const line = run.stdout.split(/\r?\n/).findLast((text) => text.startsWith(mark));
  if (line === undefined) {
    throw new Error(`${script} gave no answer (exit code ${String(run.exitCode)}):\n${run.stdout}\n${run.stderr}`);
  }
  const answer = JSON.parse(line.slice(mark.length)) as { readonly missing?: MissingTool['tool'] };
  return answer.missing ? missing(answer.missing) : answer;
}

function missing(tool: MissingTool['tool']): MissingTool {
  return { kind: 'missing-tool', tool, hint: hints[tool] };
}
