param($Windows)
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
$Windows.Cim['Win32_DiskDrive'] = @(@{ Model = 'Example USB Device'; InterfaceType = 'USB' })
@{ Reason = 'storage'; HResult = @(); Evidence = @{ Drives = 'Example USB Device' } }
