# Setup, SetupDiag and the event log are asked, so that no two checks differ. Provider writes event 20 with a title
# for what failed to install.
function Test-FailedUpgrade {
    param([Parameter(Mandatory)] [int] $Days, [Parameter(Mandatory)] [string] $Provider)
    $result = Get-SetupResult -Days $Days
    if ($result.State -in 'Failed', 'Ended', 'Unreadable') { return $true }
    if ($result.State -eq 'Succeeded') { return $false }
    $installed = Get-InstallTime
    $since = (Get-Date).ToUniversalTime().AddDays(-$Days)
    $query = @{ Log = 'System'; Provider = $Provider; Id = 20; Since = $since }
    try { $records = @(Get-EventRecord @query) } catch { return $false }
    # Codes of Setup, or the name of a version without the number that every other update has.
    $failed = $records | Where-Object -FilterScript {
        $title = [string] $_.Data['updateTitle']
        $_.Time -gt $installed -and
        ([string] $_.Data['errorCode'] -match '^0xC19' -or $title -match '^(?!.*KB\d{6}).*\b\d\dH\d\b')
    }
    @($failed).Count -gt 0
}
