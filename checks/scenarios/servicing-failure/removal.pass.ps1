param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-6)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5000'; ErrorCode = '0x800f0825'; Client = 'UpdateAgentLCU' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }
