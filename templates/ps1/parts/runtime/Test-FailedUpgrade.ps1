# SetupDiag runs by itself when an upgrade has failed. Run by hand it leaves results after a success as well.
function Test-FailedUpgrade {
    param([Parameter(Mandatory)] [int] $Days)
    $path = "$env:SystemRoot\Logs\SetupDiag\SetupDiagResults.xml"
    $results = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    if (-not $results -or $results.LastWriteTimeUtc -le $since) { return $false }
    $text = "$(Get-Content -LiteralPath $path -Raw)"
    $text -notmatch '<ProfileName>\s*(FindSuccessfulUpgrade|No Match Found)\s*</ProfileName>'
}
