param([int] $StallMinutes, [int] $Hours, [int] $SampleSeconds, [string] $UpdateJob)
$now = (Get-Date).ToUniversalTime()
$log = 'Microsoft-Windows-WindowsUpdateClient'
$query = @{ Provider = $log; Since = $now.AddHours(-$Hours) }
try {
    $records = @(
        Get-EventRecord -Log 'System' -Id 19, 20, 43, 44 @query
        Get-EventRecord -Log "$log/Operational" -Id 31, 41 @query
    ) | Sort-Object -Property Time
}
catch {
    return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence @{ Error = $_.Exception.GetType().Name }
}
# 44 begins a download and replaces one that was given up; the others say that it ended. It names no service: titles
# that begin with the id of a product are apps from the Store.
$newest = $records | Where-Object { $_.Id -eq 44 } |
    Where-Object { -not (Test-StoreApp -Service '' -Title $_.Data['updateTitle']) } | Select-Object -Last 1
if ($null -eq $newest) { return New-Finding -Status Ok }
$ended = @($records | Where-Object { $_.Id -ne 44 -and $_.Time -ge $newest.Time } |
        Where-Object { $_.Data['updateGuid'] -eq $newest.Data['updateGuid'] })
if ($ended.Count -gt 0) { return New-Finding -Status Ok }
$evidence = @{ Begun = $newest.Time.ToString('s') + 'Z'; Newest = $null; Bytes = 0; Minutes = $StallMinutes }
# A 44 without an end is common (up to 37 a log). Only a transfer that Windows has not given up shows a download:
# a job of BITS, or a file of Delivery Optimization.
$transfers = @()
$isHidden = $false
try {
    $transfers += @(Get-BitsTransfer -AllUsers -ErrorAction Stop | Where-Object {
            $_.DisplayName -like "$UpdateJob*" -and
            [string] $_.JobState -in 'Queued', 'Connecting', 'Transferring', 'TransientError', 'Error'
        })
}
catch { $isHidden = $true }
if (Get-Command -Name 'Get-DeliveryOptimizationStatus' -ErrorAction SilentlyContinue) {
    try {
        $transfers += @(Get-DeliveryOptimizationStatus -ErrorAction Stop |
                Where-Object { [string] $_.Status -eq 'Downloading' })
    }
    catch { $isHidden = $true }
}
if (-not $transfers -and -not $isHidden) { return New-Finding -Status Ok -Reason 'only-begun' -Evidence $evidence }
$cache = 'ServiceProfiles\NetworkService\AppData\Local\Microsoft\Windows\DeliveryOptimization\Cache'
$names = 'SoftwareDistribution\Download', $cache
$folders = @($names | ForEach-Object { Join-Path -Path $env:SystemRoot -ChildPath $_ })
$limit = $now.AddMinutes(-$StallMinutes)
$earlier = $null
foreach ($pause in 0, $SampleSeconds) {
    Start-Sleep -Seconds $pause
    $denied = $null
    $splat = @{ Recurse = $true; Force = $true; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'denied' }
    # Folders too: a finished file can carry the time of the server, its folder does not.
    $items = @(Get-ChildItem -LiteralPath $folders @splat | Sort-Object -Property LastWriteTimeUtc)
    $evidence['Bytes'] = [long] 0
    foreach ($item in $items) { if (-not $item.PSIsContainer) { $evidence['Bytes'] += $item.Length } }
    if ($items) { $evidence['Newest'] = $items[-1].LastWriteTimeUtc.ToString('s') + 'Z' }
    $grows = $null -ne $earlier -and $evidence.Bytes -ne $earlier
    if ($grows -or ($items -and $items[-1].LastWriteTimeUtc -gt $limit)) {
        return New-Finding -Status Ok -Reason 'alive' -Evidence $evidence
    }
    $earlier = $evidence.Bytes
}
# A PC that slept could not download.
$boot = (Get-CimInstance -ClassName Win32_OperatingSystem -OperationTimeoutSec 30).LastBootUpTime
$woken = @{ Log = 'System'; Provider = 'Microsoft-Windows-Kernel-Power'; Id = 107, 507; Since = $limit }
if ($newest.Time -gt $limit -or $boot.ToUniversalTime() -gt $limit -or @(Get-EventRecord @woken).Count -gt 0) {
    return New-Finding -Status Unknown -Reason 'too-early' -Evidence $evidence
}
if (@($denied | Where-Object { $_.Exception -is [System.UnauthorizedAccessException] }).Count -gt 0) {
    return New-Finding -Status Unknown -Reason 'cache-unreadable' -Evidence $evidence
}
if (-not $transfers) { return New-Finding -Status Unknown -Reason 'transfers-hidden' -Evidence $evidence }
New-Finding -Status Problem -Reason 'stalled' -Evidence $evidence
