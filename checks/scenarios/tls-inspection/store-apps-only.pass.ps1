param($Windows)
$Windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=DE'
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2)
        Data = @{ serviceGuid = '{855E8A7C-ECB4-4CA3-B045-1DFA50104289}'; errorCode = '0x80072f8f' }
    })
@{ Status = 'Ok'; Reason = 'opened'; HResult = @() }
