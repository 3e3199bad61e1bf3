param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{}
@{
    Reason   = 'source-barred'
    HResult  = @()
    Evidence = @{ Policies = 'DoNotConnectToWindowsUpdateInternetLocations 1'; Installed = '25H2'; Managers = '-' }
}
