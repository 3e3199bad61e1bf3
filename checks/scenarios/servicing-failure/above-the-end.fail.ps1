param($Windows)
# A later session wrote the end of the log.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{
            PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
            IntendedPackageState = '5112'; ErrorCode = '0x800f0922'; Client = 'UpdateAgentLCU'
        }
    })
$lines = @(
    "$day 12:40:00, Error                 CBS    Failed to hydrate [HRESULT = 0x800f0984 - PSFX_E_MATCHING_BINARY_MISSING]"
    1..2500 | ForEach-Object { "$day 14:00:00, Info                  CBS    Appl: detect Parent, Package: P$_, state: Staged" }
)
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value $lines
@{
    Reason   = 'failed'
    HResult  = '0x800F0922', '0x800F0984'
    Evidence = @{
        Failures = 1
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
