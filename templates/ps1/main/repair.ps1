function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [string[]] $Check,
        [string[]] $Skip,
        [switch] $Force,
        [switch] $Undo,
        [int] $Run,
        [switch] $RemoveAside,
        [switch] $AllowManaged,
        [string] $OutputPath,
        [switch] $ListChecks
    )
    $script:ExitCode = 64
    $isContrary = ($Undo -and $RemoveAside) -or ($Run -and -not $Undo) -or ($Check -and $RemoveAside) -or
    ($Skip -and ($Undo -or $RemoveAside)) -or ($Force -and ($Undo -or $RemoveAside -or -not $Check))
    if ($isContrary) { return Write-Notice -Key 'badCombination' -Always }
    if (-not (Test-Selection -Check $Check -Skip $Skip -OutputPath $OutputPath)) { return }
    if ($ListChecks) {
        $script:ExitCode = 0
        return Write-CheckList
    }
    # -Confirm asks once for each change, not again for each command that makes it.
    $script:ConfirmLevel = $ConfirmPreference
    $ConfirmPreference = 'None'
    $machine = Get-Machine
    $report = @{ Machine = $machine; OutputPath = $OutputPath; Run = $script:RunId }
    $report.Mode = if ($WhatIfPreference) { 'preview' }
    elseif ($Undo) { 'undo' }
    elseif ($RemoveAside) { 'remove' }
    else { 'repair' }
    $lock = $null
    try {
        # A preview writes nothing, so it needs no rights, no state folder and no lock.
        if (-not $WhatIfPreference) {
            $script:ExitCode = 10
            if (-not $machine.Elevated) {
                Write-Notice -Key 'notElevated'
                return Write-Report @report
            }
            if (($Undo -or $RemoveAside) -and -not (Test-Path -LiteralPath $script:StateFolder)) {
                $script:ExitCode = 0
                Write-Notice -Key $(if ($Undo) { 'nothingToUndo' } else { 'nothingToRemove' })
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
            $ids = if ($Check) { @(Select-Check -Check $Check | ForEach-Object { $_.Id }) }
            $script:ExitCode = Undo-Run -Number $Run -Check $ids -AllowManaged:$AllowManaged
            $report.Change = $script:Changes
            $report.Follows = $script:UndoneRun
        }
        elseif ($RemoveAside) {
            $script:ExitCode = Remove-AsideItem
            $report.Change = $script:Changes
        }
        else {
            if ($lock) { Write-UnfinishedRun }
            $rows = @(Select-Check -Check $Check -Skip $Skip)
            $splat = @{ Row = $rows; Machine = $machine; AllowManaged = $AllowManaged }
            $report.Result = @(if ($Force) { Invoke-Repair @splat -Force } else { Invoke-FoundRepair @splat })
            if ($script:Journal) { Add-RunNote -Text "end $script:ExitCode" }
            $report.Generation = @(Get-AsideFolder -Target $script:AsideTargets)
            $report.Journal = $script:Journal
        }
        Write-Report @report
        if ($lock -and $OutputPath) { Send-KeptReport -Path $OutputPath }
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
                Force        = $Force
                Undo         = $Undo
                Run          = $Run
                RemoveAside  = $RemoveAside
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
    Stop-HungProcess -Code $script:ExitCode
    exit $script:ExitCode
}
