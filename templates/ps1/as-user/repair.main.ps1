function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Check,
        [string[]] $Skip,
        [switch] $Undo,
        [int] $Run,
        [string] $OutputPath,
        [switch] $ListChecks
    )
    $script:ExitCode = 64
    if (($Run -and -not $Undo) -or ($Skip -and $Undo)) { return Write-Notice -Key 'badCombination' -Always }
    if (-not (Test-Selection -Check $Check -Skip $Skip -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    # -Confirm asks once for each change, not again for each command that makes it.
    $script:ConfirmLevel = $ConfirmPreference
    $ConfirmPreference = 'None'
    $machine = Get-Machine
    # The runs on record are those of the computer, which nothing here follows.
    $report = @{ Machine = $machine; OutputPath = $OutputPath; Follows = 'none' }
    $report.Mode = if ($WhatIfPreference) { 'preview' } elseif ($Undo) { 'undo' } else { 'repair' }
    $lock = $null
    try {
        # Also for a preview: it would show the settings of somebody else.
        $script:ExitCode = 11
        if (-not (Test-SignedInUser)) {
            Write-Notice -Key 'asUser'
            return Write-Report @report
        }
        # A preview writes nothing, so it needs no state folder and no lock.
        if (-not $WhatIfPreference) {
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
        }
        if ($Undo) {
            $ids = if ($Check) { @(Select-Check -Check $Check | ForEach-Object { $_.Id }) }
            $script:ExitCode = Undo-Run -Number $Run -Check $ids
            $report.Change = $script:Changes
        }
        else {
            if ($lock) { Write-UnfinishedRun }
            $rows = @(Select-Check -Check $Check -Skip $Skip)
            $report.Result = @(Invoke-FoundRepair -Row $rows -Machine $machine)
            if ($script:Journal) { Add-RunNote -Text "end $script:ExitCode" }
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
                Check      = $Check
                Skip       = $Skip
                Undo       = $Undo
                Run        = $Run
                OutputPath = $OutputPath
                ListChecks = $ListChecks
            }
            Invoke-Main @splat
        }
    }
    catch {
        Write-Defect -Record $_
        $script:ExitCode = 70
    }
    Stop-HungProcess -Code $script:ExitCode
    exit $script:ExitCode
}
