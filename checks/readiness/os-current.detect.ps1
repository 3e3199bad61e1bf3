param([string[]] $EndOfService, [int] $ExtendedRevision, [int] $StaleDays)
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$edition = [string] (Get-RegistryValue -Path $version -Name 'EditionID')
# One build serves several editions, each for a time of its own.
$kind = 'home'
if ($edition -match '^(Enterprise|Education|IoTEnterprise|ServerRdsh)') { $kind = 'enterprise' }
if ($edition -like 'EnterpriseS*') { $kind = 'long-term' }
if ($edition -like 'IoTEnterpriseS*') { $kind = 'iot' }
if ((Get-RegistryValue -Path $version -Name 'InstallationType') -ne 'Client') { $kind = 'server' }
$now = (Get-Date).ToUniversalTime()
$updated = Get-LastRollupTime
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$pinned = $edition -notlike 'Core*' -and (Get-RegistryValue -Path $policy -Name 'TargetReleaseVersion') -eq 1
$settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
$evidence = @{
    Build        = [int] (Get-RegistryValue -Path $version -Name 'CurrentBuildNumber')
    Revision     = [int] (Get-RegistryValue -Path $version -Name 'UBR')
    Edition      = $edition
    EndOfService = $null
    LastUpdate   = if ($updated) { $updated.ToString('s').Substring(0, 10) }
    StaleDays    = $StaleDays
    PinnedTo     = if ($pinned) { Get-RegistryValue -Path $policy -Name 'TargetReleaseVersionInfo' }
    PausedUntil  = [string] (Get-RegistryValue -Path $settings -Name 'PauseUpdatesExpiryTime')
}
if (-not $edition) { $evidence['Edition'] = '-' }
$row = $EndOfService | Where-Object { $_ -like "$($evidence.Build) *" } | Select-Object -First 1
if ("$row" -notmatch " $kind=(\S+)") { return New-Finding -Status Unknown -Reason 'unlisted' -Evidence $evidence }
$evidence['EndOfService'] = $Matches[1]
# The last day is still one of service.
if ($now.AddDays(-1) -gt [datetime] $evidence.EndOfService) {
    # Who gets extended updates has a revision that nobody else was offered. At home they end a year earlier.
    $membership = Get-Membership
    $isHome = $kind -eq 'home' -and -not $membership.Domain -and -not $membership.IsCloudJoined
    $term = if ($isHome) { 'consumer' } else { 'extended' }
    if ($evidence.Revision -gt $ExtendedRevision -and $row -match " $term=(\S+)" -and
        $now.AddDays(-1) -le [datetime] $Matches[1]) {
        $evidence['EndOfService'] = $Matches[1]
        return New-Finding -Status Ok -Reason 'extended' -Evidence $evidence
    }
    $reason = if ($row -match ' extended=') { 'out-of-service' } else { 'version-ended' }
    if ($evidence.PinnedTo) { $reason = 'pinned' }
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    if ($reason -ne 'pinned' -and (Test-FailedUpgrade -Days 30 -Provider $client)) { $reason = 'upgrade-failed' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence
}
if ($updated -and $updated -lt $now.AddDays(-$StaleDays)) {
    return New-Finding -Status Problem -Reason 'stale' -Evidence $evidence
}
$reason = if ($evidence.PausedUntil -match '^\d{4}-' -and $evidence.PausedUntil -gt $now.ToString('s')) { 'paused' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
