param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-WindowsUpdateClient'
        Id       = 20
        Time     = [datetime]::UtcNow.AddHours(-5)
        Data     = @{ updateGuid = '{0a1b2c3d-0000-4000-8000-000000000001}'; updateTitle = '2026-11 Cumulative Update (KB5099999)'; errorCode = '0x800F0823' }
    })
@{
    Reason   = 'too-old'
    HResult  = '0x800F0823'
    Evidence = @{ Codes = '0x800F0823'; Version = '10.0.26100.7010' }
}
