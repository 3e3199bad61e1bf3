param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{}
