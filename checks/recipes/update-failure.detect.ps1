param([int] $Days, [string[]] $Codes, [string] $Store)
# Apps from the Store use the same events and fail for reasons of their own.
$appServices = '855E8A7C-ECB4-4CA3-B045-1DFA50104289', '117CAB2D-82B1-4B5A-A08C-4D62DBEE7782'
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
if ($Store) {
    # What failed before the store was made anew says nothing about it.
    $path = Join-Path -Path $env:SystemRoot -ChildPath $Store
    $item = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
    if ($null -eq $item) { return New-Finding -Status Ok -Reason 'no-store' -Evidence @{ Store = $path } }
    if ($item.CreationTimeUtc -gt $since) { $since = $item.CreationTimeUtc }
}
$evidence = @{ Since = $since.ToString('s') + 'Z'; Failures = 0; Newest = $null; Codes = @(); Updates = @() }
$query = @{
    Log      = 'Microsoft-Windows-WindowsUpdateClient/Operational'
    Provider = 'Microsoft-Windows-WindowsUpdateClient'
    Id       = 19, 20, 24, 25, 26, 31
    Since    = $since
}
try {
    $records = @(Get-EventRecord @query | Sort-Object -Property Time)
}
catch {
    $evidence['Error'] = $_.Exception.GetType().Name
    return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence
}
# An update, or a scanned service, whose last attempt failed: a later success removes it.
$open = @{}
foreach ($record in $records) {
    $service = ([string] $record.Data['serviceGuid']).Trim('{}')
    $title = [string] $record.Data['updateTitle']
    if ($service -in $appServices -or $title -match '^9[0-9A-Z]{11}-') { continue }
    # 25: a scan failed, 26: one succeeded; the others concern one update.
    $subject = if ($record.Id -in 25, 26) { "scan $service" } else { [string] $record.Data['updateGuid'] }
    if ($record.Id -in 19, 26) {
        $open.Remove($subject)
        continue
    }
    if ([string] $record.Data['errorCode'] -notmatch '^0x([8C][0-9A-F]{7})$') { continue }
    $open[$subject] = @{ Time = $record.Time; Code = '0x' + $Matches[1].ToUpperInvariant(); Title = $title }
}
$failures = @($open.Values | Where-Object { -not $Codes -or $_.Code -in $Codes } |
        Sort-Object -Property { $_.Time } -Descending)
if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$evidence['Failures'] = $failures.Count
$evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
$evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
$titles = $failures | ForEach-Object { $_.Title } | Where-Object { $_ }
$evidence['Updates'] = @($titles | Select-Object -First 10)
New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
