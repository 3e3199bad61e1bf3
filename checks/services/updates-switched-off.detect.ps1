param([string[]] $Services, [string[]] $Tasks, [string[]] $Domains)
$key = 'HKLM:\SYSTEM\CurrentControlSet\Services'
$evidence = @{ Services = @(); Files = @(); Others = @(); Policies = @(); Tool = '' }
$disabled = @()
foreach ($row in $Services) {
    $name, $null, $file = $row -split ' '
    $path = "$key\$name"
    if ((Get-RegistryValue -Path $path -Name 'Start') -eq 4) { $disabled += $name }
    if (-not (Test-Path -LiteralPath $path) -or -not $file) { continue }
    $folder = Join-Path -Path $env:SystemRoot -ChildPath 'System32'
    $stem = $file -replace '\.dll$'
    # Tools leave the file beside its place under another name.
    $renamed = @(Get-ChildItem -LiteralPath $folder -Filter "$stem*" -ErrorAction SilentlyContinue |
            Where-Object { $_.Name -in "$file.OLD", "$file.bak", "${stem}_BAK.dll", "${file}e" } |
            ForEach-Object { $_.Name })
    $library = [string] (Get-RegistryValue -Path "$path\Parameters" -Name 'ServiceDll')
    $library = $library -replace '^%SystemRoot%|^%w[iI]nd[iI]r%', $env:SystemRoot
    $isThere = $library -and (Test-Path -LiteralPath $library)
    # The name differs between versions of Windows: only what is not there is wrong.
    if (-not $isThere) { $evidence['Files'] += @("$name ServiceDll=$library") + $renamed }
}
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$evidence['Policies'] = @(
    if ((Get-RegistryValue -Path "$policy\AU" -Name 'NoAutoUpdate') -eq 1) { 'NoAutoUpdate' }
    if ((Get-RegistryValue -Path "$policy\AU" -Name 'AUOptions') -eq 1) { 'AUOptions 1' }
    foreach ($name in 'DisableWindowsUpdateAccess', 'SetDisableUXWUAccess') {
        if ((Get-RegistryValue -Path $policy -Name $name) -eq 1) { $name }
    }
    $server = [string] (Get-RegistryValue -Path $policy -Name 'WUServer')
    if ($server -match '//(localhost|127\.|0\.0\.0\.0)' -or $server -match '^ +$') { "WUServer $server" }
)
$settings = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
$until = [string] (Get-RegistryValue -Path $settings -Name 'PauseUpdatesExpiryTime')
$others = @(if ($until -gt (Get-Date).AddDays(400).ToString('s')) { "PauseUpdatesExpiryTime $until" })
if ($Tasks -and (Get-Command -Name 'Get-ScheduledTask' -ErrorAction SilentlyContinue)) {
    foreach ($row in $Tasks) {
        $folder, $name = $row -split '='
        $splat = @{ TaskPath = $folder; TaskName = $name; ErrorAction = 'SilentlyContinue' }
        $others += @(Get-ScheduledTask @splat | Where-Object { [string] $_.State -eq 'Disabled' } |
                ForEach-Object { "task $($_.TaskName)" })
    }
}
# Rules of the firewall, one text each: v2.31|Action=Block|Active=TRUE|Dir=Out|...|Svc=wuauserv|Name=...|
$rules = "$key\SharedAccess\Parameters\FirewallPolicy\FirewallRules"
$texts = @(if (Test-Path -LiteralPath $rules) {
        (Get-Item -LiteralPath $rules).GetValueNames() |
            ForEach-Object { [string] (Get-RegistryValue -Path $rules -Name $_) }
    })
$targets = '\|(?:Svc=(?:wuauserv|usosvc|dosvc|b[iI]ts)|App=[^|]*\\(?:usocl[iI]ent|mousocoreworker|wuauclt)\.exe)\|'
$others += @($texts | Where-Object { $_ -match '\|Action=Block\|Active=TRUE\|' -and $_ -match $targets } |
        ForEach-Object { 'firewall ' + [regex]::Match($_, '\|Name=([^|]*)').Groups[1].Value })
# Of these, a single one is someone's choice, and has a check of its own where it stops updates.
$isBroken = [bool] $evidence.Files -or $disabled.Count -gt 1 -or $others.Count -gt 0
$evidence['Services'] = $disabled
$hosts = @((Get-HostsLine -Domain $Domains).Lines)
if ($hosts) { $others += "hosts ($($hosts.Count))" }
$evidence['Others'] = $others
# What only one known tool leaves; the code of each is public.
$config = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\DeliveryOptimization\Config'
$isTuned = (Get-RegistryValue -Path $config -Name 'DODownloadMode') -eq 0 -and $disabled.Count -gt 1 -and
$evidence.Policies -contains 'AUOptions 1'
if ($isTuned -or $evidence.Files -match '\.dlle$') { $evidence['Tool'] = 'WinUtil' }
if ($evidence.Files -match '\.OLD$') { $evidence['Tool'] = 'privacy.sexy' }
if ($evidence.Files -match '_BAK\.dll$') { $evidence['Tool'] = 'Windows Update Disabler' }
if ($isBroken) {
    $reason = if ($evidence.Tool) { 'by-tool' } else { 'switched-off' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence
}
$reason = if ($disabled) { 'one-service' } elseif ($evidence.Policies) { 'by-policy' }
New-Finding -Status Ok -Reason $reason -Evidence $evidence
