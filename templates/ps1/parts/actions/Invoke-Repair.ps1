# Per check: detect, guards once before the first change, repair, detect again. What is no problem is left alone,
# and may have been healed by an earlier repair, unless it is forced. Sets the exit code.
function Invoke-Repair {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([pscustomobject])]
    param(
        [hashtable[]] $Row,
        [Parameter(Mandatory)] [psobject] $Machine,
        [psobject] $Guard = (Get-Guard),
        [switch] $AllowManaged,
        [switch] $Force
    )
    $stopCode = $null
    $needsRestart = $false
    $mustStop = $false
    $done = 0
    $tally = @{ Preview = 0; Unchanged = 0; Repaired = 0; NotConfirmed = 0; Failed = 0; Blocked = 0 }
    foreach ($each in $Row) {
        $script:CheckId = $each.Id
        Write-Step -Text (Get-Message -Key "title.$($each.Id)") -Done $done -Of $Row.Count
        $done++
        $clock = [Diagnostics.Stopwatch]::StartNew()
        $script:Changes = @()
        $script:NeedsRestart = $false
        $failure = ''
        $before = $after = Invoke-Detection -Row $each -Machine $Machine
        if ($before.Status -eq 'NotApplicable' -or (-not $Force -and $before.Status -ne 'Problem')) {
            ConvertTo-CheckResult -Row $each -Finding $before -Elapsed $clock.Elapsed
            continue
        }
        if ($null -eq $stopCode) { $stopCode = Get-GuardCode -Guard $Guard -AllowManaged:$AllowManaged }
        $isBlocked = $stopCode -ne 0 -or $mustStop
        if (-not $isBlocked) {
            try { $null = & $each.Repair }
            catch { $failure = Get-FailureText -Record $_ }
            finally {
                # A body that failed half-way must not leave a service stopped.
                foreach ($name in $script:StoppedServices) { Start-StoppedService -Name $name }
            }
            if (-not $WhatIfPreference) { $after = Invoke-Detection -Row $each -Machine $Machine }
        }
        $outcome = if ($isBlocked) { 'Blocked' }
        elseif ($failure) { 'Failed' }
        elseif ($WhatIfPreference) { 'Preview' }
        elseif ($after.Status -eq 'Unknown') { 'NotConfirmed' }
        elseif ($after.Status -eq 'Problem') {
            # What a tool leaves to the next restart can only be judged after it.
            if ($script:NeedsRestart) { 'NotConfirmed' } else { 'Failed' }
        }
        elseif ($script:Changes) { 'Repaired' }
        else { 'Unchanged' }
        $tally[$outcome]++
        # The guard of the next run would say the same: what servicing has staged comes first.
        if ($script:NeedsRestart) { $mustStop = $true }
        if ($mustStop -or ($outcome -eq 'Repaired' -and $each.Restart)) { $needsRestart = $true }
        $splat = @{
            Row     = $each
            Finding = $after
            Elapsed = $clock.Elapsed
            Before  = $before.Status
            Outcome = $outcome
            Failure = $failure
            Changes = $script:Changes
        }
        ConvertTo-CheckResult @splat
    }
    Write-Step -Complete
    $bad = $tally.Failed + $tally.NotConfirmed
    if ($mustStop) { $bad += $tally.Blocked }
    $script:ExitCode = if ($stopCode) { $stopCode }
    elseif ($bad -gt 0) { if ($tally.Repaired -gt 0) { 3 } else { 1 } }
    elseif ($needsRestart) { 3010 }
    else { 0 }
}
