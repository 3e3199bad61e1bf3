param($Windows)
# Set, but without effect.
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager\Power'] = @{ HiberbootEnabled = 1 }
$null = New-Item -Path 'C:\Windows\Logs\SetupDiag' -ItemType Directory
Set-Content -LiteralPath 'C:\Windows\Logs\SetupDiag\SetupDiagResults.xml' -Value '<SetupDiag/>'
$Windows.Registry['HKLM:\SYSTEM\CurrentControlSet\Control\Power'] = @{ HibernateEnabled = 0 }
@{ Reason = ''; HResult = @(); Evidence = @{ HiberbootEnabled = 1; HibernateEnabled = 0 } }
