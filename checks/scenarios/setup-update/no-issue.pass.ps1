param($Windows)
# A scan that found nothing in the way.
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526896 }
@{ Reason = 'no-failure'; HResult = @(); Evidence = @{ Result = '0xC1900210' } }
