param($Windows)
# The app was removed, and the scan after it found warnings alone.
$folder = 'C:\$WINDOWS.~BT\Sources\Panther'
$null = New-Item -Path $folder -ItemType Directory -Force
Set-Content -LiteralPath "$folder\CompatData_2026_11_19_10_00_00.xml" -Value @'
<CompatReport xmlns="http://www.microsoft.com/2015/CompatReport"><Programs><Program Name="Contoso Wallpaper"><CompatibilityInfo BlockingType="Hard" StatusDetail="WarnUpgrade"/></Program></Programs></CompatReport>
'@
(Get-Item -LiteralPath "$folder\CompatData_2026_11_19_10_00_00.xml").LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-2)
Set-Content -LiteralPath "$folder\CompatData_2026_11_20_10_00_00.xml" -Value @'
<CompatReport xmlns="http://www.microsoft.com/2015/CompatReport"><Programs><Program Name="Contoso Wallpaper"><CompatibilityInfo BlockingType="Soft"/></Program></Programs><DriverPackages><DriverPackage Inf="oem4.inf" BlockMigration="False" HasSignedBinaries="True"/></DriverPackages></CompatReport>
'@
@{
    Reason   = 'media'
    HResult  = @()
    Evidence = @{
        Architecture  = 'AMD64'
        Edition       = 'Professional'
        FreeGigabytes = 80
        Locale        = 'en-US'
        Needed        = 20
        Report        = 'CompatData_2026_11_20_10_00_00.xml'
    }
}
