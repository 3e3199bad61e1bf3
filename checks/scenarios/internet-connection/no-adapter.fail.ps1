param($Windows)
$Windows.Network.Online = $false
$Windows.Cim.Win32_NetworkAdapterConfiguration = @()
@{
    Reason   = 'no-address'
    HResult  = @()
    Evidence = @{
        Adapters         = 0
        AutomaticAddress = $false
        Gateway          = $false
        HttpAnswers      = $false
        ProxyConfigured  = $false
        UsableAddresses  = 0
    }
}
