param($Windows)
# The name of Microsoft inside another one is none of Microsoft.
$Windows.Network.Issuer = 'CN="Scanner of O=Microsoft Corporation, Ltd.", O="Example Antivirus, Inc.", C=JP'
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2)
        Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x80240438' }
    })
@{ Reason = 'refused'; HResult = '0x80240438' }
