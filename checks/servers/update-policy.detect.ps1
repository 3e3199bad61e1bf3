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
$useServer = (Get-RegistryValue -Path "$group\AU" -Name 'UseWUServer') -eq 1
$evidence = @{
    Policies   = @()
    Managers   = @()
    Pin        = ''
    Installed  = [string] (Get-RegistryValue -Path $version -Name 'DisplayVersion')
    LastUpdate = if ($updated) { $updated.ToString('s').Substring(0, 10) } else { '-' }
    Until      = ''
    Server     = [string] (Get-RegistryValue -Path $group -Name 'WUServer')
}
# Who manages the PC, by the programs of its services.
$paths = @(Get-CimInstance -ClassName Win32_Service -OperationTimeoutSec 30 | ForEach-Object { "$($_.PathName)" })
foreach ($row in $Managers) {
    $part, $name = $row -split '='
    $found = $paths | Where-Object { $_.IndexOf($part, [StringComparison]::OrdinalIgnoreCase) -ge 0 }
    if ($found) { $evidence['Managers'] += $name }
}
if (-not $evidence.Managers) { $evidence['Managers'] = @('-') }
$off = @(
    foreach ($row in "$group\AU=NoAutoUpdate=1", "$group\AU=AUOptions=1", "$mobile=AllowAutoUpdate=5",
        "$group=SetDisableUXWUAccess=1", "$mobile=SetDisableUXWUAccess=1") {
        $key, $name, $value = $row -split '='
        if ([string] (Get-RegistryValue -Path $key -Name $name) -eq $value) { "$name $value" }
    }
)
$delays = @(
    foreach ($key in $group, $mobile) {
        foreach ($name in 'DeferFeatureUpdatesPeriodInDays', 'DeferQualityUpdatesPeriodInDays') {
            $days = Get-RegistryValue -Path $key -Name $name
            if ($days) { "$name $days" }
        }
    }
    # A pause ends by itself; only this says whether it still holds.
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
# No edition for the home follows it: "Policy CSP - Update" lists Pro, Enterprise, Education and IoT.
if ((Get-RegistryValue -Path $version -Name 'EditionID') -like 'Core*') { $pin = $null }
$product = -join ($group, $mobile | ForEach-Object { Get-RegistryValue -Path $_ -Name 'ProductVersion' })
if ($pin) {
    $evidence['Pin'] = "$product $pin".Trim()
    $delays += "TargetReleaseVersion $pin"
}
$evidence['Policies'] = $off + $delays
$isOlder = "$pin $($evidence.Installed)" -match '^(\d\dH\d) (\d\dH\d)$' -and $Matches[1] -lt $Matches[2]
$isBehind = $isOlder -or ($pin -and $build -ge 22000 -and $product -match 'Windows 10$')
$reason = $null
$codes = @()
$until = 'PauseUpdatesExpiryTime', 'PauseFeatureUpdatesEndTime', 'PauseQualityUpdatesEndTime' |
    ForEach-Object { [string] (Get-RegistryValue -Path $user -Name $_) } | Where-Object { $_ -match '^\d{4}-' } |
    Sort-Object | Select-Object -Last 1
if ((Get-RegistryValue -Path $mobile -Name 'AllowUpdateService') -eq 0) { $reason = 'service-forbidden' }
elseif ($isBehind) { $reason = 'pin-behind' }
elseif (-not $useServer -and
    (Get-RegistryValue -Path $group -Name 'DoNotConnectToWindowsUpdateInternetLocations') -eq 1) {
    $reason = 'internet-forbidden'
}
elseif ($until -gt $now.AddDays($PauseDays).ToString('s')) {
    $evidence['Until'] = $until
    $reason = 'paused-long'
}
elseif ($useServer -and -not (Get-RegistryValue -Path $group -Name 'UpdateServiceUrlAlternate') -and
    (Test-Path -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec')) {
    # A client of Configuration Manager loads from itself, at that address (0xD0: Delivery Optimization), but not
    # the kinds of update that policies take from Windows Update.
    try {
        $client = 'Microsoft-Windows-WindowsUpdateClient'
        $codes = @(Get-OpenFailure -Provider $client -Since $now.AddDays(-14) -Code '0x80D0*' |
                Where-Object { $_.Service -eq '3DA21691-E39D-4DA6-8A4B-B43877BCB1B7' } |
                ForEach-Object { $_.Code } | Select-Object -Unique)
    }
    catch { $codes = @() }
    if ($codes) { $reason = 'alternate-missing' }
}
if ($reason) { return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $codes }
if ($off) {
    $isOld = $isClient -and $updated -and $updated -lt $now.AddDays(-$StaleDays)
    $status = if ($isOld) { 'Problem' } else { 'Ok' }
    return New-Finding -Status $status -Reason 'automatic-off' -Evidence $evidence
}
# Before Windows 11, policies that delay make Windows Update the source beside a server.
$isDual = $useServer -and $delays -and $build -lt 22000 -and
(Get-RegistryValue -Path $group -Name 'DisableDualScan') -ne 1 -and
(Get-RegistryValue -Path "$group\AU" -Name 'UseUpdateClassPolicySource') -ne 1
if ($delays) { $reason = if ($isDual) { 'dual-scan' } else { 'delayed' } }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
