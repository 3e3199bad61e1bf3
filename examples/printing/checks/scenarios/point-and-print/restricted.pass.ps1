param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Printers\PointAndPrint'] = @{ RestrictDriverInstallationToAdministrators = 1 }
@{ Reason = ''; HResult = @(); Evidence = @{ Value = 1 } }
