param($Windows)
$Windows.Network.Online = $false
$Windows.Cim.Win32_NetworkAdapterConfiguration = @()
