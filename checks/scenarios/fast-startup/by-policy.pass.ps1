param($Windows)
# Whoever set the policy owns the setting.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'] = @{ HiberbootEnabled = 1 }
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows\System'] = @{ HiberbootEnabled = 1 }
@{ Reason = 'by-policy'; HResult = @(); Evidence = @{ HiberbootEnabled = 1; Policy = 1 } }
