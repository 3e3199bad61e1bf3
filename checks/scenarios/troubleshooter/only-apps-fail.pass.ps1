param($Windows)
# No troubleshooter, and nothing but apps from the Store failed.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Appx\AppxAllUserStore\Applications'] = @{}
$Windows.Events.Add(@{
    Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 20; Time = [datetime]::UtcNow.AddHours(-5)
    Data = @{ updateTitle = '9WZDNCRFJBMP-MICROSOFT.WINDOWSSTORE'; errorCode = '0x80073d02' }
})
@{
    Reason   = 'none'
    HResult  = @()
    Evidence = @{ AllowedByPolicy = $true; GetHelp = $false; OldTool = $false }
}
