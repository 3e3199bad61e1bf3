param([int] $MinimumGigabytes, [int] $ComfortGigabytes, [int] $UpgradeGigabytes)
$filter = "DeviceID = '$env:SystemDrive'"
$volume = Get-CimInstance -ClassName Win32_LogicalDisk -Filter $filter -OperationTimeoutSec 30
if ($null -eq $volume -or $null -eq $volume.FreeSpace) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Drive = $env:SystemDrive }
}
$free = [math]::Round($volume.FreeSpace / 1gb, 1)
$evidence = @{
    Drive         = $env:SystemDrive
    FreeGigabytes = $free
    SizeGigabytes = [math]::Round($volume.Size / 1gb, 1)
    Minimum       = $MinimumGigabytes
    Comfort       = $ComfortGigabytes
    Upgrade       = $UpgradeGigabytes
}
# What a drive cannot have free at all is no advice: some tablets have 32 GB.
$isSmall = $evidence.SizeGigabytes -lt 2 * $UpgradeGigabytes
if ($free -lt $MinimumGigabytes) {
    $reason = if ($isSmall) { 'full-small' } else { 'full' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence
}
if ($isSmall -and $free -lt $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'small' -Evidence $evidence }
# Neither figure stops a monthly update for certain, so they are said and are no fault.
if ($free -lt $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'tight' -Evidence $evidence }
if ($free -lt $UpgradeGigabytes) { return New-Finding -Status Ok -Reason 'no-upgrade' -Evidence $evidence }
New-Finding -Status Ok -Evidence $evidence
