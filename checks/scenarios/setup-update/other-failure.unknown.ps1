param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526904 }
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
@{ Reason = 'not-recorded'; HResult = @(); Evidence = @{ Result = '0xC1900208' } }
