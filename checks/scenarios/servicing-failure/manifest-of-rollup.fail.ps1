param($Windows)
# A cumulative update has no number in its name, but a build.
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
    "$day 12:40:00, Info                  CBS    Store corruption, manifest missing for package: Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.5122.1.8"
)
@{
    Reason   = 'manifest-missing'
    HResult  = '0x800F0831'
    Evidence = @{
        Address  = 'https://www.catalog.update.microsoft.com/Search.aspx?q=17763.5122'
        Failures = 1
        Missing  = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~17763.5122.1.8'
        Packages = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10 (0x800f0831)'
    }
}
