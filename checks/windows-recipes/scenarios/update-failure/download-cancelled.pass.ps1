param($Windows)
# A person cancelled a download, which is no failure.
$Windows.Events.Add(@{
    Log = 'Microsoft-Windows-WindowsUpdateClient/Operational'; Provider = 'Microsoft-Windows-WindowsUpdateClient'; Id = 31
    Time = [datetime]::UtcNow.AddHours(-3)
    Data = @{ updateTitle = 'Cumulative Update (KB5099999)'; errorCode = '0x8024000b'; updateGuid = '{0A1B2C3D-0000-4000-8000-000000000001}' }
})
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }
