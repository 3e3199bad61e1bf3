import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { furnish } from './pc-state.js';
import { placeServiceManager } from './service-manager.js';
import { createWinePc, type Ended, type Started, type WinePc } from './wine-pc.js';

export type Culture = 'en-US' | 'ja-JP' | 'tr-TR';

/** A throw-away Windows with an engine of PowerShell 7 for Windows, and the bundled checklist's scripts in C:\scripts. */
export interface EnginePc {
  readonly pc: WinePc;
  /** Runs lines of PowerShell in ASCII, one after the other in one process, and gives what each wrote and its $LASTEXITCODE. */
  readonly run: (lines: readonly string[], culture?: Culture) => readonly Ended[];
  /** Starts lines of PowerShell and does not wait. */
  readonly start: (lines: readonly string[]) => Started;
}

/** @param engine folder with the published engine-host. */
export function createEnginePc(engine: string): EnginePc {
  const pc = createWinePc();
  pc.link('C:\\engine', engine);
  const product = join(inject('dist'), 'windows-update');
  for (const name of readdirSync(product).filter((each) => /\.(?:ps1|cmd)$/.test(each)))
    pc.write(`C:\\scripts\\${name}`, readFileSync(join(product, name), 'latin1').replaceAll('\r\n', '\n'));
  for (const id of ['6-wuauserv-start-type', '14-download-cache'])
    pc.write(`C:\\scripts\\${id}.txt`, readFileSync(join(product, 'snippets', `${id}.ps1.txt`), 'latin1'));
  furnish(pc);
  placeServiceManager(pc);
  const version = '"HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion"';
  pc.batch(
    `reg add ${version} /v CurrentBuildNumber /d 26100 /f >nul`,
    `reg add ${version} /v EditionID /d Professional /f >nul`,
  );
  pc.write(`${standIns}\\StandIn.psm1`, standIn);
  let count = 0;
  const place = (lines: readonly string[]): string => {
    const path = `C:\\text-${count++}.ps1`;
    pc.write(path, lines.join('\n'));
    return path;
  };
  return {
    pc,
    run: (lines, culture = 'en-US') => {
      const path = place(
        lines.flatMap((line) => ['$global:LASTEXITCODE = 0', line, "[Console]::WriteLine('--- ' + $LASTEXITCODE)"]),
      );
      const { code, output } = pc.batch(writable, `C:\\engine\\engine-host.exe ${culture} ${path} 2>&1`);
      const ended = Array.from(output.matchAll(/([\s\S]*?)^--- (-?\d+)\n/gm), ([, text = '', each]) => ({
        code: Number(each),
        output: text.replaceAll(/^wine: .*\n/gm, ''),
      }));
      if (ended.length !== lines.length) throw new Error(`The engine ended early, with ${code}:\n${output}`);
      return ended;
    },
    start: (lines) => {
      const path = `C:\\start-${count}.cmd`;
      pc.write(path, ['@echo off', writable, `C:\\engine\\engine-host.exe en-US ${place(lines)}`, ''].join('\n'));
      return pc.start(path);
    },
  };
}

/** Where pages may not be written and run at once, .NET ends in Wine as soon as it collects dynamic methods: 3 of 3 runs. */
const writable = 'set "DOTNET_EnableWriteXorExecute=0"';

/** The module of stand-ins, where modules count before PowerShell's own. Without it Wine answers for itself. */
export const standIns = 'C:\\Program Files\\PowerShell\\Modules\\StandIn';

/**
 * What Wine lacks and these tests are not about. It keeps no owner and no protected list of rights, so that C:\stand-in\owner.txt
 * decides whether folders are ours; it has no CIM.
 */
const standIn = `function Get-Acl {
    param([string] $Path, [string] $LiteralPath)
    if (Test-Path -LiteralPath C:\\stand-in\\owner.txt) {
        return Microsoft.PowerShell.Security\\Get-Acl -LiteralPath ($Path + $LiteralPath)
    }
    $acl = [pscustomobject]@{ Sddl = 'O:BAG:BAD:P(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)' }
    $acl | Add-Member -MemberType ScriptMethod -Name SetSecurityDescriptorSddlForm -Value { } -PassThru
}
function Set-Acl { param([string] $Path, $AclObject) }
function Get-CimInstance {
    [CmdletBinding()]
    param([string] $ClassName, [string] $Namespace, [string] $Filter, [string[]] $Property, [int] $OperationTimeoutSec)
    if (Test-Path -LiteralPath C:\\stand-in\\cim-hangs.txt) { [Threading.Thread]::Sleep(-1) }
    if ($ClassName -eq 'Win32_ComputerSystem') { [pscustomobject]@{ DomainRole = 0 } }
}
Export-ModuleMember -Function *
`;
