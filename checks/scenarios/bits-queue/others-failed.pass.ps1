param($Windows)
# Jobs that failed for good belong to a browser, and one of Windows Update is being tried again: both are usual.
$Windows.Commands['Get-BitsTransfer'] = {
    param([switch] $AllUsers)
    $null = $AllUsers
    [pscustomobject]@{
        DisplayName = 'Edge Component Updater'; JobState = 'Error'; InternalErrorCode = -2145844844
        ModificationTime = [datetime]::Now.AddDays(-30)
    }
    [pscustomobject]@{
        DisplayName = 'WU Client Download'; JobState = 'TransientError'; InternalErrorCode = -2147012867
        ModificationTime = [datetime]::Now.AddDays(-3)
    }
    [pscustomobject]@{
        DisplayName = 'WU Client Download'; JobState = 'Error'; InternalErrorCode = -2145386480
        ModificationTime = [datetime]::Now.AddMinutes(-5)
    }
}
@{
    Reason   = 'others-failed'
    HResult  = @()
    Evidence = @{
        Codes      = '0x80190194', '0x80200010'
        Jobs       = 3
        Limit      = 300
        OtherJobs  = 1
        States     = 'Error=2', 'TransientError=1'
        UpdateJobs = 0
    }
}
