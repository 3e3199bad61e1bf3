# Repairs the chosen checks, or undoes the newest run; writes the report and sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Check,
        [string[]] $Skip,
        [switch] $Undo,
        [switch] $AllowManaged,
        [string] $OutputPath,
        [switch] $ListChecks
    )
    $script:ExitCode = 64
    if (-not (Test-Selection -Check $Check -Skip $Skip -Undo:$Undo -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    # -Confirm asks once for each change, not again for each command that makes it.
    $script:ConfirmLevel = $ConfirmPreference
    $ConfirmPreference = 'None'
    $machine = Get-Machine
    $report = @{ Machine = $machine; OutputPath = $OutputPath }
    $report.Mode = if ($WhatIfPreference) { 'preview' } elseif ($Undo) { 'undo' } else { 'repair' }
    $lock = $null
    try {
        # A preview writes nothing, so it needs no rights, no state folder and no lock.
        if (-not $WhatIfPreference) {
            $script:ExitCode = 10
            if (-not $machine.Elevated) {
                Write-Notice -Key 'notElevated'
                return Write-Report @report
            }
            if ($Undo -and -not (Test-Path -LiteralPath $script:StateFolder)) {
                $script:ExitCode = 0
                Write-Notice -Key 'nothingToUndo'
                return Write-Report @report
            }
            $script:ExitCode = if ($Undo) { 20 } else { 1 }
            if (-not (Initialize-StateFolder)) { return Write-Report @report }
            $script:ExitCode = 14
            $lock = Open-RunLock
            if (-not $lock) {
                Write-Notice -Key 'busy'
                return Write-Report @report
            }
            Open-Transcript
        }
        if ($Undo) {
            $script:ExitCode = Undo-Run
            $report.Change = $script:Changes
        }
        else {
            $rows = @(Select-Check -Check $Check -Skip $Skip)
            $report.Result = @(Invoke-Repair -Row $rows -Machine $machine -AllowManaged:$AllowManaged)
            $report.AsideTarget = $script:AsideTargets
            $report.Journal = $script:Journal
        }
        Write-Report @report
    }
    finally {
        if ($lock) { $lock.Dispose() }
    }
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $script:ExitCode = Get-StartCode
        $relaunch = @(if ($script:ExitCode -eq 0) { Get-RelaunchArgument -Bound $PSBoundParameters })
        if ($relaunch) {
            & $script:NativeShell @relaunch
            $script:ExitCode = $LASTEXITCODE
        }
        elseif ($script:ExitCode -eq 0) {
            $splat = @{
                Check        = $Check
                Skip         = $Skip
                Undo         = $Undo
                AllowManaged = $AllowManaged
                OutputPath   = $OutputPath
                ListChecks   = $ListChecks
            }
            Invoke-Main @splat
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    finally {
        Close-Transcript
    }
    exit $script:ExitCode
}
