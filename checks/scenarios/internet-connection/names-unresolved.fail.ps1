param($Windows)
$Windows.Network.Online = $false
@{
    Reason   = 'names-unresolved'
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
