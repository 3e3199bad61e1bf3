param($Windows)
$Windows.Network.Closed = @(
    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443'
    'download.windowsupdate.com:80', 'dl.delivery.mp.microsoft.com:80'
)
$Windows.Network.Dates['http://www.msftconnecttest.com/connecttest.txt'] = $null
@{
    Reason   = 'blocked'
    HResult  = @()
    Evidence = @{
        Adapters         = 1
        AutomaticAddress = $false
        Gateway          = $true
        HttpAnswers      = $false
        ProxyConfigured  = $false
        UsableAddresses  = 1
    }
}
