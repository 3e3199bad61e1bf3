param($Windows)
# The cause is in the part of the log that Windows has given another name, above a long later session.
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
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CbsPersist_20261127100000.log" -Value @(
    "$day 12:40:00, Error                 CBS    Failed to hydrate [HRESULT = 0x800f0986 - PSFX_E_APPLY_FORWARD_DELTA_FAILED]"
)
$later = @(1..2500 | ForEach-Object { "$day 14:00:00, Info                  CBS    Appl: detect Parent, Package: P$_, state: Staged" })
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value $later
@{
    Reason   = 'failed'
    HResult  = '0x800F0922', '0x800F0986'
    Evidence = @{
        Failures = 1
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0922)'
    }
}
