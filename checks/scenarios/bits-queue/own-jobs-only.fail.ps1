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
@{
    Reason   = 'stuck'
    HResult  = '0x80200010'
    Evidence = @{
        Codes      = '0x80200010'
        Jobs       = 1
        Limit      = 300
        OtherJobs  = 0
        States     = 'Error=1'
        UpdateJobs = 1
    }
}
