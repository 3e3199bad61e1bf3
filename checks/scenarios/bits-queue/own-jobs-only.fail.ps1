param($Windows)
# The caller has no job: only a list of the jobs of all users shows the one that hangs.
$Windows.Commands['Get-BitsTransfer'] = {
    param([switch] $AllUsers)
    if (-not $AllUsers -or -not (Test-Path -LiteralPath 'C:\ProgramData\Microsoft\Network\Downloader\qmgr.db')) { return }
    [pscustomobject]@{
        DisplayName = 'WU Client Download'; JobState = 'Error'; InternalErrorCode = -2145386480
        ModificationTime = [datetime]::Now.AddDays(-4)
    }
}
