param([string[]] $Managers, [int] $StaleDays, [int] $PauseDays, [int] $LoadDays, [string] $Provider)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$mobile = 'HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$now = (Get-Date).ToUniversalTime()
$updated = Get-LastRollupTime
$isClient = (Get-RegistryValue -Path $version -Name 'InstallationType') -eq 'Client'
$build = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
$evidence = @{
    Policies   = @()
    Managers   = @()
    Pin        = ''
    Installed  = [string] (Get-RegistryValue -Path $version -Name 'DisplayVersion')
    LastUpdate = if ($updated) { $updated.ToString('s').Substring(0, 10) }
    Until      = ''
    Server     = [string] (Get-RegistryValue -Path $policy -Name 'WUServer')
}
# Who manages the PC, by the programs of its services.
$paths = @(Get-CimInstance -ClassName Win32_Service -OperationTimeoutSec 30 |
        ForEach-Object { [string] $_.PathName })
$evidence['Managers'] = @($Managers | Where-Object {
        $needle = ($_ -split '=')[0]
        $paths | Where-Object { $_.IndexOf($needle, [StringComparison]::OrdinalIgnoreCase) -ge 0 }
    } | ForEach-Object { ($_ -split '=')[1] })
# Group policy first, then that of an MDM: what stops or holds back updates, by name.
$useServer = (Get-RegistryValue -Path "$policy\AU" -Name 'UseWUServer') -eq 1
$off = @(
    if ((Get-RegistryValue -Path "$policy\AU" -Name 'NoAutoUpdate') -eq 1) { 'NoAutoUpdate' }
    if ((Get-RegistryValue -Path "$policy\AU" -Name 'AUOptions') -eq 1) { 'AUOptions 1' }
    if ((Get-RegistryValue -Path $mobile -Name 'AllowAutoUpdate') -eq 5) { 'MDM AllowAutoUpdate 5' }
)
$hidden = @(
    $policy, $mobile | Where-Object { (Get-RegistryValue -Path $_ -Name 'SetDisableUXWUAccess') -eq 1 } |
        ForEach-Object { 'SetDisableUXWUAccess' } | Select-Object -Unique
)
$delays = @(
    foreach ($key in $policy, $mobile) {
        foreach ($name in 'DeferFeatureUpdatesPeriodInDays', 'DeferQualityUpdatesPeriodInDays') {
            $days = Get-RegistryValue -Path $key -Name $name
            if ($days) { "$name $days" }
        }
    }
    foreach ($name in 'PauseFeatureUpdates', 'PauseQualityUpdates') {
        if ((Get-RegistryValue -Path $mobile -Name $name) -eq 1) { "MDM $name" }
        # A pause of a group policy ends by itself; only this says whether it still holds.
        $kind = $name.Substring(5) -replace 'Updates$'
        $state = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UpdatePolicy\Settings'
        if ((Get-RegistryValue -Path $state -Name "Paused${kind}Status") -eq 1) { $name }
    }
)
$evidence['Policies'] = $off + $hidden + $delays
if ((Get-RegistryValue -Path $mobile -Name 'AllowUpdateService') -eq 0) {
    return New-Finding -Status Problem -Reason 'service-forbidden' -Evidence $evidence
}
# An MDM keeps the version itself where a group policy keeps 1.
$pin = ''
if ((Get-RegistryValue -Path $policy -Name 'TargetReleaseVersion') -eq 1) {
    $pin = [string] (Get-RegistryValue -Path $policy -Name 'TargetReleaseVersionInfo')
}
if (-not $pin) { $pin = [string] (Get-RegistryValue -Path $mobile -Name 'TargetReleaseVersion') }
$product = -join ($policy, $mobile | ForEach-Object { Get-RegistryValue -Path $_ -Name 'ProductVersion' })
if ($pin) {
    $evidence['Pin'] = "$product $pin".Trim()
    $isOlder = $pin -match '^\d\dH\d$' -and $evidence.Installed -match '^\d\dH\d$' -and $pin -lt $evidence.Installed
    if ($isOlder -or ($build -ge 22000 -and $product -match 'Windows 10$')) {
        return New-Finding -Status Problem -Reason 'pin-behind' -Evidence $evidence
    }
}
$isBarred = (Get-RegistryValue -Path $policy -Name 'DoNotConnectToWindowsUpdateInternetLocations') -eq 1
if ($isBarred -and -not $useServer) {
    return New-Finding -Status Problem -Reason 'internet-forbidden' -Evidence $evidence
}
$settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
$until = 'PauseUpdatesExpiryTime', 'PauseFeatureUpdatesEndTime', 'PauseQualityUpdatesEndTime' |
    ForEach-Object { [string] (Get-RegistryValue -Path $settings -Name $_) } | Sort-Object | Select-Object -Last 1
if ($until -gt $now.AddDays($PauseDays).ToString('s')) {
    $evidence['Until'] = $until
    return New-Finding -Status Problem -Reason 'paused-long' -Evidence $evidence
}
# A client of Configuration Manager loads parts of updates from itself, at this address. Without it nothing comes.
$alternate = Get-RegistryValue -Path $policy -Name 'UpdateServiceUrlAlternate'
$isConfigured = Test-Path -LiteralPath 'HKLM:\SYSTEM\CurrentControlSet\Services\CcmExec'
if ($useServer -and $isConfigured -and -not $alternate) {
    $query = @{ Provider = $Provider; Since = $now.AddDays(-$LoadDays) }
    try {
        $failed = @(Get-EventRecord -Log 'System' -Id 20 @query) +
        @(Get-EventRecord -Log "$Provider/Operational" -Id 31 @query)
    }
    catch { $failed = @() }
    # Facility 0xD0 is Delivery Optimization.
    $codes = @($failed | ForEach-Object { [string] $_.Data['errorCode'] } | Where-Object { $_ -match '^0x80D0' } |
            ForEach-Object { $_.ToUpperInvariant().Replace('X', 'x') } | Select-Object -Unique)
    if ($codes) {
        return New-Finding -Status Problem -Reason 'alternate-missing' -Evidence $evidence -HResult $codes
    }
}
if ($off -or $hidden) {
    $isOld = $isClient -and $updated -and $updated -lt $now.AddDays(-$StaleDays)
    $status = if ($isOld) { 'Problem' } else { 'Ok' }
    $reason = if ($isOld) { 'automatic-off-old' } elseif ($off) { 'automatic-off' } else { 'page-hidden' }
    return New-Finding -Status $status -Reason $reason -Evidence $evidence
}
$sourcesApply = (Get-RegistryValue -Path "$policy\AU" -Name 'UseUpdateClassPolicySource') -eq 1
$isSingle = (Get-RegistryValue -Path $policy -Name 'DisableDualScan') -eq 1
if ($useServer -and $delays -and -not $sourcesApply) {
    # Before Windows 11, policies that delay updates make Windows Update the source beside the server.
    $reason = if ($build -lt 22000 -and -not $isSingle) { 'dual-scan' } else { 'delays-beside-server' }
    return New-Finding -Status Ok -Reason $reason -Evidence $evidence
}
$reason = if ($delays) { 'delayed' } elseif ($pin) { 'pinned' } elseif ($evidence.Managers) { 'managed' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
