param($Windows)
$Windows.Network.Online = $false
$Windows.Cim.Win32_NetworkAdapterConfiguration = @(
    [pscustomobject]@{
        IPEnabled = $true; IPAddress = @('169.254.10.20', 'fe80::1'); DefaultIPGateway = $null; DHCPEnabled = $true
    }
)
@{
    Reason   = 'automatic-address'
    HResult  = @()
    Evidence = @{
        Adapters         = 1
        AutomaticAddress = $true
        Gateway          = $false
        HttpAnswers      = $false
        ProxyConfigured  = $false
        UsableAddresses  = 0
    }
}
