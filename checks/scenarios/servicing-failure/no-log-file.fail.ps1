param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5112'; ErrorCode = '0x80073712'; Client = 'UpdateAgentLCU' }
    })
@{
    Reason   = 'failed'
    HResult  = '0x80073712'
    Evidence = @{ Failures = 1; Packages = 'KB5099999 (0x80073712)' }
}
