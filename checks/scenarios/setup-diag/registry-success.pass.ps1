param($Windows)
$Windows.Registry['HKLM:\SYSTEM\Setup\SetupDiag\Results'] = @{ ProfileName = 'FindSuccessfulUpgrade'; DateTime = [datetime]::Now.ToString('yyyy-MM-dd HH:mm:ss', [cultureinfo]::InvariantCulture) }
@{ Reason = 'succeeded'; HResult = @(); Evidence = @{ BoxResult = '0x00000000' } }
