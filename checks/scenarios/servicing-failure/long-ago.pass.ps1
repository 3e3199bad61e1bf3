param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-720)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5112'; ErrorCode = '0x80073712'; Client = 'UpdateAgentLCU' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }
