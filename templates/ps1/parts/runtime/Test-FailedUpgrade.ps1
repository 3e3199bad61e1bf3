# SetupDiag runs by itself when an upgrade has failed, and leaves its results. Run by hand it leaves some after a
# success as well, and where it knows no fault.
function Test-FailedUpgrade {
    param([Parameter(Mandatory)] [int] $Days)
    $path = "$env:SystemRoot\Logs\SetupDiag\SetupDiagResults.xml"
    $results = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
    if (-not $results -or $results.LastWriteTimeUtc -le (Get-Date).ToUniversalTime().AddDays(-$Days)) { return $false }
    $text = "$(Get-Content -LiteralPath $path -Raw)"
    $text -notmatch '<ProfileName>\s*(FindSuccessfulUpgrade|No Match Found)\s*</ProfileName>'
}
