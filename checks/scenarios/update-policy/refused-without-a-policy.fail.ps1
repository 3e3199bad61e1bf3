param($Windows)
# The code alone proves a policy: none that bars is found, and the source that the MDM names bars nothing.
$Windows.Registry['HKLM:\SOFTWARE\Microsoft\PolicyManager\current\device\Update'] = @{ SetPolicyDrivenUpdateSourceForQualityUpdates = 1 }
$Windows.Events.Add(@{
        Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 25
        Time = [datetime]::UtcNow.AddHours(-2); Data = @{ serviceGuid = '{9482F4B4-E343-43B6-B170-9A65BC822C77}'; errorCode = '0x8024500c' }
    })
@{ Reason = 'source-refused'; HResult = '0x8024500C'; Evidence = @{ Policies = @() } }
