param($Windows)
# No proxy is set, and yet the web answers: one was found automatically.
$Windows.Network.Closed = @(
    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443'
    'download.windowsupdate.com:80', 'dl.delivery.mp.microsoft.com:80'
)
@{
    Reason   = 'answers-indirectly'
    HResult  = @()
    Evidence = @{
        Adapters         = 1
        AutomaticAddress = $false
        Gateway          = $true
        HttpAnswers      = $true
        ProxyConfigured  = $false
        UsableAddresses  = 1
    }
}
