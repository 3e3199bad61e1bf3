param($Windows)
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$version = $Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion']
$version.CurrentBuildNumber = '19045'
$version.DisplayVersion = '22H2'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; DeferFeatureUpdates = 1; DeferFeatureUpdatesPeriodInDays = 180 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
@{
    Reason   = 'dual-scan'
    HResult  = @()
    Evidence = @{
        Installed = '22H2'
        Managers  = '-'
        Policies  = 'DeferFeatureUpdatesPeriodInDays 180'
        Server    = 'http://wsus.example:8530'
    }
}
