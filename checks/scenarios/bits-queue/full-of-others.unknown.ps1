param($Windows)
# Configuration Manager waits with its content: those jobs are not ours to take away.
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\BITS'] = @{ MaxJobsPerMachine = 40 }
$Windows.Commands['Get-BitsTransfer'] = {
    param([switch] $AllUsers)
    $null = $AllUsers
    1..39 | ForEach-Object {
        [pscustomobject]@{ DisplayName = 'WU Client Download'; JobState = 'Suspended'; InternalErrorCode = 0; ModificationTime = [datetime]::Now }
    }
    [pscustomobject]@{ DisplayName = 'CCMDTS Job'; JobState = 'Suspended'; InternalErrorCode = 0; ModificationTime = [datetime]::Now }
}
@{
    Reason   = 'others-waiting'
    HResult  = '0x80200050'
    Evidence = @{ Jobs = 40; Limit = 40; OtherJobs = 1; States = 'Suspended=40'; UpdateJobs = 0 }
}
