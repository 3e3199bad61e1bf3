param($Windows)
# The last search got through: an earlier failure had another cause, or has been settled.
$Windows.Network.Issuer = 'CN=Contoso Inspection CA, O=Contoso, C=DE'
foreach ($one in @(25, 5), @(26, 2)) {
    $Windows.Events.Add(@{
            Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = $one[0]
            Time = [datetime]::UtcNow.AddHours(-$one[1])
            Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}' } + $(if ($one[0] -eq 25) { @{ errorCode = '0x80072f8f' } } else { @{ updateCount = '0' } })
        })
}
@{ Status = 'Ok'; Reason = 'opened'; HResult = @() }
