param($Windows)
# The version came by an enablement package since.
$folder = 'C:\$WINDOWS.~BT\Sources\Panther'
$null = New-Item -Path $folder -ItemType Directory -Force
Set-Content -LiteralPath "$folder\CompatData_2026_11_20_10_00_00.xml" -Value @'
<CompatReport xmlns="http://www.microsoft.com/2015/CompatReport"><Programs><Program Name="Contoso Wallpaper"><CompatibilityInfo BlockingType="Hard" StatusDetail="WarnUpgrade"/></Program></Programs></CompatReport>
'@
(Get-Item -LiteralPath "$folder\CompatData_2026_11_20_10_00_00.xml" -Force).LastWriteTimeUtc = [datetime]::UtcNow.AddDays(-500)
@{ Status = 'Ok'; Reason = 'media'; Evidence = @{ Blockers = @(); Report = '' } }
