param($Windows)
# A package that came with Windows belongs to no update: there is nothing to look for in the Catalog.
$day = [datetime]::UtcNow.ToString('yyyy-MM-dd')
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-Servicing'; Id = 3; Time = [datetime]::UtcNow.AddHours(-5)
        UserData = @{ PackageIdentifier = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'; IntendedPackageState = '5112'; ErrorCode = '0x800f0831' }
    })
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value "$day 12:40:00, Info                  CBS    Store corruption, manifest missing for package: Microsoft-Windows-Client-Features-Package~31bf3856ad364e35~amd64~~10.0.26100.1"
@{
    Reason   = 'component-missing'
    HResult  = '0x800F0831'
    Evidence = @{ Address = ''; Package = 'Microsoft-Windows-Client-Features-Package~31bf3856ad364e35~amd64~~10.0.26100.1' }
}
