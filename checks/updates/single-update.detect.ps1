param([int] $Days, [int] $Attempts, [string] $Catalog)
try {
    $session = New-Object -ComObject 'Microsoft.Update.Session'
    $searcher = $session.CreateUpdateSearcher()
    # Asking for more than there is, or for none, is an error.
    $count = [math]::Min($searcher.GetTotalHistoryCount(), 200)
    $entries = @(if ($count -gt 0) { $searcher.QueryHistory(0, $count) })
}
catch {
    $failure = if ($_.Exception.InnerException) { $_.Exception.InnerException } else { $_.Exception }
    $code = '0x{0:X8}' -f $failure.HResult
    return New-Finding -Status Unknown -Reason 'history-unreadable' -Evidence @{ Code = $code } -HResult $code
}
# Updates whose attempts all failed since the last success: { Times, Code, Date }.
$open = @{}
foreach ($entry in $entries | Sort-Object -Property Date) {
    $title = [string] $entry.Title
    if ($entry.Operation -ne 1 -or (Test-StoreApp -Service $entry.ServiceID -Title $title)) { continue }
    # Definitions of an antivirus keep their number, so a later one settles an earlier one.
    $name = if ($title -match 'KB\d{6,8}') { $Matches[0] } else { $title }
    if ($entry.ResultCode -in 2, 3) { $open.Remove($name) }
    $code = '0x{0:X8}' -f $entry.HResult
    if ($entry.ResultCode -ne 4 -or -not (Test-FailureCode -Code $code)) { continue }
    $times = if ($open.ContainsKey($name)) { $open[$name].Times } else { 0 }
    $open[$name] = @{ Name = $name; Times = $times + 1; Code = $code; Date = $entry.Date }
}
# What is no longer tried has been replaced by another update.
$since = (Get-Date).ToUniversalTime().AddDays(-$Days)
$stuck = @($open.Values | Where-Object { $_.Times -ge $Attempts -and $_.Date -ge $since } |
        Sort-Object -Property { $_.Date } -Descending | Select-Object -First 10)
$numbers = $stuck | ForEach-Object { $_.Name } | Where-Object { $_ -match '^KB\d+$' }
$addresses = @(if ($stuck) { $numbers | ForEach-Object { "$Catalog$_" } })
$evidence = @{
    Entries   = $entries.Count
    Updates   = @($stuck | ForEach-Object { "$($_.Name) ($($_.Times) x $($_.Code))" })
    Addresses = if ($addresses) { $addresses } else { @($Catalog) }
}
if ($stuck.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$codes = @($stuck | ForEach-Object { $_.Code } | Select-Object -Unique)
New-Finding -Status Problem -Reason 'failing' -Evidence $evidence -HResult $codes
