param([int] $SettledDays, [int] $LimitMinutes)
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$interval = Get-RegistryValue -Path "$version\SystemRestore" -Name 'RPSessionInterval'
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\SystemRestore'
$isOff = (Get-RegistryValue -Path $policy -Name 'DisableSR') -eq 1 -or $interval -eq 0
if ($isOff) { return New-Finding -Status Ok -Reason 'switched-off' }
$query = @{ Namespace = 'root/default'; ClassName = 'SystemRestore'; OperationTimeoutSec = 60 }
$points = @(Get-CimInstance @query -ErrorAction Stop | Sort-Object -Property SequenceNumber)
if ($null -eq $interval -and $points.Count -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' }
$evidence = @{ Count = $points.Count; Newest = $null; Sequence = 0; Hours = $LimitMinutes / 60 }
$own = Get-RegistryValue -Path "$version\SystemRestore" -Name 'SystemRestorePointCreationFrequency'
if ($null -ne $own) { $evidence['Hours'] = [math]::Round($own / 60, 1) }
if ($points.Count -gt 0) {
    # DMTF, in UTC.
    $time = ([string] $points[-1].CreationTime).PadRight(14).Substring(0, 14)
    $evidence['Newest'] = $time -replace '^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$', '$1-$2-$3T$4:$5:$6Z'
    $evidence['Sequence'] = $points[-1].SequenceNumber
    return New-Finding -Status Ok -Reason 'points' -Evidence $evidence
}
# Windows makes one with its updates and keeps it for 60 to 90 days: only a new installation has none.
$installed = Get-RegistryValue -Path $version -Name 'InstallDate'
$age = (Get-Date).ToUniversalTime() - [datetimeoffset]::FromUnixTimeSeconds([long] $installed).UtcDateTime
if ($age.TotalDays -lt $SettledDays) { return New-Finding -Status Ok -Reason 'none-yet' -Evidence $evidence }
New-Finding -Status Problem -Reason 'missing' -Evidence $evidence
