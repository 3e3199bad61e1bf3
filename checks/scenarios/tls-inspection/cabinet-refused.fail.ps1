param($Windows)
$Windows.Network.Issuer = 'CN=FortiGate CA, OU=Certificate Authority, O=Fortinet, L=Sunnyvale, S=California, C=US'
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2)
        Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x8024402f' }
    })
@{
    Reason   = 'refused'
    HResult  = '0x8024402F'
    Evidence = @{ Issuer = 'CN=FortiGate CA*'; Server = 'sls.update.microsoft.com' }
    Says     = 'Something on the way opens the connection to sls.update.microsoft.com*FortiGate CA*'
}
