param($Windows)
# The package of a feature, as a cumulative update left it.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~20348.3000.1.10'; IntendedPackageState = '5112'; ErrorCode = '0x800f0831' }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value "$day 12:40:00, Info                  CBS    Store corruption, manifest missing for package: Microsoft-Windows-DhcpServerRole-Package~31bf3856ad364e35~amd64~~10.0.20348.2227"
@{ Reason = 'manifest-missing'; Evidence = @{ Address = 'https://www.catalog.update.microsoft.com/Search.aspx?q=20348.2227' } }
