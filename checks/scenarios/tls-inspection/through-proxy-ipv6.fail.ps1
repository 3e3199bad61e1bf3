param($Windows)
# There is no way out but the proxy of services, which opens what goes through it.
$name = [Text.Encoding]::ASCII.GetBytes('http=old.example:80;https=[2001:db8::7]:3128')
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections'] = @{
    WinHttpSettings = [byte[]] (@(24, 0, 0, 0, 5, 0, 0, 0, 3, 0, 0, 0) + [BitConverter]::GetBytes($name.Count) + $name + @(0, 0, 0, 0))
}
$Windows.Network.Closed = @('sls.update.microsoft.com:443')
$Windows.Network.Issuer = 'CN=Zscaler Intermediate Root CA (zscaler.net), O=Zscaler Inc., C=US'
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2)
        Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x800B0109' }
    })
@{ Reason = 'refused'; HResult = '0x800B0109'; Evidence = @{ Proxy = '[2001:db8::7]:3128' } }
