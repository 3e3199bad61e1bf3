param($Windows)
$Windows.Network.Closed = @(
    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443'
    'download.windowsupdate.com:80', 'dl.delivery.mp.microsoft.com:80'
)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
@{
    Reason   = 'own-server'
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
