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
    $preview = [bool] $WhatIfPreference
    $machine = Get-Machine
    if (-not $preview) {
        $script:ExitCode = 10
        if (-not $machine.Elevated) {
            Write-Notice -Key 'notElevated'
            return Write-Report -Result @() -Machine $machine -OutputPath $OutputPath
        }
        $script:ExitCode = if ($Undo) { 20 } else { 1 }
        if (-not (Initialize-StateFolder)) {
            return Write-Report -Result @() -Machine $machine -OutputPath $OutputPath
        }
        Open-Transcript
    }
    $lock = $null
    try {
        # A preview writes nothing, so it takes no lock either.
        if (-not $preview) { $lock = Open-RunLock }
        if (-not $preview -and -not $lock) {
            $script:ExitCode = 14
            Write-Notice -Key 'busy' -With @{ Path = "$script:StateFolder\lock" }
            return Write-Report -Result @() -Machine $machine -OutputPath $OutputPath
        }
        $results = @(
            if ($Undo) { $script:ExitCode = Undo-Run }
            else { Invoke-Repair -Row @(Select-Check -Check $Check -Skip $Skip) -Machine $machine -AllowManaged:$AllowManaged }
        )
        Write-Report -Result $results -Machine $machine -OutputPath $OutputPath
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
