param($Windows)
# Setup names parts of the PC that the version needs; one that only warns blocks nothing.
$folder = 'C:\$WINDOWS.~BT\Sources\Panther'
$null = New-Item -Path $folder -ItemType Directory -Force
Set-Content -LiteralPath "$folder\CompatData_2026_11_21_10_00_00.xml" -Value @'
<CompatReport xmlns="http://www.microsoft.com/2015/CompatReport"><Hardware><HardwareItem HardwareType="Tpm"><CompatibilityInfo BlockingType="Hard"/></HardwareItem><HardwareItem HardwareType="Display"><CompatibilityInfo BlockingType="Soft"/></HardwareItem></Hardware></CompatReport>
'@
@{
    Reason   = 'blocked'
    HResult  = @()
    Evidence = @{ Blockers = 'Tpm'; Report = 'CompatData_2026_11_21_10_00_00.xml' }
}
