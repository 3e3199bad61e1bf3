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
}
$open = @{ NoMatch = 'no-match'; Unreadable = 'results-unreadable'; Undated = 'undated' }[$result.State]
if ($open) { return New-Finding -Status Unknown -Reason $open -Evidence $evidence }
$reason = @{ Succeeded = 'succeeded'; Older = 'older' }[$result.State]
New-Finding -Status Ok -Reason $reason -Evidence $evidence
