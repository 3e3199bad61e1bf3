param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1; AUOptions = 4 }
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Installed = '25H2'; Managers = '-'; Server = 'http://wsus.example:8530' }
}
