param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Printers\PointAndPrint'] = @{ RestrictDriverInstallationToAdministrators = 0 }
@{ Reason = 'open'; HResult = @(); Evidence = @{ Value = 0 } }
