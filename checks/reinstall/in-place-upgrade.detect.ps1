param([int] $Days, [int] $UpgradeGigabytes)
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$control = 'HKLM:\SYSTEM\CurrentControlSet\Control'
$language = [string] (Get-RegistryValue -Path "$control\Nls\Language" -Name 'InstallLanguage')
$environment = "$control\Session Manager\Environment"
$drive = Get-CimInstance -ClassName Win32_LogicalDisk -Filter "DeviceID='$env:SystemDrive'" -OperationTimeoutSec 30
$evidence = @{
    Edition       = Get-RegistryValue -Path $version -Name 'EditionID'
    Locale        = if ($language -match '^[0-9a-f]{4}$') { ([cultureinfo] [Convert]::ToInt32($language, 16)).Name }
    Architecture  = Get-RegistryValue -Path $environment -Name 'PROCESSOR_ARCHITECTURE'
    FreeGigabytes = if ($drive) { [math]::Floor($drive.FreeSpace / 1073741824) }
    Needed        = $UpgradeGigabytes
    Blockers      = @()
    Hold          = ''
    HeldTarget    = ''
    Report        = ''
}
# The folder goes with a Setup that succeeds. What blocked one long ago may be gone.
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$panther = Join-Path -Path $env:SystemDrive -ChildPath '$WINDOWS.~BT\Sources\Panther'
$report = Get-ChildItem -LiteralPath $panther -Filter 'CompatData*.xml' -Force -ErrorAction SilentlyContinue |
    Where-Object { $_.LastWriteTimeUtc -ge $since } | Sort-Object -Property LastWriteTimeUtc | Select-Object -Last 1
if ($report) {
    $evidence['Report'] = $report.Name
    $paths = "//*[local-name()='Program'][*[@BlockingType='Hard']]/@Name",
    "//*[local-name()='HardwareItem'][*[@BlockingType='Hard']]/@HardwareType",
    "//*[local-name()='DriverPackage'][@BlockMigration='True']/@Inf"
    try {
        $evidence['Blockers'] = @(Select-Xml -LiteralPath $report.FullName -XPath ($paths -join ' | ') |
                ForEach-Object { $_.Node.Value } | Sort-Object -Unique)
    }
    catch { return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence }
}
if ($evidence.Blockers) { return New-Finding -Status Problem -Reason 'blocked' -Evidence $evidence }
# One key a version, such as NI22H2; those of versions that the PC has passed remain.
$indicators = "$version\AppCompatFlags\TargetVersionUpgradeExperienceIndicators"
$current = [string] (Get-RegistryValue -Path $version -Name 'DisplayVersion')
$next = Get-SubkeyName -Path $indicators | Where-Object { $_ -match '(\d\dH\d)$' -and $Matches[1] -gt $current } |
    Sort-Object -Property { $_.Substring($_.Length - 4) } | Select-Object -Last 1
if ($next) {
    $evidence['Hold'] = [string] (Get-RegistryValue -Path "$indicators\$next" -Name 'GatedBlockId')
    $evidence['HeldTarget'] = $next.Substring($next.Length - 4)
    # How the appraiser of Windows rates the PC for it: Green, Yellow, Orange or Red, with its reason.
    $rating = [string] (Get-RegistryValue -Path "$indicators\$next" -Name 'UpgEx')
    $evidence['Rating'] = "$rating $(Get-RegistryValue -Path "$indicators\$next" -Name 'RedReason')".Trim()
}
if ($evidence.Hold -notin '', 'None') {
    $client = 'Microsoft-Windows-WindowsUpdateClient'
    $status = if (Test-FailedUpgrade -Days $Days -Provider $client) { 'Problem' } else { 'Ok' }
    return New-Finding -Status $status -Reason 'held' -Evidence $evidence
}
if ($evidence['Rating'] -like 'Red*') { return New-Finding -Status Ok -Reason 'rated-red' -Evidence $evidence }
$short = $null -ne $evidence.FreeGigabytes -and $evidence.FreeGigabytes -lt $UpgradeGigabytes
$reason = if ($short) { 'little-space' } else { 'media' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
