param([int] $Days)
$results = Get-Item -LiteralPath "$env:SystemRoot\Logs\SetupDiag\SetupDiagResults.xml" -ErrorAction SilentlyContinue
if ($results -and $results.LastWriteTimeUtc -gt (Get-Date).ToUniversalTime().AddDays(-$Days)) {
    return New-Finding -Status Unknown -Reason 'look'
}
New-Finding -Status NotApplicable -Reason 'no-failure'
