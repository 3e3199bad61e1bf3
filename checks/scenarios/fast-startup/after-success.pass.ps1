param($Windows)
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'] = @{ HiberbootEnabled = 1 }
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag><ProfileName>FindSuccessfulUpgrade</ProfileName></SetupDiag>'
@{ Reason = 'switched-on'; HResult = @(); Evidence = @{ HiberbootEnabled = 1 } }
