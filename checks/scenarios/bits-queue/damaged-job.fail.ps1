param($Windows)
# The queue can be listed; a job in it says that the queue is damaged.
$Windows.Commands['Get-BitsTransfer'] = {
    param([switch] $AllUsers)
    if (-not $AllUsers -or -not (Test-Path -LiteralPath 'C:\ProgramData\Microsoft\Network\Downloader\qmgr.db')) { return }
    [pscustomobject]@{ DisplayName = 'WU Client Download'; JobState = 'Error'; InternalErrorCode = -2145386388; ModificationTime = [datetime]::Now }
    [pscustomobject]@{ DisplayName = 'WU Client Download'; JobState = 'Error'; InternalErrorCode = -2145386480; ModificationTime = [datetime]::Now }
}
@{
    Reason   = 'damaged'
    HResult  = '0x8020006C'
    Evidence = @{ Codes = '0x8020006C', '0x80200010'; Jobs = 2; Limit = 300; OtherJobs = 0; States = 'Error=2'; UpdateJobs = 0 }
}
