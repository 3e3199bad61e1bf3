param([int] $Days)
$path = Join-Path -Path $env:SystemRoot -ChildPath 'SoftwareDistribution\ReportingEvents.log'
$evidence = @{ File = $path; Failures = 0; Newest = $null; Codes = @() }
if (-not (Test-Path -LiteralPath $path)) {
    return New-Finding -Status Unknown -Reason 'missing' -Evidence $evidence
}
try {
    # The newest lines are enough, and the file may hold years of them.
    $lines = @(Get-Content -LiteralPath $path -Encoding Unicode -Tail 20000)
}
catch {
    $evidence['Error'] = $_.Exception.GetType().Name
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$culture = [cultureinfo]::InvariantCulture
$stampPattern = '^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d):\d{3}([+-]\d\d):?(\d\d)$'
$understood = 0
# One entry an update whose last attempt failed; scans have an update id of zeros.
$open = @{}
foreach ($line in $lines) {
    # Fields: 1 local time with its offset, 3 kind of event, 5 update, 7 result in hexadecimal digits.
    $fields = $line -split "`t"
    if ($fields.Count -lt 8 -or $fields[1] -notmatch $stampPattern) { continue }
    $stamp = '{0} {1}:{2}' -f $Matches[1], $Matches[2], $Matches[3]
    $time = [DateTimeOffset]::ParseExact($stamp, 'yyyy-MM-dd HH:mm:ss zzz', $culture).UtcDateTime
    $understood++
    if ($time -lt $since) { continue }
    if (Test-StoreApp -Service '' -Title "$($fields | Select-Object -Skip 11)") { continue }
    # A sentence that ends with the title.
    $title = if ($fields.Count -gt 11 -and $fields[3] -match '^18[23] ') { $fields[11] -replace '^.*:\s*' }
    $like = if ($title) { Get-UpdateSubject -Title $title }
    if (Test-FailureCode -Code "0x$($fields[7])") {
        $code = '0x' + $fields[7].ToUpperInvariant()
        $open[$fields[5]] = @{ Time = $time; Code = $code; Like = $like; Title = [string] $title }
    }
    elseif ($fields[3] -match '^(147|183) ') {
        # 147: a scan succeeded, 183: an update was installed. A download alone proves nothing.
        $open.Remove($fields[5])
        foreach ($key in @($open.Keys)) { if ($like -and $open[$key].Like -eq $like) { $open.Remove($key) } }
    }
}
if ($lines.Count -gt 0 -and $understood -eq 0) {
    return New-Finding -Status Unknown -Reason 'unreadable' -Evidence $evidence
}
$failures = @($open.Values | Where-Object { -not (Test-SettledUpdate -Title $_.Title -Time $_.Time) } |
        Sort-Object -Property { $_.Time } -Descending)
if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$evidence['Failures'] = $failures.Count
$evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
$evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
