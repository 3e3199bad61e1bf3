param($Windows)
# A search of Microsoft's servers that somebody began, where the organisation means to have none.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.city.example:8530'; DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2); Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x8024500c' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Server = 'http://wsus.city.example:8530' } }
