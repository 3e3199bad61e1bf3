param([int] $PickedHours)
$servicing = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing'
$update = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate'
if (-not (Test-Path -LiteralPath $servicing)) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence @{ Key = $servicing }
}
$causes = @(Get-RestartCause)
$held = @()
$active = ''
if (Test-Path -LiteralPath "$update\Auto Update\RebootRequired") {
    $causes += 'Windows Update RebootRequired'
    # A restart by itself waits for power and the end of active hours, 18 at most.
    $power = Get-CimInstance -ClassName Win32_Battery -OperationTimeoutSec 30 -ErrorAction SilentlyContinue |
        ForEach-Object { $_.BatteryStatus -in 1, 4, 5 }
    if ($power -and $power -notcontains $false) { $held += 'BatteryStatus' }
    # Those of a policy come first; what Windows picks itself has names of its own.
    $place = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
    $smart = ''
    if ((Get-RegistryValue -Path $place -Name 'SetActiveHours') -ne 1) {
        $place = 'HKLM:\SOFTWARE\Microsoft\WindowsUpdate\UX\Settings'
        if ((Get-RegistryValue -Path $place -Name 'SmartActiveHoursState') -eq $PickedHours) { $smart = 'Smart' }
    }
    $hours = @('Start', 'End' | ForEach-Object {
            Get-RegistryValue -Path $place -Name "${smart}ActiveHours$_"
        } | Where-Object { $_ -is [int] })
    $active = if ($hours.Count -eq 2) { $hours -join '-' } elseif ($smart) { '?' }
    if ($hours.Count -eq 2 -and ($hours[1] - $hours[0] + 24) % 24 -ge 16) {
        $held += "ActiveHours $active"
    }
}
# The key Pending is always there: only a service inside it counts.
if (Get-SubkeyName -Path "$update\Services\Pending") { $causes += 'Windows Update service registration' }
$manager = 'HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager'
$renames = @('PendingFileRenameOperations', 'PendingFileRenameOperations2' | ForEach-Object {
        Get-RegistryValue -Path $manager -Name $_
    } | Where-Object { $_ })
$system = Get-CimInstance -ClassName Win32_OperatingSystem -OperationTimeoutSec 30
$boot = if ($system) { $system.LastBootUpTime.ToUniversalTime() } else { $null }
$pending = Join-Path -Path $env:SystemRoot -ChildPath 'WinSxS\pending.xml'
$staged = Get-Item -LiteralPath $pending -Force -ErrorAction SilentlyContinue
$evidence = @{
    Causes         = $causes
    Held           = $held
    ActiveHours    = $active
    QueuedRenames  = $renames.Count
    LastBoot       = if ($boot) { $boot.ToString('s') + 'Z' } else { $null }
    StagedSince    = if ($staged) { $staged.LastWriteTimeUtc.ToString('s') + 'Z' } else { $null }
    FastStartup    = (Get-RegistryValue -Path "$manager\Power" -Name 'HiberbootEnabled') -eq 1
}
if ($causes.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$reason = if ($held) { 'pending-held' } elseif ($evidence.FastStartup) { 'pending-fast-startup' } else { 'pending' }
# What was staged before the last start did not get done by it.
if ($staged -and $boot -and $staged.LastWriteTimeUtc -lt $boot) { $reason = 'survived-restart' }
New-Finding -Status Problem -Reason $reason -Evidence $evidence
