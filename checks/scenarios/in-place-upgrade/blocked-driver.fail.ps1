param($Windows)
$folder = 'C:\$WINDOWS.~BT\Sources\Panther'
$null = New-Item -Path $folder -ItemType Directory -Force
Set-Content -LiteralPath "$folder\CompatData_2026_11_20_10_00_00.xml" -Value @'
<CompatReport xmlns="http://www.microsoft.com/2015/CompatReport"><DriverPackages><DriverPackage Inf="oem4.inf" BlockMigration="True" HasSignedBinaries="True"/></DriverPackages></CompatReport>
'@
@{
    Reason   = 'blocked'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Blockers      = 'oem4.inf'
        Edition       = 'Professional'
        FreeGigabytes = 80
        Locale        = 'en-US'
        Needed        = 20
        Report        = 'CompatData_2026_11_20_10_00_00.xml'
    }
}
