param($Windows)
$Windows.Network.Closed = @(
    'sls.update.microsoft.com:443', 'fe2.update.microsoft.com:443', 'fe3cr.delivery.mp.microsoft.com:443'
    'download.windowsupdate.com:80', 'dl.delivery.mp.microsoft.com:80'
)
# The WinHTTP settings as netsh writes them: flags 3, a direct way and a named proxy.
$settings = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'
$Windows.Registry[$settings] = @{ WinHttpSettings = [byte[]] (0x28, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0) }
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
