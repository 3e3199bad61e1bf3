param([int] $Days)
$result = Get-SetupResult -Days $Days
$line = $result.Details
$evidence = @{
    Rule      = $result.Rule
    Details   = $line.Substring(0, [math]::Min($line.Length, 300))
    Time      = $result.Time
    BoxResult = $result.BoxResult
}
# With what Setup appends: "0xC1900101 - 0x30018" names the phase and the operation.
$codes = [regex]::Matches($line, '0x[0-9A-Fa-f]{8}(\s*-\s*0x[0-9A-Fa-f]{5}\b)?')
$codes = @($codes | ForEach-Object { $_.Value -replace '\s' })
if ($result.HasEnded) { $codes = @($result.BoxResult) + $codes }
$codes = @($codes | Select-Object -Unique | Select-Object -First 5)
switch ($result.State) {
    'Failed' { return New-Finding -Status Problem -Reason 'failed' -Evidence $evidence -HResult $codes }
    'Ended' { return New-Finding -Status Problem -Reason 'setup-ended' -Evidence $evidence -HResult $codes }
    'NoMatch' { return New-Finding -Status Unknown -Reason 'no-match' -Evidence $evidence }
    'Unreadable' { return New-Finding -Status Unknown -Reason 'results-unreadable' -Evidence $evidence }
    'Succeeded' { return New-Finding -Status Ok -Reason 'succeeded' -Evidence $evidence }
    'Undated' { return New-Finding -Status Unknown -Reason 'undated' -Evidence $evidence }
    'Older' { return New-Finding -Status Ok -Reason 'older' -Evidence $evidence }
}
New-Finding -Status Ok -Evidence $evidence
