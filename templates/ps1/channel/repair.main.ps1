# Detects, repairs what is a problem, and writes the line; sets the exit code.
function Invoke-Main {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([string])]
    param([string] $Check)
    $script:ExitCode = 1
    $script:Lock = $null
    $ConfirmPreference = 'None'
    $rows = @(Select-Check -Check $Check)
    $asked = @(Get-CheckId -Id $Check | Sort-Object -Unique)
    if ($asked -and $asked.Count -ne $rows.Count) { return Get-SummaryLine -Note 'unknownCheck' }
    $machine = Get-Machine
    $windows = "$($machine.Build).$($machine.Revision)"
    try {
        $guard = Get-Guard 6>$null
        $results = @(Get-ChannelResult -Row $rows -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
        $due = @(Select-DueCheck -Row $rows -Result $results)
        $note = if ($due -and -not $WhatIfPreference) { Get-RepairNote -Machine $machine 6>$null }
        if ($note) { return Get-SummaryLine -Result $results -Windows $windows -Note $note }
        if ($due) {
            # Words of the repair are for the log alone: nothing but the line may stand on standard output.
            $repair = @{ Row = $due; Machine = $machine; Guard = $guard; AllowManaged = $true }
            Invoke-Repair @repair 2>$null 3>$null 4>$null 5>$null 6>&1 |
                ForEach-Object {
                    if ($_ -is [Management.Automation.InformationRecord]) { return Write-ChannelLog -Text "$_" }
                    $done = $_
                    Write-ChannelLog -Text "$($done.Id) $($done.Outcome) $($done.Failure)"
                    $done.Changes | ForEach-Object { Write-ChannelLog -Text "$($done.Id) $_" }
                    $result = $results | Where-Object -Property Id -EQ $done.Id
                    $result.Before = $done.Before
                    $result.Status = $done.Status
                    $result.Reason = $done.ReasonKey
                    $result.HResult = $done.HResult
                    $result.Outcome = $done.Outcome
                }
        }
        else { $script:ExitCode = 0 }
    }
    finally {
        if ($script:Lock) { $script:Lock.Dispose() }
    }
    if ($script:ExitCode -eq 0 -and (Get-Verdict -Result $results) -eq 'Problem') { $script:ExitCode = 1 }
    $note = if ($script:ExitCode -gt 1) { "exit:$script:ExitCode" }
    Get-SummaryLine -Result $results -Windows $windows -Note $note
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $refusal = Get-StartRefusal
        if ($refusal) { $script:Line = Get-SummaryLine -Note $refusal }
        else {
            $relaunch = @(Get-RelaunchArgument -Bound $PSBoundParameters)
            if ($relaunch) {
                $script:Line = @(& $script:NativeShell @relaunch)[-1]
                $script:ExitCode = $LASTEXITCODE
            }
            else {
                $script:LogPath = Get-LogPath
                $script:Line = Invoke-Main -Check $Check
            }
        }
    }
    catch {
        $script:ExitCode = 70
        $about = "$script:Product $script:ChecklistVersion $script:Phase"
        $script:Line = "mendsheet/1 $about - Unknown | !defect | Unknown"
        # What failed may be what makes the line.
        try { $script:Line = Get-SummaryLine -Note (Get-DefectNote -Record $_) }
        catch { Write-Verbose -Message "$_" }
    }
    Write-ChannelLog -Text $script:Line
    Write-Output -InputObject $script:Line
    # 13, 14: restart first, another run. 1618: what the 64-bit PowerShell made of them.
    $isInstaller = $ExitCodes -eq 'Installer'
    $code = if ($isInstaller -and $script:ExitCode -in 13, 14, 1618) { 1618 }
    elseif ($isInstaller -and $script:ExitCode -eq 3010) { 3010 }
    else { [int] ($script:ExitCode -notin 0, 3010) }
    Stop-HungProcess -Code $code
    if ($ExitCodes -eq 'Installer' -and $code -eq 1618) { exit 1618 }
    if ($ExitCodes -eq 'Installer' -and $code -eq 3010) { exit 3010 }
    if ($code -eq 0) { exit 0 }
    exit 1
}
