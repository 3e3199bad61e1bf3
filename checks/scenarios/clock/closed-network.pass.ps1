param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.city.example:8530'; DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Network.Online = $false
@{
    Reason   = 'closed-network'
    HResult  = @()
    Evidence = @{ SyncDisabled = $false; SyncType = 'NTP' }
}
