param($Windows)
$Windows.Events.Add(@{
        Log      = 'Microsoft-Windows-WindowsUpdateClient/Operational'
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddHours(-5)
        Data     = @{ updateGuid = '{0A}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; errorCode = '0x800f0823' }
    })
