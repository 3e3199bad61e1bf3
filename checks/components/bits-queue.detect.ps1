param([string[]] $DamageCodes, [string] $UpdateJob, [int] $Limit)
$evidence = @{ Jobs = 0; OtherJobs = 0; States = @(); Codes = @(); UpdateJobs = 0; Limit = $Limit }
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\BITS'
$limitByPolicy = Get-RegistryValue -Path $policy -Name 'MaxJobsPerMachine'
if ($limitByPolicy) { $evidence['Limit'] = $limitByPolicy }
if ((Get-RegistryValue -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\BITS' -Name 'Start') -eq 4) {
    return New-Finding -Status Unknown -Reason 'disabled' -Evidence $evidence
}
# Without it only jobs of the caller are listed, and Windows Update runs as SYSTEM.
try {
    $jobs = @(Get-BitsTransfer -AllUsers -ErrorAction Stop)
}
catch {
    $code = '0x{0:X8}' -f $_.Exception.GetBaseException().HResult
    $evidence['Codes'] = @($code)
    if ($code -in $DamageCodes) {
        return New-Finding -Status Problem -Reason 'damaged' -Evidence $evidence -HResult $code
    }
    # E_ACCESSDENIED: the jobs of others are shown to administrators alone.
    $reason = if ($code -eq '0x80070005') { 'not-elevated' } else { 'unreadable' }
    return New-Finding -Status Unknown -Reason $reason -Evidence $evidence -HResult $code
}
$evidence['Jobs'] = $jobs.Count
# Setting the queue aside takes all jobs with it, so those of others forbid that.
$evidence['OtherJobs'] = @($jobs | Where-Object { $_.DisplayName -ne $UpdateJob }).Count
$evidence['States'] = @($jobs | Group-Object -Property JobState | ForEach-Object { "$($_.Name)=$($_.Count)" })
# BITS tries again what fails in passing. Failed jobs of others are theirs to clear away.
$failed = @($jobs | Where-Object { [string] $_.JobState -eq 'Error' })
$codes = @($failed | ForEach-Object { '0x{0:X8}' -f $_.InternalErrorCode } | Select-Object -Unique)
$evidence['Codes'] = $codes
$damage = @($codes | Where-Object { $_ -in $DamageCodes })
$reason = if ($damage) { 'damaged' } elseif ($jobs.Count -ge $evidence.Limit) { 'full' }
if ($reason -eq 'full') { $damage = $evidence['Codes'] = @('0x80200050') }
if (-not $reason) {
    # The agent clears its failed jobs away within minutes; one a day old was forgotten.
    $old = (Get-Date).AddDays(-1)
    $update = @($failed | Where-Object { $_.DisplayName -eq $UpdateJob -and $_.ModificationTime -lt $old })
    $evidence['UpdateJobs'] = $update.Count
    if ($update) {
        $reason = 'stuck'
        $damage = $codes
    }
}
if ($reason -and $evidence.OtherJobs) {
    return New-Finding -Status Unknown -Reason 'others-waiting' -Evidence $evidence -HResult $damage
}
if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $damage }
if ($failed) { return New-Finding -Status Ok -Reason 'others-failed' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
