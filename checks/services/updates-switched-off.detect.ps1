param([string[]] $Services, [string[]] $Tasks, [string[]] $Domains)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services'
$folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32'
$evidence = @{ Services = @(); Files = @(); Others = @(); Policies = @(); Tool = '' }
$starts = @()
$isOurs = $false
foreach ($row in $Services) {
    $name, $null, $file = $row -split ' '
    $start = Get-RegistryValue -Path "$key\$name" -Name 'Start'
    if ($null -ne $start) { $starts += $start }
    if ($start -eq 4) { $evidence['Services'] += $name }
    if (-not $file -or -not (Test-Path -LiteralPath "$key\$name")) { continue }
    $library = [string] (Get-RegistryValue -Path "$key\$name\Parameters" -Name 'ServiceDll')
    $library = $library -replace '^%SystemRoot%|^%w[iI]nd[iI]r%', $env:SystemRoot
    # Its name differs between versions of Windows: only what is not there is wrong.
    if ($library -and (Test-Path -LiteralPath $library)) { continue }
    if (Test-Path -LiteralPath "$folder\$file") { $isOurs = $true }
    $stem = $file -replace '\.dll$'
    $renamed = "$file.OLD", "$file.bak", "${stem}_BAK.dll", "${file}e"
    $evidence['Files'] += @("$name ServiceDll=$library")
    $evidence['Files'] += @($renamed | Where-Object { Test-Path -LiteralPath "$folder\$_" })
}
if (-not $starts) { return New-Finding -Status Unknown -Reason 'unreadable' }
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$evidence['Policies'] = @(
    foreach ($name in 'AU:NoAutoUpdate', 'AU:AUOptions', ':DisableWindowsUpdateAccess', ':SetDisableUXWUAccess') {
        $below, $value = $name -split ':'
        if ((Get-RegistryValue -Path "$policy\$below".TrimEnd('\') -Name $value) -eq 1) { $value }
    }
    $server = (Get-UpdateServer).Address
    if ($server -match '^ +$|//(localhost|127\.|0\.0\.0\.0)') { "WUServer $server" }
)
$settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
$until = [string] (Get-RegistryValue -Path $settings -Name 'PauseUpdatesExpiryTime')
$others = @()
if (Get-Command -Name 'Get-ScheduledTask' -ErrorAction SilentlyContinue) {
    foreach ($row in $Tasks) {
        $path, $name = $row -split '='
        $others += @(Get-ScheduledTask -TaskPath $path -TaskName $name -ErrorAction SilentlyContinue |
                Where-Object { [string] $_.State -eq 'Disabled' } | ForEach-Object { "$path$name" })
    }
}
# One text a rule: v2.31|Action=Block|...|Svc=wuauserv|...| Those for some addresses or another port than the web's
# keep no update off.
$marks = '\|Action=Block\|', '\|Active=TRUE\|', '\|Dir=Out\|', '^(?!.*\|(RA[46]=|RPort=(?!(80|443)\|)))',
'\|Svc=(wuauserv|usosvc|dosvc|b[iI]ts)\||^(?!.*\|Svc=\w).*\|App=[^|]*\\(svchost|usocl[iI]ent|MoUsoCoreWorker)\.exe\|'
$rules = "$key\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
if (Test-Path -LiteralPath $rules) {
    $others += @((Get-Item -LiteralPath $rules).GetValueNames() | Where-Object {
            $rule = [string] (Get-RegistryValue -Path $rules -Name $_)
            -not ($marks | Where-Object { $rule -notmatch $_ })
        } | ForEach-Object { "FirewallRules\$_" })
}
$hosts = @((Get-HostsLine -Domain $Domains).Lines)
$evidence['Others'] = @(
    if ($until -match '^\d{4}-' -and $until -gt (Get-Date).AddDays(400).ToString('s')) {
        "PauseUpdatesExpiryTime $until"
    }
    $others
    if ($hosts) { "drivers\etc\hosts ($($hosts.Count))" }
)
# One of these alone has a check of its own.
if ($evidence.Services -and $evidence.Services.Count + $evidence.Others.Count -gt 1) { $isOurs = $true }
$isBroken = $isOurs -or [bool] $evidence.Files -or $others.Count -gt 0
# What only one known tool leaves; the code of each is public.
$config = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Config'
$isTuned = (Get-RegistryValue -Path $config -Name 'DODownloadMode') -eq 0 -and
$evidence.Policies -contains 'AUOptions'
if ($isTuned -or $evidence.Files -match '\.dlle$') { $evidence['Tool'] = 'WinUtil' }
if ($evidence.Files -match '\.OLD$') { $evidence['Tool'] = 'privacy.sexy' }
if ($evidence.Files -match '_BAK\.dll$') { $evidence['Tool'] = 'Windows Update Disabler' }
$evidence['Traces'] = @(
    if ($evidence.Tool) { $evidence.Tool }
    $evidence.Services | ForEach-Object { "$_ (Start 4)" }
    $evidence.Files
    $evidence.Others
    $evidence.Policies
)
if ($isOurs) { return New-Finding -Status Problem -Reason 'switched-off' -Evidence $evidence }
# What the repair does not touch.
if ($isBroken) { return New-Finding -Status Problem -Reason 'by-other-means' -Evidence $evidence }
$reason = if ($evidence.Services) { 'one-service' } elseif ($evidence.Policies) { 'by-policy' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
