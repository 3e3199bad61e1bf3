param($Windows)
# Get Help was removed, and an app of the Store could not be updated: nobody misses the troubleshooter.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'] = @{}
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddDays(-1)
        Data     = @{ updateTitle = '9NBLGGH4NNS1-Microsoft.DesktopAppInstaller'; serviceGuid = '{855E8A7C-ECB4-4CA3-B045-1DFA50104289}' }
    })
