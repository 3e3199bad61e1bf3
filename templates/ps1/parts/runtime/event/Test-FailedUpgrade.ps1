# Setup, SetupDiag and the event log are asked, so that no two checks differ. Provider writes event 20 with a title
# for what failed to install.
function Test-FailedUpgrade {
    param([Parameter(Mandatory)] [int] $Days, [Parameter(Mandatory)] [string] $Provider)
    $result = Get-SetupResult -Days $Days
    if ($result.State -in 'Failed', 'Ended', 'Unreadable') { return $true }
    if ($result.State -eq 'Succeeded') { return $false }
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    try { $open = @(Get-OpenFailure -Provider $Provider -Since $since) } catch { return $false }
    # Codes of Setup, or the name of a version without the number that every other update has.
    [bool] ($open | Where-Object {
            $_.Kind -eq 'install' -and
            ($_.Code -match '^0xC19' -or $_.Title -match '^(?!.*KB\d{6}).*\b\d\dH\d\b')
        })
}
