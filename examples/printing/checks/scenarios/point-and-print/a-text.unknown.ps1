param($Windows)
$Windows.Registry['HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\Printers\PointAndPrint'] = @{ RestrictDriverInstallationToAdministrators = 'yes' }
@{ Reason = 'unreadable'; HResult = @(); Evidence = @{ Value = 'yes' } }
