param([int] $SupersededState, [int] $ComfortGigabytes)
# Windows removes replaced updates by itself: they matter only where space is short.
$key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\Packages'
$filter = "DeviceID = '$env:SystemDrive'"
$volume = Get-CimInstance -ClassName Win32_LogicalDisk -Filter $filter -OperationTimeoutSec 30
if (-not (Test-Path -LiteralPath $key) -or $null -eq $volume -or $null -eq $volume.FreeSpace) {
    return New-Finding -Status Unknown -Reason 'unreadable'
}
$superseded = @(Get-SubkeyName -Path $key | Where-Object { $_ -like 'Package_for_RollupFix~*' } |
        Where-Object { (Get-RegistryValue -Path "$key\$_" -Name 'CurrentState') -eq $SupersededState })
$free = [math]::Round($volume.FreeSpace / 1gb, 1)
$evidence = @{ Drive = $env:SystemDrive; FreeGigabytes = $free; Superseded = $superseded.Count }
if ($superseded.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
if ($free -ge $ComfortGigabytes) { return New-Finding -Status Ok -Reason 'kept' -Evidence $evidence }
New-Finding -Status Problem -Reason 'reclaimable' -Evidence $evidence
