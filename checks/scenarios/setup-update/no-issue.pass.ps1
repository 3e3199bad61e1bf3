param($Windows)
# A scan that found nothing in the way.
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526896 }
