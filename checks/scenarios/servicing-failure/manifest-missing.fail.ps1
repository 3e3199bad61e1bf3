param($Windows)
# A package without its manifest, named at two levels.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'
        Id       = 3
        Time     = [datetime]::UtcNow.AddHours(-5)
        UserData = @{
            PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
            IntendedPackageState = '5112'; ErrorCode = '0x800f0831'; Client = 'UpdateAgentLCU'
        }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    "$day 12:40:00, Info                  CBS    Store corruption, manifest missing for package: Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4"
    "$day 12:40:00, Error                 CBS    Failed to resolve package 'Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4' [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]"
    "$day 12:40:00, Info                  CBS    Mark store corruption flag because of package: Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4. [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]"
)
@{
    Reason   = 'manifest-missing'
    HResult  = '0x800F0831'
    Evidence = @{
        Address  = 'https://www.catalog.update.microsoft.com/Search.aspx?q=KB5034129'
        Failures = 1
        Missing  = 'Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4'
        Package  = 'Package_123_for_KB5034129~31bf3856ad364e35~amd64~~20348.2227.1.4'
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0831)'
    }
}
