param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5112'; ErrorCode = '0x800f0816'; Client = 'UpdateAgentLCU' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 2
        Time     = [datetime]::UtcNow.AddHours(-2)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5112'; ErrorCode = '0x0'; Client = 'UpdateAgentLCU' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-4)
        UserData = @{ PackageIdentifier = 'KB5088888'; IntendedPackageState = '5112'; ErrorCode = '0x80073712'; Client = 'UpdateAgentLCU' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 4
        Time     = [datetime]::UtcNow.AddHours(-1)
        UserData = @{ PackageIdentifier = 'KB5088888'; IntendedPackageState = '5112'; ErrorCode = '0x0'; Client = 'UpdateAgentLCU' }
    })
@{ Reason = ''; HResult = @(); Evidence = @{ Failures = 0 } }
