param($Windows)
# The same code over a component that belongs to no language.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{
            PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
            IntendedPackageState = '5112'; ErrorCode = '0x800f0982'; Client = 'UpdateAgentLCU'
        }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    "$day 12:40:00, Error                 CBS    Failed to perform operation.  [HRESULT = 0x800f0982 - PSFX_E_MATCHING_COMPONENT_NOT_FOUND]"
)
@{
    Reason   = 'failed'
    HResult  = '0x800F0982'
    Evidence = @{
        Failures = 1
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0982)'
    }
}
