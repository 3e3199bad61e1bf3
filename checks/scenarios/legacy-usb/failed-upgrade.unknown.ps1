param($Windows)
# Firmware cannot be read, and nothing is plugged in.
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
$Windows.Cim['Win32_DiskDrive'] = @()
@{ Reason = 'look'; HResult = @() }
