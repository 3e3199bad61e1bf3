param($Windows)
# 0xC1900210: a scan for compatibility that found nothing in the way.
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = -1047526896 }
@{ Reason = ''; HResult = @(); Evidence = @{ BoxResult = '0xC1900210' } }
