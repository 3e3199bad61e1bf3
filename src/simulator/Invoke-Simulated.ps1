<#
.SYNOPSIS
    Runs an emitted script from its first line to its exit on a simulated Windows, in this process, and ends with its
    exit code.
.DESCRIPTION
    The text is run as it is. A breakpoint at the first statement of main puts the stubs in place of the functions that
    reach past commands. The state is read from <Root>.xml if that file is there, and written to it at the end.
.PARAMETER Arguments
    JSON: the parameters of the script by name.
.PARAMETER Prepare
    Text of a scenario: it receives the state and changes it.
.PARAMETER KillAt
    The process ends like after a power cut at this point: 1 is before the first line of the journal, 2 behind it,
    3 before the second line, and so on.
.PARAMETER Break
    Name of a function that shall fail, as a defect would.
#>
param(
    [Parameter(Mandatory)] [string] $Script,
    [Parameter(Mandatory)] [string] $Root,
    [string] $Arguments = '{}',
    [string] $Prepare = '',
    [int] $KillAt = 0,
    [string] $Break = ''
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
Import-Module -Name (Join-Path -Path $PSScriptRoot -ChildPath 'SimulatedWindows.psm1')
$global:Simulated = @{ Windows = $null; State = "$Root.xml"; KillAt = $KillAt; Passed = 0; Break = $Break }
$global:Simulated.Windows = if (Test-Path -LiteralPath "$Root.xml") { Restore-SimulatedWindows -Root $Root }
else { New-SimulatedWindows -Root $Root }
if ($Prepare) { $null = & ([scriptblock]::Create($Prepare)) $global:Simulated.Windows }

$global:Simulated.Pass = {
    $global:Simulated.Passed++
    if ($global:Simulated.Passed -ne $global:Simulated.KillAt) { return }
    Save-SimulatedWindows
    [Diagnostics.Process]::GetCurrentProcess().Kill()
    [Threading.Thread]::Sleep(-1)
}

$main = Select-String -LiteralPath $Script -Pattern '^\$script:ExitCode = 70' | Select-Object -Last 1
$null = Set-PSBreakpoint -Script $Script -Line $main.LineNumber -Action {
    # The script's own -WhatIf and -Confirm are not meant for these.
    $quiet = @{ WhatIf = $false; Confirm = $false }
    foreach ($stub in Get-ReachingFunction) {
        Set-Item @quiet -Path "function:script:$($stub.Name)" -Value $stub.ScriptBlock
    }
    if ($global:Simulated.Break) { Set-Item @quiet -Path "function:script:$($global:Simulated.Break)" -Value { throw 'broken' } }
    if (Test-Path -Path function:Add-JournalLine) {
        $global:Simulated.AddLine = (Get-Item -Path function:Add-JournalLine).ScriptBlock
        Set-Item @quiet -Path function:script:Add-JournalLine -Value {
            param([string] $Path, [string] $Text)
            & $global:Simulated.Pass
            & $global:Simulated.AddLine -Path $Path -Text $Text
            & $global:Simulated.Pass
        }
    }
}
$splat = @{}
foreach ($property in (ConvertFrom-Json -InputObject $Arguments).PSObject.Properties) { $splat[$property.Name] = $property.Value }
& $Script @splat
$code = $LASTEXITCODE
Save-SimulatedWindows
exit $code
