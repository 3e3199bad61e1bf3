param($Windows)
# A code that no connection gives.
$Windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=DE'
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2)
        Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x80248007' }
    })
@{ Status = 'Ok'; Reason = 'opened'; HResult = @() }
