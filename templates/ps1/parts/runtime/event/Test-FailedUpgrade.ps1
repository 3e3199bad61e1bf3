# SetupDiag runs by itself when an upgrade has failed, and leaves its results.
function Test-FailedUpgrade {
    param([Parameter(Mandatory)] [int] $Days)
    $path = "$env:SystemRoot\Logs\SetupDiag\SetupDiagResults.xml"
    $results = Get-Item -LiteralPath $path -ErrorAction SilentlyContinue
    $null -ne $results -and $results.LastWriteTimeUtc -gt (Get-Date).ToUniversalTime().AddDays(-$Days)
}
