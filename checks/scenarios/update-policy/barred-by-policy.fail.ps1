param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{}
@{
    Reason   = 'internet-forbidden'
    HResult  = @()
    Evidence = @{ Installed = '25H2'; Managers = '-' }
}
