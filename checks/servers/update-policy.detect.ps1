param([string[]] $Managers, [int] $StaleDays, [int] $PauseDays)
$group = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$user = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$now = (Get-Date).ToUniversalTime()
$updated = Get-LastRollupTime
$build = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
if ($build -eq 0) { return New-Finding -Status Unknown -Reason 'unreadable' }
$isClient = (Get-RegistryValue -Path $version -Name 'InstallationType') -eq 'Client'
$server = Get-UpdateServer
$useServer = $server.IsUsed
$evidence = @{
    Policies   = @()
    Managers   = @()
    Pin        = ''
    Installed  = [string] (Get-RegistryValue -Path $version -Name 'DisplayVersion')
    LastUpdate = if ($updated) { $updated.ToString('s').Substring(0, 10) } else { '-' }
    Until      = ''
    Server     = $server.Address
}
# By the programs of services.
$paths = @(Get-CimInstance -ClassName Win32_Service -OperationTimeoutSec 30 | ForEach-Object { "$($_.PathName)" })
foreach ($row in $Managers) {
    $part, $name = $row -split '='
    $found = $paths | Where-Object { $_.IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0 }
    if ($found) { $evidence['Managers'] += $name }
}
if (-not $evidence.Managers) { $evidence['Managers'] = @('-') }
$set = @(
    foreach ($row in "$group\AU=NoAutoUpdate=1", "$group\AU=AUOptions=1", "$mobile=AllowAutoUpdate=5",
        "$group=SetDisableUXWUAccess=1", "$mobile=SetDisableUXWUAccess=1",
        "$group=DoNotConnectToWindowsUpdateInternetLocations=1", "$mobile=AllowUpdateService=0") {
        $key, $name, $value = $row -split '='
        if ([string] (Get-RegistryValue -Path $key -Name $name) -eq $value) { "$name $value" }
    }
)
$barred = @($set -match '^DoNot|^AllowUpdateS')
$off = @($set | Where-Object { $_ -notin $barred })
$delays = @(
    foreach ($key in $group, $mobile) {
        foreach ($name in 'DeferFeatureUpdatesPeriodInDays', 'DeferQualityUpdatesPeriodInDays') {
            $days = Get-RegistryValue -Path $key -Name $name
            if ($days) { "$name $days" }
        }
    }
    # Only this says whether a pause still holds.
    $state = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UpdatePolicy\Settings'
    foreach ($name in 'PausedFeatureStatus', 'PausedQualityStatus') {
        if ((Get-RegistryValue -Path $state -Name $name) -eq 1) { $name }
    }
)
# An MDM keeps the version where a group policy keeps 1.
$pin = Get-RegistryValue -Path $mobile -Name 'TargetReleaseVersion'
if ((Get-RegistryValue -Path $group -Name 'TargetReleaseVersion') -eq 1) {
    $pin = Get-RegistryValue -Path $group -Name 'TargetReleaseVersionInfo'
}
# Editions for the home do not follow it.
if ((Get-RegistryValue -Path $version -Name 'EditionID') -like 'Core*') { $pin = $null }
$product = -join ($group, $mobile | ForEach-Object { Get-RegistryValue -Path $_ -Name 'ProductVersion' })
if ($pin) {
    $evidence['Pin'] = "$product $pin".Trim()
    $delays += "TargetReleaseVersion $pin"
}
$evidence['Policies'] = $off + $delays
$isOlder = "$pin $($evidence.Installed)" -match '^(\d\dH\d) (\d\dH\d)$' -and $Matches[1] -lt $Matches[2]
$isBehind = $isOlder -or ($pin -and $build -ge 22000 -and $product -match 'Windows 10$')
# The source is Windows Update without a server, or where a policy says so; before Windows 11, delays do.
$isByClass = (Get-RegistryValue -Path "$group\AU" -Name 'UseUpdateClassPolicySource') -eq 1
$key = if ($isByClass) { $group } else { $mobile }
$source = Get-RegistryValue -Path $key -Name 'SetPolicyDrivenUpdateSourceForQualityUpdates'
$isDual = $useServer -and $delays -and $build -lt 22000 -and $null -eq $source -and -not $isByClass -and
(Get-RegistryValue -Path $group -Name 'DisableDualScan') -ne 1
$isPublic = -not $useServer -or $isDual -or $source -eq 0
$client = 'Microsoft-Windows-WindowsUpdateClient'
try { $failed = @(Get-OpenFailure -Provider $client -Since $now.AddDays(-14) -Code '0x8024500C', '0x80D0*') }
catch { $failed = @() }
$codes = @($failed | ForEach-Object { $_.Code } | Select-Object -Unique) -eq '0x8024500C'
$reason = $null
$until = 'PauseUpdatesExpiryTime', 'PauseFeatureUpdatesEndTime', 'PauseQualityUpdatesEndTime' |
    ForEach-Object { [string] (Get-RegistryValue -Path $user -Name $_) } | Where-Object { $_ -match '^\d{4}-' } |
    Sort-Object | Select-Object -Last 1
if ($isBehind) { $reason = 'pin-behind' }
elseif ($isPublic -and ($barred -or $codes)) {
    $evidence['Policies'] = $barred
    $reason = if ($barred) { 'source-barred' } else { 'source-refused' }
}
elseif ($until -gt $now.AddDays($PauseDays).ToString('s')) {
    $evidence['Until'] = $until
    $reason = 'paused-long'
}
elseif ($useServer -and -not (Get-RegistryValue -Path $group -Name 'UpdateServiceUrlAlternate') -and
    (Test-Path -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec')) {
    # Its client loads from itself, at that address, but not what policies take from Windows Update.
    $codes = @($failed | Where-Object { $_.Service -eq '3DA21691-E39D-4DA6-8A4B-B43877BCB1B7' } |
            ForEach-Object { $_.Code } | Select-Object -Unique) -ne '0x8024500C'
    if ($codes) { $reason = 'alternate-missing' }
}
if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $codes }
if ($off) {
    $isOld = $isClient -and $updated -and $updated -lt $now.AddDays(-$StaleDays)
    $status = if ($isOld) { 'Problem' } else { 'Ok' }
    return New-Finding -Status $status -Reason 'automatic-off' -Evidence $evidence
}
if ($delays) { $reason = if ($isDual) { 'dual-scan' } else { 'delayed' } }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
