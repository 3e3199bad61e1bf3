param($Windows)
$Windows.Network.Closed = @(
    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443'
    'download.windowsupdate.com:80', 'dl.delivery.mp.microsoft.com:80'
)
$settings = 'HKCU:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings'
$Windows.Registry[$settings] = @{ ProxyEnable = 1; ProxyServer = 'proxy.example:8080' }
@{
    Reason   = 'proxy'
    HResult  = @()
    Evidence = @{
        Adapters         = 1
        AutomaticAddress = $false
        Gateway          = $true
        HttpAnswers      = $true
        ProxyConfigured  = $true
        UsableAddresses  = 1
    }
}
