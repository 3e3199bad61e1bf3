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
if (-not $Codes) { $Codes = '*' }
$client = 'Microsoft-Windows-WindowsUpdateClient'
try { $failures = @(Get-OpenFailure -Provider $client -Since $since -Code $Codes) }
catch {
    $evidence['Error'] = $_.Exception.GetType().Name
    return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence
}
if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$evidence['Failures'] = $failures.Count
$evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
$evidence['Codes'] = @($failures | ForEach-Object { $_.Code } | Select-Object -Unique)
$titles = $failures | ForEach-Object { $_.Title } | Where-Object { $_ }
$evidence['Updates'] = @($titles | Select-Object -First 10)
New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $evidence.Codes
