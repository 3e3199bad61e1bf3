param($Windows)
$Windows.Network.Closed = @('download.windowsupdate.com:80')
@{
    Reason   = 'partly-blocked'
    HResult  = @()
    Evidence = @{
        Adapters         = 1
        AutomaticAddress = $false
        Blocked          = 'download.windowsupdate.com:80'
        Gateway          = $true
        HttpAnswers      = $true
        ProxyConfigured  = $false
        Reached          = 'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443', 'dl.delivery.mp.microsoft.com:80'
        UsableAddresses  = 1
    }
}
