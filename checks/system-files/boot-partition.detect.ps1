param(
    [int] $Days, [int] $BootMegabytes, [int] $RecoveryMegabytes, [string] $RecoveryType, [string[]] $Harmless,
    [string] $Provider
)
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$evidence = @{ BootFree = $null; BootSize = $null; RecoveryFree = $null; RecoverySize = $null }
$evidence['Needed'] = $RecoveryMegabytes
$roles = @()
# Partitions without a letter are volumes too; the path is what both have.
$query = @{ Namespace = 'root\Microsoft\Windows\Storage'; OperationTimeoutSec = 30 }
try {
    $volumes = @(Get-CimInstance -ClassName MSFT_Volume @query)
    foreach ($partition in Get-CimInstance -ClassName MSFT_Partition @query) {
        $role = switch ([string] $partition.GptType) {
            '{c12a7328-f81f-11d2-ba4b-00a0c93ec93b}' { 'Boot' }
            $RecoveryType { 'Recovery' }
        }
        $roles += $role
        $volume = $volumes | Where-Object { $_.Path -and $_.Path -in $partition.AccessPaths } |
            Select-Object -First 1
        if (-not $role -or -not $volume) { continue }
        $free = [math]::Round($volume.SizeRemaining / 1mb)
        # The emptiest is the one in use.
        if ($null -ne $evidence["${role}Free"] -and $evidence["${role}Free"] -ge $free) { continue }
        $evidence["${role}Free"] = $free
        $evidence["${role}Size"] = [math]::Round($volume.Size / 1mb)
    }
}
catch { $evidence['Error'] = $_.Exception.GetType().Name }
$folder = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS'
$logs = @(Get-ChildItem -LiteralPath $folder -Filter '*.log' -ErrorAction SilentlyContinue |
        Sort-Object -Property LastWriteTimeUtc | Select-Object -Last 2)
# English in every Windows.
$signs = 'SpaceCheck: Insufficient|ServicingBootFiles failed\. Error = 0x70'
# What is older than the newest cumulative update kept it from nothing.
$first = @($since; Get-LastRollupTime) | Sort-Object | Select-Object -Last 1
$first = $first.ToLocalTime().ToString('s')
$lines = @($logs | ForEach-Object { Select-String -LiteralPath $_.FullName -Pattern $signs } |
        Where-Object { $_.Line -match '^\d{4}-\d\d-\d\d ' -and $_.Line -replace '^(\S+) ', '$1T' -ge $first })
try {
    $agent = @{ Provider = 'Microsoft-Windows-WinREAgent'; Id = 4501, 4502; Since = $since }
    $recovery = Get-EventRecord -Log 'System' @agent | Sort-Object -Property Time | Select-Object -Last 1
    $tried = @(Get-EventRecord -Log 'System' -Provider $Provider -Id 20 -Since $since)
    $failed = @(Get-OpenFailure -Provider $Provider -Since $since -Code '0x800F0922', '0x80070643')
}
catch {
    $evidence['Error'] = $_.Exception.GetType().Name
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
# What a later success has settled blames no partition.
$boot = @($failed | Where-Object { $_.Code -eq '0x800F0922' })
if (-not $boot -and ($tried | Where-Object { $_.Data['errorCode'] -eq '0x800F0922' })) { $lines = @() }
$alarms = @($failed | Where-Object { $_.Code -eq '0x80070643' })
$near = { $_.Data['errorCode'] -eq '0x80070643' -and [math]::Abs(($_.Time - $recovery.Time).TotalHours) -lt 1 }
if ($recovery -and -not $alarms -and ($tried | Where-Object $near)) { $recovery = $null }
$isTight = $null -ne $evidence.BootFree -and $evidence.BootFree -le $BootMegabytes
if ($lines -or ($boot -and $isTight)) {
    return New-Finding -Status Problem -Reason 'boot-full' -Evidence $evidence -HResult '0x800F0922'
}
# A PC without such a partition needs no update of it.
if ($recovery -and $recovery.Id -eq 4502 -and ('Boot' -notin $roles -or 'Recovery' -in $roles)) {
    # ERROR_DISK_FULL, or phase 2, in which the partition is written.
    $code = '0x{0:X8}' -f [int] $recovery.Data['Errorcode']
    $evidence['Code'] = $code
    $isFull = $code -eq '0x80070070' -or [string] $recovery.Data['ErrorPhase'] -eq '2'
    $reason = if ($isFull) { 'recovery-small' } else { 'recovery-failed' }
    return New-Finding -Status Problem -Reason $reason -Evidence $evidence -HResult $code
}
$evidence['Updates'] = @($alarms | ForEach-Object { [regex]::Match($_.Title, 'KB\d{6,8}').Value } |
        Where-Object { $_ -in $Harmless } | Select-Object -Unique)
$reason = if ($evidence.Updates) { 'false-alarm' }
if (-not $reason -and $isTight) { $reason = 'boot-tight' }
if (-not $reason -and $evidence['Error']) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
New-Finding -Status Ok -Reason $reason -Evidence $evidence
