param($Windows)
$Windows.Cim.Win32_OptionalFeature += [pscustomobject]@{ Name = 'IIS-WebServerRole'; InstallState = [uint32] 1 }
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
@{ Reason = 'after-failure'; HResult = @(); Evidence = @{ Features = 'IIS-WebServerRole' } }
