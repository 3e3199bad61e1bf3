param($Windows)
# The policy lowers the limit, and so decides when the queue is full.
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\BITS'] = @{ MaxJobsPerMachine = 40 }
$Windows.Commands['Get-BitsTransfer'] = {
    param([switch] $AllUsers)
    if (-not $AllUsers -or -not (Test-Path -LiteralPath 'C:\ProgramData\Microsoft\Network\Downloader\qmgr.db')) { return }
    1..40 | ForEach-Object {
        [pscustomobject]@{ DisplayName = 'WU Client Download'; JobState = 'Suspended'; InternalErrorCode = 0; ModificationTime = [datetime]::Now }
    }
}
@{
    Reason   = 'full'
    HResult  = '0x80200050'
    Evidence = @{ Jobs = 40; Limit = 40; OtherJobs = 0; States = 'Suspended=40'; UpdateJobs = 0 }
}
