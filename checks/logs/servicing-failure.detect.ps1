param([int] $Days)
$evidence = @{ Failures = 0; Newest = $null; Packages = @() }
$query = @{
    Log      = 'Setup'
    Provider = 'Microsoft-Windows-Servicing'
    Id       = 2, 3, 4
    Since    = (Get-Date).ToUniversalTime().AddDays(-$Days)
}
try { $records = @(Get-EventRecord @query | Sort-Object -Property Time) }
catch { return New-Finding -Status Unknown -Reason 'log-unreadable' -Evidence $evidence }
# 3: a change of a package failed, 2: one worked, 4: a restart completes it. A failed removal (5000) keeps no
# update away.
$open = @{}
foreach ($record in $records) {
    $package = [string] $record.Data['PackageIdentifier']
    if ($record.Id -ne 3) { $open.Remove($package) }
    elseif ([string] $record.Data['IntendedPackageState'] -in '5000', 'Absent') { continue }
    elseif ([string] $record.Data['ErrorCode'] -match '^0x[8C][0-9A-F]{7}$') {
        $open[$package] = @{ Name = $package; Time = $record.Time; Code = $Matches[0] }
    }
}
$failures = @($open.Values | Sort-Object -Property { $_.Time } -Descending)
if ($failures.Count -eq 0) { return New-Finding -Status Ok -Evidence $evidence }
$evidence['Failures'] = $failures.Count
$evidence['Newest'] = $failures[0].Time.ToString('s') + 'Z'
$evidence['Packages'] = @($failures | Select-Object -First 5 | ForEach-Object { "$($_.Name) ($($_.Code))" })
# The end of CBS.log, English in every Windows, has what lies beneath. It holds codes on a healthy PC too: only
# after a failure, and on lines that are errors. CSI has a form of its own.
$log = Join-Path -Path $env:SystemRoot -ChildPath 'Logs\CBS\CBS.log'
$lines = @(Get-Content -LiteralPath $log -Tail 2000 -ErrorAction SilentlyContinue) -match '^[0-9: -]+, Error '
$deeper = [regex]::Matches($lines -join ' ', '(?:HRESULT = |\[gle=)(0x[8Cc][0-9A-Fa-f]{7})')
$codes = @($failures | ForEach-Object { $_.Code }) + @($deeper | ForEach-Object { $_.Groups[1].Value })
$codes = @($codes | ForEach-Object { $_.ToLowerInvariant() } | Select-Object -Unique | Select-Object -First 8)
New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $codes
