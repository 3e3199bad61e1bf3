param([int] $Days, [string[]] $Codes, [string] $Store)
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
if ($Store) {
    # What failed before the store was made anew says nothing about it.
    $path = Join-Path -Path $env:SystemRoot -ChildPath $Store
    $item = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
    if ($null -eq $item) { return New-Finding -Status Ok -Reason 'no-store' -Evidence @{ Store = $path } }
    if ($item.CreationTimeUtc -gt $since) { $since = $item.CreationTimeUtc }
}
$evidence = @{ Since = $since.ToString('s') + 'Z'; Failures = 0; Newest = $null; Codes = @(); Updates = @() }
$log = 'Microsoft-Windows-WindowsUpdateClient'
$query = @{ Provider = $log; Since = $since }
try {
    $records = @(
        Get-EventRecord -Log 'System' -Id 19, 20, 23, 24 @query
        Get-EventRecord -Log "$log/Operational" -Id 25, 26, 31, 41 @query
    ) | Sort-Object -Property Time
}
catch {
    $evidence['Error'] = $_.Exception.GetType().Name
    return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence
}
# Where one of its events names neither service nor title, the id tells an app from the Store.
$apps = @($records | Where-Object { Test-StoreApp -Service $_.Data['serviceGuid'] -Title $_.Data['updateTitle'] } |
        ForEach-Object { [string] $_.Data['updateGuid'] })
# What failed last time it was tried: a later success of its kind removes it.
$kinds = @{
    19 = 'install'; 20 = 'install'; 23 = 'remove'; 24 = 'remove'
    25 = 'scan'; 26 = 'scan'; 31 = 'load'; 41 = 'load'
}
$open = @{}
foreach ($record in $records) {
    $service = ([string] $record.Data['serviceGuid']).Trim('{}')
    $update = [string] $record.Data['updateGuid']
    if ($update -and $update -in $apps) { continue }
    if (Test-StoreApp -Service $service -Title $record.Data['updateTitle']) { continue }
    $kind = $kinds[$record.Id]
    $subject = if ($kind -eq 'scan') { $service } else { $update }
    if ($record.Id -in 19, 23, 26, 41) {
        $open.Remove("$kind $subject")
        # What is installed was downloaded.
        if ($record.Id -eq 19) {
            $open.Remove("load $subject")
            # What it replaces is settled by it.
            $like = Get-UpdateSubject -Title ([string] $record.Data['updateTitle'])
            foreach ($key in @($open.Keys)) { if ($like -and $open[$key].Like -eq $like) { $open.Remove($key) } }
        }
        continue
    }
    $code = '0x' + ([string] $record.Data['errorCode'] -replace '^0x').ToUpperInvariant()
    if (-not (Test-FailureCode -Code $code)) { continue }
    # 24 has its title in a list of one.
    $title = "$($record.Data['updateTitle'])$($record.Data['updatelist'])" -replace '^[\s-]+'
    $like = if ($kind -eq 'install') { Get-UpdateSubject -Title $title }
    $open["$kind $subject"] = @{ Time = $record.Time; Code = $code; Title = $title; Like = $like }
}
$failures = @($open.Values | Where-Object { -not $Codes -or $_.Code -in $Codes } |
        Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Time) } |
        Sort-Object -Property { $_.Time } -Descending)
if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$evidence['Failures'] = $failures.Count
$evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
$evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
$titles = $failures | ForEach-Object { $_.Title } | Where-Object { $_ }
$evidence['Updates'] = @($titles | Select-Object -First 10)
New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
