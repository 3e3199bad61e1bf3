param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{ ProfileName = 'FindSuccessfulUpgrade' }
@{ Reason = 'succeeded'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
