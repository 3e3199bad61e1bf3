param($Windows)
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag><ProfileName>FindSuccessfulUpgrade</ProfileName></SetupDiag>'
$Windows.Cim['Win32_DiskDrive'] = @(@{ Model = 'Example USB Device'; InterfaceType = 'USB' })
@{ Reason = 'no-failure'; HResult = @() }
