param($Windows)
# Windows 10 asks Windows Update where policies delay, although a server is set; another policy bars that way.
$policy = 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate'
$version = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion'
$Windows.Registry[$version].CurrentBuildNumber = '19045'
$Windows.Registry[$policy] = @{ WUServer = 'http://wsus.example:8530'; DoNotConnectToWindowsUpdateInternetLocations = 1 }
$Windows.Registry["$policy\AU"] = @{ UseWUServer = 1 }
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'] = @{ DeferQualityUpdatesPeriodInDays = 14 }
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2); Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x8024500c' }
    })
@{ Reason = 'source-barred'; HResult = '0x8024500C'; Evidence = @{ Policies = 'DoNotConnectToWindowsUpdateInternetLocations 1' } }
