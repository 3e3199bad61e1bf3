param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 2
        Time     = [datetime]::UtcNow.AddHours(-6)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5112'; ErrorCode = '0x0'; Client = 'UpdateAgentLCU' }
    })
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'KB5099999'; IntendedPackageState = '5112'; ErrorCode = '0x800f0984'; Client = 'UpdateAgentLCU' }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    '2026-11-22 10:00:00, Info                  CBS    Read out cached [HRESULT = 0x800f0805 - CBS_E_INVALID_PACKAGE]'
    '2026-11-22 10:00:01, Error                 CBS    Failed to hydrate [HRESULT = 0x800f0984 - PSFX_E_MATCHING_BINARY_MISSING]'
)
@{
    Reason   = 'failed'
    HResult  = '0x800F0984'
    Evidence = @{ Failures = 1; Packages = 'KB5099999 (0x800f0984)' }
}
