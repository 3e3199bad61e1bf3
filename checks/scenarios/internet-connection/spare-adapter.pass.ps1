param($Windows)
# An unplugged or host-only adapter often has an automatic address beside a good connection.
$Windows.Cim.Win32_NetworkAdapterConfiguration = @($Windows.Cim.Win32_NetworkAdapterConfiguration) + @(
    [pscustomobject]@{
        IPEnabled = $true; IPAddress = @('169.254.10.20'); DefaultIPGateway = $null; DHCPEnabled = $true
    }
)
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{
        Adapters         = 2
        AutomaticAddress = $true
        Gateway          = $true
        HttpAnswers      = $false
        ProxyConfigured  = $false
        UsableAddresses  = 1
    }
}
