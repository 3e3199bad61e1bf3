param($Windows)
$list = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList'
$Windows.Registry["$list\S-1-5-21-1-2-3-1001"] = @{ ProfileImagePath = 'C:\Users\Gone'; State = 0 }
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag><ProfileName>FindSuccessfulUpgrade</ProfileName></SetupDiag>'
@{ Reason = ''; HResult = @(); Evidence = @{ Leftovers = 'S-1-5-21-1-2-3-1001'; Profiles = 1 } }
