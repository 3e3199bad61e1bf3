param($Windows)
# A name that did not resolve: no certificate was shown.
$Windows.Network.Issuer = 'CN=Zscaler Intermediate Root CA (zscalerthree.net), O=Zscaler Inc., S=California, C=US'
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2)
        Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x80072ee7' }
    })
@{ Status = 'Ok'; Reason = 'opened'; HResult = @() }
