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
