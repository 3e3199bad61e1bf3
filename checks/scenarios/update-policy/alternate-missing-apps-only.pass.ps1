param($Windows)
# Only an app of the Store could not be downloaded.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://sup.example:8530'; WUStatusServer = 'http://sup.example:8530' }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
Add-SimulatedService -Windows $Windows -Name 'CcmExec'
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
        Data = @{ updateTitle = '9NBLGGH4NNS1-Microsoft.DesktopAppInstaller'; errorCode = '0x80d02002'; serviceGuid = '{855E8A7C-ECB4-4CA3-B045-1DFA50104289}' }
    })
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{
        Installed  = '25H2'
        LastUpdate = '-'
        Managers   = '-'
        Server     = 'http://sup.example:8530'
    }
}
